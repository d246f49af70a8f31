// What a plan of machines is, and what happens to them: plain data, so that what fails can be shrunk and read, and a
// workflow can be given it.
export const TASK = "task";
/** The id of every child that is spawned by an assignment. */
export const ASSIGNED = "ref";

export type GuardPlan =
  | { is: "atLeast"; n: number }
  | { is: "odd" | "inline" | "fromEvent" }
  | { is: "in"; state: number; not?: boolean }
  | { is: "and" | "or"; of: GuardPlan[] }
  | { is: "not"; of: GuardPlan };
/** Literal (number), named with a number, named with a function, or an inline function. */
export type DelayPlan = number | "short" | "computed" | "inline";
export type Receiver = "self" | "parent" | "sender" | "ref" | "named" | { child: number };
export type ActionPlan =
  | { do: "act"; params: "none" | "literal" | "computed" }
  | { do: "inc" | "note" | "log" | "throw" }
  | { do: "raise"; event: string; delay?: DelayPlan; id?: string }
  | { do: "cancel"; id: string }
  | { do: "send"; to: Receiver; event: string; delay?: DelayPlan; id?: string; withSelf?: boolean }
  | { do: "emit"; event: string }
  | { do: "enqueue"; guard: GuardPlan; ifSo: ActionPlan[]; always: ActionPlan[] }
  | { do: "spawn"; src: number; id: string; systemId?: boolean; sync?: boolean; over?: boolean }
  | { do: "assignSpawn"; src: number }
  | { do: "stop"; id: string };
export type MovePlan = { to?: number; guard?: GuardPlan; reenter?: boolean; actions: ActionPlan[] };
export type InvokePlan = {
  src: number | typeof TASK;
  /** Of the pool; `own`: of the state's own; `default`: XState's. */
  id: string;
  systemId?: boolean;
  onDone?: MovePlan;
  onError?: MovePlan;
  onSnapshot?: MovePlan;
};
export type StatePlan = {
  type: "atomic" | "final" | "compound" | "parallel" | "shallow" | "deep";
  entry: ActionPlan[];
  exit: ActionPlan[];
  on: { event: string; moves: MovePlan[] }[];
  after: { delay: number | "short" | "computed"; move: MovePlan }[];
  always: MovePlan[];
  invoke: InvokePlan[];
  onDone?: MovePlan;
  tag?: boolean;
  output?: boolean;
  /** History: whether it has a default target. */
  target?: boolean;
  states: StatePlan[];
};
/** The first machine is the root; each may start those after it. */
export type Plan = {
  machines: { top: StatePlan; spawnsAtStart?: boolean; isTolerant?: boolean }[];
  happenings: Happening[];
};
/** What is to be played: a plan, or one of the cases in `cases.ts`. */
export type Script = Plan | { named: string; happenings: Happening[] };
/** `to` counts the actors that stand, in the order of their keys, 0 is the root; `answer` the askings there have been.
 * `late`: one of them is answered while what is sent is being carried out. */
export type Happening =
  | { send: string; to: number; late?: number }
  | { wait: number }
  | { answer: number; ok: boolean };
