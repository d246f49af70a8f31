// What a running installation says of itself: each part asked now, with what to do where one does not answer.
import type { Client } from "@temporalio/client";
import type { Check } from "../api/parts.ts";
import { troubleOf, type Engine } from "../api/engine-health.ts";
import type { MailTransport } from "../mail/transport.ts";
import { listNetworks } from "../store/networks.ts";
import type { Store } from "../store/open.ts";
import type { Text } from "../programmes/types.ts";
import { NETWORK_WORKFLOW, TASK_QUEUE, workflowIdOf } from "../workflows/messages.ts";

/** Milliseconds a part has to answer. */
const WITHIN = 3_000;

export function checksOf(parts: {
  store: Store;
  temporal: Client;
  namespace: string;
  transport: MailTransport;
}): () => Promise<Check[]> {
  const { store, temporal, namespace, transport } = parts;
  return () =>
    Promise.all([
      check(
        "database",
        { da: "Start databasen, eller se på DATABASE_URL.", en: "Start the database, or look at DATABASE_URL." },
        async () => {
          await store.ping();
          return store.kind === "embedded" ? "embedded PostgreSQL (PGlite)" : "PostgreSQL server";
        },
      ),
      check(
        "temporal",
        {
          da: "Start Temporal-serveren, eller se på TEMPORAL_ADDRESS.",
          en: "Start the Temporal server, or look at TEMPORAL_ADDRESS.",
        },
        async () => {
          const { serverVersion } = await temporal.workflowService.getSystemInfo({});
          return `server ${serverVersion}, namespace ${namespace}`;
        },
      ),
      check("worker", { da: "Start en worker: npm start.", en: "Start a worker: npm start." }, async () => {
        const taskQueue = { name: TASK_QUEUE };
        const { pollers } = await temporal.workflowService.describeTaskQueue({
          namespace,
          taskQueue,
          taskQueueType: 1,
        });
        if (!pollers?.length) throw new Error("no worker polls the task queue");
        return `${pollers.length} polling`;
      }),
      check(
        "mail",
        {
          da: "Start mailserveren, eller se på SMTP_URL. Mails venter i udbakken imens.",
          en: "Start the mail server, or look at SMTP_URL. Mails wait in the outbox meanwhile.",
        },
        async () => {
          const { ok, detail } = await transport.verify();
          if (!ok) throw new Error(detail);
          return detail;
        },
      ),
      check(
        "networks",
        {
          da: "Se for hvert af dem, hvad der skal gøres: npx fremdrift network show ID.",
          en: "See what to do for each of them: npx fremdrift network show ID.",
        },
        () => networksGoOn(store, temporal),
      ),
    ]);
}

const NETWORKS = {
  /** Networks that Temporal is asked about, the newest first, after those it names itself; and so many at once. */
  asked: 500,
  atOnce: 20,
  /** Networks that are named. */
  named: 5,
};

/** How many networks go on; throws where some stand still, and names the first of them. */
async function networksGoOn(store: Store, temporal: Client): Promise<string> {
  const networks = await listNetworks(store);
  const all = networks.filter(({ endedAt }) => endedAt === undefined).map(({ id }) => id);
  const suspects = new Set(await suspected(temporal).catch(() => []));
  const [first, others] = [all.filter((id) => suspects.has(id)), all.filter((id) => !suspects.has(id))];
  const asked = [...first, ...others.toReversed()].slice(0, NETWORKS.asked);
  const still = await stillOf(temporal, asked);
  const bound = asked.length < all.length ? `; ${asked.length} of ${all.length} were asked` : "";
  if (still.length === 0) return `${asked.length} go on${bound}`;
  const named = still.slice(0, NETWORKS.named).map(({ id, engine }) => `${id} (${engine.cause ?? engine.status})`);
  const more = still.length > named.length ? ` and ${still.length - named.length} more` : "";
  throw new Error(`${still.length} of ${asked.length} stand still: ${named.join(", ")}${more}${bound}`);
}

type Still = { id: string; engine: Engine };

async function stillOf(temporal: Client, ids: string[]): Promise<Still[]> {
  const queue = [...ids.entries()];
  const still: [number, Still][] = [];
  const ask = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [index, id] = next;
      const engine = await troubleOf(temporal, id);
      if (engine?.status === "unreachable") throw new Error(engine.message);
      if (engine) still.push([index, { id, engine }]);
    }
  };
  await Promise.all(Array.from({ length: NETWORKS.atOnce }, ask));
  return still.toSorted(([a], [b]) => a - b).map(([, one]) => one);
}

/** Networks that Temporal itself has seen fail again and again, or closed: it looks at all of them, but not at once. */
async function suspected(temporal: Client): Promise<string[]> {
  const { executions } = await temporal.workflowService.listWorkflowExecutions({
    namespace: temporal.options.namespace,
    pageSize: NETWORKS.asked,
    query: `WorkflowType = '${NETWORK_WORKFLOW}' and (TemporalReportedProblems is not null
      or ExecutionStatus in ('Failed', 'Terminated', 'TimedOut', 'Canceled'))`,
  });
  const prefix = workflowIdOf("");
  return (executions ?? []).map(({ execution }) => (execution?.workflowId ?? "").slice(prefix.length));
}

async function check(name: string, hint: Text, ask: () => Promise<string>): Promise<Check> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${WITHIN / 1_000} s`)), WITHIN);
  });
  try {
    return { name, ok: true, detail: await Promise.race([ask(), late]), hint };
  } catch (error) {
    return { name, ok: false, detail: (error as Error).message, hint };
  } finally {
    clearTimeout(timer);
  }
}
