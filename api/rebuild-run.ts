// The workflow is behind, or gone: another begins from what the ledger holds, if playing the network's triggers again tells the same.
import { WorkflowIdConflictPolicy, WorkflowIdReusePolicy } from "@temporalio/client";
import type { LedgerRow } from "../machines/ledger.ts";
import { VERSIONS } from "../machines/network/versions.ts";
import { firstOther, replay } from "../machines/replayed.ts";
import { openTexts } from "../store/sealed.ts";
import type { Network } from "../store/networks.ts";
import { playedOf } from "../store/played.ts";
import { NETWORK_WORKFLOW, workflowIdOf, type MachineName, type NetworkEnvelope } from "../workflows/messages.ts";
import { firstEnvelope } from "./create.ts";
import type { Parts } from "./parts.ts";

/** Keys that the new run knows, as a run remembers them. */
const MAX_SEEN = 200;

/** The envelope that a new run of a network begins with; or the number of the first entry that is not told as the ledger has it. */
export async function envelopeFrom(
  parts: Parts,
  network: Network,
  rows: LedgerRow[],
): Promise<{ envelope: NetworkEnvelope } | { other: number }> {
  const { id, plan, startedAt, createdBy: by, clock, now } = network;
  const own = new Map(rows.flatMap((row) => (row.n === undefined ? [] : [[row.n, row]])));
  const machine = (network.view.machine ?? "") as MachineName;
  const version = VERSIONS[machine];
  const moved = rows.find(({ kind }) => kind === "machine.migrated");
  if (!version || moved) return { other: moved?.n ?? 1 };
  const last = Math.max(startedAt, ...[...own.values()].map(({ at }) => at));
  const again = replay({
    ground: { plan, machines: version.compile(plan) },
    startedAt,
    cause: { key: "create", by, role: "" },
    played: await playedOf(parts.store, id),
    rows: own,
    // A real clock goes on from there by itself.
    until: clock === "real" ? last : now,
  });
  const other = firstOther(await openTexts(parts.store, id, again.told), own);
  if (other !== undefined) return { other };
  const seen = [...new Map(rows.flatMap(({ key, n }) => (key === undefined || n === undefined ? [] : [[key, n]])))];
  return {
    envelope: { ...firstEnvelope(parts, network), machine, state: again.network, seen: seen.slice(-MAX_SEEN), runs: 1 },
  };
}

/** Begins that run in place of any other of the network; its id comes back. */
export async function beginAgain({ temporal, taskQueue }: Parts, envelope: NetworkEnvelope): Promise<string> {
  const { firstExecutionRunId } = await temporal.workflow.start(NETWORK_WORKFLOW, {
    workflowId: workflowIdOf(envelope.network),
    taskQueue,
    args: [envelope],
    workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE,
    workflowIdConflictPolicy: WorkflowIdConflictPolicy.TERMINATE_EXISTING,
    workflowTaskTimeout: "2s",
  });
  return firstExecutionRunId;
}
