// The shapes the engine works on. All of it is JSON: a state can be stored, sent and compared as it stands.

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json | undefined };

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

/** Everything a network is between two steps. */
export type State = {
  now: number;
  /** Number of entries recorded so far. */
  seq: number;
  /** Counter for arming order and generations. */
  n: number;
  actors: Record<string, Actor>;
  timers: TimerEntry[];
};

/** What happened, as the machine tells it. `n` counts the machine's own entries from 1 without gaps. */
export type Entry = {
  n: number;
  at: number;
  kind: string;
  subject: string;
  /** Key of the trigger that caused it; absent for timers. */
  key?: string;
  by?: string;
  role?: string;
  rule?: string;
  /** The instant this was planned for, where it was. */
  planned?: number;
  reason?: string;
  /** Audience of a message: role codes or `invited`, `undecided`. */
  to?: string[];
  data?: { [key: string]: Json | undefined };
};

/** What leaves a step. A `notify` is an entry whose audience is to be told. */
export type Effect =
  | { do: "record"; entry: Entry }
  | { do: "notify"; entry: Entry }
  | { do: "run"; actor: string; id: string; gen: number; src: string; input: Json };

export const ROOT = "network";
