// People, and the roles they have in networks.
import { sql } from "kysely";
import type { MemberChange } from "../machines/ledger.ts";
import type { Instant, Person } from "../programmes/types.ts";
import { forgetAnswersAbout } from "./idempotency.ts";
import { json, present, recordset } from "./json.ts";
import { eraseFromNetworkDrafts } from "./network-drafts.ts";
import { inTransaction, on, type From, type Tx } from "./open.ts";
import { withholdTexts } from "./withheld.ts";

export type FoundPerson = Pick<Person, "id" | "name" | "email" | "language">;

/** The people of a network, each with all roles, ordered by id; without those who were erased. */
export async function peopleOf(from: From, networkId: string): Promise<Person[]> {
  const people = await on(from)
    .selectFrom("person as p")
    .innerJoin("membership as m", "m.person_id", "p.id")
    .where("m.network_id", "=", networkId)
    .where("p.email", "is not", null)
    .groupBy("p.id")
    .orderBy("p.id")
    .select(["p.id", "p.name", "p.language"])
    .select([
      sql<string>`p.email`.as("email"),
      sql<string[]>`json_agg(m.role order by m.role)`.as("roles"),
      sql<string | null>`min(m.organisation)`.as("organisation"),
      sql<string | null>`min(m.region)`.as("region"),
      sql<true | null>`nullif(p.bounced_at is not null, false)`.as("bounced"),
    ])
    .execute();
  return people.map(present);
}

/** Addresses of people by id, whether or not they are in a network; without those who were erased. */
export async function emailsOf(from: From, ids: readonly string[]): Promise<Map<string, string>> {
  const known = await on(from)
    .selectFrom("person")
    .where(sql<boolean>`id in (select jsonb_array_elements_text(${json(ids)}::jsonb))`)
    .where("email", "is not", null)
    .select(["id", sql<string>`email`.as("email")])
    .execute();
  return new Map(known.map(({ id, email }) => [id, email]));
}

/** Addresses and names of people by id, whether or not they are in a network; without those who were erased. */
export async function namesOf(
  from: From,
  ids: readonly string[],
): Promise<Map<string, { email: string; name: string }>> {
  const known = await on(from)
    .selectFrom("person")
    .where(sql<boolean>`id in (select jsonb_array_elements_text(${json(ids)}::jsonb))`)
    .where("email", "is not", null)
    .select(["id", "name", sql<string>`email`.as("email")])
    .execute();
  return new Map(known.map(({ id, email, name }) => [id, { email, name }]));
}

/** The person with this address, whatever its capitals, or undefined. */
export async function findPersonByEmail(from: From, email: string): Promise<FoundPerson | undefined> {
  return await on(from)
    .selectFrom("person")
    .where("email_key", "=", emailKey(email))
    .select(["id", "name", "language", sql<string>`email`.as("email")])
    .executeTakeFirst();
}

/**
 * Makes the people that are not known yet and answers which id each given id stands for: that of the person who has
 * the same address already. Whoever is known keeps name, language and spelling of the address.
 */
export async function enrol(from: From, people: readonly FoundPerson[]): Promise<Map<string, string>> {
  const given = people.map(({ id, name, email, language }) => ({
    id,
    name,
    email,
    language,
    email_key: emailKey(email),
  }));
  const rows = recordset(given, "id text, name text, email text, language text, email_key text");
  // In one order everywhere, so that two that enrol the same people wait for each other instead of deadlocking.
  await sql`insert into person (id, name, email, language, email_key)
    select distinct on (email_key) id, name, email, language, email_key from ${rows} order by email_key
    on conflict (email_key) do nothing`.execute(on(from));
  const known = await sql<{ given: string; id: string }>`select r.id as given, p.id from ${rows}
    join person p using (email_key)`.execute(on(from));
  return new Map(known.rows.map(({ given: from, id }) => [from, id]));
}

