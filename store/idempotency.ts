// Answers that were given, by the key of the request: the same key gets the same answer, and happens once.
import { sql } from "kysely";
import type { Json } from "../machines/engine/types.ts";
import type { Instant } from "../programmes/types.ts";
import { StoreError } from "./error.ts";
import { recordset } from "./json.ts";
import { on, type From, type Tx } from "./open.ts";

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
 * Keeps answers: where one stands already under a key, or two come with one key, StoreError `repeated` is thrown, which
 * rolls back the transaction it belongs to. So of two requests with one key that come at once, one happens. Outside a
 * transaction it is one statement, and the others of the list are kept all the same.
 */
export async function saveAnswers(from: From, answers: readonly Answer[]): Promise<void> {
  if ((await keepAnswers(from, answers)) < answers.length) throw repeated(answers.map(({ key }) => key));
}

/**
 * Keeps the answers whose key has none yet, and says how many those were. One that was only begun is completed by an
 * answer to the same body; one that stands is never changed.
 */
export async function keepAnswers(from: From, answers: readonly Answer[]): Promise<number> {
  const columns = 'scope text, key text, "bodyHash" text, status int, response jsonb, "createdAt" int8';
  const { rows } = await sql`insert into idempotency as i (scope, key, body_hash, status, response, created_at)
    select distinct on (scope, key) scope, key, "bodyHash", status, response, "createdAt"
    from ${recordset(answers, columns)} order by scope, key
    on conflict (scope, key) do update set status = excluded.status, response = excluded.response
      where i.status is null and i.body_hash = excluded.body_hash
    returning i.key`.execute(on(from));
  return rows.length;
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

/** Lets go of a key whose request was begun with this body and came to nothing. */
export async function dropBegun(
  from: From,
  { scope, key, bodyHash }: Pick<Answer, "scope" | "key" | "bodyHash">,
): Promise<void> {
  const query = on(from).deleteFrom("idempotency").where("scope", "=", scope).where("key", "=", key);
  await query.where("body_hash", "=", bodyHash).where("status", "is", null).execute();
}

/** Forgets answers given before an instant. Answers how many. */
export async function forgetAnswers(from: From, before: Instant): Promise<number> {
  const query = on(from).deleteFrom("idempotency").where("created_at", "<", before);
  return Number((await query.executeTakeFirst()).numDeletedRows);
}

/**
 * Forgets what a person was answered, and answers to others that name them. What changed a network is known by its ledger when it is
 * asked again.
 */
export async function forgetAnswersAbout(tx: Tx, person: string): Promise<void> {
  await sql`delete from idempotency i using person p where p.id = ${person} and (
      i.scope = p.id or position(p.email_key in lower(i.response::text)) > 0
      or (p.name <> '' and position(to_jsonb(p.name)::text in i.response::text) > 0)
    )`.execute(tx);
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
