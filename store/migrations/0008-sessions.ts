// Signing in: sessions are tokens that end by themselves; a link by mail is kept as hashes; a form that was sent too late waits.
import { sql, type Kysely, type Migration } from "kysely";

export const sessions: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  "alter table token add column session boolean not null default false",
  "alter table token add column expires_at int8",
  "alter table token add column seen_at int8",
  "create index token_person on token (person_id)",
  `create table sign_in (
    hash text primary key,
    person_id text not null references person,
    browser text not null,
    created_at int8 not null,
    expires_at int8 not null,
    used_at int8
  )`,
  "create index sign_in_person on sign_in (person_id, created_at)",
  `create table draft (
    id text primary key,
    person_id text not null references person,
    page text not null,
    fields jsonb not null,
    at int8 not null
  )`,
];
