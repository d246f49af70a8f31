// The triggers that networks took, as their workflows got them: with them a workflow that is lost can be made again.
import { sql, type Kysely, type Migration } from "kysely";

export const played: Migration = {
  async up(db: Kysely<unknown>) {
    await sql
      .raw(
        `create table played (
          network_id text not null references network,
          n int not null,
          trigger jsonb not null,
          primary key (network_id, n)
        )`,
      )
      .execute(db);
  },
};
