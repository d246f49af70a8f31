// The pure step: one event, and all it leads to inside the network, at one instant.
import { begin, instantOf, transition, type Ask, type Outcome } from "./xstate.ts";
import {
  MAX_HOPS,
  ROOT,
  type Cause,
  type Effect,
  type Entry,
  type Json,
  type Machines,
  type MachineEvent,
  type State,
  type Step,
} from "./types.ts";

/** The state of a new network and what its start leads to. Throws what the machines throw. */
export function init(machines: Machines, input: Json, now: number, cause?: Cause): Step {
  const empty: State = { now, seq: 0, n: 0, actors: {}, timers: [] };
  return run(machines, empty, { start: ROOT, src: ROOT, input }, now, cause);
}

/** The state after `event` for the actor `to`. Time never goes back. Throws what the machines throw; `state` is kept. */
export function step(
  machines: Machines,
  state: State,
  to: string,
  event: MachineEvent,
  now: number,
  cause?: Cause,
): Step {
  return run(machines, state, { to, event }, now, cause);
}

type Message = { to: string; event: MachineEvent } | { start: string; src: string; parent?: string; input: Json };
type Draft = { state: State; effects: Effect[]; queue: Message[]; cause: Cause | undefined; machines: Machines };

function run(machines: Machines, state: State, first: Message, now: number, cause: Cause | undefined): Step {
  const copy: State = {
    ...state,
    now: Math.max(state.now, now),
    actors: { ...state.actors },
    timers: [...state.timers],
  };
  const draft: Draft = { state: copy, effects: [], queue: [first], cause, machines };
  for (let hops = 1; draft.queue.length > 0; hops++) {
    if (hops > MAX_HOPS) throw new Error(`more than ${MAX_HOPS} internal events in one step`);
    deliver(draft, draft.queue.shift()!);
  }
  return { state: draft.state, effects: draft.effects };
}

function deliver(draft: Draft, message: Message): void {
  const { state, machines } = draft;
  const id = "start" in message ? message.start : message.to;
  const before = state.actors[id];
  if ("event" in message && (!before || (before.snap as { status: string }).status !== "active")) return;
  const src = "start" in message ? message.src : before!.src;
  const parent = "start" in message ? message.parent : before!.parent;
  const self = { id, ...(parent !== undefined && { parent }) };
  const outcome =
    "start" in message ? begin(machines, src, self, message.input) : transition(machines, before!, self, message.event);
  state.actors[id] = { src, ...(parent !== undefined && { parent }), snap: outcome.snap };
  for (const ask of outcome.asks) answer(draft, id, ask);
  if (outcome.status === "done") finish(draft, id, outcome);
  else readInstants(draft, id);
}

function answer(draft: Draft, id: string, ask: Ask): void {
  const { state, queue, effects } = draft;
  switch (ask.ask) {
    case "arm":
      disarm(state, id, ask.id);
      state.timers.push({
        actor: id,
        id: ask.id,
        event: ask.event,
        dueAt: ask.at === undefined ? state.now + ask.delay : ask.delay,
        armedAt: state.now,
        n: state.n++,
        ...(ask.to !== undefined && ask.to !== id && { to: ask.to }),
        ...(ask.at !== undefined && { at: ask.at }),
      });
      return;
    case "cancel":
      disarm(state, id, ask.id);
      return;
    case "send":
      queue.push({ to: ask.to, event: ask.event });
      return;
    case "start":
      if (state.actors[ask.id]) throw new Error(`an actor «${ask.id}» exists already`);
      queue.push({ start: ask.id, src: ask.src, parent: id, input: ask.input });
      return;
    case "run":
      effects.push({ do: "run", actor: id, gen: state.n++, id: ask.id, src: ask.src, input: ask.input });
      return;
    case "stop":
      drop(state, ask.id);
      return;
    case "custom":
      effects.push({ do: ask.type === "notify" ? "notify" : "record", entry: entryOf(draft, id, ask) });
  }
}

function entryOf(draft: Draft, id: string, ask: Extract<Ask, { ask: "custom" }>): Entry {
  if (ask.type !== "record" && ask.type !== "notify") throw new Error(`the action «${ask.type}» has no host`);
  const rest = ask.params as Omit<Entry, "n" | "at">;
  return { n: ++draft.state.seq, at: draft.state.now, ...draft.cause, ...rest, subject: rest.subject ?? id };
}

function finish(draft: Draft, id: string, outcome: Outcome): void {
  const { state, queue } = draft;
  state.timers = state.timers.filter((timer) => timer.actor !== id);
  const parent = state.actors[id]?.parent;
  const type = `xstate.done.actor.${id}`;
  if (parent !== undefined) queue.push({ to: parent, event: { type, output: outcome.output, actorId: id } });
}

/** Reads the instants of an actor's `at:` timers again, so that moving a date moves its timers. */
function readInstants({ state, machines }: Draft, id: string): void {
  state.timers = state.timers.map((timer) => {
    if (timer.actor !== id || timer.at === undefined) return timer;
    const dueAt = instantOf(machines, state.actors[id]!, timer.at);
    if (!Number.isFinite(dueAt)) throw new Error(`the instant of «${timer.id}» is ${dueAt}`);
    return dueAt === timer.dueAt ? timer : { ...timer, dueAt, armedAt: state.now };
  });
}

function disarm(state: State, actor: string, id: string): void {
  state.timers = state.timers.filter((timer) => timer.actor !== actor || timer.id !== id);
}

function drop(state: State, id: string): void {
  for (const [child, actor] of Object.entries(state.actors)) if (actor.parent === id) drop(state, child);
  delete state.actors[id];
  state.timers = state.timers.filter((timer) => timer.actor !== id && timer.to !== id);
}
