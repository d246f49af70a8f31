// The only file that knows XState's action objects (XState 6 renames them). It calls XState's pure functions for one
// actor at a time and translates what they ask for into `Ask`s. Children are stubs here: their snapshots stand in State.
import { createActor, type AnyActorRef, type AnyStateMachine } from "xstate";
import {
  AT,
  MAX_ITERATIONS,
  ROOT,
  type Actor,
  type Json,
  type Machines,
  type MachineEvent,
  type State,
} from "./types.ts";

/** What an actor asks its host to do, in order. Receivers and children are keys of the state. */
export type Ask =
  | { ask: "arm"; id: string; event: MachineEvent; delay: number; at?: string; to?: string }
  | { ask: "cancel"; id: string }
  | { ask: "send"; to: string; event: MachineEvent }
  | { ask: "start"; key: string; id: string; src: string; input: Json; systemId?: string; sync?: true }
  | { ask: "run"; id: string; src: string; input: Json }
  | { ask: "stop"; key: string; id: string }
  | { ask: "emit"; event: Json }
  | { ask: "log"; words: Json }
  | { ask: "act"; type: string; params: { [key: string]: Json | undefined } };

export type Outcome = { snap: Json; status: "active" | "done" | "error"; output: Json; error: unknown; asks: Ask[] };

/** What is stepped: the machines, the tree it belongs to, and which actor. */
export type Spot = { machines: Machines; state: State; key: string };

/** The key of a child. */
export const keyOf = (parent: string, id: string): string => (parent === ROOT ? id : `${parent}/${id}`);

/** The initial snapshot of a new actor. What the machine throws becomes the outcome `error`. */
export function begin(spot: Spot, src: string, input: Json): Outcome {
  const logic = logicOf(spot.machines, src);
  return outcomeOf(spot, logic, undefined, ({ actorScope }) =>
    logic.getInitialSnapshot(actorScope, input ?? undefined),
  );
}

/** The snapshot after one event. What the machine throws becomes the outcome `error`; the actor given is not changed. */
export function transition(spot: Spot, actor: Actor, event: MachineEvent): Outcome {
  const logic = logicOf(spot.machines, actor.src);
  const before = liveOf(spot, actor);
  return outcomeOf(spot, logic, before, (scope) => logic.transition(before, revived(scope, event), scope.actorScope));
}

/** Whether the actor would take the event now. */
export function can(spot: Spot, event: MachineEvent): boolean {
  const live = liveOf(spot, spot.state.actors[spot.key]!);
  return live.status === "active" && live.can(event);
}

/** The instant a named `at:` delay gives for the actor as it stands. */
export function instantOf(spot: Spot, delay: string): number {
  const actor = spot.state.actors[spot.key]!;
  const delays = logicOf(spot.machines, actor.src).implementations.delays;
  return Number(delays[delay]({ context: liveOf(spot, actor).context, event: { type: "" } }));
}

/** The live snapshot of an actor, for whoever compares or shows it. */
export function snapshotOf(spot: Spot): {
  value: Json;
  context: unknown;
  status: string;
  output: unknown;
  tags: Set<string>;
} {
  return liveOf(spot, spot.state.actors[spot.key]!);
}

// XState's types describe running actors; its pure functions are called here outside one, so they are loose in this file.
type Loose = any; // oxlint-disable-line typescript/no-explicit-any
type Scope = { actorScope: Loose; actions: Loose[]; keys: Map<object, string> };

const stub: Loose = {
  transition: (snapshot: Loose) => snapshot,
  getInitialSnapshot: () => ({ status: "active" }),
  getPersistedSnapshot: (snapshot: Loose) => snapshot,
  restoreSnapshot: (snapshot: Loose) => snapshot,
};

const stubbed = new WeakMap<AnyStateMachine>();

