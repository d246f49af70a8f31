// Reading the ledger. Writing is the journal's.
import { sql } from "kysely";
import type { Kind, LedgerRow } from "../machines/ledger.ts";
import type { Instant } from "../programmes/types.ts";
import { present, type Nullable } from "./json.ts";
import { readRow } from "./ledger-row.ts";
import { on, type From } from "./open.ts";
import type { MailState } from "./schema.ts";

/** A mail that a row led to. `response` is the mail server's last word. */
export type DeliveryState = {
  person: string;
  state: MailState;
  attempts: number;
  sentAt?: Instant;
  response?: string;
};
/** A row as people read it: with who did it, where that is a known person, and what became of its mails. */
export type ReadRow = LedgerRow & {
  person?: { name: string; email?: string };
  deliveries: DeliveryState[];
};

/**
 * A network's rows in order, those after `after` and at most `limit` of them; of all kinds or of some, and about one item with its sessions.
 * Without `mails` nothing is said of those, which takes the most of the time.
 */
export async function readLedger(
  from: From,
  networkId: string,
  { after = 0, limit, kinds, about, mails = true }: Which = {},
): Promise<ReadRow[]> {
  let rows = on(from)
    .selectFrom("ledger as l")
    .leftJoin("person as p", "p.id", "l.by_person")
    .selectAll("l")
    .select(["p.name as person_name", "p.email as person_email", (mails ? DELIVERIES : NO_DELIVERIES).as("deliveries")])
    .where("l.network_id", "=", networkId)
    .where("l.seq", ">", after)
    .orderBy("l.seq");
  if (limit !== undefined) rows = rows.limit(limit);
  if (kinds !== undefined) rows = rows.where("l.kind", "in", kinds);
  if (about !== undefined)
    rows = rows.where((where) => where.or([where("l.subject", "=", about), where("l.subject", "like", `${about}/%`)]));
  return (await rows.execute()).map(({ person_name: name, person_email: email, deliveries, ...row }) => ({
    ...readRow(row),
    ...(name !== null && { person: present({ name, email }) }),
    deliveries: (deliveries ?? []).map(present) as DeliveryState[],
  }));
}

type Which = { after?: number; limit?: number; kinds?: readonly Kind[]; about?: string; mails?: boolean };

/** The numbers of the rows that led to mails. */
export async function toldRows(from: From, networkId: string): Promise<Set<number>> {
  const mails = on(from).selectFrom("outbox").select("seq").distinct().where("network_id", "=", networkId);
  return new Set((await mails.execute()).map(({ seq }) => seq));
}

/** The hash of every row, by its number. */
export async function hashesOf(from: From, networkId: string): Promise<Map<number, string>> {
  const rows = await on(from)
    .selectFrom("ledger")
    .select(["seq", "hash"])
    .where("network_id", "=", networkId)
    .execute();
  return new Map(rows.map(({ seq, hash }) => [seq, hash]));
}

/** The rows that a trigger led to, by its key. */
export async function entriesByKey(from: From, networkId: string, key: string): Promise<LedgerRow[]> {
  const query = on(from).selectFrom("ledger").selectAll().where("network_id", "=", networkId).where("key", "=", key);
  return (await query.orderBy("seq").execute()).map(readRow);
}

/** The rows about a subject, without those of its sessions. */
export async function entriesAbout(from: From, networkId: string, subject: string): Promise<LedgerRow[]> {
  const query = on(from).selectFrom("ledger").selectAll().where("network_id", "=", networkId);
  return (await query.where("subject", "=", subject).orderBy("seq").execute()).map(readRow);
}

/** How many rows of a kind there are, and the last so many of them, the newest first. */
export async function lastOfKind(
  from: From,
  networkId: string,
  kind: Kind,
  limit: number,
): Promise<{ count: number; last: LedgerRow[] }> {
  const rows = await on(from)
    .selectFrom("ledger")
    .selectAll()
    .select(sql<number>`count(*) over ()::int`.as("count"))
    .where("network_id", "=", networkId)
    .where("kind", "=", kind)
    .orderBy("seq", "desc")
    .limit(limit)
    .execute();
  return { count: rows[0]?.count ?? 0, last: rows.map(({ count: _, ...row }) => readRow(row)) };
}

/** The last so many rows of a network, the newest first, without some kinds. */
export async function lastRows(
  from: From,
  networkId: string,
  { limit, without }: { limit: number; without: readonly Kind[] },
): Promise<LedgerRow[]> {
  const rows = on(from).selectFrom("ledger").selectAll().where("network_id", "=", networkId);
  return (await rows.where("kind", "not in", without).orderBy("seq", "desc").limit(limit).execute()).map(readRow);
}

/** When decisions were asked for last, by network and subject. */
export async function askedSince(from: From, ids: readonly string[]): Promise<Map<string, Instant>> {
  const asked: Kind[] = ["decision.proposed", "decision.requested"];
  if (ids.length === 0) return new Map();
  const rows = await on(from)
    .selectFrom("ledger")
    .where("network_id", "in", ids)
    .where("kind", "in", asked)
    .groupBy(["network_id", "subject"])
    .select(["network_id", "subject"])
    .select(sql<Instant>`max(at)`.as("at"))
    .execute();
  return new Map(rows.map(({ network_id: network, subject, at }) => [`${network} ${subject}`, at]));
}

/** How far a network's ledger is written: `seq` of its last row, `n` of its machine's last entry; undefined for no network. */
export async function lastSeq(from: From, networkId: string): Promise<{ seq: number; n: number } | undefined> {
  return await on(from).selectFrom("network").select(["seq", "n"]).where("id", "=", networkId).executeTakeFirst();
}

const NO_DELIVERIES = sql<null>`null`;
const DELIVERIES = sql<Nullable<DeliveryState>[] | null>`(
  select json_agg(json_build_object('person', o.person_id, 'state', o.state, 'attempts', o.attempts,
    'sentAt', o.sent_at, 'response', o.response) order by o.person_id)
  from outbox o where o.network_id = l.network_id and o.seq = l.seq)`;
