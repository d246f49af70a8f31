// Who is told: found at the moment of sending, from the people and what they answered.
import type { Instant, Item, Person } from "../programmes/types.ts";
import type { Book, Contribution } from "./ledger.ts";
import { askedFacts, contributedFacts } from "./facts.ts";
import { unmetOf } from "./criteria.ts";
import { hasDelivered } from "./meetings/delivered.ts";
import { guestsOf, withoutVisitors } from "./meetings/guests.ts";
import { regionOf, sessionsOf } from "./members.ts";
import { answeredBy } from "./poll/standing.ts";
import { substituteOf, withSubstitutes } from "./substitutes.ts";
import type { Unmet } from "./trigger.ts";
import { decidersOf, rolesFor, withActing } from "./trigger-types.ts";
import { partsOf } from "./view.ts";

export const INVITED = ["invited"];
/** Those an item is planned for, whoever comes. */
export const PLANNED = "planned";
/** Before the id of one person who is told. */
export const PERSON = "person:";

/**
 * The people an audience comes to at an instant: role codes, `person:ID`, and those of LIVE_AUDIENCES. Nobody where nothing is missing:
 * homework that all have delivered, minutes that are written, a phase whose criteria hold. Whoever stands in for somebody is told
 * beside them, but not of meetings and homework. Never somebody whose address turns mail away.
 */
export function recipientsOf(audience: string[], subject: string, book: Book, at: Instant = book.view.now): Person[] {
  const [what, id, session] = partsOf(subject);
  const item = itemIn(book, id);
  const ofSession = (person: Person) => !item || belongs(person, { item, session, book });
  // Guests of single meetings hear of those, and of nothing else.
  const circle = { ...book, people: withoutVisitors(book) };
  const late = () => (item ? undelivered(item, circle).filter(ofSession) : []);
  if (what === "phase" && missingIn(book, id).length === 0) return [];
  const told = new Set(audience.flatMap((to) => someOf(to)));
  return book.people.filter((person) => told.has(person) && !person.bounced);

  function someOf(to: string): Person[] {
    const { people, view } = circle;
    switch (to) {
      case "undelivered":
        return late();
      case "undecided":
        return withSubstitutes(undecided(subject, circle), book, at);
      case PLANNED:
        return withRole(people, item?.audience ?? []).filter((one) => !guestsOf(book, `item:${id}`).includes(one));
      case "unanswered":
        return view.items[id]?.state === "planned"
          ? someOf(PLANNED).filter((person) => !answeredBy(book, id).has(person.id))
          : [];
      case "invited":
        return invited(id, item, book, people).filter(ofSession);
      case "owner":
        return withSubstitutes(ownersOf(id, item, circle), book, at);
      case "keeper":
        return book.view.items[id]?.minutes ? [] : withSubstitutes(withRole(people, LEAD), book, at);
      case "substitutes":
        return [
          ...withRole(people, ["substitute"]),
          ...undecided(subject, circle).flatMap((one) => substituteOf(one.id, book, at) ?? []),
        ];
      case "forum":
        return firstOf(people, ["managementForum", "secretariat"]);
    }
    if (to.startsWith(PERSON)) return book.people.filter((person) => person.id === to.slice(PERSON.length));
    return item?.kind === "homework" && late().length === 0 ? [] : withSubstitutes(withRole(people, [to]), book, at);
  }
}

const LEAD = ["networkLead"];

/**
 * The circle of a meeting: those it is planned for and its guests, but who says no. Where people sign up, those who have a seat instead of
 * those it is planned for; beside them where the plan has it open to others than the invited.
 */
function invited(id: string, item: Item | undefined, book: Book, people: Person[]): Person[] {
  const seats = book.view.signUps?.[id]?.seats;
  const comes = (person: Person) => !saysNo(book.contributions, `item:${id}`, person.id);
  const seated = book.people.filter((person) => seats?.includes(person.id));
  const planned = seats && !item?.openSignUp ? [] : withRole(people, item?.audience ?? []).filter(comes);
  return [...planned, ...seated, ...guestsOf(book, `item:${id}`).filter(comes)];
}

