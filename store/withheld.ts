// Texts that are removed with the person who wrote them. What is left of a contribution still counts; its words are gone.
import { sql } from "kysely";
import type { Json } from "../machines/engine/types.ts";
import type { Kind } from "../machines/ledger.ts";
import type { Tx } from "./open.ts";
import { destroyKey } from "./person-keys.ts";

/** What is a person's own words. Minutes, agendas and what was decided are the network's. */
const OWN: (Kind | "text")[] = [
  "text",
  "discovery.added",
  "homework.delivered",
  "idea.commented",
  "test.checkedIn",
  "effort.recorded",
  "link.added",
];
/** Fields that hold words, and what stands there from then on. */
const WORDS = new Set(["text", "title", "note", "reason", "question", "answers", "source", "url", "from"]);
/** Stands where words were. */
export const GONE = "…";

/** Removes the words, and the files, of a person who is being erased, in all networks; what Temporal holds of them nobody can read. */
export async function withholdTexts(tx: Tx, person: string): Promise<void> {
  const written = await tx
    .selectFrom("contribution")
    .select(["id", "data"])
    .where("kind", "in", OWN)
    .where((by) =>
      // Texts of triggers stand under the trigger's key, which begins with whose it is.
      by.or([by("person_id", "=", person), by(sql`left(key, ${person.length + 1})`, "=", `${person}:`)]),
    )
    .execute();
  await leave(tx, written, wordless);
  await tx.deleteFrom("file").where("by_person", "=", person).execute();
  await destroyKey(tx, person);
}

/** Removes the words of all who wrote in a network that is being forgotten: all but ids, codes, numbers and instants. */
export async function withholdNetwork(tx: Tx, network: string): Promise<void> {
  const written = await tx
    .selectFrom("contribution")
    .select(["id", "data"])
    .where("network_id", "=", network)
    .execute();
  await leave(tx, written, codesAlone);
}

/** Of each that has words the rest is left. */
async function leave(tx: Tx, written: { id: number; data: unknown }[], rest: (data: Json) => Json): Promise<void> {
  for (const { id, data } of written) {
    const left = rest(data as Json);
    if (JSON.stringify(left) === JSON.stringify(data)) continue;
    await tx
      .updateTable("contribution")
      .set({ data: JSON.stringify(left), withheld: true })
      .where("id", "=", id)
      .execute();
  }
}

/**
 * Keys of what was written by people who had their words removed when they were erased, and in a network that was forgotten: nobody can
 * tell any more what it was.
 */
export async function withheldKeys(tx: Tx, networkId: string): Promise<Set<string>> {
  const { rows } = await sql<{ key: string }>`select c.key from contribution c
    join network n on n.id = c.network_id
    where c.network_id = ${networkId} and c.withheld and (n.erased_at is not null or exists (
      select from person p where p.erased_at is not null
      and (p.id = c.person_id or left(c.key, length(p.id) + 1) = p.id || ':')
    ))`.execute(tx);
  return new Set(rows.map(({ key }) => key));
}

/** The data without words. */
function wordless(value: Json, isWords = false): Json {
  if (typeof value === "string") return isWords ? GONE : value;
  if (Array.isArray(value)) return value.map((one) => wordless(one, isWords));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, wordless(inner ?? null, isWords || WORDS.has(name))]),
  );
}

/** Fields of which even one word is somebody's. */
const NAMES = new Set([
  ...WORDS,
  "who",
  "guests",
  "unit",
  "host",
  "leads",
  "what",
  "how",
  "result",
  "tasks",
  "to",
  "of",
]);
/** How ids, codes, days and instants are written. */
const CODE = /^[\w.:/+-]{0,60}$/;

function codesAlone(value: Json, isNamed = false): Json {
  if (typeof value === "string") return isNamed || !CODE.test(value) ? GONE : value;
  if (Array.isArray(value)) return value.map((one) => codesAlone(one, isNamed));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, codesAlone(inner ?? null, isNamed || NAMES.has(name))]),
  );
}
