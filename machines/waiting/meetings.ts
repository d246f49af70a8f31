// What waits for a person about meetings: an answer, and for whoever leads a date, an agenda, the minutes.
import { addDays, localDate } from "../../programmes/calendar.ts";
import { rfc3339 } from "../../programmes/instant.ts";
import type { Interval, Item } from "../../programmes/types.ts";
import type { DatesView, ItemView } from "../ledger.ts";
import { agendaOf } from "../meetings/agenda.ts";
import { answersTo, countsOf, isRunning, type PollView } from "../poll/standing.ts";
import { itemIn, PLANNED, recipientsOf } from "../recipients.ts";
import { meetingPage } from "./places.ts";
import { dueAt, dutyOf, hasBegun, pressable, startsAt, type Setting } from "./setting.ts";
import type { Due, Found } from "./types.ts";
import { LABELS } from "./words.ts";

/** Days before the window of a meeting without a date opens, and before a meeting without an agenda, from which somebody is asked. */
const UNDATED_DAYS = 28;
const AGENDA_DAYS = 21;
/** Days after a meeting, and after its minutes were recorded, within which they are written and approved. */
const MINUTES_DAYS = 7;

/** All of one person's about meetings that have not been cancelled. */
export function meetingsWaiting(setting: Setting): Found[] {
  const { view } = setting.book;
  return Object.entries(view.items).flatMap(([id, item]) => {
    if (item.kind !== "meeting" || item.state === "cancelled") return [];
    const one = { id, item, title: item.title ?? itemIn(setting.book, id)!.title };
    return [
      ...invitation(setting, one),
      ...poll(setting, one),
      ...(dutyOf(setting, "pinItem") ? [...pollChoice(setting, one), ...undated(setting, one)] : []),
      ...(dutyOf(setting, "holdMeeting")
        ? [...draft(setting, one), ...agenda(setting, one), ...hold(setting, one)]
        : []),
      ...minutes(setting, one),
    ];
  });
}

type Meeting = { id: string; item: ItemView; title: Found["title"] };

/** The sessions of a meeting that begin after now and are for the person, whatever they answered; of one that has none, itself. */
export function partsFor({ alone, now }: Setting, { id, item }: Pick<Meeting, "id" | "item">): [string, DatesView][] {
  const parts: [string, DatesView][] = item.sessions
    ? Object.entries(item.sessions).map(([session, dates]) => [`item:${id}/${session}`, dates])
    : [[`item:${id}`, item]];
  const asIfComing = {
    ...alone,
    contributions: alone.contributions.map((one) =>
      one.kind === "answer.given" ? { ...one, data: { ...one.data, answer: "accepted" } } : one,
    ),
  };
  const isTold = item.state === "pinned" || item.state === "planned";
  return parts.filter(
    ([subject, { start }]) =>
      isTold && start !== undefined && start > now && recipientsOf(["invited"], subject, asIfComing).length > 0,
  );
}

/** The last answer of the person to a meeting; where people sign up, a seat is a yes. */
export function answerOf({ alone, person, book }: Setting, id: string): string | undefined {
  if (book.view.signUps?.[id]?.seats.includes(person.id)) return "accepted";
  const given = alone.contributions.findLast(
    (one) => one.kind === "answer.given" && one.item === `item:${id}` && one.person === person.id,
  );
  return given && String(given.data["answer"]);
}

function invitation(setting: Setting, { id, item, title }: Meeting): Found[] {
  if (answerOf(setting, id) !== undefined) return [];
  const [first] = partsFor(setting, { id, item }).toSorted(([, a], [, b]) => a.start! - b.start!);
  if (!first) return [];
  const answer = (said: string, label: Found["title"]) => ({
    trigger: "answer",
    data: { item: id, answer: said },
    label,
  });
  const actions = pressable(
    setting,
    answer("accepted", LABELS.accept),
    answer("tentative", LABELS.maybe),
    answer("declined", LABELS.decline),
  );
  return [found("invitation", setting, { id, title }, startsAt(first[1], setting.zone) ?? null, actions)];
}

