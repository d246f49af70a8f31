// Events, and the calendar (RFC 5545) that is made of them. Nothing in it comes again by itself, and nobody is named in it.
import { DateTime } from "luxon";
import { addDays, localDate } from "../calendar.ts";
import type { Instant, IsoDate } from "../types.ts";
import { escapedText, icsText } from "./ics-text.ts";
import { zoneLines } from "./ics-zone.ts";

/** Instants, or the first and the last of whole local days. */
export type EventTime = { start: Instant; end?: Instant } | { first: IsoDate; last: IsoDate };

export type CalendarEvent = {
  uid: string;
  /** When it was last changed: DTSTAMP. */
  stamp: Instant;
  sequence?: number;
  /** IANA zone that its times are written in. */
  zone: string;
  time: EventTime;
  summary: string;
  description: string;
  place: string;
  category: string;
  status?: "CONFIRMED" | "TENTATIVE" | "CANCELLED";
  /** Whether it keeps whoever has it from other meetings. */
  busy: boolean;
};

export type CalendarHead = {
  name: string;
  /** Written also where no event is in it: a calendar without any part is none. */
  zone: string;
  /** How often, in minutes, whoever subscribes should ask again. */
  refresh?: number;
};

/** A whole calendar, in lines of at most 75 octets that end in CRLF. Throws on an unknown time zone. */
export function calendarText({ name, zone, refresh }: CalendarHead, events: CalendarEvent[]): string {
  const zones = [...new Set([zone, ...events.map((event) => event.zone)])];
  return icsText([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Fremdrift//Fremdrift//DA",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    ...(refresh === undefined ? [] : [`NAME:${escapedText(name)}`]),
    `X-WR-CALNAME:${escapedText(name)}`,
    ...(refresh === undefined
      ? []
      : [`REFRESH-INTERVAL;VALUE=DURATION:PT${refresh}M`, `X-PUBLISHED-TTL:PT${refresh}M`]),
    ...zones.flatMap((one) =>
      zoneOf(
        one,
        events.filter((event) => event.zone === one),
      ),
    ),
    ...events.flatMap(eventLines),
    "END:VCALENDAR",
  ]);
}

function eventLines(event: CalendarEvent): string[] {
  const { uid, stamp, sequence, time, zone, summary, category, status, busy } = event;
  return [
    "BEGIN:VEVENT",
    `UID:${escapedText(uid)}`,
    ...(sequence === undefined ? [] : [`SEQUENCE:${sequence}`]),
    `DTSTAMP:${utcText(stamp)}`,
    ...timeLines(time, zone),
    `SUMMARY:${escapedText(summary)}`,
    ...textLine("DESCRIPTION", event.description),
    ...textLine("LOCATION", event.place),
    `CATEGORIES:${escapedText(category)}`,
    ...(status === undefined ? [] : [`STATUS:${status}`]),
    `TRANSP:${busy ? "OPAQUE" : "TRANSPARENT"}`,
    "END:VEVENT",
  ];
}

const textLine = (name: string, text: string): string[] => (text === "" ? [] : [`${name}:${escapedText(text)}`]);

/** Whole days end on the day after the last. An end that is not after the start is none. */
function timeLines(time: EventTime, zone: string): string[] {
  if ("first" in time) {
    const last = time.last < time.first ? time.first : time.last;
    return [`DTSTART;VALUE=DATE:${compact(time.first)}`, `DTEND;VALUE=DATE:${compact(addDays(last, 1))}`];
  }
  const { start, end } = time;
  const ends = end !== undefined && end > start;
  return [timeLine("DTSTART", start, zone), ...(ends ? [timeLine("DTEND", end, zone)] : [])];
}

/** Local time; in an hour that the clock shows twice UTC, since programs do not agree which of the two is meant. */
function timeLine(name: string, at: Instant, zone: string): string {
  const local = DateTime.fromMillis(at, { zone });
  const isTwice = local.getPossibleOffsets().length > 1;
  return isTwice ? `${name}:${utcText(at)}` : `${name};TZID=${zone}:${local.toFormat("yyyyMMdd'T'HHmmss")}`;
}

const EPOCH = "1970-01-01";

function zoneOf(zone: string, events: CalendarEvent[]): string[] {
  const days = events.flatMap(({ time }) =>
    "first" in time
      ? [time.first, time.last]
      : [time.start, time.end ?? time.start].map((instant) => localDate(instant, zone)),
  );
  const [first, last] = [days.toSorted()[0] ?? EPOCH, days.toSorted().at(-1) ?? EPOCH].map((day) =>
    Number(day.slice(0, 4)),
  );
  const key = `${zone} ${first} ${last}`;
  const lines = zones.get(key) ?? zoneLines(zone, first!, last!);
  if (zones.size >= MAX_REMEMBERED) zones.clear();
  zones.set(key, lines);
  return lines;
}

// Finding out a zone takes many milliseconds, and most calendars have the same one.
const zones = new Map<string, string[]>();
const MAX_REMEMBERED = 100;

const compact = (date: IsoDate): string => date.replaceAll("-", "");

const utcText = (instant: Instant): string =>
  DateTime.fromMillis(instant, { zone: "utc" }).toFormat("yyyyMMdd'T'HHmmss'Z'");
