// The state's own bookkeeping: timers armed and disarmed, tasks and actors struck out. Changes the state it is given.
import type { Ask } from "./asks.ts";
import { NEVER, type Effect, type Machines, type State, type Task } from "./types.ts";
import { instantOf } from "./xstate.ts";

/** Arms a timer. Another of its id goes on, but is out of reach of `cancel`: so does XState. */
export function arm(state: State, actor: string, ask: Ask & { ask: "arm" }): void {
  const { event, delay, to, at } = ask;
  const n = state.n++;
  const id = ask.id ?? `#${n}`;
  loosen(state, actor, id);
  state.timers.push({
    actor,
    id,
    event,
    dueAt: at === undefined ? state.now + delay : delay,
    armedAt: state.now,
    n,
    ...(to !== undefined && to !== actor && { to }),
    ...(at !== undefined && { at }),
  });
}

/** Takes the timers of that actor and id out of reach of `cancel`. */
export function loosen(state: State, actor: string, id: string): void {
  state.timers = state.timers.map((timer) =>
    timer.actor === actor && timer.id === id ? { ...timer, loose: true as const } : timer,
  );
}

export function disarm(state: State, actor: string, id: string): void {
  state.timers = state.timers.filter((timer) => timer.actor !== actor || timer.id !== id || timer.loose);
}

/** Drops an actor's timers. A loose one is out of its owner's hands: XState still delivers what it has for another. */
export function dropTimers(state: State, key: string): void {
  state.timers = state.timers.filter(({ actor, loose, to }) => actor !== key || (loose && to !== undefined));
}

/** Reads the instants of an actor's `at:` timers again: moving a date moves its timers, and one that went off rings at a later one. */
export function readInstants(machines: Machines, state: State, key: string): void {
  state.timers = state.timers.map((timer) => {
    if (timer.actor !== key || timer.at === undefined) return timer;
    const dueAt = instantOf({ machines, state, key }, timer.at);
    if (dueAt === timer.dueAt || (timer.spent !== undefined && (dueAt <= timer.spent || dueAt >= NEVER))) return timer;
    const { spent: _, ...again } = timer;
    return { ...again, dueAt, armedAt: state.now };
  });
}

/** Strikes out the tasks that end, and says so. */
export function cancelTasks(state: State, effects: Effect[], ends: (task: Task) => boolean): void {
  for (const { actor, id, gen, src } of state.tasks.filter(ends))
    effects.push({ do: "cancel", at: state.now, actor, id, gen, src });
  state.tasks = state.tasks.filter((task) => !ends(task));
}

/** Strikes out an actor, with what is still on its way to it: a later one of that key is another. */
export function remove(state: State, key: string): void {
  delete state.actors[key];
  state.timers = state.timers.filter((timer) => timer.to !== key);
}
