// Answers that were given, by the key of the request: the same key gets the same answer, and happens once.
import { sql } from "kysely";
import type { Json } from "../machines/engine/types.ts";
import type { Instant } from "../programmes/types.ts";
import { StoreError } from "./error.ts";
import { recordset } from "./json.ts";
import { on, type From } from "./open.ts";

/** `scope` is whose key it is (`principal.id` of an admission). `status` null: begun, the answer not yet known. */
export type Answer = {
  scope: string;
  key: string;
  bodyHash: string;
  status: number | null;
  response: Json;
  createdAt: Instant;
};

/**
 * Keeps answers. One that was only begun is completed by an answer to the same body; one that stands is never changed:
 * then nothing is written and StoreError `repeated` thrown, which rolls back the transaction it belongs to. So of two
 * requests with one key that come at once, one happens.
 */
export async function saveAnswers(from: From, answers: readonly Answer[]): Promise<void> {
  const columns = 'scope text, key text, "bodyHash" text, status int, response jsonb, "createdAt" int8';
  const { rows } = await sql<{ scope: string; key: string }>`
    with given as (select * from ${recordset(answers, columns)}),
    clash as (
      select g.scope, g.key from given g join idempotency i using (scope, key)
      where i.status is not null or i.body_hash <> g."bodyHash"
    )
    insert into idempotency as i (scope, key, body_hash, status, response, created_at)
    select scope, key, "bodyHash", status, response, "createdAt" from given
    where not exists (select from clash) order by scope, key
    on conflict (scope, key) do update set status = excluded.status, response = excluded.response
      where i.status is null and i.body_hash = excluded.body_hash
    returning i.scope, i.key`.execute(on(from));
  if (rows.length < answers.length) throw repeated(answers.map(({ key }) => key));
}

/** The answer kept under a key, or undefined. */
export async function findAnswer(from: From, scope: string, key: string): Promise<Answer | undefined> {
  return await on(from)
    .selectFrom("idempotency")
    .select(["scope", "key", "body_hash as bodyHash", "status", "response", "created_at as createdAt"])
    .where("scope", "=", scope)
    .where("key", "=", key)
    .executeTakeFirst();
}

/** Forgets answers given before an instant. Answers how many. */
export async function forgetAnswers(from: From, before: Instant): Promise<number> {
  const query = on(from).deleteFrom("idempotency").where("created_at", "<", before);
  return Number((await query.executeTakeFirst()).numDeletedRows);
}

function repeated(keys: string[]): StoreError {
  const named = keys.slice(0, 3).join(", ");
  return new StoreError("repeated", {
    en: {
      message: `A request with this key (or one of ${keys.length}: ${named}) has been answered already.`,
      hint: "Send it again with the same key and body to get that answer.",
    },
    da: {
      message: `En forespørgsel med denne nøgle (eller en af ${keys.length}: ${named}) er allerede besvaret.`,
      hint: "Send den igen med samme nøgle og indhold for at få det svar.",
    },
  });
}