function poll(setting: Setting, { id, title }: Meeting): Found[] {
  const { alone, zone, book } = setting;
  const asked = book.view.polls?.[id];
  if (asked?.state !== "open" || recipientsOf(["unanswered"], `item:${id}`, alone).length === 0) return [];
  const answers = Object.fromEntries(asked.dates.map((date) => [rfc3339(date, zone), "yes"]));
  const actions = pressable(
    setting,
    { trigger: "answerPoll", data: { item: id, answers }, label: LABELS.allDates },
    { trigger: "answerPoll", data: { item: id }, label: LABELS.someDates, form: true },
  );
  return [found("poll", setting, { id, title }, dueAt(asked.closes ?? Math.min(...asked.dates), zone), actions)];
}

/** When the time to answer has passed, or nobody is missing. */
function pollChoice(setting: Setting, { id, item, title }: Meeting): Found[] {
  const { book, now, zone } = setting;
  const asked = book.view.polls?.[id];
  if (!asked || !isRunning(asked) || item.state !== "planned") return [];
  if (asked.state === "open" && recipientsOf(["unanswered"], `item:${id}`, book).length > 0) return [];
  if (asked.state === "open" && recipientsOf([PLANNED], `item:${id}`, book).length === 0) return [];
  const best = bestDate(setting, id, asked);
  const next = asked.dates.find((date) => date > now);
  const actions = pressable(
    setting,
    best !== undefined && {
      trigger: "closePoll",
      data: { item: id, choose: rfc3339(best, zone) },
      label: LABELS.bestDate,
    },
    next !== undefined && { trigger: "closePoll", data: { item: id }, label: LABELS.otherDate, form: true },
    next === undefined && { trigger: "cancelPoll", data: { item: id }, label: LABELS.stopPoll },
  );
  return [found("pollChoice", setting, { id, title }, next === undefined ? null : dueAt(next, zone), actions)];
}

function bestDate({ book, now }: Setting, id: string, asked: PollView): number | undefined {
  const counts = countsOf(asked, answersTo(book.contributions, id, asked));
  return counts.find(({ best, start }) => best && start > now)?.start;
}

/** A meeting, or a session of it, whose window opens soon and that nobody has given a date. */
function undated(setting: Setting, { id, item, title }: Meeting): Found[] {
  const { book, plan } = setting;
  // With a date for one of its sessions a meeting counts as dated, and the others still lack theirs.
  const isOpen = ["planned", "pinned"].includes(item.state) && item.start === undefined;
  if (!isOpen || isRunning(book.view.polls?.[id])) return [];
  const sessions = sessionsIn(setting, { id, item });
  const whole = plan.intervals[id];
  const { phases } = itemIn(book, id) as Item;
  return (sessions.length > 0 ? sessions : [undefined]).flatMap((session) => {
    const dates = session === undefined ? item : item.sessions?.[session];
    const window = session === undefined ? whole : (windowIn(setting, id, session) ?? whole);
    if (dates?.start !== undefined || !hasBegun(setting, { phases }, window?.from, UNDATED_DAYS)) return [];
    const data = { item: id, ...(session !== undefined && { session }) };
    const actions = pressable(
      setting,
      { trigger: "pinItem", data, label: LABELS.pin, form: true },
      session === undefined && { trigger: "startPoll", data, label: LABELS.ask, form: true },
    );
    const one = found("undated", setting, { id, title }, window?.from ?? null, actions);
    return [session === undefined ? one : { ...one, subject: `${one.subject}/${session}` }];
  });
}

/** The sessions of a meeting, whether or not they have dates; none where it is held in one place. */
const sessionsIn = ({ book }: Setting, { id, item }: Pick<Meeting, "id" | "item">): string[] =>
  item.split?.map((one) => one.id) ?? Object.keys(book.plan.intervals[id]?.sessions ?? {});

