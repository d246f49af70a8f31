// Whether a ledger still is as it was written: every row in its place, and the texts that came with it.
import { BEFORE_FIRST, hashOf, textDigests } from "./chain.ts";
import { ledgerRow } from "./ledger-row.ts";
import { inTransaction, type From } from "./open.ts";
import { withheldKeys } from "./withheld.ts";

/** What is wrong at a row: it is not there, it or its texts are not as they were written; or the ledger ends too early. */
export type Broken = { seq: number; what: "missing" | "changed" | "texts" | "end" };
/** `withheld`: rows whose texts were removed with the person who wrote them. */
export type Audit = { rows: number; head: string; broken: Broken[]; withheld: number };

/** Goes through a network's ledger from its first row. After a row that was changed the chain is followed from what now stands. */
export async function audit(from: From, networkId: string): Promise<Audit> {
  return await inTransaction(from, async (tx) => {
    // Alone with it: what is written meanwhile would look like a chain that does not end where it should.
    const network = tx.selectFrom("network").select(["seq", "head"]).where("id", "=", networkId).forShare();
    const { seq: last, head } = await network.executeTakeFirstOrThrow();
    const rows = await tx.selectFrom("ledger").selectAll().where("network_id", "=", networkId).orderBy("seq").execute();
    const keys = rows.flatMap(({ key, texts }) => (key !== null && texts !== null ? [key] : []));
    const digests = await textDigests(tx, networkId, keys);
    const gone = await withheldKeys(tx, networkId);
    const broken: Broken[] = [];
    let [before, seq] = [BEFORE_FIRST, 0];
    for (const row of rows) {
      for (seq += 1; seq < row.seq; seq += 1) broken.push({ seq, what: "missing" });
      // After a gap nothing says what came before.
      const isNext = broken.at(-1)?.seq !== seq - 1 || broken.at(-1)?.what !== "missing";
      if (isNext && hashOf(before, ledgerRow(row), row.texts) !== row.hash) broken.push({ seq, what: "changed" });
      else if (row.texts !== null && digests.get(row.key ?? "") !== row.texts && !gone.has(row.key ?? ""))
        broken.push({ seq, what: "texts" });
      before = row.hash;
    }
    for (seq += 1; seq <= last; seq += 1) broken.push({ seq, what: "missing" });
    if (broken.length === 0 && before !== head) broken.push({ seq: last, what: "end" });
    const withheld = rows.filter(({ key, texts }) => texts !== null && gone.has(key ?? "")).length;
    return { rows: rows.length, head, broken, withheld };
  });
}
