// What somebody wrote in a form and sent when they were no longer signed in: kept until they are.
import type { Instant } from "../programmes/types.ts";
import { on, type From } from "./open.ts";

export type Draft = {
  id: string;
  personId: string;
  page: string;
  fields: [name: string, value: string][];
  at: Instant;
};

/** Drafts kept of one person; the oldest goes first. */
const MOST = 20;

/** Keeps a draft. */
export async function saveDraft(from: From, { id, personId, page, fields, at }: Draft): Promise<void> {
  await on(from)
    .insertInto("draft")
    .values({ id, person_id: personId, page, fields: JSON.stringify(fields), at })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
  await on(from)
    .deleteFrom("draft")
    .where("person_id", "=", personId)
    .where("id", "not in", (newest) =>
      newest.selectFrom("draft").where("person_id", "=", personId).orderBy("at", "desc").limit(MOST).select("id"),
    )
    .execute();
}

/** A person's draft, or undefined where they have no such one. */
export async function findDraft(
  from: From,
  personId: string,
  id: string,
): Promise<Pick<Draft, "page" | "fields"> | undefined> {
  return await on(from)
    .selectFrom("draft")
    .where("person_id", "=", personId)
    .where("id", "=", id)
    .select(["page", "fields"])
    .executeTakeFirst();
}

/** Forgets drafts made before an instant. */
export async function forgetDrafts(from: From, before: Instant): Promise<void> {
  await on(from).deleteFrom("draft").where("at", "<", before).execute();
}
