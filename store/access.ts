// Who asks, what they may, and whether they were answered before: one round trip for any number of requests.
import { sql } from "kysely";
import type { Json } from "../machines/engine/types.ts";
import type { Instant, Person } from "../programmes/types.ts";
import { present, recordset } from "./json.ts";
import { on, type From } from "./open.ts";
import type { Clock } from "./schema.ts";

/** `hash` is the token's (see tokens.ts); `at`: when it has to hold. */
export type AdmissionRequest = { hash: string; at: Instant; network?: string; key?: string };

type Language = Person["language"];

/** `id` is the person's, or the token's hash where it belongs to nobody: the scope of idempotency keys. */
export type Principal = {
  id: string;
  label: string;
  admin: boolean;
  personId?: string;
  name?: string;
  email?: string;
  language?: Language;
  /** The token is a session: its hash, when it was last seen, and until when it lasts. */
  session?: { hash: string; seenAt: Instant; expiresAt: Instant };
};

/** What is absent is not there: no valid token, no such network, no answer kept under the key. */
export type Admission = {
  principal?: Principal;
  /** Roles of the principal in the network. */
  roles: string[];
  /** Who in the network has last named whom a substitute, and when; not there where nobody has, or where no person asks. */
  standIns?: StandIns;
  network?: { id: string; clock: Clock; now: Instant; seq: number; n: number; madeBy?: string; endedAt?: Instant };
  answer?: { bodyHash: string; status: number | null; response: Json };
  /** The key stands in the network's ledger: what was asked has happened, whether or not an answer was kept. */
  happened?: true;
};

/** `people`: those who named somebody or were named, and are in the network. */
export type StandIns = {
  zone: string;
  named: { person: string; data: { [key: string]: Json } }[];
  people: { id: string; email: string; roles: string[] }[];
};

/** Looks up requests, all in one statement. Answers one admission for each, in order. */
export async function admit(from: From, requests: readonly AdmissionRequest[]): Promise<Admission[]> {
  const asked = recordset(
    requests.map((request, i) => ({ ...request, i })),
    "i int, hash text, at int8, network text, key text",
  );
  // Each request is looked up by keys alone, whatever the planner believes of the tables: they are never scanned.
  const { rows } = await sql<Row>`select t.*, n.*, d.*, l.happened, s.stand_ins from ${asked}
    left join lateral (
      select hash, label, admin, person_id, p.name, p.email, p.language,
        case when session then json_build_object('seenAt', coalesce(seen_at, created_at), 'expiresAt', expires_at) end as session, (
        select json_agg(m.role order by m.role) from membership m
        where m.network_id = r.network and m.person_id = token.person_id
      ) as roles
      from token left join person p on p.id = token.person_id
      where hash = r.hash and revoked_at is null and (expires_at is null or expires_at > r.at) limit 1
    ) t on true
    left join lateral (
      select id as network, clock, now, seq, n, created_by, ended_at from network where id = r.network limit 1
    ) n on true
    left join lateral (
      with named as (
        select distinct on (person_id) person_id, data from contribution
        where network_id = r.network and kind = 'substitute.named' and t.roles is not null order by person_id, id desc
      )
      select json_build_object(
        'zone', (select plan->'programme'->>'zone' from network where id = r.network),
        'named', (select json_agg(json_build_object('person', person_id, 'data', data)) from named),
        'people', (
          select coalesce(json_agg(json_build_object('id', p.id, 'email', p.email, 'roles', (
            select json_agg(m.role order by m.role) from membership m where m.network_id = r.network and m.person_id = p.id
          )) order by p.id), '[]')
          from (select person_id as id from named union select data->>'substitute' from named) who
          join lateral (select id, email from person where id = who.id limit 1) p on true
          where p.email is not null and exists (select from membership m where m.network_id = r.network and m.person_id = p.id)
        )
      ) as stand_ins where exists (select from named)
    ) s on true
    left join lateral (
      select body_hash, status, response from idempotency
      where scope = coalesce(t.person_id, t.hash) and key = r.key limit 1
    ) d on true
    left join lateral (
      select exists (
        select from ledger
        where network_id = r.network and key = coalesce(t.person_id, t.hash) || ':' || r.key and kind <> 'machine.fault'
      ) as happened
    ) l on true
    order by r.i`.execute(on(from));
  return rows.map(admission);
}

type Row = {
  hash: string | null;
  label: string;
  admin: boolean;
  person_id: string | null;
  name: string | null;
  email: string | null;
  language: Language | null;
  session: { seenAt: Instant; expiresAt: Instant } | null;
  roles: string[] | null;
  stand_ins: StandIns | null;
  network: string | null;
  clock: Clock;
  now: Instant;
  seq: number;
  n: number;
  created_by: string;
  ended_at: Instant | null;
  body_hash: string | null;
  status: number | null;
  response: Json;
  happened: boolean | null;
};

function admission(row: Row): Admission {
  const { hash, label, admin, person_id: personId, name, email, language, network: id, clock, now, seq, n } = row;
  return {
    ...(hash !== null && {
      principal: present({
        id: personId ?? hash,
        label,
        admin,
        personId,
        name,
        email,
        language,
        session: row.session && { hash, ...row.session },
      }),
    }),
    roles: row.roles ?? [],
    ...(row.stand_ins && { standIns: row.stand_ins }),
    ...(id !== null && {
      network: present({ id, clock, now, seq, n, madeBy: row.created_by, endedAt: row.ended_at }),
    }),
    ...(row.body_hash !== null && {
      answer: { bodyHash: row.body_hash, status: row.status, response: row.response },
    }),
    ...(row.happened && { happened: true as const }),
  };
}
