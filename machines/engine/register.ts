// Whether a machine can live for a year: whatever could not is refused before it starts, with what to use instead.
import type { AnyStateMachine, StateMachine } from "xstate";
import { sitesOf, type Site } from "./sites.ts";
import { ROOT, type Machines } from "./types.ts";

/** How an activity is carried out: Temporal's options, times as «5 minutes» or milliseconds. */
export type ActivityOptions = {
  startToCloseTimeout: string | number;
  scheduleToCloseTimeout?: string | number;
  heartbeatTimeout?: string | number;
  retry?: {
    initialInterval?: string | number;
    backoffCoefficient?: number;
    maximumInterval?: string | number;
    maximumAttempts?: number;
    nonRetryableErrorTypes?: string[];
  };
};

/** A machine that a host can run. `machines` are all those it may start, by name; the root under `ROOT`. */
export type Registered = {
  name: string;
  version: number;
  machines: Machines;
  activities: Record<string, ActivityOptions>;
};

/** One thing that cannot be durable: where it stands, what is wrong with it, what to use instead. */
export type Problem = { path: string; problem: string; instead: string };

export class NotDurable extends Error {
  readonly problems: Problem[];
  constructor(name: string, problems: Problem[]) {
    const lines = problems.map(({ path, problem, instead }) => `- ${path}: ${problem}; ${instead}`);
    super(`the machine «${name}» cannot be made durable:\n${lines.join("\n")}`);
    this.name = "NotDurable";
    this.problems = problems;
  }
}

/**
 * A root machine with all it may start, checked. `activities` says how each custom action and promise actor of the
 * setups is carried out, by its name there. `machines` gives those that a setup only declares.
 * Throws `NotDurable`, which lists everything that stands in the way.
 */
export function register<Root extends AnyStateMachine>(options: {
  name: string;
  version: number;
  root: Root;
  machines?: Record<string, AnyStateMachine>;
  activities?: { [Name in ActivityName<Root>]?: ActivityOptions };
}): Registered {
  const { name, version, root } = options;
  const activities = { ...options.activities } as Record<string, ActivityOptions>;
  const problems: Problem[] = [];
  const machines: Machines = { [ROOT]: root };
  const gathering = { machines, declared: options.machines ?? {}, activities, problems };
  gather(gathering, name, root);
  for (const [known, machine] of Object.entries(machines))
    problems.push(...problemsOf(gathering, known === ROOT ? name : known, machine));
  if (problems.length > 0) throw new NotDurable(name, problems);
  return { name, version, machines, activities };
}

/** The names under which a machine, and those it names, reach outside: custom actions and promise actors. */
export type ActivityName<M> =
  // oxlint-disable-next-line typescript/no-explicit-any -- XState's own way to name a machine's parts
  M extends StateMachine<any, any, any, infer Actors, infer Actions, any, any, any, any, any, any, any, any, any>
    ? Actions["type"] | ActorName<Actors>
    : never;
type ActorName<Actor> = Actor extends { src: infer Name; logic: infer Logic }
  ? Logic extends AnyStateMachine
    ? ActivityName<Logic>
    : Name & string
  : never;

type Gathering = {
  machines: Machines;
  declared: Record<string, AnyStateMachine>;
  activities: Record<string, ActivityOptions>;
  problems: Problem[];
};

/** Finds every machine that may be started, and what is neither a machine nor a promise. */
function gather(gathering: Gathering, owner: string, machine: AnyStateMachine): void {
  const { machines, declared, activities, problems } = gathering;
  for (const [name, provided] of Object.entries(machine.implementations.actors)) {
    const path = `${owner} › setup.actors.${name}`;
    const logic: unknown = declared[name] ?? provided;
    const kind = kindOf(logic);
    if (name === ROOT) problems.push({ path, problem: `«${ROOT}» is the root's own name`, instead: "use another" });
    else if (kind === "machine" && machines[name] === undefined) {
      machines[name] = logic as AnyStateMachine;
      gather(gathering, name, logic as AnyStateMachine);
    } else if (machines[name] !== undefined && machines[name] !== logic)
      problems.push({ path, problem: "another actor has that name", instead: "give each its own name" });
    else if (kind === "promise" || kind === "declared") {
      if (!activities[name]) problems.push({ path, ...UNDECLARED });
    } else if (kind !== "machine") problems.push({ path, problem: `is ${kind} actor`, instead: INSTEAD[kind] });
  }
}

