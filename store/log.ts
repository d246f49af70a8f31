// The end of a network's ledger, and the mails that were made of its messages.
import { sql } from "kysely";
import type { Kind, LedgerRow, MailModel } from "../machines/ledger.ts";
import { ledgerRow } from "./ledger-row.ts";
import { on, type From } from "./open.ts";

/** The last so many rows, the newest first, without some kinds. */
export async function logOf(
  from: From,
  network: string,
  { limit, without }: { limit: number; without: readonly Kind[] },
): Promise<LedgerRow[]> {
  const rows = on(from).selectFrom("ledger").selectAll().where("network_id", "=", network);
  return (await rows.where("kind", "not in", without).orderBy("seq", "desc").limit(limit).execute()).map(ledgerRow);
}

/** What a message's mails were made from, and how many there were. */
export type SentModel = { model: MailModel; people: number };

/** By the message's number in the ledger; what had no reader is not there. */
export async function modelsOf(from: From, network: string, seqs: readonly number[]): Promise<Map<number, SentModel>> {
  if (seqs.length === 0) return new Map();
  const rows = await on(from)
    .selectFrom("outbox")
    .distinctOn("seq")
    .where("network_id", "=", network)
    .where("seq", "in", seqs)
    .orderBy("seq")
    .orderBy("person_id")
    .select(["seq", "model"])
    .select(sql<number>`(count(*) over (partition by seq))::int`.as("people"))
    .execute();
  return new Map(rows.map(({ seq, ...sent }) => [seq, sent]));
}
