// What mails that came in did: which were acted on, and whose addresses turned mail away.
import { sql } from "kysely";
import type { Instant } from "../programmes/types.ts";
import { on, type From } from "./open.ts";
import { emailKey } from "./people.ts";

/**
 * Notes that an address turned mail away for good: nothing more is sent to it. `why` is what its server said, `at` wall-clock.
 * Answers the person's id, undefined where nobody has that id or address (any more). The first of several bounces stands.
 */
export async function markBounced(
  from: From,
  bounce: ({ personId: string } | { email: string }) & { at: Instant; why: string },
): Promise<string | undefined> {
  const { at, why } = bounce;
  const who =
    "personId" in bounce ? sql<boolean>`id = ${bounce.personId}` : sql<boolean>`email_key = ${emailKey(bounce.email)}`;
  const person = await on(from)
    .updateTable("person")
    .set({ bounced_at: sql`coalesce(bounced_at, ${at})`, bounce: sql`coalesce(bounce, ${why})` })
    .where(who)
    .where("email", "is not", null)
    .returning("id")
    .executeTakeFirst();
  return person?.id;
}

/** Addresses that take mail again: of people by id, when a mail to them was accepted that was sent after the bounce was known. */
export async function clearBounced(from: From, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return;
  await on(from)
    .updateTable("person")
    .set({ bounced_at: null, bounce: null })
    .where("id", "in", personIds)
    .where("bounced_at", "is not", null)
    .execute();
}
