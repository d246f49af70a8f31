// Sessions: tokens that a browser holds, which end by themselves unless they are used.
import { sql } from "kysely";
import type { Instant } from "../programmes/types.ts";
import { present } from "./json.ts";
import { on, type From } from "./open.ts";

export type Session = { hash: string; label: string; createdAt: Instant; seenAt: Instant; expiresAt: Instant };

/** The sessions of a person, or of one token that belongs to nobody (by its hash), which have not ended; the last seen first. */
export async function sessionsOf(
  from: From,
  whose: { personId: string } | { hash: string },
  at: Instant,
): Promise<Session[]> {
  const rows = await on(from)
    .selectFrom("token")
    .where((by) => ("personId" in whose ? by("person_id", "=", whose.personId) : by("hash", "=", whose.hash)))
    .where("session", "=", true)
    .where("revoked_at", "is", null)
    .where("expires_at", ">", at)
    .orderBy("seen_at", "desc")
    .select(["hash", "label", "created_at as createdAt"])
    .select([sql<Instant>`coalesce(seen_at, created_at)`.as("seenAt"), sql<Instant>`expires_at`.as("expiresAt")])
    .execute();
  return rows.map(present);
}

/** A session was used: it lasts until another instant from now on. */
export async function prolongSession(
  from: From,
  { hash, at, expiresAt }: { hash: string; at: Instant; expiresAt: Instant },
): Promise<void> {
  await on(from)
    .updateTable("token")
    .set({ seen_at: at, expires_at: expiresAt })
    .where("hash", "=", hash)
    .where("session", "=", true)
    .execute();
}

/** Whose session a token was, also when it has ended; undefined where it never was one of a person's. */
export async function personOfSession(from: From, hash: string): Promise<string | undefined> {
  const row = await on(from)
    .selectFrom("token as t")
    .innerJoin("person as p", "p.id", "t.person_id")
    .where("t.hash", "=", hash)
    .where("t.session", "=", true)
    .where("p.email", "is not", null)
    .select("p.id")
    .executeTakeFirst();
  return row?.id;
}

/** Forgets sessions that ended before an instant. */
export async function forgetSessions(from: From, before: Instant): Promise<void> {
  await on(from).deleteFrom("token").where("session", "=", true).where("expires_at", "<", before).execute();
}