const UNDECLARED = {
  problem: "no activity is declared for it",
  instead: "say how it is carried out in activities: { [name]: { startToCloseTimeout: … } }",
};
const INSTEAD = {
  "a callback": "use a promise actor (it becomes an activity), or a machine with delays",
  "an observable": "poll from a machine with a delay and a promise actor, or send the machine events from outside",
  "a transition": "write it as a machine",
  "an unknown": "use a machine or a promise actor",
};

/** What kind of actor it is, found out by what its pure functions answer: nothing is started. */
function kindOf(logic: unknown): "machine" | "promise" | "declared" | keyof typeof INSTEAD {
  const { transition, getInitialSnapshot, root } = (logic ?? {}) as Record<string, (...args: unknown[]) => unknown>;
  if (root !== undefined) return "machine";
  if (!transition || !getInitialSnapshot) return "declared";
  const first = attempt(() => getInitialSnapshot({}, {}));
  if (!first || "_subscription" in first) return first ? "an observable" : "an unknown";
  if ("context" in first) return "a transition";
  const resolved = attempt(() => transition({ status: "active" }, { type: "xstate.promise.resolve", data: 1 }, {}));
  if (resolved?.["status"] === "done") return "promise";
  return "input" in first ? "a callback" : "an unknown";
}

function attempt(ask: () => unknown): Record<string, unknown> | undefined {
  try {
    return ask() as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

function problemsOf({ activities }: Gathering, owner: string, machine: AnyStateMachine): Problem[] {
  const custom = Object.entries(machine.implementations.actions).filter(([, action]) => !isOwn(action));
  return [
    ...custom
      .filter(([name]) => !activities[name])
      .map(([name]) => ({ path: `${owner} › setup.actions.${name}`, ...UNDECLARED })),
    ...sitesOf(machine).flatMap((site) => {
      const problem = PROBLEM[site.kind](site.value, machine, site);
      return problem ? [{ path: `${owner} › ${site.path}`, ...problem }] : [];
    }),
  ];
}

/** Whether XState made the action: `assign`, `raise` and their like. */
const isOwn = (action: unknown): boolean => typeof action === "function" && "resolve" in action;

type Finding = Omit<Problem, "path"> | undefined;
type Rule = (value: unknown, machine: AnyStateMachine, site: Site) => Finding;

const PROBLEM: Record<Site["kind"], Rule> = {
  action(action, { implementations }) {
    if (isOwn(action)) return undefined;
    if (typeof action === "function")
      return {
        problem: `an inline action «${action.name || "anonymous"}»`,
        instead: "name it in setup({ actions }) and declare its activity, or use assign or enqueueActions",
      };
    const name = nameOf(action);
    if (name.startsWith("xstate.")) return { problem: `«${name}» is XState's own name`, instead: "use another" };
    return missing("actions", name, implementations.actions);
  },
  guard(guard, { implementations }) {
    return typeof guard === "function" ? undefined : missing("guards", nameOf(guard), implementations.guards);
  },
  delay(delay, { implementations }) {
    if (typeof delay === "function" || (typeof delay === "number" && Number.isFinite(delay))) return undefined;
    if (typeof delay === "string") return missing("delays", delay, implementations.delays);
    return { problem: `a delay of ${String(delay)}`, instead: "give it in milliseconds, as a finite number" };
  },
  actor(src, { implementations }) {
    if (typeof src === "string") return missing("actors", src, implementations.actors);
    return { problem: "an inline actor", instead: "name it in setup({ actors })" };
  },
  id(id, _, { path }) {
    if (id === undefined) return { problem: "a child without an id", instead: "give it one: { id: … }" };
    if (typeof id !== "string") return undefined;
    if (/[./]/.test(id)) return { problem: `the id «${id}» has a dot or a slash`, instead: "use letters and hyphens" };
    if (id.startsWith("xstate")) return { problem: `the id «${id}» begins as XState's own do`, instead: "use another" };
    if (id === ROOT && /invoke|spawnChild/.test(path))
      return { problem: `«${ROOT}» is the root's own id`, instead: "use another" };
    return undefined;
  },
};

const nameOf = (named: unknown): string =>
  typeof named === "string" ? named : String((named as { type?: unknown } | null)?.type);

function missing(where: string, name: string, provided: Record<string, unknown>): Finding {
  if (name in provided) return undefined;
  return { problem: `«${name}» is not provided`, instead: `give it in setup({ ${where} })` };
}
