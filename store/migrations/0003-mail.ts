// Mail both ways: how a person wants it, addresses that do not take any, calendars that subscribe, and mails that were read.
import { sql, type Kysely, type Migration } from "kysely";

export const mail: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  `alter table person add column digest boolean not null default false`,
  `alter table person add column bounced_at int8`,
  `alter table person add column bounce text`,
  `alter table outbox add column digest boolean not null default false`,
  `create table feed (
    hash text primary key,
    person_id text not null references person,
    network_id text references network,
    leave_out_fuzzy boolean not null,
    created_at int8 not null,
    revoked_at int8
  )`,
  `create index feed_person on feed (person_id)`,
  `create table inbox (
    message_id text primary key,
    at int8 not null,
    outcome text not null
  )`,
];
