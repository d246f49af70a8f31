// A plan from another start: everything moves, and the programme then says the new dates as its own.
import { addDays, daysBetween, isDate, isoWeekStart, monthNumber } from "./calendar.ts";
import { whensOf } from "./dates.ts";
import { planOf, refsOf, relative } from "./plan.ts";
import { conflictsIn, type Conflict, type ConflictOptions } from "./shift-conflicts.ts";
import { byDays, movedDate, saysDay, type Dated, type Move, type Span } from "./shift-when.ts";
import type { Interval, IsoDate, Plan, Programme, Session, When } from "./types.ts";

/** A part that stands elsewhere. `from` is empty where it had no date before. */
export type DateMove = { id: string; session?: string; from: Span; to: Span };

export type Shifted = { plan: Plan; moves: DateMove[]; conflicts: Conflict[] };

/** A plan, or a programme that no start has given dates yet. */
type Standing = Omit<Plan, "start"> & { start?: IsoDate };

/**
 * The plan from another start, in which the programme's own dates are the new ones. Days keep their distance from the start, and
 * with `keepWeekdays` move by whole weeks, to the start nearest to the one asked for; what counts in weeks keeps its programme week;
 * months and seasons move by whole months; what hangs on others follows. Throws where `start` is no date.
 */
export function shifted(plan: Standing, start: IsoDate, options: ConflictOptions = {}): Shifted {
  if (!isDate(start)) throw new Error(`"${start}" is no date; write it as 2027-02-01`);
  const laid = plan.start === undefined ? planOf(plan.programme, start) : { ...plan, start: plan.start };
  const next = movedBy(laid, moveTo(laid, start, options.keepWeekdays === true));
  return { plan: next, moves: movesBetween(plan.intervals, next), conflicts: conflictsIn(next, options) };
}

/** A plan with each date so far away, and everything that hangs on others as they then stand. */
export function movedBy(plan: Plan, by: Move): Plan {
  const { programme, intervals } = plan;
  const after: Known = {};
  const parts = new Map<string, Moved>();
  for (const part of inOrder([...programme.phases, ...programme.items, ...programme.tracks])) {
    const moved = movedPart(part, { by, before: intervals, after });
    parts.set(part.id, moved);
    if (moved.interval) after[part.id] = moved.interval;
  }
  const dated = <T extends Part>(part: T): T => {
    const { when, sessions } = parts.get(part.id)!;
    return { ...part, when, ...(sessions && { sessions }) };
  };
  const next: Programme = {
    ...programme,
    phases: programme.phases.map(dated),
    items: programme.items.map(dated),
    tracks: programme.tracks.map(dated),
  };
  const ids = Object.keys(intervals).filter((id) => after[id]);
  return { programme: next, start: by.start, intervals: Object.fromEntries(ids.map((id) => [id, after[id]!])) };
}

type Known = Record<string, Interval>;
type Part = { id: string; when: When; sessions?: Session[] };
type Moved = { when: When; interval?: Interval; sessions?: Session[] };
type Ground = { by: Move; before: Known; after: Known };

function moveTo({ programme, start }: Plan, to: IsoDate, keepWeekdays: boolean): Move {
  const months = monthNumber(to) - monthNumber(start);
  const days = daysBetween(start, to);
  if (programme.weeks !== undefined)
    return { start: to, days: daysBetween(isoWeekStart(start), isoWeekStart(to)), months };
  if (!keepWeekdays || !whensOf(programme).some(saysDay)) return { start: to, days, months };
  const whole = 7 * Math.round(days / 7);
  return { start: addDays(start, whole), days: whole, months };
}

/** Parts after those that they hang on; those that hang on each other last. */
function inOrder(parts: Part[]): Part[] {
  const ids = new Set(parts.map(({ id }) => id));
  const ready: Part[] = [];
  const done = new Set<string>();
  let waiting = parts;
  for (let before = -1; waiting.length !== before;) {
    before = waiting.length;
    waiting = waiting.filter((part) => {
      const isReady = refsOf(part.when).every((ref) => done.has(ref) || !ids.has(ref));
      if (isReady) ready.push(part);
      if (isReady) done.add(part.id);
      return !isReady;
    });
  }
  return [...ready, ...waiting];
}

function movedPart({ id, when, sessions }: Part, ground: Ground): Moved {
  const interval = ground.before[id];
  if (!interval) return { when, ...(sessions && { sessions }) };
  if (!sessions || !interval.sessions) return movedOne({ when, interval }, ground);
  const each = sessions.map((session) => {
    const part = interval.sessions?.[session.id];
    return { session, moved: part && movedOne({ when: session.when, interval: part }, ground) };
  });
  const parts = each.flatMap(({ session, moved }) => (moved ? [[session.id, moved.interval] as const] : []));
  return {
    when,
    sessions: each.map(({ session, moved }) => ({ ...session, when: moved?.when ?? session.when })),
    interval: { ...interval, ...around(parts.map(([, part]) => part)), sessions: Object.fromEntries(parts) },
  };
}

function movedOne(dated: Dated, ground: Ground): Dated {
  const { when, interval } = dated;
  if (refsOf(when).length === 0) return movedDate(dated, ground.by);
  if (!interval.sessions) return { when, interval: { ...interval, ...followed(when, interval, ground) } };
  const sessions = Object.entries(interval.sessions).map(([id, one]): [string, Interval] => [
    id,
    { ...one, ...followed(when, one, { ...ground, before: only(ground.before, id), after: only(ground.after, id) }) },
  ]);
  const whole = around(sessions.map(([, one]) => one));
  return { when, interval: { ...interval, ...whole, sessions: Object.fromEntries(sessions) } };
}

/** Where it stands after those it hangs on; what somebody has dated otherwise moves as far as days do. */
function followed(when: When, interval: Interval, { by, before, after }: Ground): Span {
  const was = relative(when, before);
  const follows = was.from === interval.from && was.to === interval.to;
  return follows ? relative(when, after) : byDays(interval, by.days);
}

/** What is known, with one session of each in place of the whole. */
const only = (known: Known, session: string): Known =>
  Object.fromEntries(Object.entries(known).map(([id, one]) => [id, one.sessions?.[session] ?? one]));

/** From the first day of any to the last. */
export function around(parts: Span[]): Span {
  const from = parts.flatMap((part) => part.from ?? []).toSorted()[0];
  const to = parts.flatMap((part) => part.to ?? []).toSorted();
  return { ...(from !== undefined && { from }), ...(to.length > 0 && { to: to.at(-1)! }) };
}

/** Each part that stands elsewhere than before, followed by those of its sessions that do. */
function movesBetween(before: Known, { programme, intervals }: Plan): DateMove[] {
  const parts = [...programme.phases, ...programme.items, ...programme.tracks];
  return parts.flatMap(({ id }) => {
    const [was, is] = [before[id], intervals[id]];
    const sessions = Object.entries(is?.sessions ?? {}).flatMap(([session, one]) =>
      moveOf({ id, session }, was?.sessions?.[session], one),
    );
    return [...moveOf({ id }, was, is), ...sessions];
  });
}

function moveOf(what: { id: string; session?: string }, was: Span = {}, is: Span = {}): DateMove[] {
  const span = ({ from, to }: Span): Span => ({ ...(from !== undefined && { from }), ...(to !== undefined && { to }) });
  return was.from === is.from && was.to === is.to ? [] : [{ ...what, from: span(was), to: span(is) }];
}
