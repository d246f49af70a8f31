// What comes back from outside: answers to tasks, and events from those the tree was told to start.
import { deliver } from "./step.ts";
import { ABOVE, ROOT, type Effect, type Json, type Machines, type MachineEvent, type State } from "./types.ts";
import type { Step, Task } from "./types.ts";

/** What became of a task: its actor is told, unless the task was stopped or started anew meanwhile. */
export type Settled = { ok: true; output: Json } | { ok: false; error: Json };

/** Which asking of a task it is. */
export type TaskRef = Pick<Task, "actor" | "id" | "gen">;

/** The state after a task was settled. An answer nobody can take is recorded as a fault: it would only come again. */
export function settle(machines: Machines, state: State, task: TaskRef, settled: Settled, now: number): Step {
  if (!isUnderWay(state, task)) return { state, effects: [] };
  const without = { ...state, tasks: state.tasks.filter((other) => !isSame(other, task)) };
  const { id: actorId } = task;
  const event = settled.ok
    ? { type: `xstate.done.actor.${actorId}`, output: settled.output, actorId }
    : { type: `xstate.error.actor.${actorId}`, error: settled.error, actorId };
  return orFault(without, task.actor, now, () => deliver(machines, without, task.actor, event, now));
}

/**
 * The state after an event from one who lives elsewhere: a task that was started there, whose parent takes it, or whom the
 * tree is a child of (`ABOVE`), and its root takes it. What a task says that is no longer under way is passed over.
 */
export function hear(
  machines: Machines,
  state: State,
  from: TaskRef | typeof ABOVE,
  event: MachineEvent,
  now: number,
): Step {
  if (from !== ABOVE && !isUnderWay(state, from)) return { state, effects: [] };
  const to = from === ABOVE ? ROOT : from.actor;
  return orFault(state, to, now, () => deliver(machines, state, to, event, now));
}

/** The step, or where it throws the state without it and a fault: what nobody waits for must not hold up the rest. */
export function orFault(state: State, actor: string, instant: number, apply: () => Step): Step {
  try {
    return apply();
  } catch (error) {
    const now = Math.max(state.now, instant);
    const message = error instanceof Error ? error.message : String(error);
    const fault: Effect = { do: "fault", at: now, actor, message, undone: true };
    return { state: { ...state, now }, effects: [fault] };
  }
}

const isSame = (one: TaskRef, other: TaskRef) =>
  one.actor === other.actor && one.id === other.id && one.gen === other.gen;
const isUnderWay = ({ tasks }: State, task: TaskRef) => tasks.some((other) => isSame(other, task));
