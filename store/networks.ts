// Networks: made once with their people, then moved on by the journal.
import { sql, type Selectable } from "kysely";
import type { View } from "../machines/ledger.ts";
import type { Instant, Person, Plan } from "../programmes/types.ts";
import { json, present, recordset } from "./json.ts";
import { inTransaction, on, type From, type Tx } from "./open.ts";
import { addMembers, enrol } from "./people.ts";
import { saveProjection } from "./projection.ts";
import type { Clock, NetworkTable } from "./schema.ts";

export type NewNetwork = {
  id: string;
  title: string;
  plan: Plan;
  clock: Clock;
  weeksPerSecond?: number;
  /** By the network's own clock; `createdAt` is the real one's. */
  startedAt: Instant;
  createdAt: Instant;
  by: string;
  /** The key of the request: a second creation by the same with the same key answers the first one. */
  key?: string;
  /** Each with an id to take if the address is new. */
  people: readonly Person[];
  view: View;
  /** What the pacer is to play, in order. */
  script?: readonly { at: Instant; trigger: { [key: string]: unknown } }[];
};

export type NetworkSummary = {
  id: string;
  title: string;
  programmeId: string;
  clock: Clock;
  weeksPerSecond?: number;
  startedAt: Instant;
  createdAt: Instant;
  createdBy: string;
  seq: number;
  n: number;
  now: Instant;
  endedAt?: Instant;
};
export type Network = NetworkSummary & { plan: Plan; view: View };

/**
 * Makes a network with people, roles and script in one transaction. `created` is false where the same creation (`by`
 * and `key`) was made before; `id` is then that network's. `ids`: which person each given id became.
 */
export async function createNetwork(
  from: From,
  network: NewNetwork,
): Promise<{ id: string; created: boolean; ids: Map<string, string> }> {
  return await inTransaction(from, async (tx) => {
    if (!(await insertNetwork(tx, network)))
      return { id: await madeBefore(tx, network), created: false, ids: new Map() };
    const ids = await enrol(tx, network.people);
    const people = network.people.map((person) => ({
      ...person,
      id: ids.get(person.id) ?? person.id,
    }));
    await addMembers(tx, network.id, people);
    await saveProjection(tx, { networkId: network.id, plan: network.plan, view: network.view });
    await insertScript(tx, network, ids);
    return { id: network.id, created: true, ids };
  });
}

/** The network with its plan and view, or undefined. */
export async function getNetwork(from: From, id: string): Promise<Network | undefined> {
  const row = await on(from).selectFrom("network").selectAll().where("id", "=", id).executeTakeFirst();
  return row && { ...summary(row), plan: row.plan, view: row.view };
}

/** All networks, or those a person has a role in, in the order they were made. */
export async function listNetworks(from: From, { personId }: { personId?: string } = {}): Promise<NetworkSummary[]> {
  let query = on(from)
    .selectFrom("network")
    .select([...SUMMARY])
    .orderBy("created_at")
    .orderBy("id");
  if (personId !== undefined) {
    query = query.where("id", "in", (own) =>
      own.selectFrom("membership").select("network_id").where("person_id", "=", personId),
    );
  }
  return (await query.execute()).map(summary);
}

/**
 * Networks with the machine that their ledger says they run, absent where it has not begun; those given, or all that
 * have not ended, in the order they were made.
 */
export async function machinesOf(
  from: From,
  ids?: readonly string[],
): Promise<{ id: string; machine?: string; ended: boolean }[]> {
  let query = on(from)
    .selectFrom("network")
    .select(["id", "ended_at", sql<string | null>`view->>'machine'`.as("machine")])
    .orderBy("created_at")
    .orderBy("id");
  query = ids === undefined ? query.where("ended_at", "is", null) : query.where("id", "in", ids);
  const rows = ids?.length === 0 ? [] : await query.execute();
  return rows.map(({ id, machine, ended_at }) => ({
    id,
    ...(machine !== null && { machine }),
    ended: ended_at !== null,
  }));
}

/** Networks that the pacer plays and that have not ended. */
export async function scaledNetworks(from: From): Promise<(NetworkSummary & { weeksPerSecond: number })[]> {
  const query = on(from)
    .selectFrom("network")
    .select([...SUMMARY])
    .where("clock", "=", "scaled")
    .where("ended_at", "is", null);
  return (await query.orderBy("id").execute()).map((row) => ({
    ...summary(row),
    weeksPerSecond: row.weeks_per_second ?? 1,
  }));
}

/** Moves a network's clock to an instant; never back. */
export async function setNow(from: From, id: string, now: Instant): Promise<void> {
  await sql`update network set now = ${now}, view = jsonb_set(view, '{now}', to_jsonb(${now}::int8))
    where id = ${id} and now < ${now}`.execute(on(from));
}

/** The roles a person has in a network; none for whoever is not in it. */
export async function memberOf(from: From, networkId: string, personId: string): Promise<string[]> {
  const query = on(from).selectFrom("membership").select("role").where("network_id", "=", networkId);
  return (await query.where("person_id", "=", personId).orderBy("role").execute()).map(({ role }) => role);
}

async function insertNetwork(tx: Tx, network: NewNetwork): Promise<boolean> {
  const { id, title, plan, clock, startedAt, createdAt, by, key, view } = network;
  const inserted = await tx
    .insertInto("network")
    .values({
      id,
      title,
      programme_id: plan.programme.id,
      plan: json(plan),
      clock,
      weeks_per_second: network.weeksPerSecond ?? null,
      started_at: startedAt,
      created_at: createdAt,
      created_by: by,
      created_key: key ?? null,
      seq: 0,
      n: 0,
      now: view.now,
      view: json(view),
      ended_at: view.ended?.at ?? null,
    })
    .onConflict((conflict) => conflict.columns(["created_by", "created_key"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return inserted !== undefined;
}

async function madeBefore(tx: Tx, { by, key }: NewNetwork): Promise<string> {
  const query = tx
    .selectFrom("network")
    .select("id")
    .where("created_by", "=", by)
    .where("created_key", "=", key ?? null);
  return (await query.executeTakeFirstOrThrow()).id;
}

/** Whoever was known already plays under the known id. */
async function insertScript(tx: Tx, { id, script = [] }: NewNetwork, ids: Map<string, string>): Promise<void> {
  const rows = script.map(({ at, trigger }, i) => ({
    i,
    at,
    trigger: { ...trigger, by: ids.get(String(trigger["by"])) ?? trigger["by"] },
  }));
  await sql`insert into script (network_id, i, at, trigger)
    select ${id}, i, at, trigger from ${recordset(rows, "i int, at int8, trigger jsonb")}`.execute(tx);
}

const SUMMARY = [
  "id",
  "title",
  "programme_id",
  "clock",
  "weeks_per_second",
  "started_at",
  "created_at",
  "created_by",
  "seq",
  "n",
  "now",
  "ended_at",
] as const;

function summary(row: Pick<Selectable<NetworkTable>, (typeof SUMMARY)[number]>): NetworkSummary {
  return present({
    id: row.id,
    title: row.title,
    programmeId: row.programme_id,
    clock: row.clock,
    weeksPerSecond: row.weeks_per_second,
    startedAt: row.started_at,
    createdAt: row.created_at,
    createdBy: row.created_by,
    seq: row.seq,
    n: row.n,
    now: row.now,
    endedAt: row.ended_at,
  });
}

/** How far the ledgers of some networks go. */
export async function seqsOf(from: From, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await on(from).selectFrom("network").where("id", "in", ids).select(["id", "seq"]).execute();
  return new Map(rows.map(({ id, seq }) => [id, seq]));
}
