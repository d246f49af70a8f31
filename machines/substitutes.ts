// Who stands in for whom, from a day up to another: the last word of a person about it counts.
import { localDate } from "../programmes/calendar.ts";
import type { Instant, Person } from "../programmes/types.ts";
import type { Book } from "./ledger.ts";

/** Who acts for a person at an instant: the substitute, or where that one is away too, theirs. Undefined where nobody does. */
export function substituteOf(id: string, book: Book, at: Instant): Person | undefined {
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

/** The people, and whoever stands in for one of them. */
export function withSubstitutes(people: Person[], book: Book, at: Instant): Person[] {
  if (!book.contributions.some(({ kind }) => kind === "substitute.named")) return people;
  return people.flatMap((person) => [person, ...[substituteOf(person.id, book, at) ?? []].flat()]);
}

/** The period is half-open: on its last day the substitute no longer is one. */
function namedBy(id: string, { contributions, people }: Book, day: string): string | undefined {
  const last = contributions.findLast(({ kind, person }) => kind === "substitute.named" && person === id);
  if (!last) return undefined;
  const { substitute, from, to } = last.data as { substitute: string; from: string; to: string };
  const holds = substitute !== id && from <= day && day < to && people.some((person) => person.id === substitute);
  return holds ? substitute : undefined;
}
