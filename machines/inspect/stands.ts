// How a network's machines stand: the active states of each actor, its timers with what each would do, and what differs between two states.
import type { Instant } from "../../programmes/types.ts";
import { activeOf, snapOf } from "../engine/nodes.ts";
import { NEVER, type Machines, type State, type TimerEntry } from "../engine/types.ts";
import type { Entry } from "../ledger.ts";
import { hasEnded, pass, type Network } from "../network/network.ts";
import { isMessage } from "../view.ts";

/** `states`: the innermost active ones, as paths such as `running.design.open`. */
export type ActorStands = { id: string; src: string; parent?: string; status: string; states: string[] };

/** `at` absent: it has no date yet. `does`: what it would have written in the ledger if it went off as things stand. */
export type TimerStands = { actor: string; id: string; at?: Instant; armedAt: Instant; does: Entry[] };

/** Every actor, the root first. */
export function actorsIn(machines: Machines, { actors }: State): ActorStands[] {
  return Object.entries(actors).map(([id, actor]) => {
    const { src, parent } = actor;
    const { status } = snapOf(actor);
    const machine = machines[src];
    const active = machine && status !== "error" ? activeOf(machine, snapOf(actor)) : [];
    const states = active.filter((node) => Object.keys(node.states).length === 0).map(({ path }) => path.join("."));
    return { id, src, ...(parent !== undefined && { parent }), status, states };
  });
}

/** Every timer by when it is due, those without a date last. The first `most` dated ones are tried on a copy of the network. */
export function timersIn(machines: Machines, network: Network, most: number): TimerStands[] {
  return network.state.timers
    .toSorted((a, b) => a.dueAt - b.dueAt || a.n - b.n)
    .map((timer, index) => ({
      actor: timer.actor,
      id: timer.id,
      ...(timer.dueAt < NEVER && { at: timer.dueAt }),
      armedAt: timer.armedAt,
      does: timer.dueAt < NEVER && index < most ? alone(machines, network, timer) : [],
    }));
}

/** Only that timer is armed in the copy: whatever is written comes of it. What is only planned is told when it happens. */
function alone(machines: Machines, network: Network, timer: TimerEntry): Entry[] {
  if (hasEnded(network)) return [];
  const copy = { ...network, state: { ...network.state, timers: [timer] } };
  const { told } = pass(machines, copy, timer.dueAt);
  return told.map(({ entry }) => entry).filter((entry) => !isMessage(entry) || entry.kind !== "message.planned");
}

/** Actors that stand otherwise in the second, or are only in one of them. */
export function changedActors(
  before: readonly ActorStands[],
  after: readonly ActorStands[],
): { id: string; before?: ActorStands; after?: ActorStands }[] {
  const ids = [...new Set([...before, ...after].map(({ id }) => id))];
  return ids.flatMap((id) => {
    const [was, is] = [before.find((one) => one.id === id), after.find((one) => one.id === id)];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    return [{ id, ...(was && { before: was }), ...(is && { after: is }) }];
  });
}

type Dated = { actor: string; id: string; at: Instant };

/** Dated timers that are only in the second state, and only in the first. */
export function changedTimers(before: State, after: State): { armed: Dated[]; cancelled: Dated[] } {
  const dated = ({ timers }: State): Dated[] =>
    timers.filter(({ dueAt }) => dueAt < NEVER).map(({ actor, id, dueAt }) => ({ actor, id, at: dueAt }));
  const keyOf = ({ actor, id, at }: Dated) => `${actor}|${id}|${at}`;
  const without = (all: Dated[], others: Dated[]) => {
    const known = new Set(others.map(keyOf));
    return all.filter((one) => !known.has(keyOf(one))).toSorted((a, b) => a.at - b.at);
  };
  const [was, is] = [dated(before), dated(after)];
  return { armed: without(is, was), cancelled: without(was, is) };
}
