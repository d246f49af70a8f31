// What a host is to the contract suite: something to which things happen, and which can be looked at.
import type { Machines } from "../../machines/engine/types.ts";
import type { Picture, Trace } from "./oracle.ts";
import type { Script } from "./plan.ts";

type Maybe<T> = T | Promise<T>;

/**
 * What left, in order, each side as much of it as it knows. `all`: acts, emits, logs and runs among each other;
 * `outside`: what was carried out, but for tasks that were given up in the step that asked for them; `said`: emits and
 * logs as they are kept; `root`: the root's own acts and emits.
 */
export type Traces = { all?: Trace; outside?: Trace; said?: Trace; root?: Trace };

/** One of the tasks there have been, by the order of their starts: among all, and among those that outlived their step. */
export type Asking = { index: number; lasting: number };

/** One script on a host. Each of the first four comes back when nothing is under way but what waits for an answer. */
export type Side = {
  start(): Maybe<void>;
  send(to: string, event: { type: string }): Maybe<void>;
  wait(ms: number): Maybe<void>;
  settle(asking: Asking, ok: boolean, value: object): Maybe<void>;
  /** The task is answered while what `send` leads to is being carried out; without this, when that is over. */
  answerDuring?(send: () => Maybe<void>, asking: Asking, value: object): Maybe<void>;
  /** Why the last step was refused, or what fault of the root was recorded. */
  readonly refusal: string | undefined;
  /** Nothing where actors live elsewhere. */
  picture(): Maybe<Picture | undefined>;
  traces(): Maybe<Traces>;
  /** What is due comes before anything else that happens, as it does where time passes by itself. */
  readonly isPunctual?: true;
  /** Leaves nothing behind. */
  end?(): Maybe<void>;
};

/** `machines`: those of the script, for a host that can use them as they are. */
export type Host = (script: Script, machines: Machines) => Side;
