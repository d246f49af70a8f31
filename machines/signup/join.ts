// Somebody from outside who signs up to an open meeting: they join the network as a guest, by their own doing.
import type { Instant, Person } from "../../programmes/types.ts";
import { journalContribution } from "../journal.ts";
import type { Book, Writing } from "../ledger.ts";
import { GUEST } from "../trigger-types.ts";

/** Who comes: known by id, with the organisation they say. */
export type Comer = Pick<Person, "id" | "name" | "email" | "language"> & { organisation?: string };

/**
 * What it writes that somebody joins because of a meeting's sign-up (`item`, its id), or undefined for who is in the network already:
 * nobody outside changes what stands of them.
 */
export function joinBySignUp(
  book: Book,
  { comer, item, key, at }: { comer: Comer; item: string; key: string; at: Instant },
): Writing | undefined {
  if (book.people.some(({ id }) => id === comer.id)) return undefined;
  const { id: person, organisation } = comer;
  const data = { roles: [GUEST], ...(organisation !== undefined && { organisation }) };
  const about = { kind: "person.joined" as const, key, at };
  const row = { ...about, subject: `item:${item}`, by: person, role: GUEST, data };
  const contribution = { ...about, person, item: `item:${item}`, data };
  return journalContribution(book, row, contribution, { do: "join", person: { ...comer, roles: [GUEST] } });
}
