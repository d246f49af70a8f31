// What is read to be seen from outside: how far mails, reminders and ledgers are behind. Counts and instants, nobody's data.
import { sql } from "kysely";
import { json, recordset } from "./json.ts";
import { on, type From } from "./open.ts";

/** Mails that wait, and those among them of networks on the real clock that nobody asked to wait for a daily mail. */
export type Waiting = {
  mails: number;
  /** When the oldest was written (ms); null where none waits. */
  oldest: number | null;
  /** Reminders that were planned for before the instant asked about. */
  reminders: number;
};

/** How the outbox stands. `late`: the instant before which a reminder should have gone. */
export async function waitingMails(from: From, { late }: { late: number }): Promise<Waiting> {
  const { rows } = await sql<Waiting>`select count(*)::int as mails,
      min(l.at) filter (where n.clock = 'real' and not o.digest) as oldest,
      (count(*) filter (where n.clock = 'real' and not o.digest and l.planned < ${late}))::int as reminders
    from outbox o join ledger l on l.network_id = o.network_id and l.seq = o.seq join network n on n.id = o.network_id
    where o.state in ('queued', 'sending')`.execute(on(from));
  return rows[0]!;
}

/** Reminders that networks on the real clock, by what their ledgers say, should have sent before an instant and have not. */
export async function overdueReminders(from: From, { late }: { late: number }): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count
    from network n, jsonb_each(coalesce(n.view -> 'planned', '{}'::jsonb)) planned
    where n.clock = 'real' and n.ended_at is null and (planned.value ->> 'at')::int8 < ${late}`.execute(on(from));
  return rows[0]!.count;
}

/** For which instants (ms) those of these mails were planned that are reminders of networks on the real clock, by Message-ID. */
export async function plannedOf(from: From, messageIds: readonly string[]): Promise<number[]> {
  const { rows } = await sql<{ planned: number }>`select l.planned
    from outbox o join ledger l on l.network_id = o.network_id and l.seq = o.seq join network n on n.id = o.network_id
    where o.message_id = any(array(select jsonb_array_elements_text(${json(messageIds)}::jsonb)))
      and n.clock = 'real' and not o.digest and l.planned is not null`.execute(on(from));
  return rows.map(({ planned }) => planned);
}

/** How far the ledgers of networks go: the last of the machine's own entries in each. */
export async function writtenIn(from: From, networks: readonly string[]): Promise<Map<string, number>> {
  if (networks.length === 0) return new Map();
  const query = on(from).selectFrom("network").where("id", "in", networks).select(["id", "n"]);
  return new Map((await query.execute()).map(({ id, n }) => [id, n]));
}

/** A row of a network's ledger. */
export type RowRef = { network: string; seq: number };

/** The keys of the triggers that rows came of; rows that came of none are not there. */
export async function keysOfRows(from: From, rows: readonly RowRef[]): Promise<(RowRef & { key: string })[]> {
  if (rows.length === 0) return [];
  const found = await sql<RowRef & { key: string }>`select l.network_id as network, l.seq, l.key
    from ledger l join ${recordset(rows, "network text, seq int")} on l.network_id = r.network and l.seq = r.seq
    where l.key is not null`.execute(on(from));
  return found.rows;
}