/** Gives people roles in a network; a role somebody has already stays as it is. Organisation and region hold for all roles of one row. */
export async function addMembers(from: From, networkId: string, people: readonly Person[]): Promise<void> {
  const members = people.flatMap(({ id, roles, organisation, region }) =>
    roles.map((role) => ({ id, role, organisation, region })),
  );
  await sql`insert into membership (network_id, person_id, role, organisation, region)
    select ${networkId}, id, role, organisation, region
    from ${recordset(members, "id text, role text, organisation text, region text")}
    on conflict do nothing`.execute(on(from));
}

/** What becomes of one person of a network. Who joins must be enrolled already. */
export async function changeMember(tx: Tx, networkId: string, change: MemberChange): Promise<void> {
  if (change.do === "handOver") return void (await handOver(tx, { networkId, ...change }));
  if (change.do === "join") {
    await addMembers(tx, networkId, [change.person]);
    // Whoever adds a person says that the address is good; a mail that comes back says otherwise.
    return void (await tx
      .updateTable("person")
      .set({ bounced_at: null, bounce: null })
      .where("id", "=", change.person.id)
      .execute());
  }
  if (change.do === "leave")
    return void (await tx
      .deleteFrom("membership")
      .where("network_id", "=", networkId)
      .where("person_id", "=", change.person)
      .execute());
  const { do: _, person, ...place } = change;
  if (Object.keys(place).length > 0)
    await tx
      .updateTable("membership")
      .set(place)
      .where("network_id", "=", networkId)
      .where("person_id", "=", person)
      .execute();
}

/** Passes a role on, with its organisation and region. Answers false, and changes nothing, where `from` does not have it. */
export async function handOver(
  store: From,
  { networkId, role, from, to }: { networkId: string; role: string; from: string; to: string },
): Promise<boolean> {
  return await inTransaction(store, async (tx: Tx) => {
    const { rows } = await sql<{ role: string }>`with left_by as (
        delete from membership where network_id = ${networkId} and role = ${role} and person_id = ${from} returning *
      )
      insert into membership (network_id, person_id, role, organisation, region)
      select network_id, ${to}::text, role, organisation, region from left_by
      on conflict (network_id, person_id, role) do update set role = excluded.role
      returning role`.execute(tx);
    return rows.length > 0;
  });
}

/** How addresses are compared: the database's own lower() would depend on its locale. */
export function emailKey(email: string): string {
  return email.trim().normalize("NFC").toLowerCase();
}

/** What becomes of what the person wrote. */
export type Erasing = { texts?: "kept" | "removed" };

/**
 * Forgets who a person was: name, address, wishes, and every way in. What they did stands under their id. They must have left the networks
 * that go on, since nobody is told any more. At `now`, a wall-clock instant.
 */
export async function erase(store: From, id: string, now: Instant, { texts = "kept" }: Erasing = {}): Promise<void> {
  await inTransaction(store, async (tx) => {
    if (texts === "removed") await withholdTexts(tx, id);
    await eraseFromNetworkDrafts(tx, id);
    await forgetAnswersAbout(tx, id);
    const gone = {
      name: "",
      email: null,
      email_key: null,
      digest: false,
      bounced_at: null,
      bounce: null,
      erased_at: now,
    };
    await tx.updateTable("person").set(gone).where("id", "=", id).execute();
    await tx.deleteFrom("membership").where("person_id", "=", id).execute();
    await tx.deleteFrom("office").where("person_id", "=", id).execute();
    await tx.deleteFrom("outbox").where("person_id", "=", id).where("state", "=", "queued").execute();
    // What a mail server says names the address.
    await tx.updateTable("outbox").set({ response: null }).where("person_id", "=", id).execute();
    // A token is often called after whose it is.
    await tx.updateTable("token").set({ label: "" }).where("person_id", "=", id).execute();
    for (const table of ["sign_in", "draft"] as const) await tx.deleteFrom(table).where("person_id", "=", id).execute();
    for (const table of ["token", "feed"] as const)
      await tx
        .updateTable(table)
        .set({ revoked_at: now })
        .where("person_id", "=", id)
        .where("revoked_at", "is", null)
        .execute();
  });
}