const windowIn = ({ plan, book }: Setting, id: string, session: string): Interval | undefined =>
  plan.intervals[id]?.sessions?.[session] ?? book.plan.intervals[id]?.sessions?.[session];

const startsOf = (item: ItemView): DatesView[] =>
  [item, ...Object.values(item.sessions ?? {})].filter(({ start }) => start !== undefined);

function draft(setting: Setting, { id, item, title }: Meeting): Found[] {
  const [first] = startsOf(item).toSorted((a, b) => a.start! - b.start!);
  if (item.state !== "drafted" || !first) return [];
  const actions = pressable(setting, { trigger: "publishMeeting", data: { item: id }, label: LABELS.publish });
  return [found("draft", setting, { id, title }, startsAt(first, setting.zone) ?? null, actions, "publishMeeting")];
}

function agenda(setting: Setting, { id, item, title }: Meeting): Found[] {
  const { book, now, today, zone } = setting;
  const [next] = startsOf(item).toSorted((a, b) => a.start! - b.start!);
  const isSoon = next && next.start! > now && localDate(next.start!, zone) <= addDays(today, AGENDA_DAYS);
  if (item.state !== "pinned" || !isSoon) return [];
  if (agendaOf(book.contributions, `item:${id}`).length > 0) return [];
  const actions = pressable(setting, { trigger: "setAgenda", data: { item: id }, label: LABELS.agenda, form: true });
  return [found("agenda", setting, { id, title }, startsAt(next, zone) ?? null, actions, "setAgenda")];
}

/** The day on which the last of a meeting's sessions ends; undefined while one is still to begin, or has no date. */
function overOn(setting: Setting, { id, item }: Pick<Meeting, "id" | "item">): string | undefined {
  const sessions = sessionsIn(setting, { id, item });
  const parts = sessions.length > 0 ? sessions.map((session) => item.sessions?.[session] ?? {}) : [item];
  if (parts.some(({ start }) => start === undefined || start > setting.now)) return undefined;
  return localDate(Math.max(...parts.map(({ start, end }) => end ?? start!)), setting.zone);
}

function hold(setting: Setting, { id, item, title }: Meeting): Found[] {
  const over = overOn(setting, { id, item });
  if (item.state !== "pinned" || over === undefined) return [];
  const actions = pressable(setting, { trigger: "holdMeeting", data: { item: id }, label: LABELS.held });
  return [found("hold", setting, { id, title }, over, actions, "holdMeeting")];
}

function minutes(setting: Setting, { id, item, title }: Meeting): Found[] {
  if (item.state !== "held") return [];
  const [kind, trigger] = item.minutes
    ? (["approveMinutes", "approveMinutes"] as const)
    : (["minutes", "recordMinutes"] as const);
  if (item.minutes?.approved || !dutyOf(setting, trigger)) return [];
  const since = item.minutes ? localDate(item.minutes.at, setting.zone) : overOn(setting, { id, item });
  const actions = pressable(
    setting,
    item.minutes
      ? { trigger, data: { item: id }, label: LABELS.approve }
      : { trigger, data: { item: id }, label: LABELS.minutes, form: true },
  );
  return [
    found(kind, setting, { id, title }, since === undefined ? null : addDays(since, MINUTES_DAYS), actions, trigger),
  ];
}

function found(
  kind: Found["kind"],
  setting: Setting,
  { id, title }: Pick<Meeting, "id" | "title">,
  due: Due | null,
  actions: Found["actions"],
  duty?: string,
): Found {
  const { network } = setting.book;
  const whose = LEADS.includes(kind) ? dutyOf(setting, duty ?? "pinItem") : undefined;
  return {
    kind,
    subject: `item:${id}`,
    title,
    due,
    actions,
    href: meetingPage(network.id, id),
    ...(whose && { duty: whose }),
  };
}

const LEADS: Found["kind"][] = ["pollChoice", "undated", "draft", "agenda", "hold", "minutes", "approveMinutes"];
