// Where another edition's dates stand in a plan that is laid out already, whatever has changed in either of them.
import { addDays, daysBetween, monthNumber } from "./calendar.ts";
import { firstDateOf, isPrecise } from "./dates.ts";
import { planOf } from "./plan.ts";
import { around, movedBy } from "./shift.ts";
import { byDays, monthsFrom, saysDay } from "./shift-when.ts";
import type { Interval, IsoDate, Plan, Programme, Session, When } from "./types.ts";

/**
 * The intervals of an edition, moved as far as most of the dates it shares with the plan say. In one that counts in weeks they count
 * from the plan's start, and days that it shares with nothing are the days it says.
 */
export function laidBeside(edition: Programme, plan: Plan): Plan["intervals"] {
  const first = firstDateOf(edition);
  const inWeeks = edition.weeks !== undefined;
  const standing = planOf(edition, inWeeks ? plan.start : (first ?? plan.start));
  const pairs = pairsOf(standing, plan);
  const shared = mostOften(
    pairs.flatMap(({ when, own, other }) => (saysDay(when) ? [daysBetween(other.from, own.from)] : [])),
  );
  if (inWeeks) return withDays(standing, shared ?? daysBetween(plan.start, first ?? plan.start));
  const days = shared ?? daysBetween(standing.start, plan.start);
  const months = mostOften(
    pairs.flatMap(({ when, own, other }) =>
      monthsFrom(when, other) === undefined ? [] : [monthNumber(own.from) - monthNumber(other.from)],
    ),
  );
  const start = standing.start;
  const byMonths = months ?? monthNumber(addDays(start, days)) - monthNumber(start);
  return movedBy(standing, { start: plan.start, days, months: byMonths }).intervals;
}

/** The intervals with what says a day so many days away, and everything else where it is. */
function withDays({ programme, intervals }: Plan, days: number): Plan["intervals"] {
  const moved = (when: When, interval: Interval) =>
    saysDay(when) ? { ...interval, ...byDays(interval, days) } : interval;
  const items = programme.items.flatMap(({ id, when, sessions }): [string, Interval][] => {
    const interval = intervals[id];
    if (!interval) return [];
    if (!sessions || !interval.sessions) return [[id, moved(when, interval)]];
    const parts = sessions.map(
      (session) => [session.id, moved(session.when, interval.sessions![session.id]!)] as const,
    );
    return [[id, { ...interval, ...around(parts.map(([, one]) => one)), sessions: Object.fromEntries(parts) }]];
  });
  const phases = programme.phases.flatMap(({ id, when }): [string, Interval][] =>
    intervals[id] ? [[id, moved(when, intervals[id])]] : [],
  );
  return { ...intervals, ...Object.fromEntries([...items, ...phases]) };
}

/**
 * True where an edition's time of something is none other than that of the network: what was planned, what it is now, or a span in
 * which it now has its day.
 */
export function sameTime(
  edition: Interval | undefined,
  planned: Interval | undefined,
  now: Interval | undefined,
): boolean {
  if (edition?.from === undefined || edition.to === undefined) return edition?.from === now?.from;
  if (isSame(edition, planned) || isSame(edition, now)) return true;
  if (now?.from === undefined || now.to === undefined || !isPrecise(now) || isPrecise(edition)) return false;
  return edition.from <= now.from && now.to <= edition.to;
}

function isSame(one: Interval, other: Interval | undefined): boolean {
  if (!other || isPrecise(one) !== isPrecise(other)) return false;
  return (["from", "to", "time", "until"] as const).every((key) => one[key] === other[key]);
}

type Pair = { when: When; own: { from: IsoDate }; other: { from: IsoDate } };

/** What both date by days, or both by months, with where it begins in each; sessions by themselves. */
function pairsOf({ programme, intervals }: Plan, plan: Plan): Pair[] {
  const own = new Map(partsOf(plan.programme).map((part) => [part.id, part]));
  return partsOf(programme).flatMap(({ id, when, sessions = [] }) => {
    const [mine, other] = [own.get(id), intervals[id]];
    const planned = plan.intervals[id];
    if (sessions.length === 0) return pairOf(when, mine?.when, planned, other);
    return sessions.flatMap((session) => {
      const same = mine?.sessions?.find((one) => one.id === session.id);
      return pairOf(session.when, same?.when, planned?.sessions?.[session.id], other?.sessions?.[session.id]);
    });
  });
}

type Part = { id: string; when: When; sessions?: Session[] };

const partsOf = ({ phases, items, tracks }: Programme): Part[] => [...phases, ...items, ...tracks];

function pairOf(when: When, mine: When | undefined, own: Interval | undefined, other: Interval | undefined): Pair[] {
  if (mine === undefined || own?.from === undefined || other?.from === undefined) return [];
  const inMonths = (one: When) => monthsFrom(one, { from: own.from! }) !== undefined;
  const isShared = (saysDay(when) && saysDay(mine)) || (inMonths(when) && inMonths(mine));
  return isShared ? [{ when, own: { from: own.from }, other: { from: other.from } }] : [];
}

/** Of two as often, the first. */
function mostOften(numbers: number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const one of numbers) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}
