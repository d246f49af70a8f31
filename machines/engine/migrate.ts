// Another version of the machines for a running tree of them: the state to go on with, or all that stands in the way.
import { fitActors } from "./migrate-actors.ts";
import { fitTimers } from "./migrate-timers.ts";
import type { Problem } from "./register.ts";
import { isLiving, ROOT, type Actor, type Json, type Machines, type State } from "./types.ts";

/** How a version takes over states of others: by the version they come from. Returns the state to go on with; throws what stands in the way. */
export type Migrations = Record<number, (state: State) => State>;

/** What became of something that a migration does not leave as it was. Instants in epoch milliseconds. */
export type Change =
  | { change: "value"; actor: string; was: Json; is: Json }
  | { change: "context"; actor: string; added: string[]; removed: string[] }
  | { change: "actor gone" | "actor new"; actor: string }
  /** A host cancels what is under way for it. */
  | { change: "task gone"; actor: string; id: string; gen: number }
  /** A history state that is no more, with what it remembered. */
  | { change: "history gone"; actor: string; id: string }
  | { change: "timer dropped" | "timer armed"; actor: string; id: string; dueAt: number }
  /** An `at:` delay that gives another instant. */
  | { change: "timer moved"; actor: string; id: string; was: number; dueAt: number };

/** With `problems` there is no `state`; `changes` are then those found up to there. */
export type Migration = { state?: State; changes: Change[]; problems: Problem[] };

/** A version of the machines, as `register` gives it. */
export type Version = { version: number; machines: Machines };

/** A migration in the making; `draft` is its own to change. `from` lacks the machines where they are not known here. */
export type Migrating = {
  target: Version;
  from: { version: number; machines?: Machines };
  before: State;
  draft: State;
  changes: Change[];
  problems: Problem[];
};

/**
 * The state of a tree of machines under the version `target`, or every problem with the path to it; `state` is not
 * changed. Without a migration declared for the version that it comes `from`, it is taken as it is. Give the machines
 * of that version too: they tell a delay that has gone by from one that is new. Instants in epoch milliseconds.
 */
export function migrate(
  target: Version & { migrations?: Migrations },
  from: { version: number; machines?: Machines },
  state: State,
): Migration {
  const declared = target.migrations?.[from.version];
  const refusal = refusalOf(target.version, from.version, state, declared !== undefined);
  if (refusal) return { changes: [], problems: [refusal] };
  const taken = takenOver(state, declared ?? ((same) => same), `migrations[${from.version}]`);
  if ("problems" in taken) return { changes: [], problems: taken.problems };
  const migrating: Migrating = { target, from, before: state, draft: taken.state, changes: [], problems: [] };
  const fitting = fitActors(migrating);
  fitTimers(migrating, fitting);
  const { draft, problems } = migrating;
  const changes = [...differences(state, draft), ...migrating.changes];
  return problems.length > 0 ? { changes, problems } : { state: draft, changes, problems };
}

function refusalOf(target: number, from: number, state: State, isDeclared: boolean): Problem | undefined {
  const path = "version";
  if (from === target) return { path, problem: `it runs version ${target} already`, instead: "leave it as it is" };
  if (from > target && !isDeclared)
    return {
      path,
      problem: `version ${from}, which it runs, is newer than ${target}`,
      instead: `run a worker that knows version ${from}, or declare migrations[${from}] in version ${target}`,
    };
  if (!isLiving(state.actors[ROOT]))
    return { path: ROOT, problem: "it is over", instead: `leave it on version ${from}: nothing will happen to it` };
  return undefined;
}

/** What the migration makes of a copy. The clock and the counter are the host's: they never go back. */
function takenOver(
  state: State,
  migration: (state: State) => State,
  path: string,
): { state: State } | { problems: Problem[] } {
  try {
    const made = migration(copied(state));
    if (!isState(made))
      return { problems: [{ path, problem: "it returned no state", instead: "return the state to go on with" }] };
    const copy = copied(made);
    const problems = foreign(made).map((part) => ({ path: `${path} › ${part}`, ...NOT_JSON }));
    if (problems.length > 0) return { problems };
    const numbers = [...copy.timers.map(({ n }) => n), ...copy.tasks.map(({ gen }) => gen)].map((last) => last + 1);
    return { state: { ...copy, now: state.now, n: Math.max(state.n, copy.n, ...numbers) } };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    return { problems: [{ path, problem, instead: "do what it says first, or migrate to a version that can" }] };
  }
}

const NOT_JSON = { problem: "it is not JSON", instead: "use numbers, strings, lists and plain objects" };

const copied = (state: State): State => JSON.parse(JSON.stringify(state)) as State;

function isState(made: State | undefined): made is State {
  const { actors, timers, tasks, n } = (made ?? {}) as Partial<State>;
  const isWhole = Array.isArray(timers) && Array.isArray(tasks) && typeof n === "number";
  return isWhole && isLiving(actors?.[ROOT]);
}

/** The paths to what JSON would change or lose. The value has no cycles. */
function foreign(value: unknown, path = ""): string[] {
  if (value === null || ["string", "boolean", "undefined"].includes(typeof value)) return [];
  if (typeof value === "number") return Number.isFinite(value) ? [] : [path];
  const isPlain = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
  if (typeof value !== "object" || !isPlain) return [path];
  return Object.entries(value).flatMap(([name, part]) => foreign(part, path === "" ? name : `${path}.${name}`));
}

function differences(before: State, draft: State): Change[] {
  const keys = Object.keys({ ...before.actors, ...draft.actors });
  const tasks = before.tasks.filter(({ gen }) => !draft.tasks.some((task) => task.gen === gen));
  return [
    ...keys.flatMap((key) => differencesOf(key, before.actors[key], draft.actors[key])),
    ...tasks.map(({ actor, id, gen }): Change => ({ change: "task gone", actor, id, gen })),
  ];
}

function differencesOf(actor: string, before: Actor | undefined, after: Actor | undefined): Change[] {
  if (!before || !after) return [{ change: before ? "actor gone" : "actor new", actor }];
  if (!isLiving(before) || !isLiving(after)) return [];
  const [old, now] = [before.snap, after.snap] as { value: Json; context: object }[];
  const { value: was, context: had } = old!;
  const { value: is, context: has } = now!;
  const added = Object.keys(has).filter((name) => !Object.hasOwn(had, name));
  const removed = Object.keys(had).filter((name) => !Object.hasOwn(has, name));
  return [
    ...(JSON.stringify(was) === JSON.stringify(is) ? [] : [{ change: "value" as const, actor, was, is }]),
    ...(added.length + removed.length === 0 ? [] : [{ change: "context" as const, actor, added, removed }]),
  ];
}
