// The pure step: one event, and all it leads to inside the tree, at one instant.
import { begin, instantOf, transition, type Ask, type Outcome } from "./xstate.ts";
import {
  MAX_HOPS,
  ROOT,
  type Actor,
  type Effect,
  type Json,
  type Machines,
  type MachineEvent,
  type State,
  type Step,
  type Task,
} from "./types.ts";

/** The state of a new tree and what its start leads to. Throws what the root throws, and what cannot be carried out. */
export function init(machines: Machines, input: Json, now: number): Step {
  const empty: State = { now, n: 0, actors: {}, timers: [], tasks: [] };
  return run(machines, empty, { start: { src: ROOT, id: ROOT }, key: ROOT, input }, now);
}

/** The state after `event` for the actor `to` (a key). Time never goes back. Throws as `init` does; `state` is kept. */
export function step(machines: Machines, state: State, to: string, event: MachineEvent, now: number): Step {
  return run(machines, state, { to, event }, now);
}

/** What became of a task: its actor is told, unless the task was stopped or started anew meanwhile. */
export type Settled = { ok: true; output: Json } | { ok: false; error: Json };

/** The state after a task was settled. Throws as `step` does. */
export function settle(
  machines: Machines,
  state: State,
  task: Pick<Task, "actor" | "id" | "gen">,
  settled: Settled,
  now: number,
): Step {
  const same = (other: Task) => other.actor === task.actor && other.id === task.id && other.gen === task.gen;
  if (!state.tasks.some(same)) return { state, effects: [] };
  const without = { ...state, tasks: state.tasks.filter((other) => !same(other)) };
  const { id: actorId } = task;
  const event = settled.ok
    ? { type: `xstate.done.actor.${actorId}`, output: settled.output, actorId }
    : { type: `xstate.error.actor.${actorId}`, error: settled.error, actorId };
  return run(machines, without, { to: task.actor, event }, now);
}

type Birth = { key: string; start: Pick<Actor, "src" | "id" | "parent" | "systemId" | "sync">; input: Json };
type Letter = { to: string; event: MachineEvent };
/** `busy`: actors in the middle of something; what is sent to them waits in their `mail` until they are through. */
type Draft = {
  machines: Machines;
  state: State;
  effects: Effect[];
  busy: Set<string>;
  mail: Map<string, MachineEvent[]>;
  hops: number;
};

function run(machines: Machines, state: State, first: Letter | Birth, now: number): Step {
  const copy: State = {
    ...state,
    now: Math.max(state.now, now),
    actors: { ...state.actors },
    timers: [...state.timers],
    tasks: [...state.tasks],
  };
  const draft: Draft = { machines, state: copy, effects: [], busy: new Set(), mail: new Map(), hops: 0 };
  if ("start" in first) bear(draft, first);
  else send(draft, first);
  return { state: draft.state, effects: draft.effects };
}

/** As in XState an event is processed at once, with all it leads to elsewhere, unless its receiver is busy. */
function send(draft: Draft, { to, event }: Letter): void {
  const waiting = draft.mail.get(to) ?? [];
  draft.mail.set(to, [...waiting, event]);
  if (!draft.busy.has(to)) drain(draft, to);
}

function drain(draft: Draft, key: string): void {
  const { state, busy, mail } = draft;
  busy.add(key);
  for (let waiting = mail.get(key) ?? []; waiting.length > 0; waiting = mail.get(key) ?? []) {
    mail.set(key, waiting.slice(1));
    const actor = state.actors[key];
    if (!actor || statusOf(actor) !== "active") break;
    count(draft);
    follow(draft, key, transition({ machines: draft.machines, state, key }, actor, waiting[0]!));
  }
  busy.delete(key);
  mail.delete(key);
}

function bear(draft: Draft, { key, start, input }: Birth): void {
  const { machines, state, busy } = draft;
  count(draft);
  // Its place comes first: a child may be named, or send, from its very first snapshot.
  state.actors[key] = { ...start, snap: { status: "starting" } };
  busy.add(key);
  follow(draft, key, begin({ machines, state, key }, start.src, input));
  drain(draft, key);
}

function count(draft: Draft): void {
  if (++draft.hops > MAX_HOPS) throw new Error(`more than ${MAX_HOPS} internal events in one step`);
}

const statusOf = (actor: Actor | undefined) => (actor?.snap as { status: string } | undefined)?.status;

/** Carries out what an actor asks: what concerns itself and its host at once, what concerns other actors after that. */
function follow(draft: Draft, key: string, outcome: Outcome): void {
  const { state } = draft;
  const actor = state.actors[key]!;
  if (outcome.status === "error" && actor.parent === undefined) throw outcome.error;
  state.actors[key] = { ...actor, snap: outcome.snap };
  const later = born(outcome.asks.filter((ask) => !carryOut(draft, key, ask)));
  if (outcome.status === "active") readInstants(draft, key);
  for (const ask of later) reach(draft, key, ask);
  if (state.actors[key] && outcome.status !== "active") end(draft, key, outcome);
  if (actor.parent !== undefined) tellParent(draft, actor.parent, actor, outcome);
}

