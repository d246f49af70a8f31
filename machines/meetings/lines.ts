// All meetings and all homework of a network, each in a few words: for the pages that list them.
import type { Instant, Interval, Item, Person, Text } from "../../programmes/types.ts";
import { planInForce } from "../in-force.ts";
import type { Book, Contribution, DatesView, ItemView } from "../ledger.ts";
import { agendaOf } from "./agenda.ts";
import { circleOf, answersIn, invitedTo, type OfCircle } from "./circle.ts";
import { hasDelivered } from "./delivered.ts";
import { deliveredTo, dueOf } from "./homework.ts";

/** `window`: when it is as the plan now stands, for what has no date. */
type Line = { id: string; title: Text; state: ItemView["state"]; window: Interval; item: Item };

export type MeetingLine = Line & {
  dates: DatesView;
  sessions?: Record<string, DatesView>;
  /** Of who reads, where it is for them. */
  mine?: OfCircle;
  counts: Record<"accepted" | "tentative" | "declined" | "missing", number>;
  points: number;
  minutes?: "recorded" | "approved";
};

/** Every meeting, in the plan's order. `reader`: id of who reads. */
export function meetingLines(book: Book, reader: string | undefined): MeetingLine[] {
  return linesOf(book, "meeting").map((line) => {
    const { id, item } = line;
    const view = book.view.items[id]!;
    const { start, end, allDay, first, last, sessions, minutes } = view;
    const place = view.place ?? item.place;
    const dates = Object.fromEntries(
      Object.entries({ start, end, allDay, first, last, place }).filter(([, value]) => value !== undefined),
    );
    const [mine] = reader === undefined ? [] : circleOf(book, id, reader);
    return {
      ...line,
      dates,
      ...(sessions && { sessions }),
      ...(mine && { mine }),
      counts: countsOf(book, id),
      points: agendaOf(book.contributions, `item:${id}`).length,
      ...(minutes && { minutes: minutes.approved ? ("approved" as const) : ("recorded" as const) }),
    };
  });
}

function countsOf(book: Book, id: string): MeetingLine["counts"] {
  const answers = answersIn(book, id);
  const { people } = invitedTo(book, id);
  const of = (answer: string | undefined) => people.filter((one) => answers.get(one.id)?.answer === answer).length;
  return { accepted: of("accepted"), tentative: of("tentative"), declined: of("declined"), missing: of(undefined) };
}

/** How somebody stands with a homework. `none`: it is not for them. */
export type Standing = "delivered" | "late" | "missing" | "none";

export type HomeworkLine = Line & {
  due?: Instant;
  /** The meeting that it is to be done before. */
  before?: string;
  mine: Standing;
  /** Of those it is for. */
  counts: { delivered: number; missing: number };
  /** By organisation: how many of a role it has, of those it is to have. */
  target?: { role: string; atLeast: number; have: Record<string, number> };
};

/** Every homework, in the plan's order. */
export function homeworkLines(book: Book, reader: string | undefined): HomeworkLine[] {
  return linesOf(book, "homework").map((line) => {
    const { item, id } = line;
    const due = dueOf(book, item);
    const all = book.people.filter((person) => isFor(item, person));
    const standing = standingIn(book, item);
    const me = all.find((person) => person.id === reader);
    const missing = all.filter((person) => standing(person) === "missing").length;
    const { when } = item;
    const before = "before" in when ? when.before : "between" in when ? when.between[1] : undefined;
    const target = targetOf(book, item);
    return {
      ...line,
      id,
      ...(due !== undefined && { due }),
      ...(before !== undefined && { before }),
      mine: me ? standing(me) : "none",
      counts: { delivered: all.length - missing, missing },
      ...(target && { target }),
    };
  });
}

/** How each person stands with each homework, in the order of the lines. */
export function homeworkMatrix(book: Book): { person: Person; cells: Standing[] }[] {
  const standings = linesOf(book, "homework").map(({ item }) => standingIn(book, item));
  return book.people
    .map((person) => ({ person, cells: standings.map((standing) => standing(person)) }))
    .filter(({ cells }) => cells.some((cell) => cell !== "none"));
}

/** A homework's target as each organisation of those it is for stands with it; undefined where it has none. */
export function targetOf({ people }: Book, item: Item): HomeworkLine["target"] {
  const { target } = item;
  if (!target) return undefined;
  const organisations = people.flatMap((person) => (isFor(item, person) ? (person.organisation ?? []) : []));
  const count = (organisation: string) =>
    people.filter((one) => one.organisation === organisation && one.roles.includes(target.role)).length;
  return { ...target, have: Object.fromEntries([...new Set(organisations)].map((one) => [one, count(one)])) };
}

/** How a person stands with one homework: by what was delivered, or by its target. */
export function standingIn(book: Book, item: Item): (person: Person) => Standing {
  const deliveries = deliveredTo(book.contributions, item.id);
  const target = targetOf(book, item);
  return (person) => {
    if (!isFor(item, person)) return "none";
    if (hasDelivered(deliveries, person)) return lateOf(deliveries, person) ? "late" : "delivered";
    return target && (target.have[person.organisation ?? ""] ?? 0) >= target.atLeast ? "delivered" : "missing";
  };
}

const lateOf = (deliveries: Contribution[], { id, organisation }: Person): boolean =>
  deliveries.findLast(
    ({ person, data }) => person === id || (organisation !== undefined && data["organisation"] === organisation),
  )?.data["late"] === true;

const isFor = ({ audience }: Item, { roles }: Person): boolean => roles.some((role) => audience.includes(role));

function linesOf(book: Book, kind: "meeting" | "homework"): Line[] {
  const { programme, intervals } = planInForce(book.plan, book.view);
  return programme.items.flatMap((item) => {
    const view = book.view.items[item.id];
    if (item.kind !== kind || !view) return [];
    const window = intervals[item.id] ?? { precision: "unknown" as const };
    return [{ id: item.id, title: item.title, state: view.state, window, item }];
  });
}
