// How entries become rows of the ledger, the view and mails to send. Pure: simulate keeps the book in memory, the store in
// tables, and both write it here.
import type {
  Book,
  Contribution,
  Delivery,
  Entry,
  HandOver,
  Kind,
  LedgerRow,
  MailModel,
  Writing,
  Told,
} from "./ledger.ts";
import { recipientsOf } from "./recipients.ts";
import { fold, initialView, partsOf } from "./view.ts";
import type { Instant, Person, Plan, Text } from "../programmes/types.ts";

/** The book of a network in which nothing stands yet. */
export function emptyBook(network: Book["network"], plan: Plan, people: Person[], now: Instant): Book {
  return { network, plan, people, seq: 0, n: 0, view: initialView(plan, now), contributions: [] };
}

/** What a machine's effects come to. Those written before (`n` up to the book's) are passed over. */
export function journal(book: Book, told: Told[]): Writing {
  const draft = { ...book, rows: [] as LedgerRow[], deliveries: [] as Delivery[] };
  for (const effect of told) {
    if (effect.entry.n <= draft.n) continue;
    const seq = draft.seq + 1;
    const told = effect.do === "notify" ? recipientsOf(effect.entry.to ?? [], effect.entry.subject, book) : undefined;
    const row = rowOf(seq, effect.entry, told?.length === 0);
    draft.view = fold(draft.view, [row]);
    draft.rows.push(row);
    Object.assign(draft, { seq, n: effect.entry.n });
    if (told?.length) {
      const model = modelOf({ ...book, view: draft.view }, effect.entry);
      draft.deliveries.push(...told.map(({ id }) => ({ seq, person: id, model })));
    }
  }
  const { rows, n, view, deliveries } = draft;
  return { rows, n, view, deliveries, contributions: [], handOvers: [] };
}

/** What one contribution comes to: its row in the ledger, itself, and the role it hands over where it does. */
export function journalContribution(
  book: Book,
  row: Omit<LedgerRow, "seq">,
  contribution: Contribution,
  handOver?: HandOver,
): Writing {
  const written: LedgerRow = { ...row, seq: book.seq + 1 };
  return {
    rows: [written],
    n: book.n,
    view: fold(book.view, [written]),
    deliveries: [],
    contributions: [contribution],
    handOvers: handOver ? [handOver] : [],
  };
}

/** The book after a writing. */
export function bookAfter(book: Book, { rows, n, view, contributions, handOvers }: Writing): Book {
  const known = contributions.length ? [...book.contributions, ...contributions] : book.contributions;
  const people = handOvers.reduce((all, one) => all.map((person) => afterHandOver(person, one)), book.people);
  return { ...book, people, seq: book.seq + rows.length, n, view, contributions: known };
}

/** Handed over to oneself, a role stays. */
function afterHandOver(person: Person, { role, from, to }: HandOver): Person {
  const others = person.roles.filter((one) => one !== role);
  if (person.id === to) return { ...person, roles: [...others, role] };
  return person.id === from ? { ...person, roles: others } : person;
}

function rowOf(seq: number, entry: Entry, nobody: boolean): LedgerRow {
  const kind = entry.kind as Kind;
  if (!nobody) return { ...entry, seq, kind };
  return { ...entry, seq, kind: "message.suppressed", reason: "nobody" };
}

function modelOf(book: Book, entry: Entry): MailModel {
  const { network, plan, view } = book;
  const [what, id] = partsOf(entry.subject);
  const { programme } = plan;
  const item = programme.items.find((one) => one.id === id);
  const { start, end, allDay, place } = view.items[id] ?? {};
  const idea = what === "idea" ? view.ideas[id] : undefined;
  return {
    rule: entry.rule ?? "",
    network: network.id,
    networkTitle: network.title,
    zone: programme.zone,
    at: entry.at,
    subject: entry.subject,
    title: item?.title ?? titleOfIdea(book, id),
    ...(item?.tentative && { tentative: true }),
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
    ...(allDay && { allDay }),
    ...((place ?? item?.place) !== undefined && { place: (place ?? item?.place)! }),
    ...(idea?.deadline !== undefined && { deadline: idea.deadline }),
    ...(idea && { round: idea.round }),
    ...(entry.reason !== undefined && { reason: entry.reason }),
  };
}

function titleOfIdea({ view, contributions }: Book, id: string): Text {
  const key = view.ideas[id]?.key;
  const title = contributions.find((one) => one.kind === "text" && one.key === key)?.data["title"];
  return typeof title === "string" ? { da: title, en: title } : { da: `Idé ${id}`, en: `Idea ${id}` };
}
