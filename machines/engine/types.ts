// The shapes the engine works on. All of it is JSON: a state can be stored, sent and compared as it stands.
import type { AnyStateMachine } from "xstate";

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json | undefined };

/** An event as a machine gets it. */
export type MachineEvent = { type: string; [key: string]: unknown };

/** Machines by the name under which a parent spawns them; `ROOT` is the one that starts. */
export type Machines = Record<string, AnyStateMachine>;

/** One armed timer. Timers are part of the state, so arming and cancelling need no effect. */
export type TimerEntry = {
  actor: string;
  id: string;
  event: { type: string };
  dueAt: number;
  /** When `dueAt` was last computed: `armedAt <= dueAt` tells "in time" from "too late". */
  armedAt: number;
  /** Arming order: decides between timers due at the same instant. */
  n: number;
  /** The receiver, where it is not the actor itself. */
  to?: string;
  /** Named `at:` delay that gives the instant; evaluated again after each step of its actor. */
  at?: string;
};

export type Actor = { src: string; parent?: string; snap: Json };

/** Everything a network's machines are between two steps. */
export type State = {
  now: number;
  /** Number of entries recorded so far. */
  seq: number;
  /** Counter for arming order and generations. */
  n: number;
  actors: Record<string, Actor>;
  timers: TimerEntry[];
};

/** Who and what caused a step; stands in every entry of it. Absent for timers. */
export type Cause = { key: string; by: string; role: string };

/** What happened, as the machine tells it. `n` counts the machine's own entries from 1 without gaps. */
export type Entry = Partial<Cause> & {
  n: number;
  at: number;
  kind: string;
  subject: string;
  rule?: string;
  /** The instant this was planned for, where it was. */
  planned?: number;
  reason?: string;
  /** Audience of a message: role codes or `invited`. */
  to?: string[];
  data?: { [key: string]: Json | undefined };
};

/** What leaves a step. A `notify` is an entry whose audience is to be told. */
export type Effect =
  | { do: "record"; entry: Entry }
  | { do: "notify"; entry: Entry }
  | { do: "run"; actor: string; id: string; gen: number; src: string; input: Json };

export type Step = { state: State; effects: Effect[] };

export const ROOT = "network";

/** The instant of a timer that has no date yet: it is armed, never due, and read again after each step. */
export const NEVER = Number.MAX_SAFE_INTEGER;

/** A named delay with this prefix returns an instant, not a duration. */
export const AT = "at:";

/** Internal events in one step; more is a loop. */
export const MAX_HOPS = 1000;
/** Eventless transitions in one macrostep; XState's own default is unbounded. */
export const MAX_ITERATIONS = 500;
