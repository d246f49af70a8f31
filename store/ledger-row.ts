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

/** A row as people read it. Of a mail that failed the server's word may name its reader in ledgers of before (see failed.ts). */
export function readRow(row: Selectable<LedgerTable>): LedgerRow {
  const known = ledgerRow(row);
  return known.kind === "message.failed" && known.reason !== undefined
    ? { ...known, reason: withoutAddresses(known.reason) }
    : known;
}

/** Words without the addresses in them. */
export const withoutAddresses = (words: string): string => words.replace(/[^\s<>"'();:,]+@[^\s<>"'();:,]+/gu, "…");
