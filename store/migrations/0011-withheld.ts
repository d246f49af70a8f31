// What somebody wrote and had removed when they were erased.
import { sql, type Kysely, type Migration } from "kysely";

export const withheld: Migration = {
  async up(db: Kysely<unknown>) {
    await sql.raw("alter table contribution add column withheld boolean not null default false").execute(db);
  },
};
