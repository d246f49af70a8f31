// Local dates, working days and the instants they come to. Everything takes its zone; nothing knows what time it is now.
import { DateTime, IANAZone } from "luxon";
import { danishHolidays } from "./holidays.ts";
import type { Instant, IsoDate, ReminderUnit } from "./types.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * The instant (ms) of a local date and time (`09:00`, `23:59:59.999`) in a zone. A time that occurs twice is the first of the two;
 * one that the clock skips is as many minutes later as it skips (02:30 → 03:30). Throws on a date, time or zone that does not exist.
 */
export function localInstant(date: IsoDate, time: string, zone: string): Instant {
  const { instants } = placeOf(zone);
  const atTime = remembered(instants, time, () => new Map<IsoDate, Instant>());
  return remembered(atTime, date, () => foundInstant(date, time, zone));
}

function foundInstant(date: IsoDate, time: string, zone: string): Instant {
  const clock = DateTime.fromISO(`${date}T${time}`, { zone: "utc" });
  if (!isDate(date) || !clock.isValid)
    throw new Error(`"${date} ${time}" is no date and time; write it as 2027-02-01 and 09:00`);
  const place = zoneOf(zone);
  const local = clock.toMillis();
  // A day to either side lies beyond any change of the clock, so these two are all the offsets that can apply.
  const before = local - minutes(place.offset(local - DAY));
  const after = local - minutes(place.offset(local + DAY));
  const fits = [before, after].filter((instant) => instant + minutes(place.offset(instant)) === local);
  return fits.length === 0 ? before : Math.min(...fits);
}

/** The local date of an instant in a zone. */
export function localDate(instant: Instant, zone: string): IsoDate {
  const { dates } = placeOf(zone);
  return dates.get(instant) ?? kept(dates, instant, iso(instant + minutes(zoneOf(zone).offset(instant))));
}

/** The local time of day of an instant in a zone, `09:00`. */
export function localTime(instant: Instant, zone: string): string {
  return DateTime.fromMillis(instant, { zone: zoneOf(zone) }).toFormat("HH:mm");
}

// Answers that never change, and of which one network asks for the same few again and again. Local ones by zone: a key of several
// parts put together takes longer than to find the answer.
type Place = { dates: Map<Instant, IsoDate>; instants: Map<string, Map<IsoDate, Instant>> };
const places = new Map<string, Place>();
const placeOf = (zone: string): Place =>
  places.get(zone) ?? kept(places, zone, { dates: new Map(), instants: new Map() });
const days = new Map<IsoDate, number>();
const isoDates = new Map<number, IsoDate>();
const MAX_REMEMBERED = 10_000;

function remembered<K, T>(known: Map<K, T>, key: K, find: () => T): T {
  return known.get(key) ?? kept(known, key, find());
}

function kept<K, T>(known: Map<K, T>, key: K, found: T): T {
  if (known.size >= MAX_REMEMBERED) known.clear();
  known.set(key, found);
  return found;
}

/** True where the text is an existing date written `2027-02-01`. */
export function isDate(text: string): boolean {
  return days.has(text) || (/^\d{4}-\d\d-\d\d$/.test(text) && DateTime.fromISO(text, { zone: "utc" }).isValid);
}

/** True where luxon and the machine know the IANA zone. */
export function isZone(zone: string): boolean {
  return IANAZone.isValidZone(zone);
}

/** The date so many days later; earlier where `days` is negative. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return iso(utc(date) + days * DAY);
}

/** How many days the second date lies after the first. */
export function daysBetween(first: IsoDate, second: IsoDate): number {
  return Math.round((utc(second) - utc(first)) / DAY);
}

/** Months since January of the year 0 of a date or month, `2014-03`. */
export function monthNumber(text: string): number {
  return Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1;
}

/** The first day of a month, and with `last` its last. */
export function dayOfMonth(month: number, which: "first" | "last"): IsoDate {
  const first = (of: number) =>
    `${String(Math.floor(of / 12)).padStart(4, "0")}-${String((of % 12) + 1).padStart(2, "0")}-01`;
  return which === "first" ? first(month) : addDays(first(month + 1), -1);
}

/** Monday of an ISO week, `2014-W17`; undefined where that year has no such week. */
export function isoWeekMonday(week: string): IsoDate | undefined {
  const monday = DateTime.fromISO(week, { zone: "utc" });
  return monday.isValid ? monday.toFormat("yyyy-MM-dd") : undefined;
}

/** Monday of the ISO week that holds the date. */
export function isoWeekStart(date: IsoDate): IsoDate {
  return addDays(date, 1 - weekday(date));
}

/** The first instant of a local day (ms). */
export function startOfDay(date: IsoDate, zone: string): Instant {
  return localInstant(date, "00:00", zone);
}

