// How far somebody was told that a network has come: whichever process answers next waits until that is written.
import { sql, type Kysely, type Migration } from "kysely";

export const told: Migration = {
  async up(db: Kysely<unknown>) {
    await sql
      .raw("create table told (network_id text primary key references network (id), n int not null)")
      .execute(db);
  },
};
