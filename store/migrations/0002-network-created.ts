// When a network was made: `started_at` is its own clock's, which in a rehearsal may stand years away.
import { sql, type Kysely, type Migration } from "kysely";

export const networkCreated: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

/** Of the networks there are, those on the real clock know it; the others were made before this. */
const STATEMENTS = [
  `alter table network add column created_at int8`,
  `update network set created_at = case when clock = 'real' then started_at else (extract(epoch from now()) * 1000)::int8 end`,
  `alter table network alter column created_at set not null`,
];
