// Files that people put beside meetings, homework and ideas.
import { sql, type Kysely, type Migration } from "kysely";

export const files: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  `create table file (
    network_id text not null references network,
    id text not null,
    about text not null,
    name text not null,
    type text not null,
    size int not null,
    by_person text not null,
    at int8 not null,
    content bytea not null,
    primary key (network_id, id)
  )`,
];
