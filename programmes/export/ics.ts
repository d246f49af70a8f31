// A programme as a calendar (RFC 5545): what is precise at its time, what is not as whole days that keep nobody busy.
import { KIND_NAMES } from "../kind-names.ts";
import { DateTime } from "luxon";
import { addDays, localInstant, startOfDay } from "../calendar.ts";
import { isPrecise } from "../dates.ts";
import type { Language } from "../problem.ts";
import type { Instant, Interval, IsoDate } from "../types.ts";
import type { Executed } from "./executed.ts";
import { escapedText, icsText } from "./ics-text.ts";
import { zoneLines } from "./ics-zone.ts";
import { rowsOf, type Layout, type Row } from "./rows.ts";
import { EXPORT_WORDS } from "./words.ts";

export type CalendarOptions = {
  language: Language;
  /** DTSTAMP (ms); without it the first instant of the plan. */
  stamp?: Instant;
  /** What the events' ids end with; without it the programme's id. */
  domain?: string;
  /** Name of the calendar; without it the programme's title. */
  name?: string;
  executed?: Executed;
};
export type Calendar = {
  content: string;
  /** How many events it has. */
  events: number;
  /** Ids of the items and sessions that have no date and so are not in it. */
  undated: string[];
};

/** Every item with a date, a session each where it has several. Phases and tracks are no events. */
export function calendarOf(layout: Layout, options: CalendarOptions): Calendar {
  const { language, executed } = options;
  const { programme } = layout;
  const all = rowsOf(layout, language);
  const inParts = new Set(all.filter(({ kind }) => kind === "session").map(({ id }) => id.split(".")[0]));
  const rows = all
    .filter(({ id, kind }) => kind !== "phase" && kind !== "track" && !inParts.has(id))
    .map((row) => carriedOut(row, executed));
  const dated = rows.filter(({ interval }) => interval.from !== undefined || interval.to !== undefined);
  const days = dated.flatMap(({ interval: { from, to } }) => [from ?? to!, to ?? from!]).toSorted();
  const first = days[0] ?? layout.start ?? EPOCH;
  const last = days.at(-1) ?? first;
  const stamp = options.stamp ?? startOfDay(layout.start ?? first, programme.zone);
  const event = (row: Row) => eventLines(row, layout, { ...options, stamp, state: executed?.items[row.id]?.state });
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Fremdrift//Fremdrift//DA",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escapedText(options.name ?? programme.title[language])}`,
    ...zoneLines(programme.zone, yearOf(first), yearOf(last)),
    ...dated.flatMap(event),
    "END:VCALENDAR",
  ];
  const undated = rows.filter((row) => !dated.includes(row)).map(({ id }) => id);
  return { content: icsText(lines), events: dated.length, undated };
}

/** A calendar without dates says of its zone what held then. */
const EPOCH = "1970-01-01";

const yearOf = (date: IsoDate): number => Number(date.slice(0, 4));

/** The row with the date that it was given, in place of the planned one. */
function carriedOut(row: Row, executed: Executed | undefined): Row {
  const done = executed?.items[row.id];
  if (done?.from === undefined) return row;
  const { from, to = from, time, until, place = row.place } = done;
  const exact = time !== undefined ? "time" : from === to ? "day" : "days";
  const precision = done.window ? row.interval.precision : exact;
  const hours = { ...(time !== undefined && { time }), ...(until !== undefined && { until }) };
  const { quote } = row.interval;
  const interval: Interval = { from, to, precision, ...hours, ...(quote !== undefined && { quote }) };
  return { ...row, interval, tentative: false, ...(place !== undefined && { place }) };
}

type EventOptions = CalendarOptions & { stamp: Instant; state: string | undefined };

function eventLines(row: Row, layout: Layout, { language, stamp, domain, state }: EventOptions): string[] {
  const { programme } = layout;
  const words = EXPORT_WORDS[language];
  const precise = isExact(row.interval);
  const summary = precise ? row.title : `${row.title} (${words.approximate})`;
  const kind = row.partOf ?? row.kind;
  const busy = precise && kind === "meeting";
  const status = state === "cancelled" ? "CANCELLED" : row.tentative ? "TENTATIVE" : precise ? "CONFIRMED" : undefined;
  return [
    "BEGIN:VEVENT",
    `UID:${row.id}@${domain ?? programme.id}.fremdrift`,
    `DTSTAMP:${utcText(stamp)}`,
    ...timeLines(row.interval, programme.zone),
    `SUMMARY:${escapedText(summary)}`,
    ...textLine("DESCRIPTION", descriptionOf(row, layout, language)),
    ...textLine("LOCATION", row.place ?? ""),
    `CATEGORIES:${escapedText(KIND_NAMES[kind][language])}`,
    ...(status === undefined ? [] : [`STATUS:${status}`]),
    `TRANSP:${busy ? "OPAQUE" : "TRANSPARENT"}`,
    "END:VEVENT",
  ];
}

const textLine = (name: string, text: string): string[] => (text === "" ? [] : [`${name}:${escapedText(text)}`]);

const isExact = (interval: Interval): boolean =>
  isPrecise(interval) && interval.from !== undefined && interval.to !== undefined;

/** Local times where they are known, else whole days; of an interval with one end, the day of that end. */
function timeLines(interval: Interval, zone: string): string[] {
  const from = interval.from ?? interval.to!;
  const to = interval.to ?? from;
  const { time, until } = interval;
  if (!isExact(interval) || time === undefined)
    return [`DTSTART;VALUE=DATE:${compact(from)}`, `DTEND;VALUE=DATE:${compact(addDays(to, 1))}`];
  const local = (name: string, date: IsoDate, clock: string) =>
    `${name};TZID=${zone}:${compact(date)}T${clock.replace(":", "")}00`;
  // The end is to lie after the beginning on the clock that goes on, too.
  const ends = until !== undefined && localInstant(to, until, zone) > localInstant(from, time, zone);
  return [local("DTSTART", from, time), ...(ends ? [local("DTEND", to, until)] : [])];
}

function descriptionOf(row: Row, { programme }: Layout, language: Language): string {
  const words = EXPORT_WORDS[language];
  const { quote, label, precision } = row.interval;
  const said = [quote, label].filter((word) => word !== undefined).join(" · ");
  const phases = row.phases.map((id) => programme.phases.find((phase) => phase.id === id)?.title[language] ?? id);
  return [
    row.description ?? "",
    ...row.asks.map((ask) => `• ${ask}`),
    said === "" ? "" : `${words.quote}: ${said}`,
    isExact(row.interval) ? "" : `${words.precision}: ${words.precisions[precision]}`,
    phases.length > 0 ? `${words.phases}: ${phases.join(", ")}` : "",
    row.audience.length > 0 ? `${words.audience}: ${row.audience.join(", ")}` : "",
    row.effort ?? "",
  ]
    .filter((line) => line !== "")
    .join("\n");
}

const compact = (date: IsoDate): string => date.replaceAll("-", "");

const utcText = (instant: Instant): string =>
  DateTime.fromMillis(instant, { zone: "utc" }).toFormat("yyyyMMdd'T'HHmmss'Z'");
