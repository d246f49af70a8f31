// What tests of the store begin with.
import type { LedgerRow, MailModel, View, Writing } from "../../machines/ledger.ts";
import type { Person, Plan } from "../../programmes/types.ts";
import { createNetwork, type NewNetwork } from "../../store/networks.ts";
import { append } from "../../store/journal.ts";
import type { Store } from "../../store/open.ts";

export const T0 = Date.UTC(2027, 1, 1, 8);

let made = 0;
/** Names of its own for each test: they share a store. */
export function fresh(what: string): string {
  return `${what}-${process.pid}-${++made}`;
}

export function aPerson(more: Partial<Person> = {}): Person {
  const id = fresh("p");
  return {
    id,
    name: `Person ${id}`,
    email: `${id}@example.org`,
    language: "da",
    roles: ["participant"],
    ...more,
  };
}

export function aView(more: Partial<View> = {}): View {
  const phases = {
    design: { state: "waiting", reopened: 0 },
    test: { state: "waiting", reopened: 0 },
  } as const;
  return { now: T0, phases, items: {}, ideas: {}, tracks: {}, planned: {}, ...more };
}

/** Only what the store looks at: the rest of a plan passes through it unread. */
export function aPlan(): Plan {
  const intervals = { design: { from: "2027-03-01", to: "2027-03-21", precision: "weeks" } };
  return { programme: { id: "proeve" }, start: "2027-02-01", intervals } as unknown as Plan;
}

export function aNetwork(more: Partial<NewNetwork> = {}): NewNetwork {
  const id = fresh("n");
  return {
    id,
    title: "Ældre på tværs",
    plan: aPlan(),
    clock: "real",
    startedAt: T0,
    createdAt: T0,
    by: "root",
    people: [],
    view: aView(),
    ...more,
  };
}

export async function givenNetwork(store: Store, more: Partial<NewNetwork> = {}): Promise<string> {
  return (await createNetwork(store, aNetwork(more))).id;
}

export function aRow(seq: number, more: Partial<LedgerRow> = {}): LedgerRow {
  return { seq, at: T0 + seq, kind: "phase.opened", subject: "phase:design", ...more };
}

export function aModel(more: Partial<MailModel> = {}): MailModel {
  const title = { da: "Møde 1", en: "Meeting 1" };
  return {
    rule: "meeting.invitation",
    network: "n",
    networkTitle: "N",
    zone: "Europe/Copenhagen",
    subject: "item:m1",
    title,
    ...more,
  };
}

/** Adds rows to a network, the first numbered after those there; the machine's where `n` is counted. */
export async function written(
  store: Store,
  network: string,
  rows: Partial<LedgerRow>[],
  more: Partial<Writing> = {},
): Promise<Writing> {
  return await append(store, network, (book) => ({
    rows: rows.map((row, i) => aRow(book.seq + i + 1, row)),
    n: book.n,
    view: book.view,
    deliveries: [],
    contributions: [],
    members: [],
    ...more,
  }));
}

/** A network with one row that led to a mail to each of the people. */
export async function givenMails(store: Store, people: Person[], more: Partial<NewNetwork> = {}): Promise<string> {
  const network = await givenNetwork(store, { people, ...more });
  await written(store, network, [{ kind: "message.sent" }], {
    deliveries: people.map(({ id }) => ({ seq: 1, person: id, model: aModel() })),
  });
  return network;
}
