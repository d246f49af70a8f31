// How far somebody was told that networks have come, by any of the processes that answer on one database.
import { sql } from "kysely";
import { json, recordset } from "./json.ts";
import { on, type From } from "./open.ts";

/** Somebody was told that a network's machine has come to entry `n`. */
export type Told = { network: string; n: number };

/** Notes how far networks have come, for the other processes. */
export async function noteTold(from: From, told: readonly Told[]): Promise<void> {
  await sql`insert into told as t (network_id, n)
    select network, max(n) from ${recordset(told, "network text, n int")} group by network order by network
    on conflict (network_id) do update set n = greatest(t.n, excluded.n)`.execute(on(from));
}

/** How far networks have come as anybody was told; 0 where nobody was. In the order asked for. */
export async function toldOf(from: From, networks: readonly string[]): Promise<number[]> {
  const { rows } = await sql<{ id: string; n: number }>`select network_id as id, n from told
    where network_id in (select jsonb_array_elements_text(${json(networks)}::jsonb))`.execute(on(from));
  const by = new Map(rows.map(({ id, n }) => [id, n]));
  return networks.map((id) => by.get(id) ?? 0);
}
