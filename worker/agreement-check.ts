// Whether database and Temporal belong together, for doctor: after a restore of only one of them they do not.
import type { Client } from "@temporalio/client";
import { agreementOf, type Agreement } from "../api/agreement.ts";
import { atOnce } from "../api/at-once.ts";
import { listNetworks } from "../store/networks.ts";
import type { Store } from "../store/open.ts";
import { NETWORK_WORKFLOW, workflowIdOf } from "../workflows/messages.ts";

const ASKED = {
  /** Networks that are asked at once, and milliseconds after which no more are. */
  atOnce: 20,
  within: 1_200,
  /** Milliseconds that one has to answer, and that what it has told may be on its way. */
  each: { within: 1_000, writtenWithin: 500 },
  /** Workflows that Temporal is asked for. */
  workflows: 500,
  /** Networks that are named. */
  named: 5,
};

/**
 * How many networks stand at the same entry in both, those first that were made last; throws where some do not, or Temporal runs
 * some that the store does not know, and names the first of them. Those that do not answer, or are missing, «networks» tells of.
 */
export async function networksAgree(store: Store, temporal: Client, limits = ASKED): Promise<string> {
  const running = await runningIn(temporal, limits.workflows).catch(() => []);
  const networks = await listNetworks(store);
  const known = new Set(networks.map(({ id }) => id));
  const strange = running.filter((id) => !known.has(id));
  const going = networks
    .filter(({ endedAt }) => endedAt === undefined)
    .map(({ id }) => id)
    .toReversed();
  const [apart, asked] = await apartOf({ store, temporal }, going, limits);
  const bound = asked < going.length ? `; ${asked} of ${going.length} were asked` : "";
  if (apart.length === 0 && strange.length === 0) return `${asked} agree${bound}`;
  const named = (all: string[]) =>
    [...all.slice(0, limits.named), ...(all.length > limits.named ? [`${all.length - limits.named} more`] : [])].join(
      ", ",
    );
  throw new Error(
    [
      ...(apart.length > 0 ? [`${apart.length} of ${asked} do not agree: ${named(apart)}${bound}`] : []),
      ...(strange.length > 0
        ? [`the database does not know ${strange.length} that Temporal runs: ${named(strange)}`]
        : []),
    ].join("; "),
  );
}

/** Those that do not agree, in words, and how many were asked. */
async function apartOf(
  parts: { store: Store; temporal: Client },
  ids: string[],
  limits: typeof ASKED,
): Promise<[string[], number]> {
  const apart: string[] = [];
  const until = Date.now() + limits.within;
  let asked = 0;
  while (asked < ids.length && Date.now() < until) {
    const some = ids.slice(asked, asked + limits.atOnce);
    const found = await atOnce(limits.atOnce, some, async (id) =>
      wordsOf(id, await agreementOf(parts, id, limits.each)),
    );
    apart.push(...found.filter((words) => words !== undefined));
    asked += some.length;
  }
  return [apart, asked];
}

const wordsOf = (id: string, agreement: Agreement): string | undefined =>
  agreement.is === "store-behind" || agreement.is === "workflow-behind"
    ? `${id} (ledger at entry ${agreement.store}, workflow at ${agreement.workflow})`
    : undefined;

async function runningIn(temporal: Client, pageSize: number): Promise<string[]> {
  const { executions } = await temporal.withDeadline(Date.now() + ASKED.within, () =>
    temporal.workflowService.listWorkflowExecutions({
      namespace: temporal.options.namespace,
      pageSize,
      query: `WorkflowType = '${NETWORK_WORKFLOW}' and ExecutionStatus = 'Running'`,
    }),
  );
  const prefix = workflowIdOf("");
  return (executions ?? []).map(({ execution }) => (execution?.workflowId ?? "").slice(prefix.length));
}