/** The machine with every actor it names replaced by a stub, so that its snapshot keeps `{ id, src }` of its children. */
function logicOf(machines: Machines, src: string): Loose {
  const machine = machines[src];
  if (!machine) throw new Error(`no machine is named «${src}»`);
  let logic = stubbed.get(machine);
  if (!logic) {
    const names = Object.keys(machine.implementations.actors);
    logic = machine.provide({ actors: Object.fromEntries(names.map((name) => [name, stub])) });
    const most = Math.min(logic.options?.maxIterations ?? Infinity, MAX_ITERATIONS);
    logic.options = { ...logic.options, maxIterations: most };
    stubbed.set(machine, logic);
  }
  return logic;
}

/** Everything XState may ask about its surroundings: itself, its parent, and those known to the whole system by name. */
function scopeOf({ state, key }: Spot): Scope {
  const actions: Loose[] = [];
  const keys = new Map<object, string>();
  const actor = state.actors[key];
  // A system of its own for each step: names given in one tree are none of another's business.
  const parent: Loose = createActor(stub, { id: actor?.parent ?? "#nobody" });
  const self: Loose = createActor(stub, { id: actor?.id ?? key, parent });
  keys.set(self, key);
  if (actor?.parent !== undefined) keys.set(parent, actor.parent);
  for (const [other, { systemId }] of Object.entries(state.actors)) {
    if (systemId === undefined) continue;
    const named: Loose = other === key ? self : createActor(stub, { id: state.actors[other]!.id, parent });
    keys.set(named, other);
    self.system._set(systemId, named);
  }
  const nothing = () => {};
  const actorScope = {
    self,
    id: self.id,
    sessionId: key,
    system: self.system,
    defer: nothing,
    logger: nothing,
    stopChild: nothing,
    emit: nothing,
    actionExecutor: (action: Loose) => actions.push(action),
  };
  return { actorScope, actions, keys };
}

// A live snapshot for each persisted one: an optimisation only, a missing one is restored.
const live = new WeakMap<object>();

function liveOf({ machines }: Spot, actor: Actor): Loose {
  const key = actor.snap as object;
  let snapshot = live.get(key);
  if (!snapshot) {
    const self: Loose = createActor(stub, { id: actor.id });
    const scope = { self, id: self.id, sessionId: "", system: self.system, defer() {}, logger() {}, emit() {} };
    snapshot = logicOf(machines, actor.src).restoreSnapshot(plain(key), scope);
    live.set(key, snapshot);
  }
  return snapshot;
}

function outcomeOf(spot: Spot, logic: Loose, before: Loose, step: (scope: Scope) => Loose): Outcome {
  const scope = scopeOf(spot);
  const collect = scope.actorScope.actionExecutor;
  scope.actorScope.actionExecutor = (action: Loose) => {
    // A name is free as soon as its holder is stopped, also for another actor of the same step.
    const name = action.type === "xstate.stopChild" ? action.params?.systemId : undefined;
    if (name !== undefined) scope.actorScope.system._unregister(scope.actorScope.system.get(name));
    collect(action);
  };
  const snapshot = stepped(before, () => step(scope));
  const failed = snapshot.status === "error";
  // The asks come first: what cannot be carried out is then named, rather than found out by the persisting.
  const asks = failed ? [] : scope.actions.flatMap((action) => askOf(spot, logic, scope, [snapshot, before], action));
  const snap = failed ? { status: "error" } : plain(logic.getPersistedSnapshot(snapshot));
  if (!failed) live.set(snap, snapshot);
  return { snap, status: snapshot.status, output: plain(snapshot.output ?? null), error: snapshot.error, asks };
}

/** XState throws what an action throws on a transition, and keeps what one throws at the start in the snapshot. */
function stepped(before: Loose, step: () => Loose): Loose {
  try {
    return step();
  } catch (error) {
    return { ...before, status: "error", error };
  }
}

