// The books of many networks at once, and what tells whether one has changed since it was read.
import { sql } from "kysely";
import type { Book, Contribution, View } from "../machines/ledger.ts";
import type { Instant, Person, Plan } from "../programmes/types.ts";
import { json, present, type Nullable } from "./json.ts";
import { on, type From } from "./open.ts";
import type { Clock } from "./schema.ts";

/** Which networks: those a person has a role in, those named, or all there are. */
export type Which = { person: string } | { ids: readonly string[] } | "all";

/** A network as it stands beside its book. `mark` changes with the book: with what was written, contributed and erased. */
export type Stamp = {
  id: string;
  title: string;
  clock: Clock;
  now: Instant;
  endedAt?: Instant;
  mark: string;
};

/** The part of a book that stays as it is as long as its mark does. */
export type Pages = Pick<Book, "plan" | "seq" | "n" | "view" | "contributions">;

/** In the order they were made. */
export async function stampsOf(from: From, which: Which): Promise<Stamp[]> {
  const { rows } = await sql<Nullable<Stamp>>`select id, title, clock, now, ended_at as "endedAt",
      concat_ws(' ', seq, (select max(c.id) from contribution c where c.network_id = network.id),
        (select count(*) from person where erased_at is not null)) as mark
    from network where ${chosen(which)} order by created_at, id`.execute(on(from));
  return rows.map(present);
}

const chosen = (which: Which) => {
  if (which === "all") return sql`true`;
  if ("person" in which) return sql`id in (select network_id from membership where person_id = ${which.person})`;
  return sql`id in (select jsonb_array_elements_text(${json(which.ids)}::jsonb))`;
};

/** The pages of some networks by id, each as it was at one moment. */
export async function pagesOf(from: From, ids: readonly string[]): Promise<Map<string, Pages>> {
  type Row = { id: string; plan: Plan; seq: number; n: number; view: View; facts: Nullable<Contribution>[] | null };
  const { rows } = await sql<Row>`select id, plan, seq, n, view, (
      select json_agg(json_build_object('kind', kind, 'person', person_id, 'item', item, 'key', key, 'at', at, 'data', data)
        order by c.id) from contribution c where c.network_id = network.id
    ) as facts
    from network where ${chosen({ ids })}`.execute(on(from));
  return new Map(
    rows.map(({ id, facts, ...pages }) => [
      id,
      { ...pages, contributions: (facts ?? []).map(present) as Contribution[] },
    ]),
  );
}

/** The people of some networks by network, each with all roles there, ordered by id; without those who were erased. */
export async function peopleOfAll(from: From, ids: readonly string[]): Promise<Map<string, Person[]>> {
  type Row = { network: string; people: Nullable<Person>[] };
  const { rows } = await sql<Row>`select network_id as network, json_agg(json_build_object(
      'id', p.id, 'name', p.name, 'email', p.email, 'language', p.language, 'roles', roles,
      'organisation', organisation, 'region', region, 'bounced', nullif(p.bounced_at is not null, false)) order by p.id) as people
    from (
      select network_id, person_id, json_agg(role order by role) as roles, min(organisation) as organisation, min(region) as region
      from membership where network_id in (select jsonb_array_elements_text(${json(ids)}::jsonb))
      group by network_id, person_id
    ) m join person p on p.id = m.person_id
    where p.email is not null group by network_id`.execute(on(from));
  return new Map(rows.map(({ network, people }) => [network, people.map(present) as Person[]]));
}
