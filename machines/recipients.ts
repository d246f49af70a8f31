// Who is told: found at the moment of sending, from the people and what they answered.
import type { Person } from "../programmes/types.ts";
import type { Book, Contribution } from "./ledger.ts";
import { rolesFor } from "./trigger-types.ts";
import { partsOf } from "./view.ts";

/** The people an audience comes to now: role codes, `invited` (not declined) or `undecided` (may decide). */
export function recipientsOf(audience: string[], subject: string, book: Book): Person[] {
  const { programme } = book.plan;
  const [, id] = partsOf(subject);
  const roles = audience.flatMap((to) => {
    if (to === "invited") return programme.items.find((item) => item.id === id)?.audience ?? [];
    return to === "undecided" ? rolesFor(programme, "decide") : [to];
  });
  const declined = audience.includes("invited") ? declinedBy(book.contributions, subject) : new Set<string>();
  return book.people.filter((person) => person.roles.some((role) => roles.includes(role)) && !declined.has(person.id));
}

/** The last answer of each person to an item. */
export function answersTo(contributions: Contribution[], subject: string): Map<string, string> {
  const answers = contributions.filter((one) => one.kind === "answer.given" && one.item === subject && one.person);
  return new Map(answers.map((one) => [one.person!, String(one.data["answer"])]));
}

function declinedBy(contributions: Contribution[], subject: string): Set<string> {
  const answers = [...answersTo(contributions, subject)];
  return new Set(answers.filter(([, answer]) => answer === "declined").map(([person]) => person));
}
