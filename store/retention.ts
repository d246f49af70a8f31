// Networks that ended long ago: who was in them and what they wrote is erased. Ledgers stay as they are, with people as ids, so that the
// chain holds and the report still says what was done when.
import { sql } from "kysely";
import type { Instant } from "../programmes/types.ts";
import { inTransaction, on, type From, type Tx } from "./open.ts";
import { erase } from "./people.ts";
import { withholdNetwork } from "./withheld.ts";

/** A network that is soon to be forgotten, with those who are told of it: who leads it, and the secretariat. */
export type Fading = { id: string; title: string; people: Told[] };
type Told = { name: string; email: string; language: "da" | "en" };

/** From when it counts: the end of a network, and of a rehearsal, whose own clock may stand anywhere, when it was made. */
const OVER = sql<Instant | null>`case when clock = 'real' then ended_at else created_at end`;
const LEADS = ["networkLead", "coDriver"];

/** Networks that were over before an instant and of which nobody has been told that they are to be forgotten. */
export async function fadingNetworks(from: From, before: Instant): Promise<Fading[]> {
  const networks = await on(from)
    .selectFrom("network")
    .select(["id", "title"])
    .where(OVER, "<", before)
    .where("retention_told_at", "is", null)
    .where("erased_at", "is", null)
    .orderBy("id")
    .execute();
  return await Promise.all(networks.map(async (one) => ({ ...one, people: await toldOf(from, one.id) })));
}

async function toldOf(from: From, network: string): Promise<Told[]> {
  const leading = on(from)
    .selectFrom("membership")
    .select("person_id")
    .where("network_id", "=", network)
    .where("role", "in", LEADS);
  const secretariat = on(from).selectFrom("office").select("person_id").where("role", "=", "secretariat");
  return await on(from)
    .selectFrom("person")
    .select(["name", sql<string>`email`.as("email"), "language"])
    .where("email", "is not", null)
    .where((by) => by.or([by("id", "in", leading), by("id", "in", secretariat)]))
    .orderBy("id")
    .execute();
}

/** Notes that they were told at `now`. */
export async function noteFading(from: From, id: string, now: Instant): Promise<void> {
  await on(from).updateTable("network").set({ retention_told_at: now }).where("id", "=", id).execute();
}

/** Networks that were over before an instant, and of which people were told before another that they are to be forgotten. */
export async function forgottenNetworks(
  from: From,
  { over, told }: { over: Instant; told: Instant },
): Promise<string[]> {
  const rows = await on(from)
    .selectFrom("network")
    .select("id")
    .where(OVER, "<", over)
    .where("retention_told_at", "<=", told)
    .where("erased_at", "is", null)
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * Erases what people wrote in a network, its files and its mails, and whoever has to do with no other network that is kept, has no role in
 * the organisation and no part in a theme. Ids, instants, and reasons that the ledger has, stay. Answers how many people were erased.
 */
export async function forgetNetwork(from: From, id: string, now: Instant): Promise<number> {
  return await inTransaction(from, async (tx) => {
    const network = tx.selectFrom("network").select("erased_at").where("id", "=", id).forUpdate();
    if ((await network.executeTakeFirst())?.erased_at !== null) return 0;
    const gone = await onlyIn(tx, id);
    await withholdNetwork(tx, id);
    for (const table of ["file", "outbox", "script", "played", "feed"] as const)
      await tx.deleteFrom(table).where("network_id", "=", id).execute();
    await tx.updateTable("network").set({ erased_at: now }).where("id", "=", id).execute();
    for (const person of gone) await erase(tx, person, now, { texts: "removed" });
    return gone.length;
  });
}

/** Who took part in a network, and has to do with nothing else that is kept. */
async function onlyIn(tx: Tx, network: string): Promise<string[]> {
  const took = (where: ReturnType<typeof sql>) => sql`
    select person_id as id from membership where ${where}
    union select by_person from ledger where ${where} and by_person is not null
    union select person_id from contribution where ${where} and person_id is not null
    union select person_id from outbox where ${where}`;
  const elsewhere = sql`network_id in (select id from network where erased_at is null and id <> ${network})`;
  const { rows } = await sql<{ id: string }>`select p.id from person p
    where p.erased_at is null and p.id in (${took(sql`network_id = ${network}`)})
      and p.id not in (select other.id from (${took(elsewhere)}) other where other.id is not null)
      and not exists (select from office o where o.person_id = p.id)
      and not exists (select from theme_proposal t where p.id in (t.proposer, t.reference_manager, t.line_manager))
    order by p.id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Forgets themes that came to nothing, or to a network that is forgotten, when nothing was done about them since an instant. */
export async function forgetThemes(from: From, before: Instant): Promise<void> {
  await inTransaction(from, async (tx) => {
    const { rows } = await sql<{ id: string }>`select p.id from theme_proposal p
      where p.proposed_at < ${before}
        and not exists (select from theme_proposal_step s where s.proposal_id = p.id and s.at >= ${before})
        and exists (select from theme_proposal_step s where s.proposal_id = p.id and (
          s.kind in ('withdrawn', 'made') or (s.kind = 'decided' and s.data->>'outcome' = 'no')))
        and not exists (select from theme_proposal_step s join network n on n.id = s.data->>'network'
          where s.proposal_id = p.id and n.erased_at is null)`.execute(tx);
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) return;
    await tx.deleteFrom("theme_proposal_step").where("proposal_id", "in", ids).execute();
    await tx.deleteFrom("theme_proposal").where("id", "in", ids).execute();
  });
}

/** Forgets what mails said that were sent, or given up, before a wall-clock instant; that they were, and to whom, stays. */
export async function forgetMails(from: From, before: Instant): Promise<void> {
  await sql`update outbox set model = '{}', response = null
    where state in ('sent', 'failed') and coalesce(sent_at, next_at) < ${before} and model <> '{}'`.execute(on(from));
}
