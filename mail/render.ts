// One mail to one reader: pure, from a model that the ledger keeps and the reader's name and language.
import type { MailModel } from "../machines/ledger.ts";
import type { Person } from "../programmes/types.ts";
import { CATALOGUE, FRAME, type Facts, type Reason } from "./catalogue.ts";
import { dateOf, daysBetween, deadlineOf, whenOf, type Language } from "./dates.ts";
import { htmlOf, textOf, type Letter } from "./letter.ts";

export type Reader = Pick<Person, "name" | "email" | "language">;

/** `base`: where people open Fremdrift, without a slash at the end. */
export type Links = { base: string };

/** A subject that is one line, and the same letter as plain text and as a whole HTML page. */
export type Rendered = { subject: string; text: string; html: string };

/** Characters of a subject line; what is longer is cut. */
const SUBJECT_LENGTH = 200;

/**
 * The mail of one model to one reader, in the reader's language and the network's time zone. Titles, names and places
 * become one line each and are escaped in HTML. A rule without texts of its own gives a general letter.
 * Throws on an unknown time zone.
 */
export function render(model: MailModel, reader: Reader, links: Links): Rendered {
  const letter = letterOf(model, reader, links);
  return { subject: letter.subject, text: textOf(letter), html: htmlOf(letter) };
}

/** What the mail says, before it is set. Throws on an unknown time zone. */
export function letterOf(model: MailModel, reader: Reader, links: Links): Letter {
  const { language } = reader;
  const frame = FRAME[language];
  const network = oneLine(model.networkTitle);
  const words = CATALOGUE[language][reasonOf(model.rule)](factsOf(model, language));
  const tentative = model.tentative === true && !model.rule.endsWith("-cancelled");
  return {
    language,
    subject: cut(oneLine(tentative ? `${frame.tentative}: ${words.subject}` : words.subject)),
    hello: frame.hello(oneLine(reader.name)),
    ...(tentative && { badge: frame.tentative }),
    title: oneLine(model.title[language]),
    paragraphs: [words.lead, ...(tentative ? [frame.tentativeNote] : [])],
    rows: rowsOf(model, language),
    ...(words.ask !== undefined && { ask: words.ask }),
    link: { words: words.link, href: linkOf(model, links) },
    footer: frame.footer(network),
  };
}

/** One line without control or direction characters: nothing that could end a header or turn a text around. */
export function oneLine(words: string): string {
  return words
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/[\u202A-\u202E\u2066-\u2069]/g, "")
    .trim();
}

// A programme names its own reminder rules, so the number of days is no part of the reason to write.
function reasonOf(rule: string): Reason {
  const known = rule.replace(/-\d+$/, "-reminder");
  return Object.hasOwn(CATALOGUE.da, known) ? (known as Reason) : "news";
}

function factsOf(model: MailModel, language: Language): Facts {
  const about = model.deadline ?? model.start;
  return {
    title: oneLine(model.title[language]),
    network: oneLine(model.networkTitle),
    ...(about !== undefined && { day: dateOf(about, model.zone, language) }),
    // Reminders roll back to a working day: a "2-day" one may go five days ahead, so the days are counted.
    ...(about !== undefined && model.at !== undefined && { days: daysBetween(model.at, about, model.zone) }),
  };
}

function rowsOf(model: MailModel, language: Language): Letter["rows"] {
  const frame = FRAME[language];
  const { zone, start, end, allDay } = model;
  const span =
    start === undefined ? undefined : { zone, start, ...(end !== undefined && { end }), allDay: allDay === true };
  const rows: [string, string | undefined][] = [
    [model.rule.endsWith("-cancelled") ? frame.wasPlanned : frame.when, span && whenOf(span, language)],
    [frame.place, model.place && oneLine(model.place)],
    [
      /^(homework|task)/.test(model.rule) ? frame.due : frame.deadline,
      model.deadline === undefined ? undefined : deadlineOf(model.deadline, zone, language),
    ],
    [frame.round, model.round === undefined ? undefined : String(model.round)],
    [frame.because, model.reason?.trim()],
    [frame.network, oneLine(model.networkTitle)],
  ];
  return rows.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

const linkOf = (model: MailModel, { base }: Links) =>
  `${base.replace(/\/+$/, "")}/networks/${encodeURIComponent(model.network)}`;

function cut(line: string): string {
  const characters = [...line];
  return characters.length <= SUBJECT_LENGTH ? line : `${characters.slice(0, SUBJECT_LENGTH - 1).join("")}…`;
}
