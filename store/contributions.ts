// What people contributed: answers, deliveries, discoveries, texts of ideas. Rows are added, never changed.
import type { Contribution } from "../machines/ledger.ts";
import { present } from "./json.ts";
import { on, type From } from "./open.ts";

/**
 * A network's contributions in the order they were written, of all kinds or of some. All are kept; that the latest answer
 * of a person to an item counts is for the reader to apply (the last in this order).
 */
export async function factRows(from: From, networkId: string, kinds?: readonly string[]): Promise<Contribution[]> {
  if (kinds?.length === 0) return [];
  let query = on(from)
    .selectFrom("contribution")
    .select(["kind", "person_id as person", "item", "key", "at", "data"])
    .where("network_id", "=", networkId)
    .orderBy("id");
  if (kinds !== undefined) query = query.where("kind", "in", kinds);
  return (await query.execute()).map(present) as Contribution[];
}

/** Texts of ideas by the key of the trigger that captured them; a later text under a key replaces an earlier one. */
export async function ideaTexts(from: From, networkId: string): Promise<Map<string, Contribution["data"]>> {
  return new Map((await factRows(from, networkId, ["text"])).map(({ key, data }) => [key, data]));
}
