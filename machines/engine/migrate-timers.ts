// The timers of a migrated tree: delays that are other ones now, new ones, and what waited for something that is gone.
import type { AnyStateNode } from "xstate";
import { readInstants } from "./book.ts";
import type { Migrating } from "./migrate.ts";
import type { Fitting } from "./migrate-actors.ts";
import { nodesOf } from "./nodes.ts";
import type { Problem } from "./register.ts";
import { AT, type TimerEntry } from "./types.ts";
import { instantOf } from "./xstate.ts";

/** Drops, arms and reads again the timers of each actor that fits; others stay as they are. */
export function fitTimers(migrating: Migrating, fitting: Fitting[]): void {
  dropOrphans(migrating);
  for (const actor of fitting) {
    const since = sinceOf(migrating, actor);
    dropUnknown(migrating, actor);
    readAgain(migrating, actor);
    for (const node of actor.active) armMissing(migrating, actor, node, since.get(node.id));
  }
}

/** Timers end with their actor; one for an actor that has been struck out would wait for nobody. */
function dropOrphans(migrating: Migrating): void {
  const { before, draft, problems } = migrating;
  drop(migrating, ({ actor, loose, to }) => !draft.actors[actor] && !(loose && to !== undefined));
  for (const { actor, id, to } of draft.timers)
    if (to !== undefined && before.actors[to] && !draft.actors[to])
      problems.push({
        path: `${actor} › timer ${id}`,
        problem: `its receiver «${to}» does not exist any more`,
        instead: "wait until it has gone off, or strike it out in the migration",
      });
}

const isAfter = ({ id, event }: TimerEntry) => id === event.type && id.startsWith("xstate.after.");

/** When an actor came into its states, by their ids, as far as their timers tell: an `at:` delay's does not. */
function sinceOf({ draft }: Migrating, { key, active }: Fitting): Map<string, number> {
  const since = new Map<string, number>();
  const longestFirst = active.map(({ id }) => id).sort((a, b) => b.length - a.length);
  for (const timer of draft.timers) {
    if (timer.actor !== key || !isAfter(timer)) continue;
    const id = longestFirst.find((node) => timer.id.endsWith(`.${node}`));
    if (id !== undefined && timer.at === undefined) since.set(id, timer.armedAt);
  }
  return since;
}

/** A delay that its machine no longer knows, or whose state the migration left. A loose one has outlived its state before. */
function dropUnknown(migrating: Migrating, { key, machine, active }: Fitting): void {
  const known = new Set(nodesOf(machine).flatMap(eventsOf));
  const current = new Set(active.flatMap(eventsOf));
  drop(migrating, (timer) => {
    if (timer.actor !== key || !isAfter(timer)) return false;
    return !known.has(timer.id) || (!timer.loose && !current.has(timer.id));
  });
}

const eventsOf = (node: AnyStateNode): string[] => node.after.map(({ eventType }) => eventType);
/** By event: a number of milliseconds or a name. Several transitions may share one. */
const delaysOf = (node: AnyStateNode) =>
  new Map(node.after.map(({ eventType, delay }) => [eventType, delay as number | string]));

function drop({ draft, changes }: Migrating, goes: (timer: TimerEntry) => boolean): void {
  for (const { actor, id, dueAt } of draft.timers.filter(goes))
    changes.push({ change: "timer dropped", actor, id, dueAt });
  draft.timers = draft.timers.filter((timer) => !goes(timer));
}

function readAgain({ target, draft, changes, problems }: Migrating, { key }: Fitting): void {
  const before = draft.timers;
  attempt(problems, `${key} › delays`, () => readInstants(target.machines, draft, key));
  draft.timers.forEach(({ actor, id, dueAt }, at) => {
    const was = before[at]!.dueAt;
    if (was !== dueAt) changes.push({ change: "timer moved", actor, id, was, dueAt });
  });
}

/** Arms the delays of an active state that have neither a timer nor gone by, counted from when it was entered. */
function armMissing(migrating: Migrating, fitting: Fitting, node: AnyStateNode, since: number | undefined): void {
  const { draft, problems } = migrating;
  const { key, old } = fitting;
  const was = old?.get(node.id);
  const gone = new Set(was && eventsOf(was));
  for (const [id, delay] of delaysOf(node)) {
    if (gone.has(id) || draft.timers.some((timer) => timer.actor === key && timer.id === id)) continue;
    const path = `${key} › ${[...node.path, `after.${delay}`].join(".")}`;
    if (!old) problems.push(...untold(migrating, fitting, node, path));
    else attempt(problems, path, () => armOne(migrating, key, { id, delay, since: since ?? draft.now }));
  }
}

/** Without the old machines a delay that has gone by looks like a new one: it is left, unless another has just gone. */
function untold({ from, changes }: Migrating, { key }: Fitting, node: AnyStateNode, path: string): Problem[] {
  const isChanged = changes.some(
    (made) => made.change === "timer dropped" && made.actor === key && made.id.endsWith(`.${node.id}`),
  );
  const problem = `whether it is new cannot be told without the machines of version ${from.version}`;
  const instead = `migrate where version ${from.version} is known, or put its timer right in the migration`;
  return isChanged ? [{ path, problem, instead }] : [];
}

type Arming = { id: string; delay: number | string; since: number };

function armOne({ target, draft, changes }: Migrating, actor: string, { id, delay, since }: Arming): void {
  const isInstant = typeof delay === "string" && delay.startsWith(AT);
  const spot = { machines: target.machines, state: draft, key: actor };
  const given = typeof delay === "string" ? instantOf(spot, delay) : delay;
  const armedAt = isInstant ? draft.now : since;
  const dueAt = isInstant ? given : since + given;
  draft.timers.push({ actor, id, event: { type: id }, dueAt, armedAt, n: draft.n++, ...(isInstant && { at: delay }) });
  changes.push({ change: "timer armed", actor, id, dueAt });
}

/** What a computed delay throws is a problem of the actor's context. */
function attempt(problems: Problem[], path: string, compute: () => void): void {
  try {
    compute();
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    problems.push({ path, problem, instead: "give the context in the migration what the delay is computed from" });
  }
}
