// When those who led a network were told that it is soon forgotten, and when it was.
import { sql, type Kysely, type Migration } from "kysely";

export const retention: Migration = {
  async up(db: Kysely<unknown>) {
    await sql.raw("alter table network add column retention_told_at int8").execute(db);
    await sql.raw("alter table network add column erased_at int8").execute(db);
  },
};
