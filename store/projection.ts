// Phases and ideas as rows of their own, for questions across networks. The view of one network holds the same.
import { sql } from "kysely";
import type { View } from "../machines/ledger.ts";
import type { Plan } from "../programmes/types.ts";
import { recordset } from "./json.ts";
import type { Tx } from "./open.ts";

/** Writes the phases and ideas that differ between two views of a network; all of them where there was none before. */
export async function saveProjection(
  tx: Tx,
  { networkId, plan, view, before }: { networkId: string; plan: Plan; view: View; before?: View },
): Promise<void> {
  const phases = changed(view.phases, before?.phases).map((phase) => ({
    ...plan.intervals[phase.id],
    ...phase,
  }));
  const ideas = changed(view.ideas, before?.ideas);
  if (phases.length > 0) await savePhases(tx, networkId, phases);
  if (ideas.length > 0) await saveIdeas(tx, networkId, ideas);
}

async function savePhases(tx: Tx, networkId: string, phases: object[]): Promise<void> {
  const columns = 'id text, state text, "from" date, "to" date, "openedAt" int8, "closedAt" int8';
  await sql`insert into phase (network_id, id, state, planned_from, planned_to, opened_at, closed_at)
    select ${networkId}, id, state, "from", "to", "openedAt", "closedAt" from ${recordset(phases, columns)}
    on conflict (network_id, id) do update set state = excluded.state, planned_from = excluded.planned_from,
      planned_to = excluded.planned_to, opened_at = excluded.opened_at, closed_at = excluded.closed_at`.execute(tx);
}

async function saveIdeas(tx: Tx, networkId: string, ideas: object[]): Promise<void> {
  await sql`insert into idea (network_id, id, state, round, reason)
    select ${networkId}, id, state, round, reason from ${recordset(ideas, "id text, state text, round int, reason text")}
    on conflict (network_id, id) do update set state = excluded.state, round = excluded.round,
      reason = excluded.reason`.execute(tx);
}

function changed<T extends object>(after: Record<string, T>, before: Record<string, T> = {}): (T & { id: string })[] {
  return Object.entries(after)
    .filter(([id, part]) => JSON.stringify(part) !== JSON.stringify(before[id]))
    .map(([id, part]) => ({ ...part, id }));
}
