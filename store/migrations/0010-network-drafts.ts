// A network that somebody is planning, step by step, before there is one.
import { sql, type Kysely, type Migration } from "kysely";

export const networkDrafts: Migration = {
  async up(db: Kysely<unknown>) {
    await sql
      .raw(
        `create table network_draft (
          id text primary key,
          owner text not null,
          plan jsonb not null,
          changed_at int8 not null
        )`,
      )
      .execute(db);
    await sql.raw("create index network_draft_owner on network_draft (owner, changed_at)").execute(db);
  },
};
