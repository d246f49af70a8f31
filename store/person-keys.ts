// A key for each person who wrote something that passes through Temporal. Destroyed with the person's texts, it leaves them unreadable
// wherever a copy is.
import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { json, recordset } from "./json.ts";
import { on, type From, type Tx } from "./open.ts";

/** Octets of a key. */
const KEY = 32;

/** Keys of people by id, of those who have one. */
export async function keysOf(from: From, people: readonly string[]): Promise<Map<string, Buffer>> {
  const rows = await on(from)
    .selectFrom("person_key")
    .where(sql<boolean>`person_id in (select jsonb_array_elements_text(${json(people)}::jsonb))`)
    .select(["person_id", "key"])
    .execute();
  return new Map(rows.map(({ person_id: person, key }) => [person, Buffer.from(key, "base64")]));
}

/** The same of all of them: who has none gets one. */
export async function keysFor(from: From, people: readonly string[]): Promise<Map<string, Buffer>> {
  const known = await keysOf(from, people);
  const missing = people.filter((person) => !known.has(person)).toSorted();
  if (missing.length === 0) return known;
  const made = missing.map((person) => ({ person_id: person, key: randomBytes(KEY).toString("base64") }));
  await sql`insert into person_key (person_id, key) select person_id, key from ${recordset(made, "person_id text, key text")}
    on conflict (person_id) do nothing`.execute(on(from));
  return await keysOf(from, people);
}

/** From now on nobody reads what was sealed with it. */
export async function destroyKey(tx: Tx, person: string): Promise<void> {
  await tx.deleteFrom("person_key").where("person_id", "=", person).execute();
}
