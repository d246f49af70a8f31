// One date of a plan moved: what the programme then says of it, and where it then stands.
import { DateTime } from "luxon";
import { addDays, isoWeekStart, monthNumber } from "./calendar.ts";
import { precisionOf, spanOf, type Shift } from "./dates.ts";
import type { Hours, Interval, IsoDate, When } from "./types.ts";

/** How far: days for what is dated or counted in weeks, months for what is known by its month or season. */
export type Move = { start: IsoDate; days: number; months: number };
export type Dated = { when: When; interval: Interval };
export type Span = { from?: IsoDate; to?: IsoDate };

/** A date that hangs on no other part, moved. A window that somebody has narrowed moves by days, whatever its kind. */
export function movedDate({ when, interval }: Dated, by: Move): Dated {
  if ("month" in when || "months" in when || "season" in when) return inMonths(when, interval, by.months, by.days);
  if ("isoWeek" in when) return inWeek(when, interval, by.days);
  const span = byDays(interval, by.days);
  const { from, to } = span;
  const isDay = "date" in when || "days" in when || "day" in when;
  const next = isDay && from !== undefined && to !== undefined ? exactly(when, from, to) : when;
  return { when: next, interval: { ...interval, ...span } };
}

/** The same words and hours, on these days. */
export function exactly(when: When, from: IsoDate, to: IsoDate): When {
  const { quote, label, condition, time, until } = when as When & Hours;
  return {
    ...(from === to ? { date: from } : { days: [from, to] as [IsoDate, IsoDate] }),
    ...(time !== undefined && { time }),
    ...(until !== undefined && { until }),
    ...(quote !== undefined && { quote }),
    ...(label !== undefined && { label }),
    ...(condition !== undefined && { condition }),
  };
}

/** A window so many days later; what nobody knows stays unknown. */
export function byDays({ from, to }: Span, days: number): Span {
  return {
    ...(from !== undefined && { from: addDays(from, days) }),
    ...(to !== undefined && { to: addDays(to, days) }),
  };
}

/** How many months a window by months or seasons stands from where its own words put it; undefined for other kinds. */
export function monthsFrom(when: When, { from }: Span): number | undefined {
  if (!("month" in when || "months" in when || "season" in when) || from === undefined) return undefined;
  const own = spanOf(when, still(0))?.from;
  return own === undefined ? undefined : monthNumber(from) - monthNumber(own);
}

const still = (months: number): Shift => ({ start: "2000-01-03", days: 0, months, yearless: new Map() });

type ByMonth = Extract<When, { month: string } | { months: [string, string] } | { season: string }>;

function inMonths(when: ByMonth, interval: Interval, months: number, days: number): Dated {
  const already = monthsFrom(when, interval) ?? 0;
  const next = monthsLater(when, already + months);
  const { from, to } = spanOf(when, still(already)) ?? {};
  const isWhole = from === interval.from && to === interval.to;
  const span = isWhole ? spanOf(next, still(0)) : byDays(interval, days);
  return { when: next, interval: { ...interval, ...span, precision: precisionOf(next) } };
}

/** A season that is moved by other than whole years is no season: then its months stand. */
function monthsLater(when: ByMonth, count: number): When {
  if ("month" in when) return { ...when, month: monthText(monthNumber(when.month) + count) };
  if ("months" in when) {
    const [first, last] = when.months.map((month) => monthText(monthNumber(month) + count)) as [string, string];
    return { ...when, months: [first, last] };
  }
  if (count % 12 === 0)
    return { ...when, season: when.season.replace(/\d{4}/g, (year) => padded(Number(year) + count / 12)) };
  const { season: _, ...words } = when;
  const { from = "", to = "" } = spanOf(when, still(count)) ?? {};
  return { ...words, months: [from.slice(0, 7), to.slice(0, 7)] };
}

function inWeek(when: When, interval: Interval, days: number): Dated {
  const { from, to } = interval;
  if (from === undefined || to === undefined) return { when, interval };
  const monday = isoWeekStart(addDays(from, days));
  const isWhole = isoWeekStart(from) === from && to === addDays(from, 6);
  const span = isWhole ? { from: monday, to: addDays(monday, 6) } : byDays(interval, days);
  const isoWeek = DateTime.fromISO(monday, { zone: "utc" }).toFormat("kkkk-'W'WW");
  return { when: { ...when, isoWeek } as When, interval: { ...interval, ...span } };
}

/** True of a date that says a day, with or without its year. */
export const saysDay = (when: When): boolean => "date" in when || "days" in when || "day" in when;

const monthText = (month: number) => `${padded(Math.floor(month / 12))}-${String((month % 12) + 1).padStart(2, "0")}`;
const padded = (year: number) => String(year).padStart(4, "0");