function askOf(spot: Spot, logic: Loose, scope: Scope, snapshots: Loose[], action: Loose): Ask[] {
  const { type, params } = action;
  const key = (ref: Loose) => refKey(spot, scope, snapshots, ref);
  switch (type) {
    case "xstate.raise":
      // A raise without delay has already been applied.
      return params.delay === undefined ? [] : [armOf(logic, params, encoded(params.event, key))];
    case "xstate.cancel":
      return [{ ask: "cancel", id: params.sendId }];
    case "xstate.sendTo": {
      const to = key(params.to);
      if (to === undefined) throw new Error(`«${spot.key}» sends «${params.event?.type}» to an actor it has not got`);
      const event = encoded(params.event, key);
      if (params.delay === undefined) return [{ ask: "send", to, event }];
      return [{ ask: "arm", id: params.id, event, delay: finite(params.id, params.delay), to }];
    }
    case "xstate.spawnChild":
      return [childOf(spot, params)];
    case "xstate.stopChild":
      return params ? [{ ask: "stop", key: key(params)!, id: params.id }] : []; // params is the reference itself
    case "xstate.emit":
      return [{ ask: "emit", event: plain(params.event) }];
    case "xstate.log":
      return [{ ask: "log", words: plain([params.label ?? null, params.value ?? null]) }];
    default:
      if (type.startsWith("xstate.")) throw new Error(`the action «${type}» of XState is not known here`);
      return [{ ask: "act", type, params: encoded(params ?? {}, key) }];
  }
}

function childOf({ machines, key }: Spot, params: Loose): Ask {
  const { id, systemId, _syncSnapshot: sync } = params.actorRef; // params.id may be a function
  const { src, input = null } = params;
  if (typeof src !== "string") throw new Error(`the actor «${id}» is inline: name it in setup()`);
  if (!machines[src]) return { ask: "run", id, src, input: plain(input) };
  const more = { ...(systemId !== undefined && { systemId }), ...(sync && { sync: true as const }) };
  return { ask: "start", key: keyOf(key, id), id, src, input: plain(input), ...more };
}

/** The key of the actor that a reference stands for: itself, its parent, a named one, or a child. */
function refKey(spot: Spot, scope: Scope, snapshots: Loose[], ref: Loose): string | undefined {
  if (typeof ref === "string") return keyOf(spot.key, ref);
  const known = ref && scope.keys.get(ref);
  if (known !== undefined) return known;
  const isChild = snapshots.some((snapshot) => snapshot && Object.values(snapshot.children).includes(ref));
  return ref && (isChild || ref._parent === scope.actorScope.self) ? keyOf(spot.key, ref.id) : undefined;
}

function armOf(logic: Loose, params: Loose, event: Loose): Ask {
  const at = Object.keys(logic.implementations.delays)
    .filter((name) => name.startsWith(AT) && params.id.startsWith(`xstate.after.${name}.`))
    .sort((a, b) => b.length - a.length)[0];
  const delay = finite(params.id, params.delay);
  return { ask: "arm", id: params.id, event, delay, ...(at !== undefined && { at }) };
}

function finite(id: string, delay: unknown): number {
  if (typeof delay === "number" && Number.isFinite(delay)) return delay;
  throw new Error(`the delay of «${id}» is ${String(delay)}: a delay must be a finite number`);
}

const isRef = (value: Loose): value is AnyActorRef =>
  typeof value === "object" && value !== null && "sessionId" in value && "send" in value;

/** A reference inside an event travels as its actor's key. */
function encoded(value: Loose, key: (ref: Loose) => string | undefined): Loose {
  // An actor has a toJSON of its own, so the replacer looks at what stood there before.
  const replace = function (this: Loose, name: string, part: Loose) {
    return isRef(this[name]) ? { $actor: key(this[name]) ?? null } : part;
  };
  return JSON.parse(JSON.stringify(value, replace));
}

/** …and arrives as a reference again. */
function revived({ keys, actorScope }: Scope, value: Loose): Loose {
  if (typeof value !== "object" || value === null || value instanceof Error) return value;
  if (Array.isArray(value)) return value.map((part) => revived({ keys, actorScope } as Scope, part));
  if (typeof value.$actor === "string") {
    const ref: Loose = createActor(stub, { id: value.$actor.split("/").at(-1), parent: actorScope.self._parent });
    keys.set(ref, value.$actor);
    return ref;
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, revived({ keys, actorScope } as Scope, part)]),
  );
}

const plain = (value: Loose): Loose => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));