/** A child that is stopped in the step that would start it is never born. */
function born(asks: Ask[]): Ask[] {
  const isStillborn = (ask: Ask, index: number) =>
    (ask.ask === "start" || ask.ask === "run") &&
    asks.slice(index).some((other) => other.ask === "stop" && other.id === ask.id);
  return asks.filter((ask, index) => !isStillborn(ask, index));
}

function tellParent(
  draft: Draft,
  to: string,
  { id: actorId, sync }: Actor,
  { status, snap, output, error }: Outcome,
): void {
  if (sync) send(draft, { to, event: { type: `xstate.snapshot.${actorId}`, snapshot: snap, actorId } });
  if (status === "done") send(draft, { to, event: { type: `xstate.done.actor.${actorId}`, output, actorId } });
  if (status === "error") send(draft, { to, event: { type: `xstate.error.actor.${actorId}`, error, actorId } });
}

/** False for what has to wait, because it reaches other actors. */
function carryOut({ state, effects }: Draft, key: string, ask: Ask): boolean {
  const at = state.now;
  switch (ask.ask) {
    case "arm":
      disarm(state, key, ask.id);
      state.timers.push({
        actor: key,
        id: ask.id,
        event: ask.event,
        dueAt: ask.at === undefined ? at + ask.delay : ask.delay,
        armedAt: at,
        n: state.n++,
        ...(ask.to !== undefined && ask.to !== key && { to: ask.to }),
        ...(ask.at !== undefined && { at: ask.at }),
      });
      return true;
    case "cancel":
      disarm(state, key, ask.id);
      return true;
    case "emit":
      effects.push({ do: "emit", at, actor: key, event: ask.event });
      return true;
    case "log":
      effects.push({ do: "log", at, actor: key, words: ask.words });
      return true;
    case "act":
      effects.push({ do: "act", at, actor: key, type: ask.type, params: ask.params });
      return true;
    case "send":
    case "start":
    case "run":
    case "stop":
      return false;
  }
}

function reach(draft: Draft, key: string, ask: Ask): void {
  const { state, effects } = draft;
  switch (ask.ask) {
    case "send":
      send(draft, { to: ask.to, event: ask.event });
      return;
    case "start": {
      demandFree(draft, key, ask.id, ask.key);
      const { src, id, systemId, sync } = ask;
      const start = { src, id, parent: key, ...(systemId !== undefined && { systemId }), ...(sync && { sync }) };
      bear(draft, { key: ask.key, start, input: ask.input });
      return;
    }
    case "run": {
      demandFree(draft, key, ask.id, undefined);
      const gen = state.n++;
      state.tasks.push({ actor: key, id: ask.id, src: ask.src, gen });
      effects.push({ do: "run", at: state.now, actor: key, id: ask.id, gen, src: ask.src, input: ask.input });
      return;
    }
    case "stop":
      stop(draft, key, ask);
  }
}

/** A child that has ended may be replaced; one that lives is never replaced silently. */
function demandFree({ state }: Draft, actor: string, id: string, key: string | undefined): void {
  const living = key !== undefined && ["active", "starting"].includes(statusOf(state.actors[key]) ?? "");
  const under = state.tasks.some((task) => task.actor === actor && task.id === id);
  if (living || under) throw new Error(`«${actor}» has a child «${id}» already`);
}

/** A machine that is over: its timers and tasks end, and so do its children. */
function end(draft: Draft, key: string, outcome: Outcome): void {
  dropWithin(draft, key);
  if (outcome.status === "error") {
    const message = outcome.error instanceof Error ? outcome.error.message : String(outcome.error);
    draft.effects.push({ do: "fault", at: draft.state.now, actor: key, message });
  }
}

function stop(draft: Draft, parent: string, { key, id }: { key: string; id: string }): void {
  endTasks(draft, (task) => task.actor === parent && task.id === id);
  if (!draft.state.actors[key]) return;
  dropWithin(draft, key);
  delete draft.state.actors[key];
  draft.state.timers = draft.state.timers.filter((timer) => timer.to !== key);
}

function dropWithin(draft: Draft, key: string): void {
  const { state } = draft;
  for (const [child, { parent, id }] of Object.entries(state.actors))
    if (parent === key) stop(draft, key, { key: child, id });
  state.timers = state.timers.filter((timer) => timer.actor !== key);
  endTasks(draft, (task) => task.actor === key);
}

function endTasks({ state, effects }: Draft, ends: (task: Task) => boolean): void {
  for (const { actor, id, gen } of state.tasks.filter(ends))
    effects.push({ do: "cancel", at: state.now, actor, id, gen });
  state.tasks = state.tasks.filter((task) => !ends(task));
}

/** Reads the instants of an actor's `at:` timers again, so that moving a date moves its timers. */
function readInstants({ state, machines }: Draft, key: string): void {
  state.timers = state.timers.map((timer) => {
    if (timer.actor !== key || timer.at === undefined) return timer;
    const dueAt = instantOf({ machines, state, key }, timer.at);
    if (!Number.isFinite(dueAt)) throw new Error(`the instant of «${timer.id}» is ${dueAt}`);
    return dueAt === timer.dueAt ? timer : { ...timer, dueAt, armedAt: state.now };
  });
}

function disarm(state: State, actor: string, id: string): void {
  state.timers = state.timers.filter((timer) => timer.actor !== actor || timer.id !== id);
}
