// The only file that knows XState's action objects (XState 6 renames them). It calls XState's pure functions for one
// actor at a time and translates what they ask for into `Ask`s. Children are stubs here: their snapshots stand in State.
import { createActor, type AnyActorRef, type AnyStateMachine } from "xstate";
import { AT, MAX_ITERATIONS, type Actor, type Json, type Machines, type MachineEvent } from "./types.ts";

/** What an actor asks its host to do, in order. */
export type Ask =
  | { ask: "arm"; id: string; event: MachineEvent; delay: number; at?: string; to?: string }
  | { ask: "cancel"; id: string }
  | { ask: "send"; to: string; event: MachineEvent }
  | { ask: "start"; id: string; src: string; input: Json }
  | { ask: "run"; id: string; src: string; input: Json }
  | { ask: "stop"; id: string }
  | { ask: "custom"; type: string; params: { [key: string]: Json | undefined } };

export type Outcome = { snap: Json; status: "active" | "done"; output: Json; asks: Ask[] };

/** Where an event comes from or goes to, for the actor that is stepped. */
export type Self = { id: string; parent?: string };

/** The initial snapshot of a new actor. Throws what the machine throws. */
export function begin(machines: Machines, src: string, self: Self, input: Json): Outcome {
  const logic = logicOf(machines, src);
  const scope = scopeOf(self.id);
  return outcomeOf(machines, logic, self, scope, logic.getInitialSnapshot(scope.actorScope, input));
}

/** The snapshot after one event. Throws what the machine throws; the actor given is not changed. */
export function transition(machines: Machines, actor: Actor, self: Self, event: MachineEvent): Outcome {
  const logic = logicOf(machines, actor.src);
  const scope = scopeOf(self.id);
  return outcomeOf(machines, logic, self, scope, logic.transition(liveOf(machines, actor), event, scope.actorScope));
}

/** Whether the actor would take the event now. */
export function can(machines: Machines, actor: Actor, event: MachineEvent): boolean {
  const live = liveOf(machines, actor);
  return live.status === "active" && live.can(event);
}

export function isActive(machines: Machines, actor: Actor): boolean {
  return liveOf(machines, actor).status === "active";
}

/** The instant a named `at:` delay gives for the actor as it stands. */
export function instantOf(machines: Machines, actor: Actor, delay: string): number {
  const delays = logicOf(machines, actor.src).implementations.delays;
  return Number(delays[delay]({ context: liveOf(machines, actor).context, event: { type: "" } }));
}

// XState's types describe running actors; its pure functions are called here outside one, so they are loose in this file.
type Loose = any; // oxlint-disable-line typescript/no-explicit-any
type Scope = { actorScope: Loose; actions: Loose[] };

const stub: Loose = {
  transition: (snapshot: Loose) => snapshot,
  getInitialSnapshot: () => ({ status: "active" }),
  getPersistedSnapshot: (snapshot: Loose) => snapshot,
  restoreSnapshot: (snapshot: Loose) => snapshot,
};
const PARENT: AnyActorRef = createActor(stub, { id: "#parent" });

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

function scopeOf(id: string): Scope {
  const actions: Loose[] = [];
  const self: Loose = createActor(stub, { id, parent: PARENT });
  const nothing = () => {};
  const actorScope = {
    self,
    id,
    sessionId: "",
    system: self.system,
    defer: nothing,
    logger: nothing,
    stopChild: nothing,
    emit: nothing,
    actionExecutor: (action: Loose) => actions.push(action),
  };
  return { actorScope, actions };
}

// A live snapshot for each persisted one: an optimisation only, a missing one is restored.
const live = new WeakMap<object>();

function liveOf(machines: Machines, actor: Actor): Loose {
  const key = actor.snap as object;
  let snapshot = live.get(key);
  if (!snapshot) {
    snapshot = logicOf(machines, actor.src).restoreSnapshot(structured(key), scopeOf("restore").actorScope);
    live.set(key, snapshot);
  }
  return snapshot;
}

function outcomeOf(machines: Machines, logic: Loose, self: Self, scope: Scope, snapshot: Loose): Outcome {
  if (snapshot.status === "error") throw snapshot.error;
  // The asks come first: what cannot be carried out is then named, rather than found out by the persisting.
  const asks = scope.actions.flatMap((action) => askOf(machines, logic, self, scope, action));
  const snap = structured(logic.getPersistedSnapshot(snapshot));
  live.set(snap, snapshot);
  return { snap, status: snapshot.status, output: (snapshot.output ?? null) as Json, asks };
}

function askOf(machines: Machines, logic: Loose, self: Self, scope: Scope, action: Loose): Ask[] {
  const { type, params } = action;
  switch (type) {
    case "xstate.raise":
      // A raise without delay has already been applied.
      return params.delay === undefined ? [] : [armOf(logic, params)];
    case "xstate.cancel":
      return [{ ask: "cancel", id: params.sendId }];
    case "xstate.sendTo": {
      const to = params.to === scope.actorScope.self ? self.id : params.to === PARENT ? self.parent : params.to?.id;
      if (to === undefined) throw new Error(`«${self.id}» sends «${params.event?.type}» to a parent it has not got`);
      if (params.delay === undefined) return [{ ask: "send", to, event: params.event }];
      return [{ ask: "arm", id: params.id, event: params.event, delay: finite(params.id, params.delay), to }];
    }
    case "xstate.spawnChild": {
      const id = params.actorRef.id as string; // params.id may be a function
      if (typeof params.src !== "string") throw new Error(`the actor «${id}» is inline: name it in setup()`);
      return [{ ask: machines[params.src] ? "start" : "run", id, src: params.src, input: params.input ?? null }];
    }
    case "xstate.stopChild":
      return [{ ask: "stop", id: params.id }]; // params is the reference itself
    case "xstate.emit":
    case "xstate.log":
      return [];
    default:
      if (type.startsWith("xstate.")) throw new Error(`the action «${type}» of XState is not known here`);
      return [{ ask: "custom", type, params: structured(params ?? {}) }];
  }
}

function armOf(logic: Loose, params: Loose): Ask {
  const at = Object.keys(logic.implementations.delays)
    .filter((name) => name.startsWith(AT) && params.id.startsWith(`xstate.after.${name}.`))
    .sort((a, b) => b.length - a.length)[0];
  const delay = finite(params.id, params.delay);
  return { ask: "arm", id: params.id, event: params.event, delay, ...(at !== undefined && { at }) };
}

function finite(id: string, delay: unknown): number {
  if (typeof delay === "number" && Number.isFinite(delay)) return delay;
  throw new Error(`the delay of «${id}» is ${String(delay)}: a delay must be a finite number`);
}

const structured = (value: Loose): Loose => JSON.parse(JSON.stringify(value));
