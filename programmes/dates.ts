// From dates as a source says them to intervals: where the programme's own dates stand, and how a start moves them.
import { addDays, dayOfMonth, daysBetween, isDate, isoWeekMonday, isoWeekStart, monthNumber } from "./calendar.ts";
import { monthsOfSeason } from "./season.ts";
import type { Interval, IsoDate, Precision, Programme, When } from "./types.ts";

/** How a start moves the source's own dates: days by days, months and seasons by whole months. */
export type Shift = { start: IsoDate; days: number; months: number; yearless: ReadonlyMap<When, IsoDate> };

type Span = { from?: IsoDate; to?: IsoDate };
type Parts = Pick<Programme, "phases" | "items" | "tracks">;

/** Every date that a programme says, of phases, items and their sessions. */
export function whensOf({ phases, items, tracks }: Parts): When[] {
  return [
    ...items.flatMap(({ when, sessions = [] }) => [when, ...sessions.map((session) => session.when)]),
    ...[...phases, ...tracks].map(({ when }) => when),
  ];
}

/** The first date that the source itself gives: an exact one where there is any. Undefined where it counts in weeks or gives no year. */
export function firstDateOf(programme: Parts): IsoDate | undefined {
  const whens = whensOf(programme);
  const exact = whens.flatMap((when) => ("date" in when ? [when.date] : "days" in when ? [when.days[0]] : []));
  const fuzzy = whens.flatMap((when) => (weeksOf(when) ? [] : (spanOf(when, STILL)?.from ?? [])));
  return (exact.length > 0 ? exact : fuzzy).toSorted()[0];
}

/** The shift that a start asks for. Days without a year keep their order: each is the next such day after the one before. */
export function shiftTo(programme: Parts, start: IsoDate): Shift {
  const first = firstDateOf(programme);
  const yearless = yearlessFrom(programme, start);
  if (first === undefined) return { start, days: 0, months: 0, yearless };
  return { start, days: daysBetween(first, start), months: monthNumber(start) - monthNumber(first), yearless };
}

/** The start that gives the programme's own days and months in a year; undefined where it has none. */
export function startInYear(programme: Parts, year: number): IsoDate | undefined {
  const first = firstDateOf(programme)?.slice(5) ?? daysWithoutYear(programme)[0]?.day;
  const date = `${String(year).padStart(4, "0")}-${first}`;
  return first !== undefined && isDate(date) ? date : undefined;
}

/** The start that the script of a programme's sample is written for: the source's own, else one in 2027. */
export function sampleStartOf(programme: Parts): IsoDate {
  return firstDateOf(programme) ?? startInYear(programme, 2027) ?? "2027-02-01";
}

/** A date moved, as far as it does not hang on others; undefined where it does, or where nobody knows. */
export function spanOf(when: When, shift: Shift): Span | undefined {
  if ("date" in when) return days(when.date, when.date, shift);
  if ("days" in when) return days(when.days[0], when.days[1], shift);
  if ("day" in when) return sameDay(shift.yearless.get(when));
  if ("month" in when) return partOf(monthNumber(when.month) + shift.months, when.part);
  if ("months" in when) return months(monthNumber(when.months[0]), monthNumber(when.months[1]), shift);
  if ("season" in when) return months(...monthsOfSeason(when.season)!, shift);
  if ("isoWeek" in when) return isoWeek(when.isoWeek, shift);
  const weeks = weeksOf(when);
  return weeks && inWeeks(shift.start, weeks);
}

/** First and last programme week, both inclusive; undefined where the source does not count in weeks. */
export function weeksOf(when: When): [first: number, last: number] | undefined {
  if ("week" in when) return [when.week, when.week];
  if ("weeks" in when) return when.weeks;
  return "either" in when ? when.either : undefined;
}

/** How precisely the source knows it. A day without a year is precise once its year is chosen. */
export function precisionOf(when: When, yearKnown = false): Precision {
  if ("date" in when) return when.time === undefined ? "day" : "time";
  if ("days" in when) return "days";
  if ("day" in when) return !yearKnown ? "yearless" : when.time === undefined ? "day" : "time";
  const kind = FUZZY.find((key) => key in when);
  if (kind) return kind;
  if ("isoWeek" in when) return "week";
  return "midwayOf" in when ? "day" : "condition" in when ? "condition" : "unknown";
}

const FUZZY = [
  "week",
  "weeks",
  "either",
  "month",
  "months",
  "season",
  "between",
  "before",
  "after",
] as const satisfies Precision[];

/** True where a date says when something is, to the day: then it may be told. */
export function isPrecise({ precision }: Pick<Interval, "precision">): boolean {
  return precision === "time" || precision === "day" || precision === "days";
}

const STILL: Shift = { start: "2000-01-03", days: 0, months: 0, yearless: new Map() };

function days(from: IsoDate, to: IsoDate, shift: Shift): Span {
  return { from: addDays(from, shift.days), to: addDays(to, shift.days) };
}

const sameDay = (date: IsoDate | undefined): Span | undefined =>
  date === undefined ? undefined : { from: date, to: date };

function months(first: number, last: number, shift: Shift): Span {
  return { from: dayOfMonth(first + shift.months, "first"), to: dayOfMonth(last + shift.months, "last") };
}

/** The first ten days of a month, its last ten, or what is between; all of it without a part. */
function partOf(month: number, part: "early" | "mid" | "late" | undefined): Span {
  const [first, last] = [dayOfMonth(month, "first"), dayOfMonth(month, "last")];
  if (part === "early") return { from: first, to: addDays(first, 9) };
  if (part === "late") return { from: addDays(last, -9), to: last };
  return part === "mid" ? { from: addDays(first, 10), to: addDays(last, -10) } : { from: first, to: last };
}

function isoWeek(week: string, shift: Shift): Span | undefined {
  const monday = isoWeekMonday(week);
  if (monday === undefined) return undefined;
  const from = isoWeekStart(addDays(monday, shift.days));
  return { from, to: addDays(from, 6) };
}

/** Monday of the first programme week to Sunday of the last. */
function inWeeks(start: IsoDate, [first, last]: [number, number]): Span {
  const monday = isoWeekStart(start);
  return { from: addDays(monday, 7 * (first - 1)), to: addDays(monday, 7 * last - 1) };
}

type Yearless = Extract<When, { day: string }>;

const daysWithoutYear = (programme: Parts): Yearless[] =>
  whensOf(programme).filter((when): when is Yearless => "day" in when);

/** As they stand in the year of the start, moved by as many days as the first of them is from it. */
function yearlessFrom(programme: Parts, start: IsoDate): Map<When, IsoDate> {
  const dates = new Map<When, IsoDate>();
  let last = `${start.slice(0, 4)}-00-00`;
  for (const when of daysWithoutYear(programme)) {
    const year = Number(last.slice(0, 4));
    const next = when.day < last.slice(5) ? year + 1 : year;
    const date = `${next}-${when.day}`;
    // 29 February in a year without one is the day after the 28th.
    last = isDate(date) ? date : `${next}-03-01`;
    dates.set(when, last);
  }
  const [first] = dates.values();
  const move = first === undefined ? 0 : daysBetween(first, start);
  return new Map([...dates].map(([when, date]) => [when, addDays(date, move)]));
}
