// Which timers change nothing but the ledger: found out from the compiled machine, so that it need not be believed.
import type { AnyStateMachine, AnyStateNode } from "xstate";
import type { Machines, State, TimerEntry } from "../engine/types.ts";
import { nodesOf } from "../engine/nodes.ts";
import { BALLOT } from "../network/ballot.ts";
import { FOLLOWED_UP } from "../network/idea.ts";
import { REMIND, RULE, SEND, SKIP } from "../network/reminders.ts";

/** What a machine's timers do. `flat`: ids of states whose inner states differ only in which of those timers is still to come. */
type Silence = { heard: ReadonlySet<string>; flat: ReadonlySet<string> };

/** Of the timers that are due one day, those that do more than record and tell. */
export function heardTimers(machines: Machines, { actors, timers }: State): TimerEntry[] {
  return timers.filter(({ actor, to, event }) => {
    const machine = machines[actors[to ?? actor]?.src ?? ""];
    return !machine || silenceOf(machine).heard.has(event.type);
  });
}

/** Whether no timer of any of the machines does more than record and tell. A ballot's day is left out: in a proof none is given one. */
export function areSilent(machines: Machines): boolean {
  const timed = Object.entries(machines).filter(([name]) => name !== BALLOT);
  return timed.every(([, machine]) => silenceOf(machine).heard.size === 0);
}

/** Whether the inner states of a state differ in nothing that matters. `path`: the names from the root on. */
export function isFlat(machine: AnyStateMachine, path: string[]): boolean {
  return silenceOf(machine).flat.has([machine.root.id, ...path].join("."));
}

/** Whether a machine in that state takes nothing any more. */
export function isOver(machine: AnyStateMachine, state: string): boolean {
  const node = machine.root.states[state];
  const isClosed = (one: AnyStateNode | undefined) =>
    one !== undefined && transitionsOf(one).every(isAside) && !one.always?.length;
  return isClosed(node) && isClosed(machine.root) && node?.type === "atomic";
}

const known = new WeakMap<AnyStateMachine, Silence>();

function silenceOf(machine: AnyStateMachine): Silence {
  let silence = known.get(machine);
  if (!silence) {
    const nodes = nodesOf(machine);
    const flat = nodes.filter(isFlatNode);
    const flatStates = new Set(flat.flatMap((node) => Object.values(node.states)));
    const heard = nodes.filter((node) => !flatStates.has(node)).flatMap((node) => timersOf(node).filter(isHeard));
    silence = {
      heard: new Set(heard.map(({ eventType }) => eventType)),
      flat: new Set(flat.map(({ path }) => [machine.root.id, ...path].join("."))),
    };
    known.set(machine, silence);
  }
  return silence;
}

/** What concerns messages only, and the next step with an idea that is approved: nothing that a criterion asks comes of it. */
const ASIDE: string[] = [SKIP, SEND, RULE, FOLLOWED_UP];
const isAside = (one: Transition): boolean =>
  ASIDE.includes(one.eventType) || (isTimer(one.eventType) && !isHeard(one));

type Transition = ReturnType<AnyStateNode["transitions"]["get"]> extends (infer T)[] | undefined ? T : never;

const isTimer = (type: string) => type.startsWith("xstate.after.");
const transitionsOf = (node: AnyStateNode): Transition[] => [...node.transitions.values()].flat();
const timersOf = (node: AnyStateNode) => transitionsOf(node).filter(({ eventType }) => isTimer(eventType));
const isHeard = ({ target, actions }: Transition) => target !== undefined || !actions.every(isTold);

/** Whether an action only records or tells, which the ledger keeps and no machine reads; of what it told only reminders know. */
const isTold = (action: unknown): boolean =>
  typeof action === "object" &&
  action !== null &&
  "type" in action &&
  (["record", "notify"].includes(String(action.type)) || String(action.type).startsWith(REMIND));

/** A state whose inner ones take nothing but timers, which lead from one of them to another. */
function isFlatNode(node: AnyStateNode): boolean {
  const inner = Object.values(node.states);
  return node.type === "compound" && inner.every((state) => isQuiet(state, inner));
}

function isQuiet(state: AnyStateNode, inner: AnyStateNode[]): boolean {
  const transitions = transitionsOf(state);
  const stays = transitions.every(
    ({ eventType, target, actions }) =>
      isTimer(eventType) && actions.every(isTold) && (target ?? []).every((one) => inner.includes(one)),
  );
  const acts = [...state.entry, ...state.exit].filter((action) => !isTold(action) && !isArming(action));
  return stays && acts.length === 0 && state.type === "atomic" && !state.always?.length && state.invoke.length === 0;
}

/** XState puts a state's own timers among its entry and exit actions. */
const isArming = (action: unknown): boolean =>
  typeof action === "function" && "type" in action && ["xstate.raise", "xstate.cancel"].includes(String(action.type));
