// Parts of a programme that can be looked at alone: the moves that some moves depend on, and nothing that those never ask about.
import type { Item, Plan, Programme } from "../../programmes/types.ts";
import { compile } from "../network/compile.ts";
import type { Ground } from "../network/network.ts";
import type { Move } from "./move.ts";
import { areSilent } from "./silence.ts";
import type { Limits } from "./types.ts";
import { criteriaOf } from "../criteria.ts";
import { needOf } from "./world.ts";

/**
 * Some of a programme's moves, and a network that has only the parts which these are about. `telling`: the same with its
 * reminders, which are left out where they only tell. `capped`: its loops may be gone through more often than is looked at.
 */
export type Slice = { ids: ReadonlySet<string>; moves: Move[]; ground: Ground; telling: Ground; capped: boolean };

/** The moves that `targets` depend on, themselves among them: those that change what one of them asks, and so on. */
export function coneOf(targets: string[], moves: Move[]): Set<string> {
  const cone = new Set(targets);
  for (let before = -1; before !== cone.size;) {
    before = cone.size;
    const asked = new Set(moves.filter(({ id }) => cone.has(id)).flatMap(({ asks }) => asks));
    for (const { id, changes } of moves) if (changes.some((fact) => asked.has(fact))) cone.add(id);
  }
  return cone;
}

/** The cones that are within no other, as slices. `compiled`: how a plan becomes machines. */
export function slicesOf(
  plan: Plan,
  cones: Set<string>[],
  all: Move[],
  limits: Limits,
  compiled: typeof compile = compile,
): Slice[] {
  const within = (one: Set<string>, other: Set<string>) => [...one].every((id) => other.has(id));
  const largest = cones.filter(
    (cone, index) =>
      !cones.some((other, at) => other !== cone && within(cone, other) && (cone.size < other.size || at < index)),
  );
  return largest.map((ids) => sliceOf(plan, ids, all, limits, compiled));
}

function sliceOf(plan: Plan, ids: Set<string>, all: Move[], limits: Limits, compiled: typeof compile): Slice {
  const moves = all.filter(({ id }) => ids.has(id));
  const { programme } = plan;
  const whole = onlyAbout(programme, moves);
  const part = bounded(whole, limits);
  const groundOf = (programme: Programme): Ground => {
    const cut = { ...plan, programme };
    return { plan: cut, machines: compiled(cut) };
  };
  const telling = groundOf(part);
  const ground = areSilent(telling.machines) ? groundOf({ ...part, reminders: [] }) : telling;
  return { ids, moves, ground, telling, capped: isCapped(whole, limits) };
}

/** Phases that no move opens, and items that none is about, take no part. */
function onlyAbout(programme: Programme, moves: Move[]): Programme {
  const made = new Set(moves.map(({ id }) => id));
  const phases = programme.phases.filter(({ id }) => made.has(`openPhase:${id}`));
  const named = new Set(moves.flatMap(({ asks }) => asks).map((fact) => fact.split(":", 2)[1]));
  const meetings = meetingsFor(programme, moves);
  const isPart = ({ id }: Item) => named.has(id) || made.has(`vote:${id}`) || meetings.includes(id);
  const items = programme.items.filter(isPart);
  const isKept = (id: string) => items.some((item) => item.id === id);
  return { ...programme, phases, items: items.map((item) => againOnly(item, isKept)) };
}

function againOnly(item: Item, isKept: (id: string) => boolean): Item {
  const { decision } = item;
  return decision ? { ...item, decision: { ...decision, again: decision.again.filter(isKept) } } : item;
}

const COUNTED = ["meetingsDated", "meetingsHeld"];

/** Meetings are only counted, but for those that a criterion names: the first so many that any criterion asks for. */
function meetingsFor(programme: Programme, moves: Move[]): string[] {
  if (!moves.some(({ asks }) => asks.some((fact) => COUNTED.includes(fact)))) return [];
  const counts = criteriaOf(programme).filter(({ fact }) => COUNTED.includes(fact));
  const wanted = Math.max(1, ...counts.map((one) => needOf(one, programme) + ("atMost" in one ? 1 : 0)));
  const meetings = programme.items.filter(({ kind }) => kind === "meeting");
  return meetings.slice(0, wanted).map(({ id }) => id);
}

/** In the only round nothing can be sent back: fewer than two would be another programme. */
const LEAST_ROUNDS = 2;

/** A loop that may be gone through very often is gone through a few times. */
function bounded(programme: Programme, { rounds }: Limits): Programme {
  const few = (count: number) => Math.min(count, Math.max(rounds, LEAST_ROUNDS));
  return {
    ...programme,
    rounds: few(programme.rounds),
    phases: programme.phases.map((phase) =>
      phase.reopens ? { ...phase, reopens: { ...phase.reopens, most: few(phase.reopens.most) } } : phase,
    ),
    items: programme.items.map((item) =>
      item.decision ? { ...item, decision: { ...item.decision, rounds: few(item.decision.rounds) } } : item,
    ),
  };
}

/** Whether a programme has a loop that may be gone through more often than is looked at. */
function isCapped({ rounds, phases, items }: Programme, limits: Limits): boolean {
  const bounds = [
    rounds,
    ...phases.map(({ reopens }) => reopens?.most ?? 0),
    ...items.map((one) => one.decision?.rounds ?? 0),
  ];
  return bounds.some((bound) => bound > Math.max(limits.rounds, LEAST_ROUNDS));
}
