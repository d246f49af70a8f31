// How entries become rows of the ledger, the view and mails to send. Pure: simulate keeps the book in memory, the store in
// tables, and both write it here.
import type { Book, Contribution, Delivery, Entry, Kind, LedgerRow, MemberChange, Writing, Told } from "./ledger.ts";
import { INVITED, missingIn, PERSON, recipientsOf, saysNo } from "./recipients.ts";
import type { Suppressed } from "./network/reminders.ts";
import { modelOf } from "./mail-model.ts";
import { peopleAfter } from "./members.ts";
import { PASSED_ON, passedOn } from "./passed-on.ts";
import { fold, initialView, isMessage, partsOf } from "./view.ts";
import type { Instant, Person, Plan } from "../programmes/types.ts";

/** The book of a network in which nothing stands yet. */
export function emptyBook(network: Book["network"], plan: Plan, people: Person[], now: Instant): Book {
  return { network, plan, people, seq: 0, n: 0, view: initialView(plan, now), contributions: [] };
}

/** Entries of a machine that make people belong to other meetings than before, or bring meetings back. */
export const REGROUPS: readonly string[] = ["item.audience", "item.restored"] satisfies Kind[];

/** What a machine's effects come to. Those written before (`n` up to the book's) are passed over. */
export function journal(book: Book, told: Told[]): Writing {
  const rows: LedgerRow[] = [];
  const deliveries: Delivery[] = [];
  let { n, view } = book;
  let folded = 0;
  let isBehind = false;
  // Only who is told needs the network as it stands by then: what comes between is taken in together.
  const current = (): Book => {
    view = fold(view, rows.slice(folded));
    folded = rows.length;
    isBehind = false;
    return { ...book, view };
  };
  // What was said or planned to be said changes neither who is told at an instant, nor what.
  const standing = (): Book => (isBehind ? current() : { ...book, view });
  const tellRegrouped = (before: Book, entry: Entry) => {
    for (const { person, row } of regrouped(before, current(), { ...entry, kind: entry.kind as Kind })) {
      const told: LedgerRow = { ...row, seq: book.seq + rows.length + 1 };
      rows.push(told);
      deliveries.push({ seq: told.seq, person, model: modelOf(current(), told) });
    }
  };
  for (const { do: does, entry } of told) {
    if (entry.n <= n) continue;
    n = entry.n;
    const seq = book.seq + rows.length + 1;
    if (does === "record") {
      const before = REGROUPS.includes(entry.kind) ? current() : undefined;
      rows.push(rowOf(seq, entry));
      isBehind ||= !isMessage(entry);
      if (before) tellRegrouped(before, entry);
      continue;
    }
    const now = standing();
    const people = recipientsOf(entry.to ?? [], entry.subject, now, entry.at);
    const row = rowOf(seq, entry, people.length === 0 ? whyNobody(entry.subject, now) : undefined);
    rows.push(row);
    if (people.length === 0) continue;
    const model = modelOf(now, row);
    deliveries.push(...people.map(({ id }) => ({ seq, person: id, model })));
  }
  current();
  return { rows, n, view, deliveries, contributions: [], members: [] };
}

/** What one contribution comes to: its row in the ledger, itself, what becomes of people, and whom that tells of meetings. */
export function journalContribution(
  book: Book,
  row: Omit<LedgerRow, "seq">,
  contribution: Contribution,
  change?: MemberChange,
): Writing {
  const members = change ? [change] : [];
  const after = {
    ...book,
    people: peopleAfter(book.people, members),
    contributions: [...book.contributions, contribution],
  };
  const circles = changesCircle(book, contribution) ? regrouped(book, after, row) : [];
  const tidings = [...circles, ...taskTidings(after, row, change)];
  const rows = [row, ...tidings.map((one) => one.row)].map((one, index): LedgerRow => ({
    ...one,
    seq: book.seq + 1 + index,
  }));
  const view = fold(book.view, rows);
  const deliveries = tidings.map(({ person }, index) => {
    const told = rows[index + 1]!;
    return { seq: told.seq, person, model: modelOf({ ...after, view }, told) };
  });
  return { rows, n: book.n, view, deliveries, contributions: [contribution], members };
}

