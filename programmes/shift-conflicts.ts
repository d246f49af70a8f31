// Days of a plan on which nobody meets or works, and meetings of the same people at once, each with another day proposed.
import { addDays, daysBetween, isoWeekStart, isWorkingDay } from "./calendar.ts";
import { isPrecise } from "./dates.ts";
import { danishHolidays } from "./holidays.ts";
import type { Interval, IsoDate, Item, MonthDay, Plan } from "./types.ts";

/** July and the first week of August: most are away. */
export const SUMMER: Summer = { first: "07-01", last: "08-07" };
type Summer = { first: MonthDay; last: MonthDay };

export type ConflictOptions = { keepWeekdays?: boolean; summer?: Summer };

/**
 * A day that does not fit. `proposal`: the nearest day on which all of it fits, for the first of its days; of the same weekday where
 * weekdays are kept, and between the meetings it stands between where there is such a day. `with`: the meeting it overlaps.
 */
export type Conflict = {
  id: string;
  session?: string;
  date: IsoDate;
  why: "weekend" | "holiday" | "nonWorking" | "summer" | "overlaps";
  with?: string;
  proposal?: IsoDate;
};

/** Every conflict of what is dated to the day, in the plan's order; breaks and other people's events are none of it. */
export function conflictsIn(plan: Plan, options: ConflictOptions = {}): Conflict[] {
  const all = gatheringsIn(plan);
  const calendar: Calendar = { nonWorking: plan.programme.nonWorking, summer: options.summer ?? SUMMER };
  const off = new Map(all.map((one) => [one, daysOff(one, calendar)]));
  // Where each is to be; those that have to leave their day join when there is a day proposed.
  const placed = new Map(all.flatMap((one) => (off.get(one)!.length === 0 ? [[one, one.from] as const] : [])));
  return all.flatMap((one, index) => {
    const earlier = all.slice(0, index).find((other) => overlap(other, placed.get(other)!, one, one.from));
    const days = off.get(one)!;
    const found = earlier && days.length === 0 ? [overlapping(earlier, placed.get(earlier)!, one)] : days;
    if (found.length === 0) return [];
    const proposal = proposed(one, { placed, calendar, keepWeekdays: options.keepWeekdays === true });
    placed.set(one, proposal ?? one.from);
    const { id } = one.item;
    const where = { id, ...(one.session !== undefined && { session: one.session }) };
    return found.map((each) => ({ ...where, ...each, ...(proposal !== undefined && { proposal }) }));
  });
}

const daysOff = (one: Gathering, calendar: Calendar): Found[] =>
  daysOf(one, one.from).flatMap((date) => {
    const why = whyNot(date, calendar);
    return why === undefined ? [] : [{ date, why }];
  });

type Found = Pick<Conflict, "date" | "why" | "with">;
type Calendar = { nonWorking: MonthDay[]; summer: Summer };

/** One that is on certain days: so many from `from`. */
type Gathering = { item: Item; session?: string; from: IsoDate; days: number; interval: Interval };

/** Longer than this, something goes on, and is not on each of its days. */
const MOST_DAYS = 14;

function gatheringsIn({ programme, intervals }: Plan): Gathering[] {
  return programme.items.flatMap((item) => {
    if (item.kind === "break" || item.kind === "note") return [];
    const interval = intervals[item.id];
    const sessions = item.sessions && interval?.sessions;
    if (!sessions) return gathering({ item }, interval);
    return Object.entries(sessions).flatMap(([session, one]) => gathering({ item, session }, one));
  });
}

function gathering(what: { item: Item; session?: string }, interval: Interval | undefined): Gathering[] {
  const { from, to } = interval ?? {};
  if (!interval || from === undefined || to === undefined || !isPrecise(interval)) return [];
  return [{ ...what, from, days: Math.min(daysBetween(from, to) + 1, MOST_DAYS), interval }];
}

const daysOf = ({ days }: Gathering, from: IsoDate): IsoDate[] =>
  Array.from({ length: days }, (_, index) => addDays(from, index));

function whyNot(date: IsoDate, { nonWorking, summer }: Calendar): Conflict["why"] | undefined {
  const day = date.slice(5);
  if (!isWorkingDay(date, nonWorking)) {
    if (daysBetween(isoWeekStart(date), date) >= 5) return "weekend";
    return danishHolidays(Number(date.slice(0, 4))).has(date) ? "holiday" : "nonWorking";
  }
  return summer.first <= day && day <= summer.last ? "summer" : undefined;
}

function overlapping(earlier: Gathering, at: IsoDate, one: Gathering): Found {
  return { date: at > one.from ? at : one.from, why: "overlaps", with: earlier.item.id };
}

/** Two meetings of the same role at once; where the hours are not known, on the same day. */
function overlap(one: Gathering, at: IsoDate, other: Gathering, on: IsoDate): boolean {
  if (one.item === other.item || one.item.kind !== "meeting" || other.item.kind !== "meeting") return false;
  if (!one.item.audience.some((role) => other.item.audience.includes(role))) return false;
  const sameDay = at <= addDays(on, other.days - 1) && on <= addDays(at, one.days - 1);
  return sameDay && !(endsBefore(one.interval, other.interval) || endsBefore(other.interval, one.interval));
}

const endsBefore = ({ time: from, until }: Interval, { time }: Interval): boolean =>
  from !== undefined && until !== undefined && time !== undefined && until <= time;

/** Further away than this nothing is proposed. */
const FURTHEST_DAYS = 98;
const WEEK = 7;

type Search = { placed: Map<Gathering, IsoDate>; calendar: Calendar; keepWeekdays: boolean };

/** Of the same weekday, if that is wanted and there is one; else the nearest. */
function proposed(one: Gathering, search: Search): IsoDate | undefined {
  const others = [...search.placed].filter(([other]) => other !== one);
  const fits = (date: IsoDate) =>
    daysOf(one, date).every((day) => whyNot(day, search.calendar) === undefined) &&
    !others.some(([other, at]) => overlap(other, at, one, date));
  const keepsOrder = (date: IsoDate) => others.every(([other, at]) => isBetween(one, date, other, at));
  const near = nearby(one.from, 1);
  const kept = search.keepWeekdays ? nearby(one.from, WEEK).find((date) => keepsOrder(date) && fits(date)) : undefined;
  return kept ?? near.find((date) => keepsOrder(date) && fits(date)) ?? near.find(fits);
}

/** The days around a day, the nearest first, and of two as near the later. */
function nearby(day: IsoDate, step: number): IsoDate[] {
  const distances = Array.from({ length: FURTHEST_DAYS / step }, (_, index) => (index + 1) * step);
  return distances.flatMap((distance) => [addDays(day, distance), addDays(day, -distance)]);
}

/** A meeting stays on its side of the others. */
function isBetween(one: Gathering, date: IsoDate, other: Gathering, at: IsoDate): boolean {
  if (one.item.kind !== "meeting" || other.item.kind !== "meeting" || other.from === one.from) return true;
  return other.from < one.from ? at < date : date < at;
}
