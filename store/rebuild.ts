// All that follows from a network's ledger, put up again from its rows.
import type { LedgerRow, View } from "../machines/ledger.ts";
import type { Plan } from "../programmes/types.ts";
import { BEFORE_FIRST } from "./chain.ts";
import { json } from "./json.ts";
import { ledgerRow } from "./ledger-row.ts";
import type { Tx } from "./open.ts";
import { saveProjection } from "./projection.ts";

/** What a view is folded from. */
export type Folded = { plan: Plan; startedAt: number; now: number; rows: LedgerRow[] };

/** All rows of a network's ledger, in order. */
export async function rowsOf(tx: Tx, networkId: string): Promise<LedgerRow[]> {
  const rows = tx.selectFrom("ledger").selectAll().where("network_id", "=", networkId).orderBy("seq");
  return (await rows.execute()).map(ledgerRow);
}

/**
 * Puts a network's view, its phases, its ideas and how far its ledger goes as its rows say, in a transaction that holds it
 * alone. `folded` makes the view of the rows. Answers whether anything was not so before. The chain is for `audit` to look over.
 */
export async function rebuildProjection(tx: Tx, id: string, folded: (from: Folded) => View): Promise<boolean> {
  const network = await tx.selectFrom("network").selectAll().where("id", "=", id).forUpdate().executeTakeFirstOrThrow();
  const rows = await rowsOf(tx, id);
  const last = await tx
    .selectFrom("ledger")
    .select("hash")
    .where("network_id", "=", id)
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  const { plan, started_at: startedAt, now } = network;
  const view = folded({ plan, startedAt, now, rows });
  const before = await derivedOf(tx, id);
  await tx.deleteFrom("phase").where("network_id", "=", id).execute();
  await tx.deleteFrom("idea").where("network_id", "=", id).execute();
  await saveProjection(tx, { networkId: id, plan, view });
  await tx
    .updateTable("network")
    .set({
      view: json(view),
      seq: rows.at(-1)?.seq ?? 0,
      n: rows.findLast(({ n }) => n !== undefined)?.n ?? 0,
      head: last?.hash ?? BEFORE_FIRST,
      now: view.now,
      ended_at: view.ended?.at ?? null,
    })
    .where("id", "=", id)
    .execute();
  return before !== (await derivedOf(tx, id));
}

/** All of it as one text; jsonb keeps the fields of a view in an order of its own. */
async function derivedOf(tx: Tx, id: string): Promise<string> {
  const kept = ["view", "seq", "n", "head", "now", "ended_at"] as const;
  const network = tx.selectFrom("network").select(kept).where("id", "=", id);
  const phases = tx.selectFrom("phase").selectAll().where("network_id", "=", id).orderBy("id");
  const ideas = tx.selectFrom("idea").selectAll().where("network_id", "=", id).orderBy("id");
  return JSON.stringify([await network.execute(), await phases.execute(), await ideas.execute()]);
}

/** Takes mails that were queued anew as sent: they went before the store was put back. Those that wait for a morning to come do not. Answers how many. */
export async function takeAsSent(
  tx: Tx,
  { id, after, now }: { id: string; after: number; now: number },
): Promise<number> {
  const done = await tx
    .updateTable("outbox")
    .set({ state: "sent", sent_at: now, response: "sent before the store was restored" })
    .where("network_id", "=", id)
    .where("seq", ">", after)
    .where("state", "=", "queued")
    .where("next_at", "<=", now)
    .executeTakeFirst();
  return Number(done.numUpdatedRows);
}
