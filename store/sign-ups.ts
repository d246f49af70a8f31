// The sign-ups of a network's open meetings, without the rest of what is known of it.
import { sql } from "kysely";
import type { View } from "../machines/ledger.ts";
import { on, type From } from "./open.ts";

/** By meeting; undefined where none was ever opened, or where there is no such network. */
export async function signUpsOf(from: From, networkId: string): Promise<View["signUps"]> {
  const row = await on(from)
    .selectFrom("network")
    .select(sql<View["signUps"] | null>`view->'signUps'`.as("signUps"))
    .where("id", "=", networkId)
    .executeTakeFirst();
  return row?.signUps ?? undefined;
}