/**
 * Whether a contribution can make a person belong to other meetings, or to another session of one: what people answered before has to be
 * known for it. Who says no needs not be told.
 */
export const regroups = (kind: Kind, data: Contribution["data"]): boolean =>
  kind.startsWith("person.") ||
  kind.startsWith("guest.") ||
  kind === "role.handedOver" ||
  (kind === "answer.given" && data["answer"] !== "declined");

/** Of answers only those that choose a session, or that follow a no. */
function changesCircle({ contributions }: Book, { kind, data, item = "", person = "" }: Contribution): boolean {
  if (kind !== "answer.given" || data["session"] !== undefined) return regroups(kind as Kind, data);
  return regroups(kind, data) && saysNo(contributions, item, person);
}

type Tidings = { person: string; row: Omit<LedgerRow, "seq"> }[];

/** Whoever belongs to a meeting that is still to come hears of it, and who no longer does hears that, too. */
function regrouped(before: Book, after: Book, told: Omit<LedgerRow, "seq">): Tidings {
  const { at, subject } = told;
  const cause = causeOf(told);
  const [, item] = partsOf(subject);
  const of = (book: Book) => toCome(book, at).filter((one) => item === "" || partsOf(one)[1] === item);
  const [known, now] = [of(before), of(after)];
  return [...new Set([...known, ...now])].flatMap((meeting) => {
    const had = known.includes(meeting) ? recipientsOf(INVITED, meeting, before) : [];
    // A meeting that is off, or has no date any more, says so itself.
    const has = now.includes(meeting) ? recipientsOf(INVITED, meeting, after) : had;
    const without = (all: Person[], others: Person[]) =>
      all.filter(({ id }) => !others.some((other) => other.id === id));
    const tell =
      (rule: string) =>
      ({ id: person }: Person) => ({
        person,
        row: { ...cause, kind: "message.sent" as const, subject: meeting, rule, to: [`${PERSON}${person}`] },
      });
    return [...without(had, has).map(tell("meeting-cancelled")), ...without(has, had).map(tell("meeting-invitation"))];
  });
}

/** Whoever has a task now that its owner has left hears of it. */
function taskTidings(after: Book, row: Omit<LedgerRow, "seq">, change: MemberChange | undefined): Tidings {
  return passedOn(after, change, row.at).map(({ subject, person }) => ({
    person,
    row: { ...causeOf(row), kind: "message.sent", subject, rule: PASSED_ON, to: [`${PERSON}${person}`] },
  }));
}

/** Who did what a row tells of, when, by which trigger, and why. */
const causeOf = ({ at, key, by, role, reason }: Omit<LedgerRow, "seq">) => ({
  at,
  ...(key !== undefined && { key }),
  ...(by !== undefined && { by }),
  ...(role !== undefined && { role }),
  ...(reason !== undefined && { reason }),
});

/** Dated meetings that are not over, by session where they have several. */
function toCome({ view }: Book, now: Instant): string[] {
  return Object.entries(view.items).flatMap(([id, { kind, state, start, sessions }]) => {
    if (kind !== "meeting" || !["planned", "pinned"].includes(state)) return [];
    if (!sessions) return start !== undefined && start > now ? [`item:${id}`] : [];
    return Object.entries(sessions).flatMap(([session, dates]) =>
      dates.start !== undefined && dates.start > now ? [`item:${id}/${session}`] : [],
    );
  });
}

/** The book after a writing. */
export function bookAfter(book: Book, { rows, n, view, contributions, members }: Writing): Book {
  const known = contributions.length ? [...book.contributions, ...contributions] : book.contributions;
  return {
    ...book,
    people: peopleAfter(book.people, members),
    seq: book.seq + rows.length,
    n,
    view,
    contributions: known,
  };
}

/** Why a message goes to nobody: what it asks for has been done, or there is nobody to ask. */
function whyNobody(subject: string, book: Book): Suppressed {
  const [what, id] = partsOf(subject);
  return what === "phase" && missingIn(book, id).length === 0 ? "nothing-missing" : "nobody";
}

function rowOf(seq: number, entry: Entry, suppressed?: Suppressed): LedgerRow {
  const kind = entry.kind as Kind;
  if (!suppressed) return { ...entry, seq, kind };
  return { ...entry, seq, kind: "message.suppressed", reason: suppressed };
}
