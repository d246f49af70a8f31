// Every row of a ledger gets the hash that chains it to the one before it; rows that were there are chained as they stand.
import { sql, type Kysely, type Migration } from "kysely";
import { BEFORE_FIRST, linksOf, textDigests } from "../chain.ts";
import { recordset } from "../json.ts";
import { ledgerRow } from "../ledger-row.ts";

export const chain: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of COLUMNS) await sql.raw(statement).execute(db);
    const { rows: networks } = await sql<{ id: string }>`select id from network`.execute(db);
    for (const { id } of networks) await chainOne(db, id);
    await sql`alter table ledger alter column hash set not null`.execute(db);
  },
};

const COLUMNS = [
  `alter table ledger add column texts text`,
  `alter table ledger add column hash text`,
  `alter table network add column head text not null default ''`,
];

async function chainOne(db: Kysely<unknown>, id: string): Promise<void> {
  const query = sql<Parameters<typeof ledgerRow>[0]>`select * from ledger where network_id = ${id} order by seq`;
  const rows = (await query.execute(db)).rows.map(ledgerRow);
  const keys = rows.flatMap(({ key }) => (key === undefined ? [] : [key]));
  const links = linksOf(BEFORE_FIRST, rows, await textDigests(db, id, keys));
  const columns = "seq int, texts text, hash text";
  await sql`update ledger l set texts = r.texts, hash = r.hash
    from ${recordset(
      links.map((link, i) => ({ seq: rows[i]!.seq, ...link })),
      columns,
    )}
    where l.network_id = ${id} and l.seq = r.seq`.execute(db);
  await sql`update network set head = ${links.at(-1)?.hash ?? BEFORE_FIRST} where id = ${id}`.execute(db);
}