/** The last instant of a local day, 23:59:59.999 (ms). */
export function endOfDay(date: IsoDate, zone: string): Instant {
  return localInstant(date, "23:59:59.999", zone);
}

/** False on weekends, Danish public holidays and the `MM-DD` of `nonWorking`. */
export function isWorkingDay(date: IsoDate, nonWorking: readonly string[]): boolean {
  return (
    weekday(date) <= 5 && !danishHolidays(Number(date.slice(0, 4))).has(date) && !nonWorking.includes(date.slice(5))
  );
}

/** The date itself where it is a working day, else the last one before it. */
export function workingDayOnOrBefore(date: IsoDate, nonWorking: readonly string[]): IsoDate {
  return roll(date, -1, nonWorking);
}

/** The date itself where it is a working day, else the first one after it. */
export function workingDayOnOrAfter(date: IsoDate, nonWorking: readonly string[]): IsoDate {
  return roll(date, 1, nonWorking);
}

/**
 * When a reminder goes (ms): so many local days from the anchor's date, at a local time, on a working day. Rules before
 * (`days` ≤ 0) roll back to the working day before, overdue rules (`days` > 0) forward. The anchor is an instant or a date.
 * `unit`: `days` counts working days instead, or hours from the anchor's instant (a date's first), whatever day that is.
 * `closed`: on a day between such a pair nobody is there, and the rule rolls to before or after all of them.
 */
export function reminderInstant(rule: {
  anchor: Instant | IsoDate;
  days: number;
  unit?: ReminderUnit;
  time: string;
  zone: string;
  nonWorking: readonly string[];
  closed?: readonly (readonly [first: IsoDate, last: IsoDate])[];
}): Instant {
  const { anchor, days, unit, time, zone, nonWorking, closed = [] } = rule;
  if (unit === "hours") return (typeof anchor === "number" ? anchor : startOfDay(anchor, zone)) + days * HOUR;
  const day = typeof anchor === "number" ? localDate(anchor, zone) : anchor;
  const step = days > 0 ? 1 : -1;
  const there = unit === "workingDays" ? workingDaysFrom(day, days, nonWorking) : addDays(day, days);
  return localInstant(outsideClosed(roll(there, step, nonWorking), step, closed, nonWorking), time, zone);
}

/** So many working days after a date, or before it where `count` is negative; the date itself does not count. */
export function workingDaysFrom(date: IsoDate, count: number, nonWorking: readonly string[]): IsoDate {
  const step = count > 0 ? 1 : -1;
  let day = date;
  for (let left = Math.abs(count); left > 0; left--) day = roll(addDays(day, step), step, nonWorking);
  return day;
}

function outsideClosed(
  date: IsoDate,
  step: 1 | -1,
  closed: readonly (readonly [IsoDate, IsoDate])[],
  nonWorking: readonly string[],
): IsoDate {
  const during = closed.find(([first, last]) => first <= date && date <= last);
  if (!during) return date;
  const edge = step < 0 ? during[0] : during[1];
  return outsideClosed(roll(addDays(edge, step), step, nonWorking), step, closed, nonWorking);
}

/** More days off in a row than this is a mistake in `nonWorking`, not a holiday. */
const LONGEST_CLOSING_DAYS = 60;

function roll(date: IsoDate, step: 1 | -1, nonWorking: readonly string[]): IsoDate {
  let day = date;
  for (let tried = 0; tried <= LONGEST_CLOSING_DAYS; tried++, day = addDays(day, step))
    if (isWorkingDay(day, nonWorking)) return day;
  throw new Error(`No working day within ${LONGEST_CLOSING_DAYS} days of ${date}; shorten the programme's nonWorking`);
}

function weekday(date: IsoDate): number {
  // 1970-01-01 was a Thursday.
  const since = utc(date) / DAY + 3;
  return (((since % 7) + 7) % 7) + 1;
}

// Dates are counted as days of UTC, which has no clock changes.
function utc(date: IsoDate): number {
  return remembered(days, date, () => {
    if (!isDate(date)) throw new Error(`"${date}" is no date; write it as 2027-02-01`);
    return DateTime.fromISO(date, { zone: "utc" }).toMillis();
  });
}

function iso(millis: number): IsoDate {
  return remembered(isoDates, millis, () => DateTime.fromMillis(millis, { zone: "utc" }).toFormat("yyyy-MM-dd"));
}

function zoneOf(zone: string): IANAZone {
  const place = IANAZone.create(zone);
  if (!place.isValid) throw new Error(`"${zone}" is no time zone; write it as Europe/Copenhagen`);
  return place;
}

function minutes(count: number): number {
  return count * 60_000;
}
