// One mail to one reader: pure, from a model that the ledger keeps and the reader's name and language.
import type { MailModel } from "../machines/ledger.ts";
import type { Instant, Person } from "../programmes/types.ts";
import { CATALOGUE, FRAME, type Facts, type Frame, type Reason } from "./catalogue.ts";
import { dateOf, daysBetween, daysOf, deadlineOf, whenOf, type Language } from "./dates.ts";
import {
  htmlOf,
  sectionedHtmlOf,
  sectionedTextOf,
  textOf,
  type Action,
  type Letter,
  type Section,
  type SectionedLetter,
} from "./letter.ts";
import { isOptional, purposeOf, reasonOf, type Purpose } from "./reasons.ts";

/** Without an `id` nobody can be recognised by a link, and the letter has the network's alone. */
export type Reader = Pick<Person, "name" | "email" | "language"> & { id?: string };

/**
 * `base`: where people open Fremdrift. `answerUrl`: a page, without a query, where one person answers one thing without
 * signing in; undefined where there is none for it.
 */
export type Links = {
  base: string;
  answerUrl?: (about: { network: string; subject: string; person: string; purpose: Purpose }) => string | undefined;
};

/**
 * A subject that is one line, and the same letter as plain text and as a whole HTML page. `unsubscribe`: where its reader
 * chooses how to get such mail; absent from mail that cannot be chosen away, and where that page is not reached by https.
 */
export type Rendered = { subject: string; text: string; html: string; unsubscribe?: string };

/** Characters of a subject line; what is longer is cut. */
const SUBJECT_LENGTH = 200;

/**
 * The mail of one model to one reader, in the reader's language and the network's time zone. Titles, names and places
 * become one line each and are escaped in HTML. A rule without texts of its own gives a general letter.
 * Throws on an unknown time zone.
 */
export function render(model: MailModel, reader: Reader, links: Links): Rendered {
  const letter = letterOf(model, reader, links);
  const unsubscribe = isOptional(reasonOf(model.rule)) ? unsubscribeOf(links) : {};
  return { subject: letter.subject, text: textOf(letter), html: htmlOf(letter), ...unsubscribe };
}

/**
 * One mail about several matters, the most urgent first: what is overdue, decisions, then the nearest date. `at`: when it
 * goes, which its days are counted from; without, the latest of the models'. Throws without models and on an unknown time zone.
 */
export function renderDigest(models: MailModel[], reader: Reader, links: Links, at?: Instant): Rendered {
  const [first] = models;
  if (first === undefined) throw new Error("A digest needs at least one matter.");
  const goes = at ?? Math.max(...models.map((model) => model.at ?? 0));
  const { language } = reader;
  const frame = FRAME[language];
  const networks = new Set(models.map(({ network }) => network)).size;
  const letter: SectionedLetter = {
    language,
    subject: frame.digest.subject(models.length, networks, dateOf(goes, first.zone, language)),
    hello: frame.hello(oneLine(reader.name)),
    title: frame.digest.title(models.length),
    paragraphs: [frame.digest.lead],
    sections: byUrgency(models, goes).map((model) => sectionOf({ ...model, at: goes }, reader, links)),
    footer: frame.digest.footer,
  };
  const { subject } = letter;
  return { subject, text: sectionedTextOf(letter), html: sectionedHtmlOf(letter), ...unsubscribeOf(links) };
}

/** What the mail says, before it is set. Throws on an unknown time zone. */
export function letterOf(model: MailModel, reader: Reader, links: Links): Letter {
  const { language } = reader;
  const frame = FRAME[language];
  const network = oneLine(model.networkTitle);
  const facts = factsOf(model, language);
  const words = CATALOGUE[language][reasonOf(model.rule)](facts);
  // The letter to substitutes alone says itself for whom.
  const instead =
    facts.insteadOf !== undefined && reasonOf(model.rule) !== "decision-substitute" ? facts.insteadOf : "";
  const tentative = model.tentative === true && !model.rule.endsWith("-cancelled");
  const actions = actionsOf(model, answerOf(model, reader, links), frame.answers);
  const link = {
    words: actions.length > 0 ? (words.more ?? words.link) : words.link,
    href: linkOf(model, links),
  };
  return {
    language,
    subject: cut(oneLine(tentative ? `${frame.tentative}: ${words.subject}` : words.subject)),
    hello: frame.hello(oneLine(reader.name)),
    ...(tentative && { badge: frame.tentative }),
    title: oneLine(model.title[language]),
    paragraphs: [
      words.lead,
      ...(instead ? [frame.insteadOf(instead)] : []),
      ...(tentative ? [frame.tentativeNote] : []),
    ],
    rows: rowsOf(model, language),
    ...(words.ask !== undefined && { ask: words.ask }),
    actions,
    link,
    footer: frame.footer(instead ? frame.onBehalf(words.why, instead) : words.why, network),
  };
}

/** One line without control or direction characters: nothing that could end a header or turn a text around. */
export function oneLine(words: string): string {
  return words
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/[\u202A-\u202E\u2066-\u2069]/g, "")
    .trim();
}

const aboutOf = ({ deadline, start }: MailModel): Instant | undefined => deadline ?? start;

function byUrgency(models: MailModel[], at: Instant): MailModel[] {
  const rank = (model: MailModel) => ((aboutOf(model) ?? at) < at ? 0 : model.rule.startsWith("decision-") ? 1 : 2);
  const when = (model: MailModel) => aboutOf(model) ?? Number.MAX_SAFE_INTEGER;
  return models.toSorted((a, b) => rank(a) - rank(b) || when(a) - when(b));
}

