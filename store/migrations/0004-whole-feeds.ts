// Whether a calendar that somebody subscribes to has the whole network in it, or only what is the person's own.
import { sql, type Kysely, type Migration } from "kysely";

export const wholeFeeds: Migration = {
  async up(db: Kysely<unknown>) {
    await sql.raw("alter table feed add column whole boolean not null default false").execute(db);
  },
};
