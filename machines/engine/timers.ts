// What is due, in which order, and what it leads to.
import { orFault } from "./answers.ts";
import { loosen } from "./book.ts";
import { deliver } from "./step.ts";
import { MAX_HOPS, NEVER, type Effect, type Machines, type State, type Step, type TimerEntry } from "./types.ts";

/** The timer that is due first, by instant and then by arming order; undefined where none has a date. */
export function nextDue(state: State): TimerEntry | undefined {
  let first: TimerEntry | undefined;
  for (const timer of state.timers) {
    if (timer.dueAt >= NEVER) continue;
    if (!first || timer.dueAt < first.dueAt || (timer.dueAt === first.dueAt && timer.n < first.n)) first = timer;
  }
  return first;
}

/**
 * Applies every timer due up to and including `until`, each at its own instant, and moves the clock there.
 * A timer whose instant had passed when it was armed applies at the state's own time. Past a cost of `most` it leaves the
 * rest for later: the clock then stands at the last that was applied.
 */
export function advance(machines: Machines, state: State, until: number, most = Infinity): Step {
  const effects: Effect[] = [];
  let current = state;
  let applied = 0;
  let cost = 0;
  for (let timer = nextDue(current); timer && timer.dueAt <= until; timer = nextDue(current)) {
    const { dueAt, armedAt } = timer;
    const without = fired(current, timer);
    const event = timer.at === undefined ? timer.event : { ...timer.event, dueAt, armedAt };
    applied = current.now >= dueAt ? applied + 1 : 0;
    const apply = () => {
      if (applied > MAX_HOPS) throw new Error(`more than ${MAX_HOPS} timers at one instant`);
      return deliver(machines, without, timer.to ?? timer.actor, event, dueAt);
    };
    // A timer whose step throws is dropped and recorded: it must not hold up all that comes after it.
    const next = orFault(without, timer.actor, dueAt, apply);
    current = next.state;
    effects.push(...next.effects);
    cost += next.cost ?? 1;
    if (cost > most) return { state: current, effects };
  }
  return { state: until > current.now ? { ...current, now: until } : current, effects };
}

/** An instant may come again: its timer stays, until its state is left. */
function fired(state: State, timer: TimerEntry): State {
  if (timer.at !== undefined) {
    const spent = { ...timer, dueAt: NEVER, spent: timer.dueAt };
    return { ...state, timers: state.timers.map((other) => (other === timer ? spent : other)) };
  }
  const without = { ...state, timers: state.timers.filter((other) => other !== timer) };
  loosen(without, timer.actor, timer.id);
  return without;
}
