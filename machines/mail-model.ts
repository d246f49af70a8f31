// What a mail is made from: the row of the ledger that it is sent for, and the network as it then stands.
import { endOfDay, startOfDay } from "../programmes/calendar.ts";
import type { Instant, Plan, Text } from "../programmes/types.ts";
import type { Book, LedgerRow, MailModel } from "./ledger.ts";
import { agendaOf } from "./meetings/agenda.ts";
import { inBoth } from "./network/item.ts";
import { itemIn, missingIn, PERSON, recipientsOf } from "./recipients.ts";
import { POLL } from "./poll/standing.ts";
import { anyNamed, NAMED, substituteOf } from "./substitutes.ts";
import { partsOf } from "./view.ts";
import { messagePage } from "./waiting/places.ts";

/** All that a mail about a row of the ledger says, whoever reads it. */
export function modelOf(book: Book, entry: LedgerRow): MailModel {
  const { network, plan, view } = book;
  const [what, id, session] = partsOf(entry.subject);
  const { programme } = plan;
  const item = itemIn(book, id);
  const { start, end, allDay, place } =
    (session === undefined ? view.items[id] : view.items[id]?.sessions?.[session]) ?? {};
  const idea = what === "idea" ? view.ideas[id] : undefined;
  const phase = what === "phase" ? phaseIn(book, id) : undefined;
  const deadline = phase?.deadline ?? deadlineOf(book, entry.subject);
  return {
    rule: entry.rule ?? "",
    network: network.id,
    networkTitle: network.title,
    zone: programme.zone,
    at: entry.at,
    sequence: entry.seq,
    subject: entry.subject,
    page: pageOf(book, entry),
    title:
      phase?.title ?? view.items[id]?.title ?? item?.title ?? (idea ? titleOfIdea(book, id) : inBoth(network.title)),
    ...windowOf(book, entry),
    ...(item?.tentative && { tentative: true }),
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
    ...(allDay && { allDay }),
    ...((place ?? item?.place) !== undefined && { place: (place ?? item?.place)! }),
    ...(deadline !== undefined && { deadline }),
    ...(phase && { missing: phase.missing }),
    ...(idea && { round: idea.round }),
    ...(entry.reason !== undefined && { reason: entry.reason }),
    ...agendaIn(book, entry),
    ...standIns(book, entry),
  };
}

/** The page that a mail leads to. */
function pageOf(book: Book, { rule = "", subject }: LedgerRow): string {
  const kind = itemIn(book, partsOf(subject)[1])?.kind;
  const isDecision = book.plan.programme.reminders.some(({ id, for: what }) => id === rule && what === "decision");
  return messagePage(book.network.id, {
    subject,
    rule,
    ...(kind !== undefined && { kind }),
    isDecision: isDecision || rule === "decision-requested",
  });
}

/** Mails that show the agenda of their meeting. */
const WITH_AGENDA = ["meeting-invitation", "meeting-14"];

function agendaIn({ contributions }: Book, { rule = "", subject }: LedgerRow): Pick<MailModel, "agenda"> {
  const points = WITH_AGENDA.includes(rule) ? agendaOf(contributions, `item:${partsOf(subject)[1]}`) : [];
  return points.length > 0 ? { agenda: points } : {};
}

/** Told to people for themselves alone: nobody hears it for another. */
const OWN = ["invited", "undelivered", "forum"];

/** Of a message: who is told for whom, by their ids. */
function standIns(book: Book, { to = [], subject, at }: LedgerRow): Pick<MailModel, "actsFor"> {
  const audience = to.flatMap((one) => {
    if (OWN.includes(one) || one.startsWith(PERSON)) return [];
    return one === "substitutes" ? ["undecided"] : [one];
  });
  if (audience.length === 0 || !anyNamed(book)) return {};
  // Those it is about: without who stands in for them, and also where their address takes no mail.
  const contributions = book.contributions.filter(({ kind }) => kind !== NAMED);
  const people = book.people.map(({ bounced: _, ...person }) => person);
  const actsFor: Record<string, string[]> = {};
  for (const { id } of recipientsOf(audience, subject, { ...book, people, contributions }, at)) {
    const acts = substituteOf(id, book, at);
    if (acts) actsFor[acts.id] = [...(actsFor[acts.id] ?? []), id];
  }
  return Object.keys(actsFor).length > 0 ? { actsFor } : {};
}

/** Of a phase that should have ended: its name, when that was, and what is missing. */
function phaseIn(book: Book, id: string): { title: Text; deadline?: Instant; missing: Text[] } | undefined {
  const { plan, view } = book;
  const phase = plan.programme.phases.find((one) => one.id === id);
  if (!phase) return undefined;
  const last = view.phases[id]?.replanned?.last ?? plan.intervals[id]?.to;
  return {
    title: phase.title,
    ...(last !== undefined && { deadline: endOfDay(last, plan.programme.zone) }),
    missing: missingIn(book, id).map(({ title }) => title),
  };
}

/** The window in which a meeting is to get a date: whole days. */
function windowOf({ plan, view }: Book, { rule, subject }: LedgerRow): Pick<MailModel, "start" | "end" | "allDay"> {
  const { reminders, zone } = plan.programme;
  if (!reminders.some(({ id, for: kind }) => id === rule && kind === "undated")) return {};
  const [, id, session] = partsOf(subject);
  const now = session === undefined ? view.items[id] : view.items[id]?.sessions?.[session];
  const planned = session === undefined ? plan.intervals[id] : plan.intervals[id]?.sessions?.[session];
  const [first, last] = [now?.first ?? planned?.from, now?.last ?? planned?.to];
  return {
    ...(first !== undefined && { start: startOfDay(first, zone), allDay: true }),
    ...(last !== undefined && { end: endOfDay(last, zone) }),
  };
}

/** By when something is to be decided, done or delivered. */
function deadlineOf({ plan, view }: Book, subject: string): Instant | undefined {
  const [what, id] = partsOf(subject);
  if (what === POLL) return view.polls?.[id]?.closes;
  if (what !== "idea") return view.items[id]?.decision?.deadline ?? dueOf(plan, view, subject);
  const { deadline, follow } = view.ideas[id] ?? {};
  return deadline ?? (follow && endOfDay(follow.due, plan.programme.zone));
}

/** When homework or a task is due: the end of its window, as it now stands. */
function dueOf({ programme, intervals }: Plan, { items }: Book["view"], subject: string): Instant | undefined {
  const [, id, session] = partsOf(subject);
  if (!["homework", "task", "monitoring"].includes(items[id]?.kind ?? "")) return undefined;
  const now = session === undefined ? items[id] : items[id]?.sessions?.[session];
  const planned = session === undefined ? intervals[id] : intervals[id]?.sessions?.[session];
  const last = now?.last ?? planned?.to;
  return now?.end ?? (last === undefined ? undefined : endOfDay(last, programme.zone));
}

/** What an idea is called; by its id where no text of it is kept. */
export function titleOfIdea({ view, contributions }: Pick<Book, "view" | "contributions">, id: string): Text {
  const key = view.ideas[id]?.key;
  const title = contributions.find((one) => one.kind === "text" && one.key === key)?.data["title"];
  return typeof title === "string" ? { da: title, en: title } : { da: `Idé ${id}`, en: `Idea ${id}` };
}
