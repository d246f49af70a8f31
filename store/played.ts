// The triggers that a network took. What somebody wrote in them stays sealed with its author's key, as on its way (see sealed.ts).
import { sql } from "kysely";
import type { Trigger } from "../machines/trigger.ts";
import { recordset } from "./json.ts";
import { on, type From } from "./open.ts";

/** A trigger with the number of the first entry that it led to. */
export type Played = { n: number; trigger: Trigger };

/** Keeps triggers, in the transaction that writes their entries; those that are kept already are passed over. */
export async function keepPlayed(from: From, network: string, played: readonly Played[]): Promise<void> {
  if (played.length === 0) return;
  await sql`insert into played (network_id, n, trigger)
    select ${network}, n, trigger from ${recordset(played, "n int, trigger jsonb")}
    on conflict do nothing`.execute(on(from));
}

/** All triggers that a network took, in their order. */
export async function playedOf(from: From, network: string): Promise<Played[]> {
  const rows = on(from).selectFrom("played").select(["n", "trigger"]).where("network_id", "=", network);
  return await rows.orderBy("n").execute();
}
