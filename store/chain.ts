// The ledger as a chain: each row's hash covers the row, the texts that came with it and the hash before, so that a row that
// somebody changes, removes or adds beside the journal shows. A person is an id in it: who is erased breaks nothing.
import { createHash } from "node:crypto";
import { sql, type QueryExecutorProvider } from "kysely";
import type { Contribution, LedgerRow } from "../machines/ledger.ts";
import { json } from "./json.ts";

/** The hash before the first row. */
export const BEFORE_FIRST = "";

/** What is written beside a row: the digest of the texts under its key, where it is the first row of that key, and its hash. */
export type Link = { texts: string | null; hash: string };

/** The links of rows in order, after the hash `head`. `textsOf`: digests by key; each is taken by the first row of its key. */
export function linksOf(head: string, rows: readonly LedgerRow[], textsOf: ReadonlyMap<string, string>): Link[] {
  const left = new Map(textsOf);
  let before = head;
  return rows.map((row) => {
    const texts = left.get(row.key ?? "") ?? null;
    if (texts !== null) left.delete(row.key!);
    before = hashOf(before, row, texts);
    return { texts, hash: before };
  });
}

/** The hash of a row after the one before it. Both sides of every comparison: changing it breaks all chains there are. */
export function hashOf(before: string, row: LedgerRow, texts: string | null): string {
  return digest([before, row, texts]);
}

/** The digests of what people contributed, by the key it came with. */
export async function textDigests(
  db: QueryExecutorProvider,
  networkId: string,
  keys: readonly string[],
): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  const { rows } = await sql<Contribution>`
    select kind, person_id as person, item, key, at, data from contribution
    where network_id = ${networkId} and key in (select jsonb_array_elements_text(${json([...new Set(keys)])}::jsonb))
    order by id`.execute(db);
  const byKey: Record<string, Contribution[]> = {};
  for (const row of rows) (byKey[row.key] ??= []).push(row);
  return new Map(Object.entries(byKey).map(([key, all]) => [key, digest(all)]));
}

/** SHA-256, hexadecimal, of a value as JSON whose keys are sorted; what is absent and what is null at a row's top are the same. */
function digest(value: unknown): string {
  return createHash("sha256")
    .update(JSON.stringify(sorted(value)))
    .digest("hex");
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  const fields = Object.entries(value).filter(([, field]) => field !== null && field !== undefined);
  return Object.fromEntries(
    fields.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, field]) => [key, sorted(field)]),
  );
}
