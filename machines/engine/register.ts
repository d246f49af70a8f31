// Whether a machine can live for a year: whatever could not is refused before it starts, with what to use instead.
import type { AnyStateMachine } from "xstate";
import type { ActivityName, ActivityOptions } from "./activities.ts";
import type { Migrations } from "./migrate.ts";
import { sitesOf, type Site } from "./sites.ts";
import { ROOT, type Machines } from "./types.ts";

/** A machine that a host can run. `machines` are all those it may start, by name; the root under `ROOT`. */
export type Registered<Root extends AnyStateMachine = AnyStateMachine> = {
  name: string;
  version: number;
  root: Root;
  machines: Machines;
  /** How each custom action and promise actor is carried out, by its name in the setups. */
  activities: Record<string, ActivityOptions>;
  /** Machines that run as workflows of their own, by the name under which this one starts them. */
  apart: Record<string, Registered>;
  /** How emitted events are handed on, where they are: by the activity `emitted`. */
  emitted?: ActivityOptions;
  /** How a state of an earlier version, by its number, becomes one of this. */
  migrations: Migrations;
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
 * setups is carried out, by its name there. `machines` gives those that a setup only declares; `apart` names those that
 * run as workflows of their own. Throws `NotDurable`, which lists everything that stands in the way.
 */
export function register<Root extends AnyStateMachine>(options: {
  name: string;
  version: number;
  root: Root;
  machines?: Record<string, AnyStateMachine>;
  activities?: { [Name in ActivityName<Root>]?: ActivityOptions };
  apart?: Record<string, Registered>;
  emitted?: ActivityOptions;
  migrations?: Migrations;
}): Registered<Root> {
  const { name, version, root, apart = {}, emitted, migrations = {} } = options;
  const activities = { ...options.activities } as Record<string, ActivityOptions>;
  const machines: Machines = { [ROOT]: root };
  const gathering: Gathering = { machines, declared: options.machines ?? {}, activities, apart, problems: [] };
  const { problems } = gathering;
  problems.push(...nameProblems(name, version, activities));
  gather(gathering, name, root);
  problems.push(...strayProblems(gathering));
  for (const [known, machine] of Object.entries(machines))
    problems.push(...problemsOf(gathering, known === ROOT ? name : known, machine));
  if (problems.length > 0) throw new NotDurable(name, problems);
  return { name, version, root, machines, activities, apart, ...(emitted && { emitted }), migrations };
}

/** The name of the activity that gets what a machine emits. */
export const EMITTED = "emitted";

function nameProblems(name: string, version: number, activities: Record<string, ActivityOptions>): Problem[] {
  return [
    ...(/^[A-Za-z][\w-]*$/.test(name)
      ? []
      : [{ path: "name", problem: `«${name}» is no name`, instead: "use letters, digits and hyphens" }]),
    ...(Number.isInteger(version) && version > 0
      ? []
      : [{ path: "version", problem: `${version} is no version`, instead: "count from 1, without gaps" }]),
    ...(EMITTED in activities
      ? [{ path: `activities.${EMITTED}`, problem: "the name is taken for emitted events", instead: "use another" }]
      : []),
  ];
}

type Gathering = {
  machines: Machines;
  declared: Record<string, AnyStateMachine>;
  activities: Record<string, ActivityOptions>;
  apart: Record<string, Registered>;
  problems: Problem[];
};

/** Finds every machine that may be started, and what is neither a machine nor a promise. */
function gather(gathering: Gathering, owner: string, machine: AnyStateMachine): void {
  const { machines, declared, activities, apart, problems } = gathering;
  for (const [name, provided] of Object.entries(machine.implementations.actors)) {
    const path = `${owner} › setup.actors.${name}`;
    const logic: unknown = declared[name] ?? provided;
    const kind = kindOf(logic);
    if (name === ROOT) problems.push({ path, problem: `«${ROOT}» is the root's own name`, instead: "use another" });
    else if (apart[name]) {
      if (kind !== "declared" && apart[name].root !== logic) problems.push({ path, ...OTHER_APART });
    } else if (kind === "machine" && machines[name] === undefined) {
      machines[name] = logic as AnyStateMachine;
      gather(gathering, name, logic as AnyStateMachine);
    } else if (machines[name] !== undefined && machines[name] !== logic)
      problems.push({ path, problem: "another actor has that name", instead: "give each its own name" });
    else if (kind === "promise" || kind === "declared") {
      if (!activities[name]) problems.push({ path, ...UNDECLARED });
    } else if (kind !== "machine") problems.push({ path, problem: `is ${kind} actor`, instead: INSTEAD[kind] });
  }
}

/** A slip in a name would let the machine run in its parent's workflow, and nobody would know. */
function strayProblems({ machines, apart }: Gathering): Problem[] {
  const named = new Set(Object.values(machines).flatMap((machine) => Object.keys(machine.implementations.actors)));
  const strays = Object.keys(apart).filter((name) => !named.has(name));
  return strays.map((name) => ({ path: `apart.${name}`, problem: "no setup names it", instead: INSTEAD_OF_STRAY }));
}

const INSTEAD_OF_STRAY = "use the name that it has in setup({ actors })";
const OTHER_APART = {
  problem: "what is registered to run apart under that name is another machine",
  instead: "give apart the registration of this very machine",
};
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

function problemsOf({ activities, apart }: Gathering, owner: string, machine: AnyStateMachine): Problem[] {
  const custom = Object.entries(machine.implementations.actions).filter(([, action]) => !isOwn(action));
  return [
    ...custom
      .filter(([name]) => !activities[name])
      .map(([name]) => ({ path: `${owner} › setup.actions.${name}`, ...UNDECLARED })),
    ...sitesOf(machine).flatMap((site) => {
      const problem =
        site.kind === "snapshots" ? snapshotsProblem(site.value, apart) : PROBLEM[site.kind](site.value, machine, site);
      return problem ? [{ path: `${owner} › ${site.path}`, ...problem }] : [];
    }),
  ];
}

/** Whether XState made the action: `assign`, `raise` and their like. */
const isOwn = (action: unknown): boolean => typeof action === "function" && "resolve" in action;

type Finding = Omit<Problem, "path"> | undefined;
type Rule = (value: unknown, machine: AnyStateMachine, site: Site) => Finding;

/** One that runs apart sends events and its output; its snapshots stay with it. */
const snapshotsProblem = (src: unknown, apart: Gathering["apart"]): Finding =>
  typeof src === "string" && apart[src]
    ? { problem: `snapshots of «${src}», which runs apart`, instead: "let it send events with sendParent" }
    : undefined;

const PROBLEM: Record<Exclude<Site["kind"], "snapshots">, Rule> = {
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
