// XState's pure functions, called for one actor at a time: what becomes of it, and what it asks its host to do.
// Children are stubs here: their snapshots stand in State.
import { getStateNodes, type AnyStateMachine } from "xstate";
import { asksOf, type Ask } from "./asks.ts";
import { encoded, isWithin, keyOf, keyOfRef, references, revived, stub, type Refs } from "./refs.ts";
import {
  isLiving,
  MAX_ITERATIONS,
  type Actor,
  type Json,
  type Machines,
  type MachineEvent,
  type State,
} from "./types.ts";

export type Outcome = {
  snap: Json;
  status: "active" | "done" | "error";
  output: Json;
  error: unknown;
  asks: Ask[];
  /** How many transitions it took. */
  transitions: number;
};

/** What is stepped: the machines, the tree it belongs to, and which actor. */
export type Spot = { machines: Machines; state: State; key: string };

/** The initial snapshot of a new actor. What the machine throws becomes the outcome `error`. */
export function begin(spot: Spot, src: string, input: Json): Outcome {
  const logic = logicOf(spot.machines, src);
  return outcomeOf(spot, logic, undefined, ({ actorScope, refs }) =>
    logic.getInitialSnapshot(actorScope, revived(refs, input ?? undefined)),
  );
}

/** The snapshot after one event. What the machine throws becomes the outcome `error`; the actor given is not changed. */
export function transition(spot: Spot, actor: Actor, event: MachineEvent): Outcome {
  const logic = logicOf(spot.machines, actor.src);
  const before = liveOf(spot, actor);
  return outcomeOf(spot, logic, before, ({ actorScope, refs }) =>
    logic.transition(before, revived(refs, event), actorScope),
  );
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
  return delays[delay]({ context: liveOf(spot, actor).context, event: { type: "" } });
}

/** The live snapshot of an actor, for whoever compares or shows it. */
export function snapshotOf(spot: Spot): LiveSnapshot {
  return liveOf(spot, spot.state.actors[spot.key]!);
}

export type LiveSnapshot = { value: Json; context: unknown; status: string; output: unknown; tags: Set<string> };

// XState's types describe running actors; its pure functions are called here outside one, so they are loose in this file.
type Loose = any; // oxlint-disable-line typescript/no-explicit-any
type Scope = { actorScope: Loose; actions: Loose[]; refs: Refs; count: { transitions: number } };

const stubbed = new WeakMap<AnyStateMachine>();

/** The machine with a stub for every actor it names, so that its snapshot keeps `{ id, src }` of its children. */
function logicOf(machines: Machines, src: string): Loose {
  const machine = machines[src];
  if (!machine) throw new Error(`no machine is named «${src}»`);
  let logic = stubbed.get(machine);
  if (!logic) {
    const { actors, delays } = machine.implementations as Loose;
    logic = machine.provide({
      actors: Object.fromEntries(Object.keys(actors).map((name) => [name, stub])),
      delays: Object.fromEntries(Object.entries(delays).map(([name, delay]) => [name, checked(name, delay)])),
    });
    const most = Math.min(logic.options?.maxIterations ?? Infinity, MAX_ITERATIONS);
    logic.options = { ...logic.options, maxIterations: most };
    stubbed.set(machine, logic);
  }
  return logic;
}

/** XState takes a delay that is no number as none at all, and NaN as 0: either would be a timer that fires at once. */
function checked(name: string, delay: Loose) {
  return (args: unknown, params: unknown): number => {
    const value: unknown = typeof delay === "function" ? delay(args, params) : delay;
    if (typeof value === "number" && Number.isFinite(value)) return value;
    throw new Error(`the delay «${name}» is ${String(value)}: a delay must be a finite number of milliseconds`);
  };
}

/** Everything XState may ask about its surroundings: itself, its parents, and those known to the whole system by name. */
function scopeOf({ state, key }: Spot, isStart: boolean): Scope {
  const actions: Loose[] = [];
  const refs = references(state.above);
  const self = refs(key);
  const { system } = self;
  for (const [other, actor] of Object.entries(state.actors))
    if (actor.systemId !== undefined && isLiving(actor)) system._set(actor.systemId, refs(other));
  for (const { actor, id, systemId } of state.tasks)
    if (systemId !== undefined) system._set(systemId, refs(keyOf(actor, id)));
  let newest: Loose;
  const count = { transitions: 0 };
  system.inspect((seen: Loose) => {
    if (seen.type === "@xstate.microstep") count.transitions += 1;
    if (seen.type === "@xstate.actor" && seen.actorRef._parent === self) newest = seen.actorRef;
  });
  const nothing = () => {};
  const actorScope = {
    self,
    id: self.id,
    sessionId: key,
    system,
    // Nothing but `spawn` in an assignment defers here; its function would start the actor, which is the host's to do.
    defer: () => actions.push({ type: "xstate.spawnChild", params: { actorRef: newest }, early: true }),
    logger: nothing,
    stopChild: nothing,
    emit: nothing,
    actionExecutor: (action: Loose) => {
      // At a start XState stops only after all is created: a name that is taken stays taken.
      if (!isStart && action.type === "xstate.stopChild" && action.params) freeNames(system, keyOfRef(action.params));
      actions.push(action);
    },
  };
  return { actorScope, actions, refs, count };
}

