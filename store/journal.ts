// The journal: the only way into a network's ledger. One writer at a time per network, all or nothing.
import { sql } from "kysely";
import type { Book, Writing } from "../machines/ledger.ts";
import { linksOf, textDigests } from "./chain.ts";
import { factRows } from "./contributions.ts";
import { digestAt } from "./digest.ts";
import { StoreError } from "./error.ts";
import { json, recordset } from "./json.ts";
import { inTransaction, on, type From, type Tx } from "./open.ts";
import { changeMember, peopleOf } from "./people.ts";
import { saveProjection } from "./projection.ts";

/** What of the book to load; what is left out is empty. Whoever only adds rows saves the reading of thousands. */
export type Load = { people?: boolean; contributions?: boolean };

/**
 * Writes to a network's ledger. `decide` gets the book as it stands, alone with it, and says what to write: rows from
 * `book.seq + 1` without gaps, mails, contributions and changes of people. `also` runs in the same transaction. Answers the writing, when it
 * is stored. Entries written before are for `decide` to pass over (`n <= book.n`); nothing new writes nothing. Throws
 * StoreError `no-network` or `out-of-order`.
 */
export async function append(
  from: From,
  networkId: string,
  decide: (book: Book) => Writing | Promise<Writing>,
  also?: (tx: Tx) => Promise<void>,
  load: Load = { people: true, contributions: true },
): Promise<Writing> {
  return await inTransaction(from, async (tx) => {
    const { head, ...book } = await openBook(tx, networkId, load);
    const writing = await decide(book);
    assertInOrder(book, writing);
    await write(tx, { book, head }, writing);
    await also?.(tx);
    return writing;
  });
}

/** Stable and unique: a mail that is sent twice after a crash is one mail to its reader. */
export function messageIdOf(networkId: string, seq: number, personId: string): string {
  return `${networkId}.${seq}.${personId}@fremdrift.invalid`;
}

/** The book of a network as it now stands, for whoever only reads; undefined where there is no such network. */
export async function bookOf(from: From, id: string): Promise<Book | undefined> {
  const network = await on(from).selectFrom("network").select(BOOK).where("id", "=", id).executeTakeFirst();
  return network && (await bookWith(from, id, network, { people: true, contributions: true }));
}

const BOOK = ["title", "plan", "seq", "n", "view"] as const;
type BookRow = Pick<Book, "plan" | "seq" | "n" | "view"> & { title: string };

async function bookWith(from: From, id: string, { title, ...row }: BookRow, load: Load): Promise<Book> {
  return {
    network: { id, title },
    ...row,
    people: load.people ? await peopleOf(from, id) : [],
    contributions: load.contributions ? await factRows(from, id) : [],
  };
}

/** The lock comes first and alone: what is read after it has seen everything that writers before this one wrote. */
async function openBook(tx: Tx, id: string, load: Load): Promise<Book & { head: string }> {
  const query = tx
    .selectFrom("network")
    .select([...BOOK, "head"])
    .where("id", "=", id);
  const network = await query.forUpdate().executeTakeFirst();
  if (network === undefined) throw noNetwork(id);
  const { head, ...row } = network;
  return { ...(await bookWith(tx, id, row, load)), head };
}

async function write(tx: Tx, { book, head }: { book: Book; head: string }, writing: Writing): Promise<void> {
  const id = book.network.id;
  // The digest of a row is that of what was contributed with it, too: it goes first.
  if (writing.contributions.length > 0) await insertContributions(tx, id, writing);
  const newHead = writing.rows.length > 0 ? await insertRows(tx, id, head, writing) : head;
  if (writing.deliveries.length > 0) await insertDeliveries(tx, id, writing);
  for (const change of writing.members) await changeMember(tx, id, change);
  await saveProjection(tx, {
    networkId: id,
    plan: book.plan,
    view: writing.view,
    before: book.view,
  });
  const seq = book.seq + writing.rows.length;
  const n = Math.max(book.n, writing.n);
  const view = json(writing.view);
  if (seq === book.seq && n === book.n && view === json(book.view)) return;
  await sql`update network set view = ${view}::jsonb, seq = ${seq}, n = ${n}, head = ${newHead}, now = greatest(now, ${writing.view.now}),
    ended_at = ${writing.view.ended?.at ?? null} where id = ${id}`.execute(tx);
}

