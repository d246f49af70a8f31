// A sign-up told: to whoever opened a link to it, and to the people of its network.
import type { PlaceLink } from "../library/answer-token.ts";
import type { Book, DatesView } from "../machines/ledger.ts";
import { itemIn } from "../machines/recipients.ts";
import { placeOf } from "../machines/signup/places.ts";
import { shutFor, type SignUpView } from "../machines/signup/standing.ts";
import { partsOf } from "../machines/view.ts";
import { rfc3339 } from "../programmes/instant.ts";
import type { Instant, Person } from "../programmes/types.ts";
import type { NetworkSignUpJson, SignUpJson } from "./signup-shapes.ts";
import type { Language } from "./words.ts";

/** A link to a sign-up that was opened at an instant of its network. `person`: whose place it is, by a link of their own. */
export type OpenedSignUp = {
  link: PlaceLink;
  item: string;
  book: Book;
  signUp: SignUpView;
  person: Person | undefined;
  language: Language;
  now: Instant;
};

/** The meeting that a link is about, with its sign-up; undefined where there is none. */
export function signUpIn(
  book: Book,
  { subject }: Pick<PlaceLink, "subject">,
): { item: string; signUp: SignUpView } | undefined {
  const [, item] = partsOf(subject);
  const signUp = book.view.signUps?.[item];
  return signUp && { item, signUp };
}

/** The link's answer to a GET: counts, and of people the reader alone. */
export function signUpJson({ link, item, book, signUp, person, language, now }: OpenedSignUp): SignUpJson {
  const { zone } = book.plan.programme;
  const meeting = itemIn(book, item);
  const { capacity, deadline, seats, waiting } = signUp;
  const mine = person && placeOf(signUp, person.id);
  const description = meeting?.description?.[language];
  const dates = datesJson(book.view.items[item] ?? {}, zone);
  return {
    purpose: link.purpose,
    language,
    network: { title: book.network.title },
    title: titleIn(book, item, language),
    ...(description !== undefined && { description }),
    zone,
    ...dates,
    ...(dates.place === undefined && meeting?.place !== undefined && { place: meeting.place }),
    ...(meeting?.tentative && { tentative: true }),
    state: stateIn(book, item, now),
    ...(capacity !== undefined && { capacity, left: Math.max(0, capacity - seats.length) }),
    waiting: waiting.length,
    ...(deadline !== undefined && { deadline: rfc3339(deadline, zone) }),
    ...(person && { person: { firstName: person.name.trim().split(/\s+/)[0] ?? "" } }),
    ...(mine && { mine }),
    ...(mine === "waiting" && { position: waiting.indexOf(person!.id) + 1 }),
  };
}

/** All sign-ups of a network. `whole`: with who has signed up. */
export function networkSignUps(
  book: Book,
  {
    now,
    language,
    whole,
    linkTo,
  }: { now: Instant; language: Language; whole: boolean; linkTo: (item: string, signUp: SignUpView) => string },
): NetworkSignUpJson[] {
  const { zone } = book.plan.programme;
  const emailOf = (id: string) => book.people.find((person) => person.id === id)?.email ?? id;
  return Object.entries(book.view.signUps ?? {}).map(([item, signUp]) => ({
    item,
    title: titleIn(book, item, language),
    state: stateIn(book, item, now),
    ...(signUp.capacity !== undefined && { capacity: signUp.capacity }),
    ...(signUp.deadline !== undefined && { deadline: rfc3339(signUp.deadline, zone) }),
    link: linkTo(item, signUp),
    seated: signUp.seats.length,
    waited: signUp.waiting.length,
    ...(whole && { seats: signUp.seats.map(emailOf), waiting: signUp.waiting.map(emailOf) }),
  }));
}

const stateIn = ({ view }: Book, item: string, now: Instant): SignUpJson["state"] => {
  const shut = view.ended ? "closed" : shutFor(view, item, now);
  return shut === undefined ? "open" : shut === "none" ? "closed" : shut;
};

const titleIn = (book: Book, item: string, language: Language): string =>
  (book.view.items[item]?.title ?? itemIn(book, item)?.title)?.[language] ?? item;

function datesJson({ start, end, allDay, place }: DatesView, zone: string) {
  return {
    ...(start !== undefined && { start: rfc3339(start, zone) }),
    ...(end !== undefined && { end: rfc3339(end, zone) }),
    ...(allDay && { allDay }),
    ...(place !== undefined && { place }),
  };
}
