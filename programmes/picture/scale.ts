// Time across a picture: from days to places, and what stands along the top.
import { addDays, daysBetween, isoWeekStart } from "../calendar.ts";
import { isPrecise, precisionOf, weeksOf, whensOf } from "../dates.ts";
import type { Interval, IsoDate, When } from "../types.ts";
import type { Given } from "./given.ts";

/** A stretch of the scale with its name: a week, or a month. */
export type Tick = { x: number; width: number; text: string };
export type Scale = {
  left: number;
  right: number;
  /** Pixels from the left to where the day begins. */
  at: (date: IsoDate) => number;
  /** Above: months or years; below: weeks or months. */
  above: Tick[];
  below: Tick[];
  /** True where the lower row counts the programme's weeks. */
  inWeeks: boolean;
};

/** The scale that holds every interval of the programme: its weeks, or where it does not count them, its months. */
export function scaleOf(given: Given, { left, right }: { left: number; right: number }): Scale {
  const inWeeks = given.programme.weeks !== undefined || whensOf(given.programme).some((when) => weeksOf(when));
  const [first, end] = inWeeks ? weekBounds(given) : monthBounds(given);
  const perDay = (right - left) / daysBetween(first, end);
  const at = (date: IsoDate) => left + daysBetween(first, date) * perDay;
  const months = (text: (date: IsoDate) => string) => ticks(first, end, nextMonth, at, text);
  const { words } = given;
  const monthName = (date: IsoDate) => words.months[Number(date.slice(5, 7)) - 1] ?? "";
  const year = (date: IsoDate) => date.slice(0, 4);
  if (inWeeks)
    return {
      left,
      right,
      at,
      inWeeks,
      above: given.dated ? months((date) => `${monthName(date)} ${year(date)}`) : [],
      below: ticks(
        first,
        end,
        (date) => addDays(date, 7),
        at,
        (date) => String(daysBetween(first, date) / 7 + 1),
      ),
    };
  return {
    left,
    right,
    at,
    inWeeks,
    above: given.hasYear ? ticks(first, end, (date) => `${Number(year(date)) + 1}-01-01`, at, year) : [],
    below: months(monthName),
  };
}

/** How sure a part's place in time is: exact days, whole weeks that the plan says, or something softer. */
export function sureness(when: When): "exact" | "weeks" | "soft" {
  const precision = precisionOf(when, true);
  if (isPrecise({ precision })) return "exact";
  const isSpan = precision === "week" || precision === "weeks" || precision === "months" || precision === "month";
  return isSpan && when.condition === undefined ? "weeks" : "soft";
}

function weekBounds({ programme, plan }: Given): [first: IsoDate, end: IsoDate] {
  const first = isoWeekStart(plan.start);
  const planned = addDays(first, 7 * (programme.weeks ?? 1));
  const [, last] = bounds(plan.intervals);
  const needed = last === undefined ? planned : addDays(isoWeekStart(last), 7);
  const [early] = bounds(plan.intervals);
  return [early !== undefined && early < first ? isoWeekStart(early) : first, needed > planned ? needed : planned];
}

function monthBounds({ plan }: Given): [first: IsoDate, end: IsoDate] {
  const [first = plan.start, last = plan.start] = bounds(plan.intervals);
  return [`${first.slice(0, 7)}-01`, nextMonth(last)];
}

function bounds(intervals: Record<string, Interval>): [first?: IsoDate, last?: IsoDate] {
  const days = Object.values(intervals)
    .flatMap(({ from, to }) => [from, to])
    .filter((date) => date !== undefined)
    .toSorted();
  const [first, last] = [days[0], days.at(-1)];
  return first === undefined || last === undefined ? [] : [first, last];
}

function nextMonth(date: IsoDate): IsoDate {
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  const next = month === 12 ? [year + 1, 1] : [year, month + 1];
  return `${String(next[0]).padStart(4, "0")}-${String(next[1]).padStart(2, "0")}-01`;
}

function ticks(
  first: IsoDate,
  end: IsoDate,
  next: (date: IsoDate) => IsoDate,
  at: Scale["at"],
  text: (date: IsoDate) => string,
): Tick[] {
  const all: Tick[] = [];
  for (let date = first; date < end;) {
    const after = next(date);
    const last = after < end ? after : end;
    all.push({ x: at(date), width: at(last) - at(date), text: text(date) });
    date = after;
  }
  return all;
}
