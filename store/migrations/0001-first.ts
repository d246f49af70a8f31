// Everything the first release keeps.
import { sql, type Kysely, type Migration } from "kysely";

export const first: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};

const STATEMENTS = [
  `create table network (
    id text primary key,
    title text not null,
    programme_id text not null,
    plan jsonb not null,
    clock text not null check (clock in ('real', 'stepped', 'scaled')),
    weeks_per_second double precision,
    started_at int8 not null,
    created_by text not null,
    created_key text,
    seq int not null,
    n int not null,
    now int8 not null,
    view jsonb not null,
    ended_at int8,
    unique (created_by, created_key)
  )`,
  `create table phase (
    network_id text not null references network,
    id text not null,
    state text not null,
    planned_from date,
    planned_to date,
    opened_at int8,
    closed_at int8,
    primary key (network_id, id)
  )`,
  `create table idea (
    network_id text not null references network,
    id text not null,
    state text not null,
    round int not null,
    reason text,
    primary key (network_id, id)
  )`,
  `create table person (
    id text primary key,
    name text not null,
    email text,
    email_key text unique,
    language text not null check (language in ('da', 'en')),
    erased_at int8
  )`,
  `create table membership (
    network_id text not null references network,
    person_id text not null references person,
    role text not null,
    organisation text,
    region text,
    primary key (network_id, person_id, role)
  )`,
  `create index membership_person on membership (person_id)`,
  `create table ledger (
    network_id text not null references network,
    seq int not null,
    n int,
    at int8 not null,
    kind text not null,
    subject text not null,
    key text,
    by_person text,
    role text,
    rule text,
    planned int8,
    reason text,
    audience jsonb,
    data jsonb,
    primary key (network_id, seq),
    unique (network_id, n)
  )`,
  `create index ledger_key on ledger (network_id, key) where key is not null`,
  `create table contribution (
    id int8 generated always as identity primary key,
    network_id text not null references network,
    kind text not null,
    person_id text,
    item text,
    key text not null,
    at int8 not null,
    data jsonb not null
  )`,
  `create index contribution_network on contribution (network_id, kind)`,
  // A trigger's texts are kept once, however often it is sent.
  `create unique index contribution_text on contribution (network_id, key) where kind = 'text'`,
  `create table outbox (
    network_id text not null,
    seq int not null,
    person_id text not null references person,
    message_id text not null unique,
    model jsonb not null,
    state text not null check (state in ('queued', 'sending', 'sent', 'failed')),
    attempts int not null,
    next_at int8 not null,
    claimed_by text,
    claimed_at int8,
    response text,
    sent_at int8,
    primary key (network_id, seq, person_id),
    foreign key (network_id, seq) references ledger
  )`,
  `create index outbox_due on outbox (next_at, network_id, seq) where state in ('queued', 'sending')`,
  `create table token (
    hash text primary key,
    person_id text references person,
    label text not null,
    admin boolean not null,
    created_at int8 not null,
    revoked_at int8
  )`,
  `create table idempotency (
    scope text not null,
    key text not null,
    body_hash text not null,
    status int,
    response jsonb,
    created_at int8 not null,
    primary key (scope, key)
  )`,
  `create index idempotency_age on idempotency (created_at)`,
  `create table script (
    network_id text not null references network,
    i int not null,
    at int8 not null,
    trigger jsonb not null,
    outcome jsonb,
    primary key (network_id, i)
  )`,
];
