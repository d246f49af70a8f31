// What is being answered by a link, told to its reader: the thing itself, what can be answered, and what was.
import type { AnswerLink } from "../library/answer-token.ts";
import type { Book, Contribution, DatesView, LedgerRow } from "../machines/ledger.ts";
import type { Deputised } from "../machines/acting.ts";
import { recipientsOf } from "../machines/recipients.ts";
import { testPlanOf } from "../machines/test-start.ts";
import { rolesFor } from "../machines/trigger-types.ts";
import { rfc3339 } from "../programmes/instant.ts";
import type { Instant, Person } from "../programmes/types.ts";
import { choicesOf, deadlineOf, isOpen, triggerFor, type About } from "./answer-open.ts";
import type { AnswerLinkJson } from "./answer-shapes.ts";
import type { Language } from "./words.ts";

/** A link that was opened. `rows`: of the ledger, about its subject, in order. `until`: see AnswerLinkShape. */
export type OpenedLink = {
  link: AnswerLink;
  about: About;
  book: Book;
  person: Person;
  /** Whom the person stands in for now. */
  actsFor: readonly Deputised[];
  rows: LedgerRow[];
  until: Instant;
  language: Language;
};

/** The link's answer to a GET. */
export function answerLinkJson(opened: OpenedLink): AnswerLinkJson {
  const { link, about, book, person, until, language } = opened;
  const { network, plan } = book;
  const { zone } = plan.programme;
  const deadline = deadlineOf(about, book);
  return {
    network,
    person: { firstName: person.name.trim().split(/\s+/)[0] ?? "", language: person.language },
    language,
    purpose: link.purpose,
    kind: about.kind,
    subject: link.subject,
    title: titleOf(opened),
    zone,
    until: rfc3339(until, zone),
    ...(deadline !== undefined && { deadline: rfc3339(deadline, zone) }),
    open: isOpen(about),
    choices: choicesOf(about, plan),
    ...standsInFor(opened),
    ...(about.kind === "idea" ? ideaPart(opened) : itemPart(opened, about)),
    ...answeredPart(opened),
    ...outcomePart(opened),
  };
}

/** The name of what a link is about, as the network now has it. */
export function titleOf({ about, book, language }: Pick<OpenedLink, "about" | "book" | "language">): string {
  if (about.kind !== "idea") return (about.view.title ?? about.item.title)[language];
  const { title } = textsUnder(book.contributions, about.view.key);
  return title ?? (language === "da" ? `Idé ${about.id}` : `Idea ${about.id}`);
}

type ItemAbout = Exclude<About, { kind: "idea" }>;

function itemPart(opened: OpenedLink, { kind, item, view }: ItemAbout): Partial<AnswerLinkJson> {
  const { book, rows, language } = opened;
  const { zone } = book.plan.programme;
  const description = item.description?.[language];
  const shared = description === undefined ? {} : { description };
  if (kind === "homework") return { ...shared, ...(item.asks && { asks: item.asks.map((text) => text[language]) }) };
  if (kind === "decision") {
    const put = rows.findLast((row) => row.kind === "decision.proposed");
    const { text } = textsUnder(book.contributions, put?.key);
    const { options } = view.decision ?? {};
    const { choose } = item.decision!;
    return {
      ...shared,
      ...(text !== undefined && { proposal: text }),
      ...(options && { options }),
      ...(choose !== undefined && { choose }),
    };
  }
  const dates = datesJson({ ...view, ...placeIn(view.place ?? item.place) }, zone);
  const sessions = sessionsPart(opened, item.id);
  return { ...shared, ...dates, ...(item.tentative && { tentative: true }), ...(sessions && { sessions }) };
}

function sessionsPart({ book, person, language }: OpenedLink, id: string): AnswerLinkJson["sessions"] {
  const { programme } = book.plan;
  const item = programme.items.find((one) => one.id === id);
  const asIfComing = { ...book, contributions: book.contributions.map(accepted) };
  return item?.sessions?.map(({ id: session, title, region, place }) => {
    const dates = book.view.items[id]?.sessions?.[session] ?? {};
    return {
      id: session,
      title: title?.[language] ?? region ?? session,
      ...datesJson({ ...dates, ...placeIn(dates.place ?? place ?? item.place) }, programme.zone),
      mine: recipientsOf(["invited"], `item:${id}/${session}`, asIfComing).some((one) => one.id === person.id),
    };
  });
}

/** Where somebody belongs does not hang on whether they come. */
const accepted = (one: Contribution): Contribution =>
  one.kind === "answer.given" ? { ...one, data: { ...one.data, answer: "accepted" } } : one;

function ideaPart({ book, rows, about }: OpenedLink): Partial<AnswerLinkJson> {
  if (about.kind !== "idea") return {};
  const under = (kind: string) => rows.findLast((row) => row.kind === kind && keeps(book.contributions, row.key));
  const planned = definite(testPlanOf(about.id, book.contributions));
  const { unit, what, how } = { ...planned, ...textsUnder(book.contributions, under("idea.testStarted")?.key) };
  const { result } = textsUnder(book.contributions, under("idea.resultRecorded")?.key);
  const ended = rows.findLast(({ kind }) => kind === "idea.resultRecorded" || kind === "idea.testAbandoned");
  const { text } = textsUnder(book.contributions, about.view.key);
  const known = { text, unit, what, how, result: ended?.kind === "idea.resultRecorded" ? result : undefined };
  return {
    idea: {
      round: about.view.round,
      rounds: book.plan.programme.rounds,
      ...definite(known),
      ...(ended?.kind === "idea.testAbandoned" && { abandoned: ended.reason ?? "" }),
    },
  };
}

