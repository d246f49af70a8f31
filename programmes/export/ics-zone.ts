// A time zone as iCalendar tells it: VTIMEZONE with the changes of the clock in the years that matter.
import { DateTime } from "luxon";
import type { Instant } from "../types.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** VTIMEZONE of an IANA zone, right from the first to the last year. */
export function zoneLines(zone: string, firstYear: number, lastYear: number): string[] {
  // The change before the first year's own says what it begins with.
  const changes = changesOf(zone, firstYear - 1, lastYear + 1);
  const yearly = yearlyOf(changes, lastYear - firstYear + 3);
  const parts = yearly ?? [steady(zone, utc(firstYear - 1), changes[0]?.from), ...changes.map((it) => component(it))];
  return ["BEGIN:VTIMEZONE", `TZID:${zone}`, ...parts.flat(), "END:VTIMEZONE"];
}

/** A change of the clock, from one offset to another, both in minutes. */
type Change = { at: Instant; from: number; to: number; summer: boolean; local: DateTime };

function changesOf(zone: string, firstYear: number, lastYear: number): Change[] {
  const changes: Change[] = [];
  for (let day = utc(firstYear); day < utc(lastYear + 1); day += DAY) {
    const [from, to] = [offset(day, zone), offset(day + DAY, zone)];
    if (from === to) continue;
    const at = firstWith(to, day, zone);
    const local = DateTime.fromMillis(at + from * MINUTE, { zone: "utc" });
    changes.push({ at, from, to, summer: DateTime.fromMillis(at, { zone }).isInDST, local });
  }
  return changes;
}

/** The first minute of a day at which the clock has the new offset. */
function firstWith(to: number, day: Instant, zone: string): Instant {
  let [before, after] = [0, DAY / MINUTE];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offset(day + middle * MINUTE, zone) === to) after = middle;
    else before = middle;
  }
  return day + after * MINUTE;
}

/** Two components with a yearly rule, where every year changes by the same two; undefined where they differ. */
function yearlyOf(changes: Change[], years: number): string[][] | undefined {
  const kinds = [true, false].map((summer) => changes.filter((change) => change.summer === summer));
  const rules = kinds.map((kind) => (kind.length === years ? ruleOf(kind) : undefined));
  if (rules.some((rule) => rule === undefined) || changes.length !== 2 * years) return undefined;
  return kinds.map((kind, index) => component(kind[0]!, rules[index]));
}

function ruleOf(changes: Change[]): string | undefined {
  const same = (of: (change: Change) => string | number) => new Set(changes.map(of)).size === 1;
  const alike = same(
    ({ from, to, local }) => `${from} ${to} ${local.month} ${local.weekday} ${local.toFormat("HHmm")}`,
  );
  const { month, weekday } = changes[0]!.local;
  const day = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][weekday - 1];
  const last = changes.every(({ local }) => local.day > (local.daysInMonth ?? 31) - 7);
  const nth = ({ local }: Change) => Math.ceil(local.day / 7);
  if (!alike || (!last && !same(nth))) return undefined;
  return `RRULE:FREQ=YEARLY;BYMONTH=${month};BYDAY=${last ? -1 : nth(changes[0]!)}${day}`;
}

function component({ from, to, summer, local }: Change, rule?: string): string[] {
  const name = summer ? "DAYLIGHT" : "STANDARD";
  return [
    `BEGIN:${name}`,
    `DTSTART:${local.toFormat("yyyyMMdd'T'HHmmss")}`,
    `TZOFFSETFROM:${offsetText(from)}`,
    `TZOFFSETTO:${offsetText(to)}`,
    ...(rule === undefined ? [] : [rule]),
    `END:${name}`,
  ];
}

/** What holds until the first change. */
function steady(zone: string, at: Instant, until: number | undefined): string[] {
  const minutes = until ?? offset(at, zone);
  const local = DateTime.fromMillis(0, { zone: "utc" });
  return component({ at, from: minutes, to: minutes, summer: false, local });
}

const utc = (year: number): Instant => DateTime.utc(year, 1, 1).toMillis();

const offset = (at: Instant, zone: string): number => DateTime.fromMillis(at, { zone }).offset;

function offsetText(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, "0");
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}${two(size % 60)}`;
}
