// The books of many networks at once, and what tells whether one has changed since it was read.
import { sql } from "kysely";
import type { Book, Contribution } from "../machines/ledger.ts";
import type { Instant, Person } from "../programmes/types.ts";
import { json, present, type Nullable } from "./json.ts";
import { on, type From } from "./open.ts";
import type { Clock } from "./schema.ts";

/** Which networks: those a person has a role in, those named, or all there are. */
export type Which = { person: string } | { ids: readonly string[] } | "all";

/** A network as it stands beside its book. `mark` changes with the book: with what was written, contributed and erased. */
export type Stamp = {
  id: string;
  clock: Clock;
  now: Instant;
  endedAt?: Instant;
  mark: string;
};

/** In the order they were made. */
export async function stampsOf(from: From, which: Which): Promise<Stamp[]> {
  const { rows } = await sql<Nullable<Stamp>>`select id, clock, now, ended_at as "endedAt",
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

/**
 * The books of some networks by id, each as it was at one moment. A person's language, and whether mail reaches them, change without the mark
 * of their network.
 */
export async function booksOf(from: From, ids: readonly string[]): Promise<Map<string, Book>> {
  type Row = Omit<Book, "network" | "contributions" | "people"> & {
    id: string;
    title: string;
    facts: Nullable<Contribution>[] | null;
    people: Nullable<Person>[] | null;
  };
  const { rows } = await sql<Row>`select id, title, plan, seq, n, view, (
      select json_agg(json_build_object('kind', kind, 'person', person_id, 'item', item, 'key', key, 'at', at, 'data', data)
        order by c.id) from contribution c where c.network_id = network.id
    ) as facts, (
      select json_agg(json_build_object('id', p.id, 'name', p.name, 'email', p.email, 'language', p.language, 'roles', m.roles,
        'organisation', m.organisation, 'region', m.region, 'bounced', nullif(p.bounced_at is not null, false)) order by p.id)
      from (
        select person_id, json_agg(role order by role) as roles, min(organisation) as organisation, min(region) as region
        from membership where network_id = network.id group by person_id
      ) m join person p on p.id = m.person_id where p.email is not null
    ) as people
    from network where ${chosen({ ids })}`.execute(on(from));
  return new Map(
    rows.map(({ id, title, facts, people, ...pages }) => [
      id,
      {
        network: { id, title },
        ...pages,
        contributions: (facts ?? []).map(present) as Contribution[],
        people: (people ?? []).map(present) as Person[],
      },
    ]),
  );
}
