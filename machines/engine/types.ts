// The shapes the engine works on. All of it is JSON: a state can be stored, sent and compared as it stands.
import type { AnyStateMachine } from "xstate";

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json | undefined };

/** An event as a machine gets it. */
export type MachineEvent = { type: string; [key: string]: unknown };

/** Machines by the name under which a parent spawns or invokes them; `ROOT` is the one that starts. */
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
  /** Its id was armed again, or another of its id fired: as in XState it goes on, but no `cancel` finds it any more. */
  loose?: true;
  /** Named `at:` delay that gives the instant; evaluated again after each step of its actor. */
  at?: string;
  /** It went off at that instant, in a state that was not left: a later instant arms it again. */
  spent?: number;
};

/** `id` is what its parent calls it; its key in the state is unique among all. */
export type Actor = {
  src: string;
  id: string;
  parent?: string;
  systemId?: string;
  /** The parent is told of every snapshot. */
  sync?: true;
  snap: Json;
};

/** Whether the actor is under way: neither over nor failed. */
export const isLiving = (actor: Actor | undefined): boolean =>
  ["active", "starting"].includes((actor?.snap as { status: string } | undefined)?.status ?? "");

/** A promise actor: something outside that is under way. `gen` tells its answer from one to an earlier asking; `at`: when it was asked for. */
export type Task = Pick<Actor, "src" | "id" | "systemId"> & { actor: string; gen: number; input: Json; at: number };

/** Everything a tree of machines is between two steps. */
export type State = {
  now: number;
  /** Counter for arming order and generations. */
  n: number;
  /** By key: the root's is `ROOT`, a child's its id, a grandchild's `parent/id`. */
  actors: Record<string, Actor>;
  timers: TimerEntry[];
  tasks: Task[];
  /** The tree is itself a child of one that lives elsewhere: its root has a parent, under the key `ABOVE`. */
  above?: true;
};

/** What leaves a step, with the instant and the actor it came from. */
export type Effect = { at: number; actor: string } & (
  | { do: "act"; type: string; params: { [key: string]: Json | undefined } }
  | { do: "run"; id: string; gen: number; src: string; input: Json }
  | { do: "cancel"; id: string; gen: number; src: string }
  /** To a task (`gen` says which), or to whom the tree is a child of (`ABOVE`): both live elsewhere. */
  | { do: "tell"; to: string; gen?: number; src?: string; event: MachineEvent }
  | { do: "emit"; event: Json }
  | { do: "log"; words: Json }
  /** `undone`: of a timer or an answer nothing came but this; else an actor failed, and whoever is above it was told. */
  | { do: "fault"; message: string; undone?: true }
);

/** `cost`: what it took, in events and transitions inside; a host that has many steps to take at once counts it. */
export type Step = { state: State; effects: Effect[]; cost?: number };

export const ROOT = "network";

/** The key of whom the whole tree is a child of. No actor can have it: an id has no slash. */
export const ABOVE = "/";

/** The instant of a timer that has no date yet: it is armed, never due, and read again after each step. */
export const NEVER = Number.MAX_SAFE_INTEGER;

/** A named delay with this prefix returns an instant, not a duration. */
export const AT = "at:";

/** Internal events in one step, and timers at one instant; more is a loop. */
export const MAX_HOPS = 1000;
/** Bytes of JSON: of an event from outside; of a whole state, and of one thing that leaves it. Temporal takes 2 MiB in one. */
export const MAX_EVENT_BYTES = 256 * 1024;
export const MAX_STATE_BYTES = 1024 * 1024;
/** Transitions in one step, all actors together: some ten thousandths of a second each. */
export const MAX_TRANSITIONS = 5_000;
/** The cost of steps that are taken at once, for a host that must not be busy for long. */
export const MAX_AT_ONCE = 2_000;
/** Eventless transitions in one macrostep; XState's own default is unbounded. */
export const MAX_ITERATIONS = 500;
