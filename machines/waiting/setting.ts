// One person in one network at one instant: what they may press, what their duties are, and what of the book is about them.
import { addDays, endOfDay, localDate } from "../../programmes/calendar.ts";
import type { Instant, IsoDate, Item, Person, Plan, Text } from "../../programmes/types.ts";
import { actingAs, type Asker } from "../acting.ts";
import { unmetOf, type Facts } from "../criteria.ts";
import { askedFacts, contributedFacts } from "../facts.ts";
import { planInForce } from "../in-force.ts";
import type { Book, Contribution, DatesView } from "../ledger.ts";
import { titleOfIdea } from "../mail-model.ts";
import { doesOwn } from "../meetings/refuse.ts";
import { regionOf } from "../members.ts";
import { anyNamed, deputisedBy } from "../substitutes.ts";
import type { Trigger } from "../trigger.ts";
import { rolesFor } from "../trigger-types.ts";
import type { Criterion } from "../../programmes/types.ts";
import type { Due, Found, Missing, WaitingAction } from "./types.ts";

/** `others`: whom the person stands in for now. `alone`: the book with nobody else in it, to ask whether something is for this person. */
export type Setting = {
  book: Book;
  plan: Plan;
  person: Person;
  others: Person[];
  asker: Asker;
  alone: Book;
  now: Instant;
  today: IsoDate;
  zone: string;
  facts: () => Facts;
};

/** The person as they stand at an instant; their address being dead keeps nothing from their page. */
export function settingOf(book: Book, person: Person, now: Instant): Setting {
  const { zone } = book.plan.programme;
  const others = anyNamed(book) ? deputisedBy(person.id, book, now) : [];
  const region = regionOf(person, book.people);
  const { bounced: _, ...reached } = person;
  const self: Person = { ...reached, ...(region !== undefined && { region }) };
  const isOwn = ({ kind, person: by }: Contribution) => by === person.id || OF_OTHERS.includes(kind);
  return {
    book,
    plan: shared(book).plan,
    person,
    others,
    asker: { email: person.email, roles: person.roles, actsFor: others },
    alone: { ...book, people: [self], contributions: book.contributions.filter(isOwn) },
    now,
    today: localDate(now, zone),
    zone,
    facts: () => shared(book).facts(),
  };
}

type Shared = { plan: Plan; facts: () => Facts };

/** What is the same for everybody in a book is worked out once. */
function shared(book: Book): Shared {
  const found = known.get(book);
  if (found) return found;
  const { plan, view, contributions, people } = book;
  let facts: Facts | undefined;
  const made: Shared = {
    plan: planInForce(plan, view),
    facts: () => (facts ??= askedFacts(plan.programme, view, contributedFacts(plan.programme, contributions, people))),
  };
  known.set(book, made);
  return made;
}
const known = new WeakMap<Book, Shared>();

/** What others contributed says of somebody, too: who was invited, and what was delivered for their organisation. */
const OF_OTHERS = ["guest.invited", "guest.uninvited", "person.joined", "homework.delivered"];

type Pressed = { trigger: string; data: WaitingAction["data"]; label: Text; form?: true };

/** Those of some buttons that the person may press. */
export function pressable(setting: Setting, ...all: (Pressed | false | undefined)[]): WaitingAction[] {
  return all.flatMap((one) => {
    if (!one) return [];
    const { trigger, data, label, form } = one;
    const role = roleFor(setting, trigger, data);
    if (role === undefined) return [];
    return [{ trigger, data, label, role, ...(form && { needs: "form" as const }) }];
  });
}

/** The role in which the person would be taken at their word; undefined where they would not. */
function roleFor({ asker, book, person }: Setting, type: string, data: WaitingAction["data"]): string | undefined {
  const { programme } = book.plan;
  const acting = actingAs(programme, asker, type, data);
  if (!acting.ok) return undefined;
  const trigger = { type, data, by: person.id, for: acting.for } as Trigger;
  return rolesFor(programme, type, data).includes(acting.role) || doesOwn(book.view, trigger) ? acting.role : undefined;
}

/** Whether it is the person's to see to: by a role that the programme names for it, or only as one who acts for whoever leads. */
export function dutyOf({ book, person, others }: Setting, type: string, data: Trigger["data"] = {}): Found["duty"] {
  const { programme } = book.plan;
  const allowed = rolesFor(programme, type, data);
  const named = allowed.filter((role) => !ACTING.includes(role) || programme.rights[type]?.includes(role));
  const roles = [...person.roles, ...others.flatMap((one) => one.roles)];
  if (roles.some((role) => named.includes(role))) return "own";
  return roles.some((role) => allowed.includes(role)) ? "acting" : undefined;
}

const ACTING = ["coDriver", "administrator"];

/** What of some criteria does not hold. */
export const missingOf = ({ book, facts }: Setting, criteria: Criterion[], more: Facts = {}): Missing[] =>
  unmetOf(criteria, { ...facts(), ...more }, book.plan.programme.parameters).map(({ title, have, need }) => ({
    title,
    have,
    need,
  }));

/** What an idea is called. */
export const ideaTitle = ({ book }: Setting, id: string): Text => titleOfIdea(book, id);

/** The end of a local day is that day. */
export function dueAt(instant: Instant, zone: string): Due {
  const day = localDate(instant, zone);
  return endOfDay(day, zone) === instant ? day : instant;
}

/** When something begins: the day, where the hour is not known. */
export const startsAt = ({ start, allDay }: DatesView, zone: string): Due | undefined =>
  start === undefined ? undefined : allDay ? localDate(start, zone) : start;

/** The instant at which the time for something has run out. */
export const instantOf = (due: Due, zone: string): Instant => (typeof due === "number" ? due : endOfDay(due, zone));

/** Whether the time of an item has come: its window has begun, or within `ahead` days; where none is known, a phase of it is open. */
export function hasBegun(
  { book, today }: Setting,
  { phases }: Pick<Item, "phases">,
  from: IsoDate | undefined,
  ahead = 0,
): boolean {
  if (from !== undefined) return from <= addDays(today, ahead);
  return phases.some((id) => book.view.phases[id]?.state === "open");
}
