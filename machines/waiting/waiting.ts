// What waits for a person in one network, and what comes next: worked out of its book, in order of time.
import { addDays, isoWeekStart } from "../../programmes/calendar.ts";
import type { Instant, Person } from "../../programmes/types.ts";
import type { Book } from "../ledger.ts";
import { itemIn, PLANNED, recipientsOf } from "../recipients.ts";
import { decisionsWaiting } from "./decisions.ts";
import { answerOf, meetingsWaiting, partsFor } from "./meetings.ts";
import { phasesWaiting } from "./phases.ts";
import { meetingPage } from "./places.ts";
import { dueAt, instantOf, settingOf, startsAt, type Setting } from "./setting.ts";
import { testsWaiting } from "./tests.ts";
import type { Coming, Due, Found, Waiting, WaitingGroup, WaitingList } from "./types.ts";
import { WAITING_WORDS } from "./words.ts";
import { workComing, workWaiting } from "./work.ts";

/** Days after which whoever acts for the lead is shown what the lead has not seen to. */
const ACTING_DAYS = 3;
const DAY = 86_400_000;
const GROUPS: WaitingGroup[] = ["overdue", "week", "later"];

/**
 * What a person of the network is to do, the most urgent first; the meetings they are invited to; and `next`, the first thing that comes
 * without anything to do yet. Where the network has ended, only what was agreed at its end. `now`: by the network's own clock.
 */
export function waitingFor(book: Book, person: Person, now: Instant): WaitingList {
  const setting = settingOf(book, person, now);
  const found = book.view.ended
    ? workWaiting(setting)
    : [
        ...meetingsWaiting(setting),
        ...workWaiting(setting),
        ...decisionsWaiting(setting),
        ...testsWaiting(setting),
        ...phasesWaiting(setting),
      ];
  const upcoming = book.view.ended ? [] : meetingsComing(setting);
  const later = book.view.ended ? [] : [...upcoming, ...windowsComing(setting), ...workComing(setting)];
  const [next] = later.toSorted((a, b) => instantOf(a.at, setting.zone) - instantOf(b.at, setting.zone));
  const waiting = found.filter((one) => isShown(setting, one)).map((one) => waitingOf(setting, one));
  return { waiting: inOrder(waiting, setting.zone), upcoming, ...(next && { next }) };
}

/** In order of urgency: by group, then by time; what has no time last. `zone`: the one whose days count. */
export const inOrder = (all: Waiting[], zone: string): Waiting[] =>
  all.toSorted(
    (a, b) =>
      GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group) ||
      timeOf(a.due, zone) - timeOf(b.due, zone) ||
      (a.id < b.id ? -1 : Number(a.id > b.id)),
  );

const timeOf = (due: Due | null, zone: string) => (due === null ? Number.MAX_SAFE_INTEGER : instantOf(due, zone));

/** Something can be pressed, or something is missing; and it is the person's own, or the lead has let it lie. */
function isShown({ now, zone }: Setting, { actions, missing, duty, due }: Found): boolean {
  if (actions.length === 0 && !missing) return false;
  return duty !== "acting" || (due !== null && instantOf(due, zone) + ACTING_DAYS * DAY <= now);
}

function waitingOf({ book, now, zone, today }: Setting, found: Found): Waiting {
  const { kind, subject, title, due, actions, missing, href, onBehalfOf } = found;
  const network = book.network.id;
  const overdue = due !== null && instantOf(due, zone) < now;
  const weekEnd = addDays(isoWeekStart(today), 6);
  const isSoon = due === null || instantOf(due, zone) <= instantOf(weekEnd, zone);
  return {
    id: [network, kind, subject, ...(onBehalfOf ? [onBehalfOf.email] : [])].join("|"),
    kind,
    network,
    subject,
    title,
    says: WAITING_WORDS[kind],
    due,
    overdue,
    group: overdue ? "overdue" : isSoon ? "week" : "later",
    actions,
    ...(missing && { missing }),
    href,
    ...(onBehalfOf && { onBehalfOf }),
  };
}

/** Meetings with a date that the person is invited to and has not declined, the first first. */
function meetingsComing(setting: Setting): Coming[] {
  const { book, zone } = setting;
  const all = Object.entries(book.view.items).flatMap(([id, item]): Coming[] => {
    const answer = item.kind === "meeting" ? answerOf(setting, id) : "declined";
    if (answer === "declined") return [];
    return partsFor(setting, { id, item }).map(([subject, dates]) => {
      const place = dates.place ?? itemIn(book, id)?.place;
      return {
        kind: "meeting",
        network: book.network.id,
        subject,
        title: item.title ?? itemIn(book, id)!.title,
        at: startsAt(dates, zone)!,
        ...(dates.end !== undefined && { end: dates.allDay ? dueAt(dates.end, zone) : dates.end }),
        ...(place !== undefined && { place }),
        ...(answer !== undefined && { answer }),
        href: meetingPage(book.network.id, id),
      };
    });
  });
  return all.toSorted((a, b) => instantOf(a.at, zone) - instantOf(b.at, zone));
}

/** Meetings of the plan that have no date yet and are for the person, by the day their window opens. */
function windowsComing({ book, plan, alone, today }: Setting): Coming[] {
  return Object.entries(book.view.items).flatMap(([id, item]): Coming[] => {
    const from = plan.intervals[id]?.from;
    const isOpen = item.kind === "meeting" && item.state === "planned" && item.start === undefined;
    if (!isOpen || from === undefined || from < today) return [];
    if (recipientsOf([PLANNED], `item:${id}`, alone).length === 0) return [];
    const title = item.title ?? itemIn(book, id)!.title;
    const network = book.network.id;
    return [
      {
        kind: "meeting",
        network,
        subject: `item:${id}`,
        title,
        at: from,
        window: true,
        href: meetingPage(network, id),
      },
    ];
  });
}
