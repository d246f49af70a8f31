// Before a network: themes that were proposed, what the management forum said, when it meets, and who has a role in the organisation as a whole.
import { sql, type Kysely, type Migration } from "kysely";

export const themes: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  `create table office (
    person_id text not null references person,
    role text not null check (role in ('secretariat', 'managementForum')),
    primary key (person_id, role)
  )`,
  `create table forum_meeting (date date primary key)`,
  `create table theme_proposal (
    id text primary key,
    title text not null,
    challenge text not null,
    type text not null check (type in ('innovation', 'learning', 'welfare')),
    programme text,
    characteristics jsonb not null,
    proposer text not null references person,
    reference_manager text references person,
    line_manager text references person,
    start date,
    proposed_at int8 not null,
    created_key text not null,
    unique (proposer, created_key)
  )`,
  `create table theme_proposal_step (
    proposal_id text not null references theme_proposal,
    n int not null,
    at int8 not null,
    by_person text not null,
    kind text not null check (kind in ('decided', 'withdrawn', 'hours', 'starting', 'made')),
    reason text,
    data jsonb not null,
    key text not null,
    primary key (proposal_id, n),
    unique (proposal_id, key)
  )`,
];
