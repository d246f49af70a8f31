// One running instance of a registered machine, as every host keeps it: its state, what it must have done outside, what
// it has said. Pure: a host carries out what comes back.
import { hear, settle, type Settled, type TaskRef } from "./answers.ts";
import { keyOf } from "./refs.ts";
import type { Registered } from "./register.ts";
import { sizeOf } from "./size.ts";
import { init, step } from "./step.ts";
import { advance, nextDue } from "./timers.ts";
import { ABOVE, isLiving, MAX_AT_ONCE, ROOT } from "./types.ts";
import type { Effect, Json, MachineEvent, State, Step } from "./types.ts";
import { can, snapshotOf } from "./xstate.ts";

type Does<Kind extends Effect["do"]> = Extract<Effect, { do: Kind }>;

/** What an instance said, numbered in one row with what it asks for. */
export type Recorded = { n: number } & Does<"emit" | "log" | "fault">;

/** What its host must carry out, in this order. */
export type Outward = { n: number } & Does<"act" | "run" | "cancel" | "tell" | "emit">;

/** `n` counts all it ever said or asked for; of what it said the last is kept. */
export type Instance = { state: State; n: number; records: Recorded[] };
export type Moved = { instance: Instance; out: Outward[] };

/** Records an instance keeps, and their bytes: with a whole state they must fit into what Temporal takes in one piece. */
export const MAX_RECORDS = 100;
const MAX_RECORD_BYTES = 256 * 1024;

/**
 * An event from outside for one of its actors, the root where none is named. `key` makes it happen once. It applies at
 * `at` (ms) where that is given, unless something later has happened.
 */
export type Sent = { key: string; to?: string; event: MachineEvent; at?: number };

/** `taken`: some transition was there for it; as in XState an event without one is no error, and changes nothing. */
export type Answer = { key: string } & (
  | { ok: true; taken: boolean; repeated?: true }
  | { ok: false; code: "shape" | "absent" | "ended" | "fault"; why: string }
);

/** How an instance stands, for who looks at it: the root, and the other actors by their keys. */
export type Standing = {
  now: number;
  n: number;
  /** When the next timer is due; absent where none is. */
  nextDue?: number;
  value: Json;
  context: Json;
  status: string;
  output?: Json;
  tags: string[];
  actors: Record<string, { src: string; value: Json; status: string }>;
  /** What is under way outside: keys of promise actors and of machines that run apart. */
  tasks: string[];
};

/** A new instance. Throws what its root throws; `isBelow` as for `init`. */
export function begin(of: Registered, input: Json, now: number, isBelow = false): Moved {
  const started = init(of.machines, input, now, isBelow);
  return moved(of, { state: started.state, n: 0, records: [] }, started);
}

/** Applies what is due up to and including `until`, or as much of it as can be at once. */
export function pass(of: Registered, instance: Instance, until: number): Moved {
  return moved(of, instance, advance(of.machines, instance.state, until, MAX_AT_ONCE));
}

/** One event from outside: what was due comes first. A refusal leaves the instance as it was after that. */
export function send(of: Registered, before: Instance, sent: Sent, now: number): Moved & { answer: Answer } {
  const { key, event } = sent;
  const { instance, out } = pass(of, before, now);
  const no = (code: "shape" | "absent" | "ended", why: string) => ({
    instance,
    out,
    answer: { key, ok: false as const, code, why },
  });
  if (typeof event?.type !== "string" || typeof key !== "string") return no("shape", "an event has a type and a key");
  const { state } = instance;
  const to = sent.to ?? ROOT;
  if (hasEnded(instance)) return no("ended", "the machine has ended: it takes no more events");
  if (!isLiving(state.actors[to])) return no("absent", `there is no actor «${to}», or it is over`);
  const spot = { machines: of.machines, state, key: to };
  try {
    const taken = !event.type.startsWith("xstate.") && can(spot, event);
    const next = moved(of, instance, step(of.machines, state, to, event, state.now));
    return { instance: next.instance, out: [...out, ...next.out], answer: { key, ok: true, taken } };
  } catch (error) {
    const { message } = error as Error;
    const fault = failed(of, instance, to, message);
    return { ...fault, out: [...out, ...fault.out], answer: { key, ok: false, code: "fault", why: message } };
  }
}

