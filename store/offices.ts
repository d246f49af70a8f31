// Who has a role in the organisation as a whole, and when the management forum meets.
import { sql } from "kysely";
import type { Office } from "../machines/themes/types.ts";
import type { IsoDate } from "../programmes/types.ts";
import { recordset } from "./json.ts";
import { inTransaction, on, type From } from "./open.ts";

/** `person`: their id. */
export type Holder = { person: string; name: string; email: string; role: Office };

/** All who have one, by address; without those who were erased. */
export async function listOffices(from: From): Promise<Holder[]> {
  return await on(from)
    .selectFrom("office as o")
    .innerJoin("person as p", "p.id", "o.person_id")
    .where("p.email", "is not", null)
    .orderBy("p.email")
    .orderBy("o.role")
    .select(["p.id as person", "p.name", sql<string>`p.email`.as("email"), "o.role"])
    .execute();
}

/** These and no others have one from now on. */
export async function setOffices(from: From, holders: readonly Pick<Holder, "person" | "role">[]): Promise<void> {
  await inTransaction(from, async (tx) => {
    await tx.deleteFrom("office").execute();
    await sql`insert into office (person_id, role) select distinct person, role
      from ${recordset(holders, "person text, role text")}`.execute(tx);
  });
}

/** The roles that a person has in the organisation as a whole, or that are theirs in some network. */
export async function officesOf(from: From, person: string): Promise<Office[]> {
  const { rows } = await officesIn(person).execute(on(from));
  return rows.map(({ role }) => role);
}

/** The query for them, in order. */
export const officesIn = (person: string) =>
  sql<{ role: Office }>`select role from office where person_id = ${person}
    union select role from membership where person_id = ${person} and role in ('secretariat', 'managementForum')
    order by role`;

/** The days that were entered, in order. */
export async function forumDates(from: From): Promise<IsoDate[]> {
  const rows = await on(from).selectFrom("forum_meeting").select("date").orderBy("date").execute();
  return rows.map(({ date }) => date);
}

/** The forum meets on these days and no others. */
export async function setForumDates(from: From, dates: readonly IsoDate[]): Promise<void> {
  const rows = [...new Set(dates)].map((date) => ({ date }));
  await inTransaction(from, async (tx) => {
    await tx.deleteFrom("forum_meeting").execute();
    await sql`insert into forum_meeting (date) select date from ${recordset(rows, "date date")}`.execute(tx);
  });
}
