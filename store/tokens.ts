// Bearer tokens. Only their SHA-256 is kept: who reads the database learns none of them.
import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Instant } from "../programmes/types.ts";
import { json, present } from "./json.ts";
import { on, type From } from "./open.ts";

export type NewToken = {
  token: string;
  label: string;
  personId?: string;
  admin?: boolean;
  createdAt: Instant;
  /** A session: until when it lasts unless it is used. */
  expiresAt?: Instant;
};
export type FoundToken = {
  hash: string;
  label: string;
  admin: boolean;
  personId?: string;
  email?: string;
};

/** The hash a token is kept under: SHA-256 in hexadecimal. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/**
 * Makes a token valid; `token` is a long random text that the caller made and shows once. Answers its hash. Made again it
 * stays what it is, ended where it was ended.
 */
export async function createToken(
  from: From,
  { token, label, personId, admin, createdAt, expiresAt }: NewToken,
): Promise<string> {
  const hash = hashToken(token);
  const values = {
    hash,
    label,
    person_id: personId ?? null,
    admin: admin ?? false,
    created_at: createdAt,
    revoked_at: null,
    session: expiresAt !== undefined,
    expires_at: expiresAt ?? null,
    seen_at: null,
  };
  await on(from)
    .insertInto("token")
    .values(values)
    .onConflict((conflict) => conflict.column("hash").doNothing())
    .execute();
  return hash;
}

/** The tokens with these hashes that are valid at an instant, in no order. */
export async function findTokens(from: From, hashes: readonly string[], at: Instant): Promise<FoundToken[]> {
  const rows = await on(from)
    .selectFrom("token as t")
    .leftJoin("person as p", "p.id", "t.person_id")
    .select(["t.hash", "t.label", "t.admin", "t.person_id as personId", "p.email"])
    .where(sql<boolean>`t.hash in (select jsonb_array_elements_text(${json(hashes)}::jsonb))`)
    .where("t.revoked_at", "is", null)
    .where((by) => by.or([by("t.expires_at", "is", null), by("t.expires_at", ">", at)]))
    .execute();
  return rows.map(present);
}

/** Ends a token. Answers false where it is unknown or had ended before. */
export async function revokeToken(from: From, hash: string, at: Instant): Promise<boolean> {
  const query = on(from)
    .updateTable("token")
    .set({ revoked_at: at })
    .where("hash", "=", hash)
    .where("revoked_at", "is", null);
  return (await query.executeTakeFirst()).numUpdatedRows > 0n;
}
