// Texts that go before their trigger: a network is given ids, so what people wrote has to be safe first.
import { sql } from "kysely";
import type { Contribution } from "../machines/ledger.ts";
import { json, recordset } from "./json.ts";
import { on, type From } from "./open.ts";

/** Keeps texts that go before their trigger; one that is kept already, because the trigger is sent again, stays. */
export async function keepTexts(from: From, networkId: string, texts: readonly Contribution[]): Promise<void> {
  const columns = "kind text, person text, item text, key text, at int8, data jsonb";
  await sql`insert into contribution (network_id, kind, person_id, item, key, at, data)
    select ${networkId}, kind, person, item, key, at, data from ${recordset(texts, columns)}
    on conflict (network_id, key) where kind = 'text' do nothing`.execute(on(from));
}

/** Takes back texts whose trigger was refused. */
export async function dropTexts(from: From, networkId: string, keys: readonly string[]): Promise<void> {
  await sql`delete from contribution where network_id = ${networkId} and kind = 'text'
    and key in (select jsonb_array_elements_text(${json(keys)}::jsonb))`.execute(on(from));
}
