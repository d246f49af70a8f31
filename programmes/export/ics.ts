// A programme as a calendar (RFC 5545): what is precise at its time, what is not as whole days that keep nobody busy.
import { KIND_NAMES } from "../kind-names.ts";
import { localInstant, startOfDay } from "../calendar.ts";
import { isPrecise } from "../dates.ts";
import type { Language } from "../problem.ts";
import type { Instant, Interval } from "../types.ts";
import type { Executed } from "./executed.ts";
import { calendarText, type CalendarEvent, type EventTime } from "./ics-event.ts";
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
  const rows = calendarRows(layout, language).map((row) => carriedOut(row, executed));
  const dated = rows.filter(({ interval }) => interval.from !== undefined || interval.to !== undefined);
  const days = dated.flatMap(({ interval: { from, to } }) => from ?? to ?? []).toSorted();
  const stamp = options.stamp ?? startOfDay(layout.start ?? days[0] ?? EPOCH, programme.zone);
  const events = dated.map((row) => {
    const state = executed?.items[row.id]?.state;
    return eventOf(row, layout, { ...options, stamp, state });
  });
  const head = { name: options.name ?? programme.title[language], zone: programme.zone };
  const undated = rows.filter((row) => !dated.includes(row)).map(({ id }) => id);
  return { content: calendarText(head, events), events: dated.length, undated };
}

/** The rows that can be events: an item, or its sessions where it has several. */
export function calendarRows(layout: Layout, language: Language): Row[] {
  const all = rowsOf(layout, language);
  const inParts = new Set(all.filter(({ kind }) => kind === "session").map(({ id }) => id.split(".")[0]));
  return all.filter(({ id, kind }) => kind !== "phase" && kind !== "track" && !inParts.has(id));
}

/** The day of a calendar in which no day is known. */
const EPOCH = "1970-01-01";

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
  const tentative = row.tentative && done.state !== "held";
  return { ...row, interval, tentative, ...(place !== undefined && { place }) };
}

type EventOptions = CalendarOptions & { stamp: Instant; state: string | undefined };

function eventOf(row: Row, layout: Layout, { language, stamp, domain, state }: EventOptions): CalendarEvent {
  const { programme } = layout;
  const precise = isExact(row.interval);
  const kind = row.partOf ?? row.kind;
  const status = state === "cancelled" ? "CANCELLED" : row.tentative ? "TENTATIVE" : precise ? "CONFIRMED" : undefined;
  return {
    uid: `${row.id}@${domain ?? programme.id}.fremdrift`,
    stamp,
    zone: programme.zone,
    time: timeOf(row.interval, programme.zone),
    summary: precise ? row.title : approximate(row.title, language),
    description: descriptionOf(row, layout, language),
    place: row.place ?? "",
    category: KIND_NAMES[kind][language],
    ...(status !== undefined && { status }),
    busy: precise && kind === "meeting",
  };
}

/** A title that says that its days are not the day: "Møde 1 (ca.)". */
export const approximate = (title: string, language: Language): string =>
  `${title} (${EXPORT_WORDS[language].approximate})`;

/** Whether an interval says the day, or the days, itself. */
export const isExact = (interval: Interval): boolean =>
  isPrecise(interval) && interval.from !== undefined && interval.to !== undefined;

/** Instants where the hour is known, else whole days; of an interval with one end, the day of that end. One of the ends must be there. */
export function timeOf(interval: Interval, zone: string): EventTime {
  const from = interval.from ?? interval.to!;
  const to = interval.to ?? from;
  const { time, until } = interval;
  if (!isExact(interval) || time === undefined) return { first: from, last: to };
  const start = localInstant(from, time, zone);
  return until === undefined ? { start } : { start, end: localInstant(to, until, zone) };
}

/** What a calendar says of a row beside its title, time and place. */
export function descriptionOf(row: Row, { programme }: Layout, language: Language): string {
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