/** What became of a task. */
export function answered(of: Registered, before: Instance, task: TaskRef, settled: Settled, now: number): Moved {
  return passThen(of, before, now, (state) => settle(of.machines, state, task, settled, state.now));
}

/** An event from a machine that runs apart, or (`ABOVE`) from the one that this instance runs apart from. */
export function heard(
  of: Registered,
  before: Instance,
  from: TaskRef | typeof ABOVE,
  event: MachineEvent,
  now: number,
): Moved {
  return passThen(of, before, now, (state) => hear(of.machines, state, from, event, state.now));
}

/** What its host could not do: recorded, where nobody in the machine waits for it. */
export function failed(of: Registered, instance: Instance, actor: string, message: string): Moved {
  const { state } = instance;
  return moved(of, instance, { state, effects: [{ do: "fault", at: state.now, actor, message }] });
}

export const hasEnded = ({ state }: Instance): boolean => !isLiving(state.actors[ROOT]);

/** What a root that is over leaves. */
export function outcomeOf({ state }: Instance): Settled {
  const { status, output, error } = state.actors[ROOT]!.snap as Stored;
  return status === "done" ? { ok: true, output: output ?? null } : { ok: false, error: error ?? null };
}

type Stored = { status: string; value?: Json; context?: Json; output?: Json; error?: Json };

export function standing({ machines }: Registered, { state, n }: Instance): Standing {
  const { actors, tasks, now } = state;
  const due = nextDue(state)?.dueAt;
  const { value = null, context = null, status, output } = actors[ROOT]!.snap as Stored;
  const tags = status === "error" ? [] : snapshotOf({ machines, state, key: ROOT }).tags;
  const others = Object.entries(actors).filter(([key]) => key !== ROOT);
  const line = ({ src, snap }: State["actors"][string]) => {
    const { value: at = null, status: is } = snap as Stored;
    return { src, value: at, status: is };
  };
  return {
    now,
    n,
    ...(due !== undefined && { nextDue: due }),
    value,
    context,
    status,
    ...(output !== undefined && { output }),
    tags: [...tags].sort(),
    actors: Object.fromEntries(others.map(([key, actor]) => [key, line(actor)])),
    tasks: tasks.map(({ actor, id }) => keyOf(actor, id)),
  };
}

/** What was due comes first. */
function passThen(of: Registered, before: Instance, now: number, take: (state: State) => Step): Moved {
  const { instance, out } = pass(of, before, now);
  const next = moved(of, instance, take(instance.state));
  return { instance: next.instance, out: [...out, ...next.out] };
}

function moved(of: Registered, before: Instance, { state, effects }: Step): Moved {
  let { n } = before;
  const records: Recorded[] = [];
  const out: Outward[] = [];
  for (const effect of effects.map((one) => checked(of, one))) {
    if (!effect) continue;
    n += 1;
    if (effect.do === "emit" || effect.do === "log" || effect.do === "fault") records.push({ n, ...effect });
    if (effect.do === "log" || effect.do === "fault" || (effect.do === "emit" && !of.emitted)) continue;
    out.push({ n, ...effect });
  }
  const kept = records.length === 0 ? before.records : latest([...before.records, ...records]);
  return { instance: { state, n, records: kept }, out };
}

function latest(records: Recorded[]): Recorded[] {
  let bytes = 0;
  const last = records.slice(-MAX_RECORDS);
  return last.slice(last.findLastIndex((record) => (bytes += sizeOf(record)) > MAX_RECORD_BYTES) + 1);
}

/** Only machines hear: as in XState nothing comes of an event to a promise. A reference means nothing in another tree. */
function checked({ apart }: Registered, effect: Effect): Effect | undefined {
  if (effect.do !== "tell") return effect;
  const { to, src = "", at, actor, event } = effect;
  if (to !== ABOVE && !apart[src]) return undefined;
  if (!JSON.stringify(event).includes('"$actor"')) return effect;
  const message = `«${event.type}» to «${to}» holds a reference to an actor, which means nothing outside its tree`;
  return { do: "fault", at, actor, message };
}
