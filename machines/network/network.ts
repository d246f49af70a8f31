// A network between two steps, and the three things that can happen to it: it begins, time passes, a trigger comes.
import type { Instant, Plan } from "../../programmes/types.ts";
import { unmetOf } from "../criteria.ts";
import { init, step } from "../engine/step.ts";
import { advance } from "../engine/timers.ts";
import { ROOT, type Cause, type Effect, type Machines, type State, type Step } from "../engine/types.ts";
import { can, isActive } from "../engine/xstate.ts";
import { networkFacts } from "../facts.ts";
import type { View } from "../ledger.ts";
import { refusals, stateRefusal } from "../refusals.ts";
import type { RefusalCode, Result, Trigger, Unmet } from "../trigger.ts";
import type { Text } from "../../programmes/types.ts";
import { rolesFor, triggerOf, type MachineTrigger } from "../trigger-types.ts";
import { fold, initialView } from "../view.ts";
import { compile } from "./compile.ts";

/** The machines' state and the fold of what they recorded. JSON throughout. */
export type Network = { state: State; view: View };
export type Moved = { network: Network; effects: Effect[] };

/** A new network at `now`, with what its start leads to. */
export function begin(plan: Plan, now: Instant, cause: Cause): Moved {
  const machines = compile(plan);
  const started = init(machines, null, now, cause);
  return moved(
    initialView(plan, now),
    chain(started, (state) => advance(machines, state, now)),
  );
}

/** Applies all that is due up to and including `until`, each at its own instant. */
export function pass(plan: Plan, network: Network, until: Instant): Moved {
  return moved(network.view, advance(compile(plan), network.state, until));
}

/** One trigger: what was due comes first. A refusal leaves the network as it was after that. */
export function apply(plan: Plan, before: Network, trigger: Trigger, now: Instant): Moved & { result: Result } {
  const machines = compile(plan);
  const { network, effects } = pass(plan, before, now);
  const kind = triggerOf(trigger.type);
  const refusal = refuse(plan, machines, network, trigger);
  if (refusal || kind?.by !== "machine")
    return { network, effects, result: { key: trigger.key, ok: false, ...refusal! } };
  const { event, to } = eventOf(network, kind, trigger);
  const cause = { key: trigger.key, by: trigger.by, role: trigger.role };
  try {
    const stepped = step(machines, network.state, to, event, network.state.now, cause);
    const settled = chain(stepped, (state) => advance(machines, state, state.now));
    const next = moved(network.view, settled);
    const entries = next.effects.flatMap((effect) => (effect.do === "run" ? [] : [effect.entry]));
    const result: Result = { key: trigger.key, ok: true, n: next.network.state.seq, entries };
    return { network: next.network, effects: [...effects, ...next.effects], result };
  } catch (error) {
    const faulted = recordFault(network, to, cause, error as Error);
    const result: Result = { key: trigger.key, ok: false, code: "fault", why: refusals.fault(), unmet: [] };
    return { ...faulted, effects: [...effects, ...faulted.effects], result };
  }
}

export const hasEnded = (plan: Plan, network: Network): boolean =>
  !isActive(compile(plan), network.state.actors[ROOT]!);

type Why = { code: RefusalCode; why: Text; unmet: Unmet[] };

function refuse(plan: Plan, machines: Machines, network: Network, trigger: Trigger): Why | undefined {
  const { programme } = plan;
  const { type, role, data } = trigger;
  const no = (code: RefusalCode, why: Text, unmet: Unmet[] = []): Why => ({ code, why, unmet });
  const kind = triggerOf(type);
  if (kind?.by !== "machine") return no("shape", refusals.unknown(type));
  if (hasEnded(plan, network)) return no("ended", refusals.ended());
  const allowed = rolesFor(programme, type);
  if (!allowed.includes(role)) return no("role", refusals.role(type, role, allowed));
  const { event, to } = eventOf(network, kind, trigger);
  const actor = network.state.actors[to];
  if (!actor) return no("state", refusals.absent(to));
  if (can(machines, actor, event)) return undefined;
  const criteria = kind.criteria?.(programme, data, network.view) ?? [];
  const unmet = unmetOf(criteria, event.facts, programme.parameters);
  const wrongState = !wouldTake(machines, network, kind, trigger);
  if (unmet.length === 0 || wrongState) {
    const phase = to === ROOT && data["phase"] !== undefined ? String(data["phase"]) : undefined;
    return no("state", stateRefusal(programme, network.view, type, to, phase), unmet);
  }
  return no("criteria", refusals.missing(programme.gates === "advisory"), unmet);
}

/** Whether the actor would take the trigger if every criterion held: tells "not yet" from "not here". */
function wouldTake(machines: Machines, network: Network, kind: MachineTrigger, trigger: Trigger): boolean {
  const { event, to } = eventOf(network, kind, trigger);
  return can(machines, network.state.actors[to]!, { ...event, assumeMet: true });
}

function eventOf(network: Network, kind: MachineTrigger, trigger: Trigger) {
  const facts = { ...trigger.facts, ...networkFacts(network.view) };
  const { role, data } = trigger;
  // What the network says comes last, so that data cannot stand in for it.
  const event = { ...data, type: kind.event(data), at: network.state.now, role, facts, assumeMet: false };
  return { to: kind.to(data), event };
}

function recordFault(network: Network, subject: string, cause: Cause, error: Error): Moved {
  const { state, view } = network;
  const entry = { n: state.seq + 1, at: state.now, kind: "machine.fault", subject, ...cause, reason: error.message };
  const effects: Effect[] = [{ do: "record", entry }];
  return { network: { state: { ...state, seq: entry.n }, view: fold(view, [entry]) }, effects };
}

const chain = (first: Step, then: (state: State) => Step): Step => {
  const second = then(first.state);
  return { state: second.state, effects: [...first.effects, ...second.effects] };
};

function moved(view: View, { state, effects }: Step): Moved {
  const entries = effects.flatMap((effect) => (effect.do === "run" ? [] : [effect.entry]));
  return { network: { state, view: { ...fold(view, entries), now: state.now } }, effects };
}
