// Whom a meeting is for, and what each of them has answered; of several sessions, which is theirs.
import type { Person } from "../../programmes/types.ts";
import type { Book } from "../ledger.ts";
import { itemIn, recipientsOf } from "../recipients.ts";
import { attendanceOf } from "./attendance.ts";
import { guestsOf, withoutVisitors } from "./guests.ts";

/** `sessions`: those a person can be of; none where the meeting has no several. `came`: by what was recorded of it. */
export type OfCircle = {
  person: Person;
  answer?: string;
  session?: string;
  note?: string;
  guest?: true;
  seat?: true;
  came?: boolean;
  sessions: string[];
};

/** Those a meeting is for, in the order of the network's people: with a sign-up, those who have a seat; and its guests. */
export function invitedTo(book: Book, id: string): { people: Person[]; guests: Set<string>; seats: string[] } {
  const seats = book.view.signUps?.[id]?.seats;
  const audience = itemIn(book, id)?.audience ?? [];
  const guests = new Set(guestsOf(book, `item:${id}`).map((one) => one.id));
  const circle = withoutVisitors(book).filter((one) =>
    seats ? seats.includes(one.id) : one.roles.some((role) => audience.includes(role)),
  );
  const people = [...new Set([...circle, ...book.people.filter((one) => guests.has(one.id))])];
  return { people, guests, seats: seats ?? [] };
}

/** The last answer of each person to a meeting, by their ids. */
export function answersIn({ contributions }: Pick<Book, "contributions">, id: string): Map<string, Answer> {
  const answers = new Map<string, Answer>();
  for (const { kind, item, person, data } of contributions) {
    if (kind !== "answer.given" || item !== `item:${id}` || person === undefined) continue;
    const { answer, session, note } = data as Answer;
    const before = answers.get(person)?.session;
    const chosen = session ?? before;
    answers.set(person, {
      answer,
      ...(chosen !== undefined && { session: chosen }),
      ...(note !== undefined && { note }),
    });
  }
  return answers;
}

type Answer = { answer: string; session?: string; note?: string };

/** Everybody a meeting is for, or of them only one. */
export function circleOf(book: Book, id: string, only?: string): OfCircle[] {
  const { people, guests, seats } = invitedTo(book, id);
  const answers = answersIn(book, id);
  const recorded = attendanceOf(book.contributions, `item:${id}`);
  const own = people.filter((person) => only === undefined || person.id === only);
  const parts = sessionsBy(book, id, own);
  return own.map((person) => {
    const came = recorded.some(({ present }) => present.includes(person.id));
    const missed = recorded.some(({ absent }) => absent.includes(person.id));
    return {
      person,
      ...answers.get(person.id),
      ...(guests.has(person.id) && { guest: true as const }),
      ...(seats.includes(person.id) && { seat: true as const }),
      ...((came || missed) && { came }),
      sessions: parts(person.id),
    };
  });
}

/** The sessions that each of some people can be of, whatever they answered. */
function sessionsBy(book: Book, id: string, people: Person[]): (person: string) => string[] {
  const sessions = Object.keys(book.view.items[id]?.sessions ?? {});
  const reached = { ...book, people: people.map(({ bounced: _, ...person }) => person) };
  const coming = book.contributions.map((one) =>
    one.kind === "answer.given" ? { ...one, data: { ...one.data, answer: "accepted" } } : one,
  );
  const of = sessions.map((session) => {
    const told = recipientsOf(["invited"], `item:${id}/${session}`, { ...reached, contributions: coming });
    return [session, new Set(told.map((one) => one.id))] as const;
  });
  return (person) => of.flatMap(([session, ids]) => (ids.has(person) ? [session] : []));
}