/** Comes back with the hash of the last. */
async function insertRows(tx: Tx, id: string, head: string, { rows }: Writing): Promise<string> {
  const keys = rows.flatMap(({ key }) => (key === undefined ? [] : [key]));
  const links = linksOf(head, rows, await textDigests(tx, id, keys));
  const columns = `seq int, n int, at int8, kind text, subject text, key text, by text, role text, rule text,
    planned int8, reason text, "to" jsonb, data jsonb, texts text, hash text`;
  await sql`insert into ledger
      (network_id, seq, n, at, kind, subject, key, by_person, role, rule, planned, reason, audience, data, texts, hash)
    select ${id}, seq, n, at, kind, subject, key, by, role, rule, planned, reason, "to", data, texts, hash
    from ${recordset(
      rows.map((row, i) => ({ ...row, ...links[i]! })),
      columns,
    )}`.execute(tx);
  return links.at(-1)!.hash;
}

async function insertContributions(tx: Tx, id: string, { contributions }: Writing): Promise<void> {
  const rows = contributions.map((row, i) => ({ ...row, i }));
  const columns = "i int, kind text, person text, item text, key text, at int8, data jsonb";
  await sql`insert into contribution (network_id, kind, person_id, item, key, at, data)
    select ${id}, kind, person, item, key, at, data from ${recordset(rows, columns)} order by i`.execute(tx);
}

/** A reminder to somebody who wants one mail a day waits for it; what a rehearsal sends does not. */
async function insertDeliveries(tx: Tx, id: string, { deliveries }: Writing): Promise<void> {
  // Many get the same mail: when it can go is found out once.
  const mornings = new Map([...new Set(deliveries.map(({ model }) => model))].map((model) => [model, digestAt(model)]));
  const rows = deliveries.map((row) => ({
    ...row,
    message: messageIdOf(id, row.seq, row.person),
    morning: mornings.get(row.model),
  }));
  await sql`insert into outbox (network_id, seq, person_id, message_id, model, state, attempts, next_at, digest)
    select n.id, r.seq, r.person, r.message, r.model, 'queued', 0,
      case when waits then r.morning else 0 end, waits
    from ${recordset(rows, "seq int, person text, message text, model jsonb, morning int8")}
    join network n on n.id = ${id} join person p on p.id = r.person
    cross join lateral (select p.digest and n.clock = 'real' and r.morning is not null as waits) w`.execute(tx);
}

function assertInOrder(book: Book, { rows }: Writing): void {
  const wrong = rows.findIndex((row, i) => row.seq !== book.seq + i + 1);
  if (wrong === -1) return;
  const what = `row ${rows[wrong]?.seq} where ${book.seq + wrong + 1} should come`;
  throw new StoreError("out-of-order", {
    en: {
      message: `The ledger of network ${book.network.id} was given ${what}.`,
      hint: "This is a bug: report it. Nothing was written.",
    },
    da: {
      message: `Loggen for netværk ${book.network.id} fik ${what}.`,
      hint: "Det er en fejl i programmet: meld den. Intet er skrevet.",
    },
  });
}

function noNetwork(id: string): StoreError {
  return new StoreError("no-network", {
    en: {
      message: `There is no network ${id}.`,
      hint: "List the networks there are: fremdrift network list.",
    },
    da: {
      message: `Der er intet netværk ${id}.`,
      hint: "Se, hvilke netværk der er: fremdrift network list.",
    },
  });
}
