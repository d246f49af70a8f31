// A row of the ledger as the database has it, and as a network knows it.
import type { Selectable } from "kysely";
import type { LedgerRow } from "../machines/ledger.ts";
import { present } from "./json.ts";
import type { LedgerTable } from "./schema.ts";

/** A row as the network knows it, without where it stands in the chain. */
export function ledgerRow(row: Selectable<LedgerTable>): LedgerRow {
  const { network_id: _, by_person: by, audience: to, texts: __, hash: ___, ...rest } = row;
  return present({ ...rest, by, to });
}
