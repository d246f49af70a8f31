// Who stands in for whom, from a day up to another: the last word of a person about it counts.
import { localDate } from "../programmes/calendar.ts";
import type { Instant, Person } from "../programmes/types.ts";
import type { Contribution, Kind } from "./ledger.ts";

/** What says who stands in for whom: a book, or as much of one. */
export type Standing<P extends { id: string } = Person> = {
  plan: { programme: { zone: string } };
  people: P[];
  contributions: Pick<Contribution, "kind" | "person" | "data">[];
};

/** What a person says by naming a substitute, in the ledger and among contributions. */
export const NAMED: Kind = "substitute.named";

/** Who acts for a person at an instant: the substitute, or where that one is away too, theirs. Undefined where nobody does. */
export function substituteOf<P extends { id: string }>(id: string, book: Standing<P>, at: Instant): P | undefined {
  const day = localDate(at, book.plan.programme.zone);
  const passed = new Set<string>();
  let current = id;
  for (let next = namedBy(current, book, day); next !== undefined; next = namedBy(current, book, day)) {
    passed.add(current);
    // Two who stand in for each other are both away: nobody does.
    if (passed.has(next)) return undefined;
    current = next;
  }
  return current === id ? undefined : book.people.find((person) => person.id === current);
}

/** For whom a person acts at an instant: all whose substitute they then are. */
export function deputisedBy<P extends { id: string }>(id: string, book: Standing<P>, at: Instant): P[] {
  if (!anyNamed(book)) return [];
  return book.people.filter((person) => person.id !== id && substituteOf(person.id, book, at)?.id === id);
}

/** The people, and whoever stands in for one of them. */
export function withSubstitutes(people: Person[], book: Standing, at: Instant): Person[] {
  if (!anyNamed(book)) return people;
  return people.flatMap((person) => [person, ...[substituteOf(person.id, book, at) ?? []].flat()]);
}

/** Whether anybody has ever named a substitute. */
export const anyNamed = ({ contributions }: Pick<Standing, "contributions">): boolean =>
  contributions.some(({ kind }) => kind === NAMED);

/** The period is half-open: on its last day the substitute no longer is one. */
function namedBy(id: string, { contributions, people }: Standing<{ id: string }>, day: string): string | undefined {
  const last = contributions.findLast(({ kind, person }) => kind === NAMED && person === id);
  if (!last) return undefined;
  const { substitute, from, to } = last.data as { substitute: string; from: string; to: string };
  const holds = substitute !== id && from <= day && day < to && people.some((person) => person.id === substitute);
  return holds ? substitute : undefined;
}
