// Links that sign somebody in: each for one person and one browser, for a short while, and once.
import type { Instant } from "../programmes/types.ts";
import { on, type From } from "./open.ts";
import { hashToken } from "./tokens.ts";

/** `browser`: a secret of the browser that asked for the link. Of it and of `link` only hashes are kept. */
export type NewSignIn = { link: string; browser: string; personId: string; at: Instant; expiresAt: Instant };

/** Makes a link good for signing in. */
export async function createSignIn(from: From, { link, browser, personId, at, expiresAt }: NewSignIn): Promise<void> {
  await on(from)
    .insertInto("sign_in")
    .values({
      hash: hashToken(link),
      browser: hashToken(browser),
      person_id: personId,
      created_at: at,
      expires_at: expiresAt,
      used_at: null,
    })
    .onConflict((conflict) => conflict.column("hash").doNothing())
    .execute();
}

/** How many links a person has been given since an instant. */
export async function countSignIns(from: From, personId: string, since: Instant): Promise<number> {
  const counted = await on(from)
    .selectFrom("sign_in")
    .where("person_id", "=", personId)
    .where("created_at", ">=", since)
    .select(({ fn }) => fn.countAll<string>().as("n"))
    .executeTakeFirst();
  return Number(counted?.n ?? 0);
}

/** What stands under a link: whose it is, whether this browser asked for it, and whether its time is over. */
export type FoundSignIn = { personId: string; sameBrowser: boolean; expired: boolean };

/** The link as it stands at an instant; undefined where there is none. */
export async function findSignIn(
  from: From,
  { link, browser, at }: { link: string; browser: string; at: Instant },
): Promise<FoundSignIn | undefined> {
  const row = await on(from)
    .selectFrom("sign_in as s")
    .innerJoin("person as p", "p.id", "s.person_id")
    .where("s.hash", "=", hashToken(link))
    .where("p.email", "is not", null)
    .select(["s.person_id", "s.browser", "s.expires_at"])
    .executeTakeFirst();
  return (
    row && {
      personId: row.person_id,
      sameBrowser: row.browser === hashToken(browser),
      expired: row.expires_at <= at,
    }
  );
}

/** Uses a link up. Answers false where it was used before, however close together the two came. */
export async function useSignIn(from: From, link: string, at: Instant): Promise<boolean> {
  const used = await on(from)
    .updateTable("sign_in")
    .set({ used_at: at })
    .where("hash", "=", hashToken(link))
    .where("used_at", "is", null)
    .executeTakeFirst();
  return used.numUpdatedRows > 0n;
}

/** Forgets links that ended before an instant. */
export async function forgetSignIns(from: From, before: Instant): Promise<void> {
  await on(from).deleteFrom("sign_in").where("expires_at", "<", before).execute();
}