function sectionOf(model: MailModel, reader: Reader, links: Links): Section {
  const { badge, title, paragraphs, rows, link } = letterOf(model, reader, links);
  const answer = answerOf(model, reader, links);
  const { answers, network } = FRAME[reader.language];
  const direct: Action | undefined = answer && { words: answers[answer.purpose], href: answer.url };
  return {
    title,
    ...(badge !== undefined && { badge }),
    paragraphs,
    // The text above them names the network.
    rows: rows.filter(({ label }) => label !== network),
    link: direct ?? link,
  };
}

function factsOf(model: MailModel, language: Language): Facts {
  const names = model.insteadOf?.map(oneLine) ?? [];
  const about = aboutOf(model);
  return {
    title: oneLine(model.title[language]),
    network: oneLine(model.networkTitle),
    ...(about !== undefined && { day: dateOf(about, model.zone, language) }),
    // Reminders roll back to a working day: a "2-day" one may go five days ahead, so the days are counted.
    ...(about !== undefined && model.at !== undefined && { days: daysBetween(model.at, about, model.zone) }),
    ...(names.length > 0 && { insteadOf: allOf(names, language) }),
  };
}

function rowsOf(model: MailModel, language: Language): Letter["rows"] {
  const frame = FRAME[language];
  const { zone, start, end, allDay } = model;
  const span =
    start === undefined ? undefined : { zone, start, ...(end !== undefined && { end }), allDay: allDay === true };
  const isPeriod = model.rule.startsWith("date-");
  const hasRounds = !model.rule.startsWith("followUp-");
  const rows: [string, string | undefined][] = [
    [whenLabel(reasonOf(model.rule), frame), span && (isPeriod ? daysOf(span, language) : whenOf(span, language))],
    [frame.place, model.place && oneLine(model.place)],
    [frame.agenda, listOf((model.agenda ?? []).map(pointOf))],
    [
      deadlineLabel(model, frame),
      model.deadline === undefined ? undefined : deadlineOf(model.deadline, zone, language),
    ],
    [frame.round, hasRounds && model.round !== undefined ? String(model.round) : undefined],
    [frame.missing, listOf((model.missing ?? []).map((text) => oneLine(text[language])))],
    [frame.because, model.reason?.trim()],
    [frame.network, oneLine(model.networkTitle)],
  ];
  return rows.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

function pointOf({ title, minutes, who }: NonNullable<MailModel["agenda"]>[number]): string {
  const more = [minutes === undefined ? [] : [`${minutes} min.`], who === undefined ? [] : [oneLine(who)]].flat();
  return more.length > 0 ? `${oneLine(title)} (${more.join(", ")})` : oneLine(title);
}

const allOf = (names: string[], language: Language): string =>
  new Intl.ListFormat(language, { type: "conjunction" }).format(names);

const listOf = (titles: string[]) => (titles.length > 1 ? titles.map((title) => `– ${title}`).join("\n") : titles[0]);

function whenLabel(reason: Reason, frame: Frame): string {
  if (reason === "meeting-cancelled") return frame.wasPlanned;
  if (reason === "minutes-reminder") return frame.held;
  return reason.startsWith("date-") ? frame.period : frame.when;
}

function deadlineLabel({ rule, at, deadline }: MailModel, frame: Frame): string {
  if (rule.startsWith("phase")) return frame.plannedEnd;
  if (at !== undefined && deadline !== undefined && deadline < at) return frame.deadlineWas;
  if (rule.startsWith("homework")) return frame.due;
  return /^(?:task|followUp|idea-approved)/.test(rule) ? frame.doneBy : frame.deadline;
}

const linkOf = ({ page, network }: MailModel, links: Links) =>
  `${baseOf(links)}${page ?? `/networks/${encodeURIComponent(network)}`}`;

const baseOf = ({ base }: Links) => base.replace(/\/+$/, "");

function unsubscribeOf(links: Links): Pick<Rendered, "unsubscribe"> {
  const base = baseOf(links);
  return base.startsWith("https://") ? { unsubscribe: `${base}/profile#mail` } : {};
}

type Answer = { purpose: Purpose; url: string };

/** Where this reader answers this mail without signing in; undefined where nothing can be answered so. */
function answerOf({ rule, network, subject }: MailModel, { id }: Reader, { answerUrl }: Links): Answer | undefined {
  const purpose = purposeOf(reasonOf(rule));
  if (purpose === undefined || id === undefined) return undefined;
  const url = answerUrl?.({ network, subject, person: id, purpose });
  return url === undefined ? undefined : { purpose, url };
}

function actionsOf({ subject }: MailModel, answer: Answer | undefined, words: Frame["answers"]): Action[] {
  if (!answer) return [];
  const choices = choicesOf(answer.purpose, subject);
  if (choices.length === 0) return [{ words: words[answer.purpose], href: answer.url }];
  return choices.map((choice) => ({ words: words[choice], href: `${answer.url}?choose=${choice}` }));
}

function choicesOf(purpose: Purpose, subject: string) {
  if (purpose === "answer") return ["accepted", "tentative", "declined"] as const;
  return purpose === "decide" && subject.startsWith("idea:") ? (["approve", "adjust", "discard"] as const) : [];
}

function cut(line: string): string {
  const characters = [...line];
  return characters.length <= SUBJECT_LENGTH ? line : `${characters.slice(0, SUBJECT_LENGTH - 1).join("")}…`;
}
