// How a person wants mail: in which language, and one by one or once a day.
import { sql } from "kysely";
import type { Office } from "../machines/themes/types.ts";
import { officesIn } from "./offices.ts";
import { inTransaction, on, type From } from "./open.ts";

export type Preferences = { language: "da" | "en"; digest: boolean };

/** The person's wishes and roles in the organisation (see offices.ts); undefined for nobody, and for who was erased. */
export async function preferencesOf(
  from: From,
  personId: string,
): Promise<(Preferences & { offices: Office[] }) | undefined> {
  return await on(from)
    .selectFrom("person")
    .select(["language", "digest"])
    .select(sql<Office[]>`(select coalesce(json_agg(role), '[]') from (${officesIn(personId)}) o)`.as("offices"))
    .where("id", "=", personId)
    .where("email", "is not", null)
    .executeTakeFirst();
}

/** Changes what is given. Without a daily mail, what waits for the next one goes at once. */
export async function setPreferences(from: From, personId: string, wishes: Partial<Preferences>): Promise<void> {
  if (Object.keys(wishes).length === 0) return;
  await inTransaction(from, async (tx) => {
    await tx.updateTable("person").set(wishes).where("id", "=", personId).execute();
    if (wishes.digest !== false) return;
    await tx
      .updateTable("outbox")
      .set({ digest: false, next_at: 0 })
      .where("person_id", "=", personId)
      .where("state", "=", "queued")
      .where("digest", "=", true)
      .execute();
  });
}
