// The pure step: one event, and all it leads to inside the tree, at one instant.
import type { Ask } from "./asks.ts";
import { arm, cancelTasks, disarm, dropTimers, readInstants, remove } from "./book.ts";
import { isWithin, keyOf } from "./refs.ts";
import { demandPortable, demandRoom, demandSmall } from "./size.ts";
import {
  ABOVE,
  isLiving,
  MAX_HOPS,
  MAX_TRANSITIONS,
  ROOT,
  type Actor,
  type Effect,
  type Json,
  type Machines,
  type MachineEvent,
  type State,
  type Step,
} from "./types.ts";
import { begin, transition, type Outcome } from "./xstate.ts";

/**
 * The state of a new tree and what its start leads to. Throws what the root throws, and what cannot be carried out.
 * `isBelow`: the tree is a child of one that lives elsewhere; then an error of the root ends it, as it ends any child.
 */
export function init(machines: Machines, input: Json, now: number, isBelow = false): Step {
  const empty: State = { now, n: 0, actors: {}, timers: [], tasks: [], ...(isBelow && { above: true }) };
  return run(machines, empty, now, (draft) => void bear(draft, ROOT, { src: ROOT, id: ROOT }, input));
}

/**
 * The state after `event` from outside for the actor `to` (a key). Time never goes back.
 * Throws as `init` does, and for an event that only XState itself may send; `state` is kept.
 */
export function step(machines: Machines, state: State, to: string, event: MachineEvent, now: number): Step {
  if (event.type.startsWith("xstate."))
    throw new Error(`«${event.type}» is XState's own: send an event of another name`);
  demandSmall(event);
  return deliver(machines, state, to, event, now);
}

/** As `step`, for events that do not come from outside: a timer's, a task's, a parent's. */
export function deliver(machines: Machines, state: State, to: string, event: MachineEvent, now: number): Step {
  return run(machines, state, now, (draft) => send(draft, to, event));
}

const STOP: MachineEvent = { type: "xstate.stop" };

/** An actor in the middle of something. `replaced`: it was stopped meanwhile, and its key is another's by now. */
type Work = { replaced: boolean };

/** What is sent to an actor waits in its `mail` until it is through, or born. */
type Draft = {
  machines: Machines;
  state: State;
  effects: Effect[];
  work: Map<string, Work>;
  mail: Map<string, MachineEvent[]>;
  unborn: Map<string, MachineEvent[]>;
  started: Set<Ask>;
  hops: number;
  transitions: number;
};

function run(machines: Machines, state: State, now: number, apply: (draft: Draft) => void): Step {
  const copy: State = {
    ...state,
    now: Math.max(state.now, now),
    actors: { ...state.actors },
    timers: [...state.timers],
    tasks: [...state.tasks],
  };
  const draft: Draft = {
    machines,
    state: copy,
    effects: [],
    work: new Map(),
    mail: new Map(),
    unborn: new Map(),
    started: new Set(),
    hops: 0,
    transitions: 0,
  };
  apply(draft);
  demandRoom(draft.state);
  demandPortable(draft.effects);
  return { state: draft.state, effects: draft.effects, cost: draft.hops + draft.transitions };
}

/** As in XState an event is processed at once, with all it leads to elsewhere, unless its receiver is busy. */
function send(draft: Draft, to: string, event: MachineEvent): void {
  const { state, effects } = draft;
  const task = state.tasks.find(({ actor, id }) => keyOf(actor, id) === to);
  if (task || to === ABOVE) {
    const asked = task && { gen: task.gen, src: task.src };
    effects.push({ do: "tell", at: state.now, actor: task?.actor ?? ROOT, to, event, ...asked });
    return;
  }
  draft.mail.set(to, [...(draft.mail.get(to) ?? []), event]);
  if (!draft.work.has(to)) drain(draft, to, { replaced: false });
}

function drain(draft: Draft, key: string, work: Work): void {
  const { machines, state, mail } = draft;
  draft.work.set(key, work);
  while (!work.replaced && isLiving(state.actors[key])) {
    const [event, ...rest] = mail.get(key) ?? [];
    if (!event || event === STOP) break;
    mail.set(key, rest);
    count(draft);
    follow(draft, key, work, transition({ machines, state, key }, state.actors[key]!, event));
  }
  if (work.replaced) return;
  draft.work.delete(key);
  const isStopped = isStopping(draft, key);
  mail.delete(key);
  if (isStopped) bury(draft, key);
}

/** Whether it was born: with `onlyLiving` not one that is over from its very start. */
function bear(draft: Draft, key: string, start: Omit<Actor, "snap">, input: Json, onlyLiving = false): boolean {
  const { machines, state } = draft;
  count(draft);
  // Its place comes first: it may be named by what it asks for in its very first snapshot.
  const place = { ...start, snap: { status: "starting" } };
  const outcome = begin(
    { machines, state: { ...state, actors: { ...state.actors, [key]: place } }, key },
    start.src,
    input,
  );
  if (onlyLiving && outcome.status !== "active") return false;
  state.actors[key] = place;
  draft.mail.set(key, draft.unborn.get(key) ?? []);
  draft.unborn.delete(key);
  const work = { replaced: false };
  draft.work.set(key, work);
  follow(draft, key, work, outcome);
  if (!work.replaced) drain(draft, key, work);
  return true;
}

function count(draft: Draft): void {
  if (++draft.hops > MAX_HOPS) throw new Error(`more than ${MAX_HOPS} internal events in one step`);
}