/** Who does a task: the one it was given to while they are there, else those it is for, else whoever leads. */
export function ownersOf(
  id: string,
  item: Item | undefined,
  { people, view }: Pick<Book, "people" | "view">,
): Person[] {
  const owner = people.filter(({ id: person, roles }) => person === view.items[id]?.owner && roles.length > 0);
  return owner.length > 0 ? owner : withRole(people, item?.audience.length ? item.audience : LEAD);
}

/** Those who have the first of some roles that anybody has. */
function firstOf(people: Person[], roles: string[]): Person[] {
  const role = roles.find((one) => people.some((person) => person.roles.includes(one)));
  return role === undefined ? [] : withRole(people, [role]);
}

/** What a phase still misses before it can close. */
export function missingIn({ plan, view, contributions, people }: Book, phase: string): Unmet[] {
  const { programme } = plan;
  const closes = programme.phases.find(({ id }) => id === phase)?.closes ?? [];
  if (closes.length === 0) return [];
  const facts = askedFacts(programme, view, contributedFacts(programme, contributions, people));
  return unmetOf(closes, facts, programme.parameters);
}

/** An item of the programme, or one that the network has added, with the audience and sessions that it now has. */
export function itemIn({ plan, view }: Pick<Book, "plan" | "view">, id: string): Item | undefined {
  const { added, audience, split } = view.items[id] ?? {};
  const item = added ?? plan.programme.items.find((one) => one.id === id);
  if (!item || (!audience && !split)) return item;
  return { ...item, ...(audience && { audience }), ...(split && { sessions: split }) };
}

const withRole = (people: Person[], roles: string[]) =>
  people.filter((person) => person.roles.some((role) => roles.includes(role)));

/** Those who may decide about a decision of the plan or an idea, and have not voted. */
function undecided(subject: string, book: Book): Person[] {
  const { plan, people, view } = book;
  const [, id] = partsOf(subject);
  const item = itemIn(book, id);
  const votes = (item?.decision ? view.items[id]?.decision?.votes : view.ideas[id]?.votes) ?? {};
  // Who put it may record what a meeting agrees, but is not waited for.
  const roles = item?.decision ? withActing(decidersOf(item)) : rolesFor(plan.programme, "decide");
  return withRole(people, roles).filter(({ id }) => !(id in votes));
}

/** Those of its audience who have not delivered; where it has a target, those whose organisation has not reached it. */
function undelivered(item: Item, { people, contributions }: Book): Person[] {
  const { target } = item;
  const audience = withRole(people, item.audience);
  if (target) {
    const count = (organisation: string | undefined) =>
      withRole(people, [target.role]).filter((person) => person.organisation === organisation).length;
    return audience.filter(({ organisation }) => count(organisation) < target.atLeast);
  }
  const subject = `item:${item.id}`;
  const by = contributions.filter(({ kind, item: of }) => kind === "homework.delivered" && of === subject);
  return audience.filter((person) => !hasDelivered(by, person));
}

/** Whether a person is of a session: the one they chose, else that of their region. Who has neither is of all of them. */
function belongs(
  person: Person,
  { item, session, book }: { item: Item; session: string | undefined; book: Book },
): boolean {
  if (session === undefined) return true;
  const sessions = sessionsOf(book.plan.programme, item);
  const chosen = answersOf(book.contributions, item.id).findLast(
    (one) => one.person === person.id && one.data["session"],
  );
  if (chosen) return chosen.data["session"] === session;
  const region = regionOf(person, book.people);
  const own = sessions.filter(
    (one) => region !== undefined && [one.id, one.region].some((name) => isSame(name, region)),
  );
  return own.length === 0 || own.some(({ id }) => id === session);
}

const isSame = (name: string | undefined, region: string) => name?.toLowerCase() === region.toLowerCase();

const answersOf = (contributions: Contribution[], id: string) =>
  contributions.filter((one) => one.kind === "answer.given" && one.item === `item:${id}` && one.person);

/** Whether a person's last answer to a meeting is no. `item`: as `item:ID`. */
export function saysNo(contributions: Contribution[], item: string, person: string): boolean {
  const last = contributions.findLast(
    (one) => one.kind === "answer.given" && one.item === item && one.person === person,
  );
  return last?.data["answer"] === "declined";
}
