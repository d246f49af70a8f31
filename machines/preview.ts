// What a change would lead to, before it is made: who would be told, and which messages to come would be others.
import type { Person } from "../programmes/types.ts";
import type { Book, PlannedMessage, Writing } from "./ledger.ts";
import { peopleAfter } from "./members.ts";

/** `told` at once; `gone` and `coming`: messages that would no longer go, and those that would go instead. */
export type Consequences = {
  told: { rule: string; subject: string; people: Person[] }[];
  gone: PlannedMessage[];
  coming: PlannedMessage[];
};

/** The consequences of what would be written, for a book that stands as it does before. */
export function consequencesOf(book: Book, { rows, deliveries, view, members }: Writing): Consequences {
  // Who joins by it is told by it; who leaves by it is told, too.
  const joined = peopleAfter(book.people, members);
  const known = [...book.people, ...joined.filter(({ id }) => !book.people.some((one) => one.id === id))];
  const tidings = rows.flatMap(({ seq, kind, rule = "", subject }) => {
    const ids = deliveries.filter((delivery) => delivery.seq === seq).map(({ person }) => person);
    if (kind !== "message.sent") return [];
    return [{ rule, subject, people: known.filter(({ id }) => ids.includes(id)) }];
  });
  const without = (all: PlannedMessage[], others: PlannedMessage[]) =>
    all.filter((one) => !others.some((other) => keyOf(one) === keyOf(other))).toSorted((a, b) => a.at - b.at);
  const [before, after] = [Object.values(book.view.planned), Object.values(view.planned)];
  return { told: tidings, gone: without(before, after), coming: without(after, before) };
}

const keyOf = ({ subject, rule, at }: PlannedMessage) => `${subject}|${rule}|${at}`;
