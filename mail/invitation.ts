// What a mail asks of its reader's calendar (iTIP, RFC 5546), from the same model as its letter: keep this meeting, or drop it.
import { DateTime } from "luxon";
import type { MailModel } from "../machines/ledger.ts";
import type { escapedText, icsText } from "../programmes/export/ics-text.ts";
import type { zoneLines } from "../programmes/export/ics-zone.ts";
import type { Instant } from "../programmes/types.ts";
import { FRAME } from "./catalogue.ts";
import { remembered } from "./remembered.ts";
import { letterOf, oneLine, type Links, type Reader } from "./render.ts";

/** An iCalendar text with one event, and what to do with it. */
export type Invitation = { method: "REQUEST" | "CANCEL"; content: string };

/** How iCalendar is written. Handed in: of the programmes' room the mail room knows types only. */
export type Ics = { text: typeof icsText; escaped: typeof escapedText; zone: typeof zoneLines };

export type InvitationOptions = { links: Links; from: string; ics: Ics };

/** A model that can be an event. */
type Dated = MailModel & Required<Pick<MailModel, "start" | "at" | "sequence">>;

const METHODS = new Map<string, Invitation["method"]>([
  ["meeting-invitation", "REQUEST"],
  ["meeting-moved", "REQUEST"],
  ["meeting-cancelled", "CANCEL"],
  ["signup-seated", "REQUEST"],
  ["signup-moved-up", "REQUEST"],
  ["signup-withdrawn", "CANCEL"],
  // Who stood on the list of the invited is so no more: a seat is what counts now.
  ["signup-opened", "CANCEL"],
]);

/**
 * The event of a mail that invites, moves or cancels, with the reader as its one guest. `from`, the mails' sender, is the organiser,
 * by the network's name. Undefined for other mails and for meetings without a date. Throws on an unknown time zone.
 */
export function invitationOf(model: MailModel, reader: Reader, options: InvitationOptions): Invitation | undefined {
  const method = METHODS.get(model.rule);
  if (method === undefined || !isDated(model)) return undefined;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Fremdrift//Fremdrift//DA",
    "CALSCALE:GREGORIAN",
    `METHOD:${method}`,
    ...(model.allDay ? [] : zoneOf(model, options.ics)),
    ...eventOf(model, reader, { ...options, method }),
    "END:VCALENDAR",
  ];
  return { method, content: options.ics.text(lines) };
}

const isDated = (model: MailModel): model is Dated =>
  model.start !== undefined && model.at !== undefined && model.sequence !== undefined;

function eventOf(
  model: Dated,
  reader: Reader,
  { links, from, ics, method }: InvitationOptions & Pick<Invitation, "method">,
): string[] {
  const letter = letterOf(model, reader, links);
  const asked = method === "REQUEST";
  const answer = asked ? ";CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE" : "";
  const place = oneLine(model.place ?? "");
  return [
    "BEGIN:VEVENT",
    `UID:${ics.escaped(uidOf(model))}`,
    `SEQUENCE:${model.sequence}`,
    `DTSTAMP:${utcText(model.at)}`,
    ...timesOf(model),
    `SUMMARY:${ics.escaped(letter.title)}`,
    `DESCRIPTION:${ics.escaped(descriptionOf(letter, model))}`,
    ...(place === "" ? [] : [`LOCATION:${ics.escaped(place)}`]),
    `URL:${letter.link.href}`,
    `ORGANIZER;CN=${quoted(model.networkTitle)}:${mailtoOf(addressIn(from))}`,
    `ATTENDEE${answer};CN=${quoted(reader.name)}:${mailtoOf(reader.email)}`,
    // The reader's copy is the whole event, also where others still meet.
    `STATUS:${asked ? (model.tentative ? "TENTATIVE" : "CONFIRMED") : "CANCELLED"}`,
    "TRANSP:OPAQUE",
    "END:VEVENT",
  ];
}

/** The same as in the network's own calendar file: `E6.east@n1.fremdrift`. */
const uidOf = ({ subject, network }: MailModel) =>
  `${subject.replace(/^item:/, "").replace("/", ".")}@${network}.fremdrift`;

/** What the letter says, but for what the event says in properties of its own. */
function descriptionOf({ language, paragraphs, rows, link }: ReturnType<typeof letterOf>, { allDay }: MailModel) {
  const { when, place } = FRAME[language];
  const said = rows.filter(({ label }) => label !== place && (label !== when || allDay));
  const facts = said.map(({ label, value }) => `${label}: ${value}`).join("\n");
  return [...paragraphs, facts, `${link.words}: ${link.href}`].join("\n\n");
}

/** Whole days end on the day after the last. An end that is not after the start is none. */
function timesOf({ start, end, allDay, zone }: Dated): string[] {
  if (allDay)
    return [`DTSTART;VALUE=DATE:${dayText(start, zone, 0)}`, `DTEND;VALUE=DATE:${dayText(end ?? start, zone, 1)}`];
  const ends = end !== undefined && end > start;
  return [timeLine("DTSTART", start, zone), ...(ends ? [timeLine("DTEND", end, zone)] : [])];
}

/** Local time; in an hour that the clock shows twice UTC, since programs do not agree which of the two is meant. */
const timeLine = remembered((name: string, at: Instant, zone: string): string => {
  const local = DateTime.fromMillis(at, { zone });
  const isTwice = local.getPossibleOffsets().length > 1;
  return isTwice ? `${name}:${utcText(at)}` : `${name};TZID=${zone}:${local.toFormat("yyyyMMdd'T'HHmmss")}`;
});

function zoneOf({ start, end = start, zone }: Dated, ics: Ics): string[] {
  const [first, last] = [start, Math.max(start, end)].map((at) => yearOf(at, zone));
  const key = `${zone} ${first} ${last}`;
  const lines = zones.get(key) ?? ics.zone(zone, first!, last!);
  if (zones.size >= MAX_REMEMBERED) zones.clear();
  zones.set(key, lines);
  return lines;
}

// Finding out a zone takes many milliseconds, and a thousand mails have the same one.
const zones = new Map<string, string[]>();
const MAX_REMEMBERED = 100;

const yearOf = remembered((at: Instant, zone: string): number => DateTime.fromMillis(at, { zone }).year);

/** The day of an instant, or so many days later. */
const dayText = remembered((at: Instant, zone: string, later: number): string =>
  DateTime.fromMillis(at, { zone }).plus({ days: later }).toFormat("yyyyMMdd"),
);

const utcText = remembered((at: Instant): string =>
  DateTime.fromMillis(at, { zone: "utc" }).toFormat("yyyyMMdd'T'HHmmss'Z'"),
);

/** A parameter between quotes, which cannot hold a quote itself; `^` is written as RFC 6868 has it. */
const quoted = (words: string): string => `"${oneLine(words).replaceAll('"', "'").replaceAll("^", "^^")}"`;

/** Half a letter, which no address can be written with, becomes a letter that nobody knows. */
const mailtoOf = (address: string): string => {
  const whole = oneLine(address).replace(/\p{Surrogate}/gu, "\uFFFD");
  return `mailto:${encodeURI(whole).replace(/[?#]/g, encodeURIComponent)}`;
};

/** `a@b` of `Name <a@b>`, as of `a@b`. */
const addressIn = (from: string): string => /<([^<>]*)>\s*$/.exec(from)?.[1] ?? from;
