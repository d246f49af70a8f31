// A ledger and a workflow that do not belong together any more, as when only one of them was restored: found before anything is
// written, since what is passed over then would be lost.
import { StoreError } from "./error.ts";
import type { Tx } from "./open.ts";

type Said = { entry: { n: number; key?: string } };

/**
 * Throws StoreError `apart` where what a workflow told does not follow the last entry `n` of its ledger: entries between are
 * missing, or an entry that the ledger has came of another trigger.
 */
export async function demandFollows(tx: Tx, network: string, n: number, told: readonly Said[]): Promise<void> {
  const first = told[0]?.entry.n ?? n;
  if (first > n + 1) throw apart(network, n, first);
  const before = told.filter(({ entry }) => entry.n <= n).map(({ entry }) => entry);
  if (before.length === 0) return;
  const rows = await tx
    .selectFrom("ledger")
    .select(["n", "key"])
    .where("network_id", "=", network)
    .where("n", ">=", first)
    .where("n", "<=", before.at(-1)!.n)
    .execute();
  const keys = new Map(rows.map((row) => [row.n, row.key]));
  const other = before.find((entry) => keys.get(entry.n) !== (entry.key ?? null));
  if (other) throw apart(network, n, other.n);
}

function apart(network: string, n: number, told: number): StoreError {
  return new StoreError("apart", {
    en: {
      message: `The ledger of network ${network} stands at its entry ${n}, and its workflow tells of ${told}, which does not follow: fremdrift network rebuild ${network}.`,
      hint: "Let them agree again so. Nothing was written.",
    },
    da: {
      message: `Loggen for netværk ${network} står ved sin post ${n}, og dets workflow fortæller om ${told}, som ikke følger efter: fremdrift network rebuild ${network}.`,
      hint: "Få dem til at passe sammen igen på den måde. Intet er skrevet.",
    },
  });
}