/** Those for whom the person has the right to decide this. */
function standsInFor(opened: OpenedLink): Pick<AnswerLinkJson, "standsInFor" | "ownVote"> {
  const { link, about, book, person, actsFor } = opened;
  if (link.purpose !== "decide" || !isOpen(about)) return {};
  const { type, data } = triggerFor(link, about);
  const allowed = rolesFor(book.plan.programme, type, data);
  const may = ({ roles }: { roles: readonly string[] }) => roles.some((role) => allowed.includes(role));
  const able = actsFor.filter(may);
  const nameOf = (id: string) => book.people.find((one) => one.id === id)?.name ?? "";
  if (able.length === 0) return {};
  return { standsInFor: able.map(({ id, email }) => ({ email, name: nameOf(id) })), ownVote: may(person) };
}

/** The person's own last answer; of a decision the vote they cast last, while it is open. */
function answeredPart(opened: OpenedLink): Pick<AnswerLinkJson, "answered"> {
  const { link, about, book, person, rows } = opened;
  const { zone } = book.plan.programme;
  if (link.purpose === "decide") {
    const row = rows.findLast(({ kind, by }) => kind === "decision.voted" && by === person.id);
    const { votes = {}, castBy = {} } = (about.kind === "decision" && isOpen(about) && about.view.decision) || {};
    const voter = String(row?.data?.["for"] ?? person.id);
    const vote = (castBy[voter] ?? voter) === person.id ? votes[voter] : undefined;
    return vote === undefined || !row ? {} : { answered: { at: rfc3339(row.at, zone), choice: vote } };
  }
  if (link.purpose === "answer" && book.view.signUps?.[about.id]) return placePart(opened);
  const kind = link.purpose === "answer" ? "answer.given" : "homework.delivered";
  const given = (one: Contribution) => one.kind === kind && one.item === `item:${about.id}` && one.person === person.id;
  const last = book.contributions.findLast(given);
  if (!last) return {};
  const { answer: choice, session, text } = last.data;
  return { answered: { at: rfc3339(last.at, zone), ...definite({ choice, session, text }) } };
}

/** Where people sign up, a seat says yes, and one that was given up says no. */
function placePart({ book, person, rows }: OpenedLink): Pick<AnswerLinkJson, "answered"> {
  const last = rows.findLast((row) => row.kind in PLACES && row.data?.["person"] === person.id);
  const choice = last && PLACES[last.kind];
  return choice ? { answered: { at: rfc3339(last.at, book.plan.programme.zone), choice } } : {};
}

const PLACES: Record<string, string> = {
  "signUp.seated": "accepted",
  "signUp.movedUp": "accepted",
  "signUp.waiting": "",
  "signUp.withdrawn": "declined",
};

const OUTCOME: Record<string, string> = {
  "idea.approved": "approve",
  "idea.adjusted": "adjust",
  "idea.discarded": "discard",
  "decision.taken": "",
  "decision.rejected": "",
};

/** What was decided of it, the last apart where nothing has been asked since. */
function outcomePart({ about, book, person, rows }: OpenedLink): Pick<AnswerLinkJson, "outcome" | "earlier"> {
  const { zone } = book.plan.programme;
  const decided = rows.flatMap(({ kind, at, by, reason, data = {} }) => {
    const choice = OUTCOME[kind];
    if (choice === undefined) return [];
    const { outcome, choices, next, to, due } = data;
    return {
      at: rfc3339(at, zone),
      choice: choice || String(outcome),
      mine: by === person.id,
      ...(Array.isArray(choices) && { choices: choices.map(String) }),
      ...definite({ reason, next, to, due }),
    };
  });
  const last = isOpen(about) ? undefined : decided.pop();
  return { ...(last && { outcome: last }), ...(decided.length > 0 && { earlier: decided }) };
}

function datesJson({ start, end, allDay, place }: DatesView, zone: string) {
  return {
    ...(start !== undefined && { start: rfc3339(start, zone) }),
    ...(end !== undefined && { end: rfc3339(end, zone) }),
    ...(allDay && { allDay }),
    ...placeIn(place),
  };
}

const placeIn = (place: string | undefined) => (place === undefined ? {} : { place });

const keeps = (contributions: Contribution[], key: string | undefined) =>
  contributions.some((one) => one.kind === "text" && one.key === key);

/** What people wrote under a trigger's key. */
function textsUnder(contributions: Contribution[], key: string | undefined): { [field: string]: string } {
  const kept = contributions.find((one) => one.kind === "text" && one.key === key);
  return definite(kept?.data ?? {});
}

/** The fields that hold words. */
const definite = (fields: { [field: string]: unknown }): { [field: string]: string } =>
  Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
