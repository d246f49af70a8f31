// The mails that were made of a ledger's messages.
import { sql } from "kysely";
import type { MailModel } from "../machines/ledger.ts";
import { on, type From } from "./open.ts";

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
    // What it said may be forgotten (see retention.ts).
    .where(sql<boolean>`model <> '{}'`)
    .orderBy("seq")
    .orderBy("person_id")
    .select(["seq", "model"])
    .select(sql<number>`(count(*) over (partition by seq))::int`.as("people"))
    .execute();
  return new Map(rows.map(({ seq, ...sent }) => [seq, sent]));
}
