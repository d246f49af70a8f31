// A meeting as it reads: agenda, who comes and who came, its minutes with what was added to them, and the tasks they led to.
import { endOfDay } from "../../programmes/calendar.ts";
import type { Instant, IsoDate, Person, Text } from "../../programmes/types.ts";
import type { Book, Contribution, DatesView, ItemView } from "../ledger.ts";
import { inBoth } from "../network/item.ts";
import { itemIn, recipientsOf } from "../recipients.ts";
import { agendaNamed, agendaOf, lengthOf, type Point } from "./agenda.ts";
import { attendanceOf, type Attendance } from "./attendance.ts";
import { answersIn, invitedTo } from "./circle.ts";
import { guestsOf } from "./guests.ts";
import { readsMinutes, type Reader } from "./reader.ts";

/** People by name, in the order of the network's people. */
export type Answers = Record<"accepted" | "tentative" | "declined" | "missing", string[]>;
export type Said = { text: string; at: Instant; by: string };
export type Minutes = Said & {
  decisions: string[];
  approved?: { at: Instant; by: string };
  additions: Said[];
};
export type Task = { id: string; title: Text; owner: string; due?: IsoDate; state: ItemView["state"]; overdue?: true };

export type Meeting = {
  id: string;
  title: Text;
  state: ItemView["state"];
  dates: DatesView;
  sessions?: Record<string, DatesView>;
  agenda: Point[];
  /** Minutes that the agenda takes, and how many more than the meeting has. */
  minutesPlanned: { minutes: number; over?: number };
  answers: Answers;
  guests: string[];
  attendance: Attendance[];
  /** Whether there are any: a reader whom they are not for sees only that. */
  hasMinutes: boolean;
  minutes?: Minutes;
  tasks: Task[];
};

/** A meeting of a book as a reader may see it; undefined where there is no such meeting. */
export function meetingOf(book: Book, id: string, reader: Reader, now: Instant): Meeting | undefined {
  const [item, view] = [itemIn(book, id), book.view.items[id]];
  if (!item || view?.kind !== "meeting") return undefined;
  const subject = `item:${id}`;
  const { start, end, allDay, first, last, sessions } = view;
  const place = view.place ?? item.place;
  const dates: DatesView = definite({ start, end, allDay, first, last, place });
  const agenda = agendaOf(book.contributions, subject);
  const reads = readsMinutes(book, reader, subject);
  const names = (ids: string[]) => ids.map((one) => nameOf(book, one));
  return {
    id,
    title: view.title ?? item.title,
    state: view.state,
    dates,
    ...(sessions && { sessions }),
    agenda: agendaNamed(agenda, book.people),
    minutesPlanned: lengthOf(agenda, dates),
    answers: answersOf(book, id),
    guests: guestsOf(book, subject).map(({ name }) => name),
    attendance: attendanceOf(book.contributions, subject).map((one) => ({
      ...one,
      present: names(one.present),
      absent: names(one.absent),
    })),
    hasMinutes: view.minutes !== undefined,
    ...(reads && view.minutes && { minutes: minutesOf(book, subject, view.minutes) }),
    tasks: reads ? tasksOf(book, id, now) : [],
  };
}

/** The last answer of each of those it is for; with a sign-up, of those who have a seat. */
function answersOf(book: Book, id: string): Answers {
  const all = invitedTo(book, id).people;
  const answers = answersIn(book, id);
  const of = (answer: string | undefined) =>
    all.filter((one) => answers.get(one.id)?.answer === answer).map(({ name }) => name);
  return { accepted: of("accepted"), tentative: of("tentative"), declined: of("declined"), missing: of(undefined) };
}

function minutesOf(book: Book, subject: string, { key, at, by = "", approved }: NonNullable<ItemView["minutes"]>) {
  const kept = book.contributions.find((one) => one.kind === "text" && one.key === key)?.data ?? {};
  const added = book.contributions.filter(({ kind, item }) => kind === "minutes.added" && item === subject);
  const minutes: Minutes = {
    text: String(kept["text"] ?? ""),
    decisions: (kept["decisions"] ?? []) as string[],
    at,
    by: nameOf(book, by),
    ...(approved && { approved: { at: approved.at, by: nameOf(book, approved.by ?? "") } }),
    additions: added.map(({ data, at: when, person = "" }: Contribution) => ({
      text: String(data["text"]),
      at: when,
      by: nameOf(book, person),
    })),
  };
  return minutes;
}

/** The tasks that the minutes of a meeting led to: their ids begin with its own. */
function tasksOf(book: Book, meeting: string, now: Instant): Task[] {
  const { zone } = book.plan.programme;
  return Object.entries(book.view.items).flatMap(([id, { added, owner, title, state, last }]) => {
    if (!added || owner === undefined || !id.startsWith(`${meeting}.`)) return [];
    const isOverdue = state === "planned" && last !== undefined && endOfDay(last, zone) < now;
    const task: Task = {
      id,
      title: title ?? inBoth(added.title),
      owner: hasIt(book, { id, owner, state }, now),
      state,
    };
    return [{ ...task, ...(last !== undefined && { due: last }), ...(isOverdue && { overdue: true as const }) }];
  });
}

/** Who has a task by name: its owner, or while it is not done those it went to when the owner left. */
function hasIt(book: Book, task: { id: string; owner: string; state: string }, now: Instant): string {
  const { id, owner, state } = task;
  const isHere = book.people.some((person) => person.id === owner);
  if (isHere || state !== "planned") return nameOf(book, owner);
  return recipientsOf(["owner"], `item:${id}`, book, now)
    .map(({ name }) => name)
    .join(", ");
}

/** A person by name; whoever has left by id, since the ledger outlives people. */
const nameOf = ({ people }: { people: Person[] }, id: string): string =>
  people.find((person) => person.id === id)?.name ?? id;

const definite = (dates: { [field: string]: unknown }): DatesView =>
  Object.fromEntries(Object.entries(dates).filter(([, value]) => value !== undefined));