/** Carries out what an actor asks, one after the other, with all that each leads to. Then its parent is told. */
function follow(draft: Draft, key: string, work: Work, outcome: Outcome): void {
  const { state, machines } = draft;
  const actor = state.actors[key]!;
  const { status, asks, error, transitions } = outcome;
  draft.transitions += transitions;
  if (draft.transitions > MAX_TRANSITIONS) throw new Error(`more than ${MAX_TRANSITIONS} transitions in one step`);
  if (status === "error" && actor.parent === undefined && !state.above) throw error;
  state.actors[key] = { ...actor, snap: outcome.snap };
  for (const ask of asks) if (ask.ask === "stop") dropNames(state, ask.key);
  for (const ask of asks) if (ask.ask === "start") draft.unborn.set(ask.key, []);
  for (const ask of asks) carryOut(draft, key, work, ask);
  if (!work.replaced && status === "active") readInstants(machines, state, key);
  if (!work.replaced && status !== "active") end(draft, key, outcome);
  if (actor.parent !== undefined) tellParent(draft, actor.parent, actor, outcome);
}

function tellParent(draft: Draft, to: string, { id: actorId, sync }: Actor, outcome: Outcome): void {
  const { status, snap, output, error } = outcome;
  if (sync && status === "active") send(draft, to, { type: `xstate.snapshot.${actorId}`, snapshot: snap, actorId });
  if (status === "done") send(draft, to, { type: `xstate.done.actor.${actorId}`, output, actorId });
  if (status === "error") send(draft, to, { type: `xstate.error.actor.${actorId}`, error, actorId });
}

function carryOut(draft: Draft, key: string, work: Work, ask: Ask): void {
  const { state, effects } = draft;
  const at = state.now;
  switch (ask.ask) {
    case "emit":
      effects.push({ do: "emit", at, actor: key, event: ask.event });
      return;
    case "log":
      effects.push({ do: "log", at, actor: key, words: ask.words });
      return;
    case "act":
      effects.push({ do: "act", at, actor: key, type: ask.type, params: ask.params });
      return;
    case "send":
      if (ask.fresh && draft.unborn.has(ask.to)) draft.unborn.get(ask.to)!.push(ask.event);
      else send(draft, ask.to, ask.event);
      return;
    default:
      // Whatever else an actor asks whose place another has taken would be undone at once.
      if (!work.replaced) arrange(draft, key, ask);
  }
}

type Arrangement = Exclude<Ask, { ask: "emit" | "log" | "act" | "send" }>;

function arrange(draft: Draft, key: string, ask: Arrangement): void {
  switch (ask.ask) {
    case "arm":
      arm(draft.state, key, ask);
      return;
    case "cancel":
      disarm(draft.state, key, ask.id);
      return;
    case "startLiving":
      startChild(draft, key, ask.start, true);
      return;
    case "start":
      startChild(draft, key, ask, false);
      return;
    case "run":
      makeRoom(draft, ask.key);
      runTask(draft, key, ask);
      return;
    case "stop":
      stop(draft, ask.key);
  }
}

function startChild(draft: Draft, parent: string, ask: Ask & { ask: "start" }, onlyLiving: boolean): void {
  if (draft.started.has(ask)) return;
  const { key, src, id, systemId, sync, input } = ask;
  makeRoom(draft, key);
  const more = { ...(systemId !== undefined && { systemId }), ...(sync && { sync }) };
  if (bear(draft, key, { src, id, parent, ...more }, input, onlyLiving)) draft.started.add(ask);
}

function runTask(draft: Draft, actor: string, { id, src, input, systemId, sync }: Ask & { ask: "run" }): void {
  const { state, effects } = draft;
  const gen = state.n++;
  state.tasks.push({ actor, id, src, gen, input, at: state.now, ...(systemId !== undefined && { systemId }) });
  effects.push({ do: "run", at: state.now, actor, id, gen, src, input });
  const snapshot = { status: "active", input };
  if (sync) send(draft, actor, { type: `xstate.snapshot.${id}`, snapshot, actorId: id });
}

/** The last of that id gives up its key: one that has ended, or is told to stop but is busy yet. */
function makeRoom(draft: Draft, key: string): void {
  const busy = draft.work.get(key);
  if (busy) busy.replaced = true;
  draft.work.delete(key);
  if (draft.state.actors[key]) bury(draft, key);
}

const isStopping = ({ mail }: Draft, key: string): boolean => (mail.get(key) ?? []).includes(STOP);

/** A machine that is over: its timers and tasks end, and so do its children. */
function end(draft: Draft, key: string, { status, error }: Outcome): void {
  abandon(draft, key);
  if (status === "error")
    draft.effects.push({ do: "fault", at: draft.state.now, actor: key, message: messageOf(error) });
}

/** Stops an actor or a task. An actor that is busy is stopped when it is through, and takes nothing else until then. */
function stop(draft: Draft, key: string): void {
  const { state, effects, work, mail } = draft;
  cancelTasks(state, effects, (task) => keyOf(task.actor, task.id) === key);
  if (work.has(key)) mail.set(key, [STOP]);
  else if (state.actors[key]) bury(draft, key);
}

function bury(draft: Draft, key: string): void {
  abandon(draft, key);
  remove(draft.state, key);
}

/** Ends what is under way for an actor: children, timers, tasks. */
function abandon(draft: Draft, key: string): void {
  const { state, effects } = draft;
  for (const [child, { parent }] of Object.entries(state.actors)) if (parent === key) stop(draft, child);
  dropTimers(state, key);
  cancelTasks(state, effects, ({ actor }) => actor === key);
}

/** A name is free as soon as its holder is told to stop, or one above it. */
function dropNames(state: State, stopped: string): void {
  for (const [key, actor] of Object.entries(state.actors)) {
    if (actor.systemId === undefined || !isWithin(key, stopped)) continue;
    const { systemId: _, ...nameless } = actor;
    state.actors[key] = nameless;
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
