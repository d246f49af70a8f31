// What a calendar that somebody subscribes to has of a network: all of it for who leads it, else only what is the person's own.
import { localDate, startOfDay } from "../programmes/calendar.ts";
import { approximate, calendarRows, descriptionOf, isExact, timeOf } from "../programmes/export/ics.ts";
import type { CalendarEvent, EventTime } from "../programmes/export/ics-event.ts";
import type { Row } from "../programmes/export/rows.ts";
import { KIND_NAMES } from "../programmes/kind-names.ts";
import type { Instant, ItemKind, Person, Plan, Text } from "../programmes/types.ts";
import { planInForce } from "./in-force.ts";
import type { Book, DatesView, ItemView } from "./ledger.ts";
import { INVITED, itemIn, recipientsOf } from "./recipients.ts";

/** A network as it stands: its book, its clock, and by subject the last entry that a calendar shows. */
export type Shown = { book: Book; now: Instant; changes: Record<string, { seq: number; at: Instant }> };

export type Subscription = {
  /** Whose calendar it is, by id. */
  person: string;
  language: keyof Text;
  /** All of the network; holds while the person leads it. */
  whole: boolean;
  /** Whoever reads has the lead's rights, whether or not they are of the network. */
  leads?: boolean;
  /** Leaves out what is not dated to the day. */
  leaveOutFuzzy: boolean;
};

/** Days that what was cancelled stays in a calendar, crossed out, before it goes. */
export const CANCELLED_DAYS = 30;

const DAY = 86_400_000;
const LEADS = ["networkLead", "coDriver"];

/** Whether a person may have the whole network in a calendar. */
export const leads = ({ roles }: Pick<Person, "roles">): boolean => roles.some((role) => LEADS.includes(role));

/**
 * The events of a network, in the plan's order, for one person: meetings they are invited to and have not declined, of several sessions
 * their own; ends of homework they have not delivered; decisions they have not taken. Nothing for who is not of the network and has no
 * lead's rights in it. The ids are those of the invitations (mail/invitation.ts).
 */
export function calendarEvents(shown: Shown, subscription: Subscription): CalendarEvent[] {
  const me = shown.book.people.find(({ id }) => id === subscription.person);
  const mayRead = subscription.leads === true || (me !== undefined && leads(me));
  if (!me && !mayRead) return [];
  const plan = planInForce(shown.book.plan, shown.book.view);
  const scope: Scope = { ...shown, ...subscription, whole: subscription.whole && mayRead, plan };
  return [...calendarRows(plan, subscription.language).flatMap((row) => eventOf(row, scope)), ...ideasToDecide(scope)];
}

type Scope = Shown & Subscription & { plan: Plan };

/** A row with what the network knows of it. */
type Known = {
  row: Row;
  kind: ItemKind;
  id: string;
  subject: string;
  item: ItemView | undefined;
  dates: DatesView | undefined;
};

function eventOf(row: Row, scope: Scope): CalendarEvent[] {
  const [id, session] = row.id.split(".") as [string, string?];
  const item = scope.book.view.items[id];
  const dates = session === undefined ? item : item?.sessions?.[session];
  const subject = `item:${id}${session === undefined ? "" : `/${session}`}`;
  const known: Known = { row, kind: (row.partOf ?? row.kind) as ItemKind, id, subject, item, dates };
  const time = timeIn(known, scope);
  if (!time || !isFor(known, scope)) return [];
  const event = eventAt(time, known, scope);
  const off = offSince(time, { ...known, stamp: event.stamp }, scope);
  if (off === undefined) return time.vague && scope.leaveOutFuzzy ? [] : [event];
  const isTold = known.kind === "meeting" && !time.vague && scope.now - off <= CANCELLED_DAYS * DAY;
  return isTold ? [{ ...event, status: "CANCELLED", busy: false }] : [];
}

/** When it was called off, by itself or by the end of the network before its day; undefined where it was not. */
function offSince(
  { at, deadline }: Time,
  { item, stamp }: Known & { stamp: Instant },
  { book, plan }: Scope,
): Instant | undefined {
  if (item?.state === "cancelled") return stamp;
  const { ended } = book.view;
  const start = "first" in at ? startOfDay(at.first, plan.programme.zone) : at.start;
  return ended && (deadline || start > ended.at) ? ended.at : undefined;
}

/** Whom it is for: what a person is told of, they see. */
function isFor({ kind, subject, item }: Known, { book, person, whole }: Scope): boolean {
  const told = (audience: string[]) => recipientsOf(audience, subject, book).some(({ id }) => id === person);
  if (whole) return true;
  // Of a draft nobody has been told.
  if (item?.state === "drafted") return false;
  if (kind === "meeting") return told(INVITED);
  if (kind === "homework") return told(["undelivered"]);
  return kind === "decision" && item?.state === "proposed" && told(["undecided"]);
}

type Time = { at: EventTime; vague?: true; deadline?: true };

