// Whether all networks go on, for doctor: Temporal is asked about each, up to a bound.
import type { Client } from "@temporalio/client";
import { atOnce } from "../api/at-once.ts";
import { ENGINE_LIMITS, troubleOf, type Engine } from "../api/engine-health.ts";
import { listNetworks } from "../store/networks.ts";
import type { Store } from "../store/open.ts";
import { NETWORK_WORKFLOW, workflowIdOf } from "../workflows/messages.ts";

const NETWORKS = {
  /** Networks that Temporal is asked about, the newest first, after those it names itself; and so many at once. */
  asked: 500,
  atOnce: 20,
  /** Networks that are named. */
  named: 5,
};

/** Some networks stand still. `ofWorker`: the worker fails, or does not finish, what it is given. */
export class StandStill extends Error {
  override readonly name = "StandStill";
  readonly ofWorker: boolean;
  constructor(message: string, engines: Engine[]) {
    super(message);
    this.ofWorker = engines.some(({ cause }) => cause && ["task", "timeout", "nondeterminism"].includes(cause));
  }
}

/** How many networks go on; throws StandStill where some do not, and names the first of them. */
export async function networksGoOn(store: Store, temporal: Client, limits = NETWORKS): Promise<string> {
  const networks = await listNetworks(store);
  const all = networks.filter(({ endedAt }) => endedAt === undefined).map(({ id }) => id);
  const suspects = new Set(await suspected(temporal).catch(() => []));
  const [first, others] = [all.filter((id) => suspects.has(id)), all.filter((id) => !suspects.has(id))];
  const asked = [...first, ...others.toReversed()].slice(0, limits.asked);
  const still = await stillOf(temporal, asked);
  const bound = asked.length < all.length ? `; ${asked.length} of ${all.length} were asked` : "";
  if (still.length === 0) return `${asked.length} go on${bound}`;
  const named = still.slice(0, limits.named).map(({ id, engine }) => `${id} (${engine.cause ?? engine.status})`);
  const more = still.length > named.length ? ` and ${still.length - named.length} more` : "";
  throw new StandStill(
    `${still.length} of ${asked.length} stand still: ${named.join(", ")}${more}${bound}`,
    still.map(({ engine }) => engine),
  );
}

/** Those of the networks that stand still, in the order given. */
async function stillOf(temporal: Client, ids: string[]): Promise<{ id: string; engine: Engine }[]> {
  const asked = await atOnce(NETWORKS.atOnce, ids, async (id) => {
    const engine = await troubleOf(temporal, id);
    if (engine?.status === "unreachable") throw new Error(engine.message);
    return engine && { id, engine };
  });
  return asked.filter((one) => one !== undefined);
}

/** Networks that Temporal itself has seen fail again and again, or closed: it looks at all of them, but not at once. */
async function suspected(temporal: Client): Promise<string[]> {
  const ask = () =>
    temporal.workflowService.listWorkflowExecutions({
      namespace: temporal.options.namespace,
      pageSize: NETWORKS.asked,
      query: `WorkflowType = '${NETWORK_WORKFLOW}' and (TemporalReportedProblems is not null
      or ExecutionStatus in ('Failed', 'Terminated', 'TimedOut', 'Canceled'))`,
    });
  const { executions } = await temporal.withDeadline(Date.now() + ENGINE_LIMITS.within, ask);
  const prefix = workflowIdOf("");
  return (executions ?? []).map(({ execution }) => (execution?.workflowId ?? "").slice(prefix.length));
}
