// What days mean once their months and years are filled in, and whether there are such days.
import { DateTime } from "luxon";
import { addDays, isDate } from "./calendar.ts";
import {
  APART,
  BACKWARDS,
  EITHER_DAY,
  MAYBE_HOUR,
  NO_YEAR,
  noSuchDay,
  noSuchMonth,
  onlyWords,
  shortYear,
  UNCHECKED_WEEKDAY,
  wrongWeekday,
  type Reading,
} from "./quote-notes.ts";
import type { IsoDate, Text } from "./types.ts";

/** A year for phrases that have none. */
export type Context = { year?: number | undefined };

/** A day as written; what is absent stands with another one, or nowhere. Monday is 1. */
export type Point = {
  day: number;
  month?: number;
  year?: number;
  short?: boolean;
  weekday?: number;
  maybeHour?: boolean;
};

/** What days mean: a span from the first to the last, a list of all of them, or one of them. */
export function readDays(points: Point[], joined: "span" | "list" | "either", { year }: Context): Reading {
  const filled = fill(points, year);
  const impossible = filled.map(whyNone).find((why) => why !== undefined);
  if (impossible) return { why: impossible };
  const [first, last] = [filled[0]!, filled.at(-1)!];
  const alone = points.length === 1 && points[0]!.year === undefined;
  const notes = filled.flatMap((point) => notesOf({ ...point, maybeHour: alone && point.maybeHour === true }));
  if (filled.some((point) => point.year === undefined)) {
    if (filled.length > 1) return { why: NO_YEAR };
    return { when: { day: isoOf(first).slice(5) }, notes };
  }
  const dates = filled.map(isoOf);
  if (joined === "either") return onlyWords(EITHER_DAY);
  if (joined === "list" && dates.some((date, n) => n > 0 && date !== addDays(dates[n - 1]!, 1)))
    return onlyWords(APART);
  const [from, to] = [isoOf(first), isoOf(last)];
  if (filled.length === 1) return { when: { date: from }, notes };
  return from < to ? { when: { days: [from, to] }, notes } : { why: BACKWARDS };
}

/** What is to be known of a weekday that the source gives a date. */
export function weekdayNotes(date: IsoDate, said: number): Text[] {
  const is = DateTime.fromISO(date, { zone: "utc" }).weekday;
  return is === said ? [] : [wrongWeekday(date, said, is)];
}

/** A month or year that stands once counts for all; the one given for the whole table is the last resort. */
function fill(points: Point[], year: number | undefined): Point[] {
  const month = points.findLast((point) => point.month !== undefined)?.month;
  const known = points.findLast((point) => point.year !== undefined)?.year ?? year;
  return points.toReversed().reduce<Point[]>((after, point) => {
    const next = after[0];
    const filledMonth = point.month ?? next?.month ?? month;
    const filledYear = point.year ?? next?.year ?? known;
    return [
      {
        ...point,
        ...(filledMonth !== undefined && { month: filledMonth }),
        ...(filledYear !== undefined && { year: filledYear }),
      },
      ...after,
    ];
  }, []);
}

function whyNone(point: Point): Text | undefined {
  const { day, month = 0 } = point;
  if (month < 1 || month > 12) return noSuchMonth(month);
  return isDate(isoOf(point))
    ? undefined
    : noSuchDay(`${day}/${month}${point.year === undefined ? "" : ` ${point.year}`}`);
}

function notesOf({ short, weekday, maybeHour, ...point }: Point): Text[] {
  const year = point.year;
  return [
    ...(short && year !== undefined ? [shortYear(year)] : []),
    ...(maybeHour ? [MAYBE_HOUR] : []),
    ...(weekday === undefined ? [] : year === undefined ? [UNCHECKED_WEEKDAY] : weekdayNotes(isoOf(point), weekday)),
  ];
}

/** Any leap year stands in where there is none. */
function isoOf({ day, month = 0, year = 2028 }: Point): IsoDate {
  const two = (count: number) => String(count).padStart(2, "0");
  return `${year}-${two(month)}-${two(day)}`;
}