/** Undefined where nothing of its time is known. Homework and what is put to a decision stand on the day they are due. */
function timeIn({ row, kind, item, dates }: Known, { plan }: Scope): Time | undefined {
  const { zone } = plan.programme;
  const { interval } = row;
  const due = item?.state === "proposed" ? item.decision?.deadline : undefined;
  if (due !== undefined) return { at: wholeDay(localDate(due, zone)), deadline: true };
  if (kind === "homework") return interval.to === undefined ? undefined : { at: wholeDay(interval.to), deadline: true };
  if (dates?.start !== undefined) return { at: datedAt(dates as Dated, zone) };
  if (interval.from === undefined && interval.to === undefined) return undefined;
  return { at: timeOf(interval, zone), ...(!isExact(interval) && { vague: true as const }) };
}

type Dated = DatesView & { start: Instant };

function datedAt({ start, end, allDay }: Dated, zone: string): EventTime {
  if (allDay) return { first: localDate(start, zone), last: localDate(end ?? start, zone) };
  return { start, ...(end !== undefined && { end }) };
}

const wholeDay = (day: string): EventTime => ({ first: day, last: day });

function eventAt({ at, vague, deadline }: Time, known: Known, scope: Scope): CalendarEvent {
  const { row, kind, id, subject, dates } = known;
  const { plan, language, whole, book } = scope;
  const words = WORDS[language];
  // Of one's own meeting the calendar says what the invitation says, which names no session.
  const title = whole ? row.title : (itemIn({ ...book, plan }, id)?.title[language] ?? row.title);
  const name = deadline ? words.due[kind === "decision" ? "decision" : "homework"](title) : title;
  return {
    ...identityOf(subject, scope),
    time: at,
    summary: vague ? approximate(name, language) : name,
    description: described(descriptionOf(deadline ? dueOn(at, row) : row, plan, language), scope),
    place: dates?.place ?? row.place ?? "",
    category: KIND_NAMES[kind][language],
    busy: kind === "meeting" && !vague,
    ...(row.tentative && known.item?.state !== "held"
      ? { status: "TENTATIVE" as const }
      : !vague && { status: "CONFIRMED" as const }),
  };
}

/** The day that it is due on is exact, however vague its beginning is. */
function dueOn(at: EventTime, row: Row): Row {
  const { interval } = row;
  return "first" in at ? { ...row, interval: { ...interval, from: at.first, to: at.last, precision: "day" } } : row;
}

/** Ideas whose tests are over: to be approved, adjusted or discarded by a day. */
function ideasToDecide(scope: Scope): CalendarEvent[] {
  const { book, person, whole, language } = scope;
  if (book.view.ended) return [];
  return Object.entries(book.view.ideas).flatMap(([id, { deadline, key }]) => {
    const subject = `idea:${id}`;
    if (deadline === undefined) return [];
    if (!whole && !recipientsOf(["undecided"], subject, book).some((one) => one.id === person)) return [];
    const text = book.contributions.findLast((one) => one.kind === "text" && one.key === key)?.data["title"];
    const title = typeof text === "string" ? text : WORDS[language].idea(id);
    const { zone } = book.plan.programme;
    const event: CalendarEvent = {
      ...identityOf(subject, scope),
      time: wholeDay(localDate(deadline, zone)),
      summary: WORDS[language].due.decision(title),
      description: described("", scope),
      place: "",
      category: KIND_NAMES.decision[language],
      status: "CONFIRMED",
      busy: false,
    };
    return [event];
  });
}

/** What names an event and says which of two is the newer: a session is changed by what changes the whole, too. */
function identityOf(subject: string, { book, changes, plan }: Scope) {
  const { zone } = plan.programme;
  const about = [changes[subject], changes[subject.split("/")[0]!]].flatMap((change) => change ?? []);
  const last = about.toSorted((a, b) => b.seq - a.seq)[0];
  return {
    uid: `${subject.replace(/^item:/, "").replace("/", ".")}@${book.network.id}.fremdrift`,
    sequence: last?.seq ?? 0,
    stamp: last?.at ?? startOfDay(plan.start, zone),
    zone,
  };
}

const described = (text: string, { book, language }: Scope): string =>
  [text, `${WORDS[language].network}: ${book.network.title}`].filter((line) => line !== "").join("\n");

type Words = {
  network: string;
  idea: (id: string) => string;
  due: Record<"homework" | "decision", (title: string) => string>;
};

const WORDS: Record<keyof Text, Words> = {
  da: {
    network: "Netværk",
    idea: (id) => `Idé ${id}`,
    due: { homework: (title) => `Frist: ${title}`, decision: (title) => `Afgør senest: ${title}` },
  },
  en: {
    network: "Network",
    idea: (id) => `Idea ${id}`,
    due: { homework: (title) => `Deadline: ${title}`, decision: (title) => `Decide by: ${title}` },
  },
};
