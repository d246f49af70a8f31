// The last contribution of a network is looked up by itself: it tells whether what was read before still holds.
import { sql, type Kysely, type Migration } from "kysely";

export const lastContribution: Migration = {
  async up(db: Kysely<unknown>) {
    await sql.raw("create index contribution_last on contribution (network_id, id)").execute(db);
  },
};