/** A name is free as soon as its holder is stopped, or one above it, also for another actor of the same step. */
function freeNames(system: Loose, stopped: string): void {
  for (const ref of Object.values(system.getAll())) if (isWithin(keyOfRef(ref), stopped)) system._unregister(ref);
}

// A live snapshot for each persisted one: an optimisation only, a missing one is restored.
const live = new WeakMap();

function liveOf({ machines, state, key }: Spot, actor: Actor): Loose {
  const snap = actor.snap as Loose;
  let snapshot = live.get(snap);
  if (!snapshot) {
    const logic = logicOf(machines, actor.src);
    const refs = references(state.above);
    const { nodes, ...stored } = snap;
    // Names are the tree's: here they could only collide, as a child that is over keeps its place but not its name.
    const children = Object.fromEntries(
      Object.entries<Loose>(snap.children).map(([id, child]) => [id, { ...child, systemId: undefined }]),
    );
    const restored = logic.restoreSnapshot({ ...stored, children, context: {} }, { self: refs(key) });
    snapshot = { ...ordered(logic, restored, nodes, snap.value), context: revived(refs, snap.context) };
    live.set(snap, snapshot);
  }
  return snapshot;
}

function outcomeOf(spot: Spot, logic: Loose, before: Loose, step: (scope: Scope) => Loose): Outcome {
  const scope = scopeOf(spot, !before);
  const snapshot = stepped(before, () => step(scope));
  const failed = snapshot.status === "error";
  // The asks come first: what cannot be carried out is then named, rather than found out by the persisting.
  const asks = asksOf({ ...spot, logic, actions: scope.actions, snapshot, before });
  const snap = failed ? { status: "error", error: encoded(snapshot.error) ?? null } : persisted(logic, snapshot);
  // The context is what JSON makes of it from the very next step, and not only after a night in a database.
  if (!failed) live.set(snap, { ...snapshot, context: revived(scope.refs, snap.context) });
  const { status, output, error } = snapshot;
  return { snap, status, output: encoded(output ?? null), error, asks, transitions: scope.count.transitions };
}

/** XState throws what an action throws on a transition, and keeps what one throws at the start in the snapshot. */
function stepped(before: Loose, step: () => Loose): Loose {
  try {
    return step();
  } catch (error) {
    return { ...before, status: "error", error };
  }
}

/**
 * The snapshot as JSON. XState keeps only its value, and makes the list of active states anew from that; but it acts in
 * the order of that list, and after some transitions in parallel states the list says more than the value.
 */
function persisted(logic: Loose, snapshot: Loose): Loose {
  const { context, _nodes: nodes } = snapshot;
  const usual = [...new Set<Loose>(getStateNodes(logic.root, snapshot.value))];
  const isUsual = usual.length === nodes.length && usual.every((node, index) => node === nodes[index]);
  const order = isUsual ? {} : { nodes: nodes.map((node: Loose) => node.order) };
  const { children: _, ...own } = logic.getPersistedSnapshot({ ...snapshot, context: undefined, children: {} });
  return { ...encoded({ ...own, context, ...order }), children: childrenOf(logic, snapshot) };
}

// Children as JSON, by the list that XState keeps of them: it makes another where one comes or goes, and each stub stays as it was.
const encodedChildren = new WeakMap<object, Json>();

function childrenOf(logic: Loose, { children, ...snapshot }: Loose): Json {
  let json = encodedChildren.get(children);
  if (json === undefined) {
    json = encoded(logic.getPersistedSnapshot({ ...snapshot, context: undefined, children }).children) as Json;
    encodedChildren.set(children, json);
  }
  return json;
}

function ordered(logic: Loose, restored: Loose, nodes: number[] | undefined, value: Json): Loose {
  if (!nodes) return restored;
  const all = [...logic.idMap.values()];
  const inOrder = nodes.map((order) => all[order]);
  return { ...restored, _nodes: inOrder, tags: new Set(inOrder.flatMap(({ tags }) => tags)), value };
}
