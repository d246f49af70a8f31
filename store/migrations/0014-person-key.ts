// A key for each person's texts that pass through Temporal.
import { sql, type Kysely, type Migration } from "kysely";

export const personKey: Migration = {
  async up(db: Kysely<unknown>) {
    // Without a reference to the person: administrators write too, and are nobody's row.
    await sql.raw("create table person_key (person_id text primary key, key text not null)").execute(db);
  },
};
