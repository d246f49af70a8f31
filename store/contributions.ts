// What people contributed: answers, deliveries, discoveries, texts of ideas. Rows are added, never changed.
import { sql } from "kysely";
import type { Contribution } from "../machines/ledger.ts";
import { json, present, type Nullable } from "./json.ts";
import { on, type From } from "./open.ts";

/**
 * A network's contributions in the order they were written, of all kinds or of some. All are kept; that the latest answer
 * of a person to an item counts is for the reader to apply (the last in this order).
 */
export async function factRows(from: From, networkId: string, kinds?: readonly string[]): Promise<Contribution[]> {
  // One JSON value instead of thousands of rows: the embedded database hands it over in half the time.
  const { rows } = await sql<{ facts: Nullable<Contribution>[] }>`
    select coalesce(json_agg(json_build_object('kind', kind, 'person', person_id, 'item', item, 'key', key, 'at', at, 'data', data)
      order by id), '[]') as facts
    from contribution where network_id = ${networkId}
      and (${kinds === undefined} or kind in (select jsonb_array_elements_text(${json(kinds ?? [])}::jsonb)))`.execute(
    on(from),
  );
  return (rows[0]?.facts ?? []).map(present);
}

/** Texts of ideas by the key of the trigger that captured them; a later text under a key replaces an earlier one. */
export async function ideaTexts(from: From, networkId: string): Promise<Map<string, Contribution["data"]>> {
  return new Map((await factRows(from, networkId, ["text"])).map(({ key, data }) => [key, data]));
}
