// How the workflow behind a network fares, asked of Temporal: whether it goes on, and what keeps it from that.
import type { Client, WorkflowExecutionDescription, WorkflowService } from "@temporalio/client";
import { WorkflowNotFoundError } from "@temporalio/common";
import {
  decodeFromPayloadsAtIndex,
  decodeOptionalFailureToOptionalError,
} from "@temporalio/common/lib/internal-non-workflow/index.js";
import type { Instant } from "../programmes/types.ts";
import { workflowIdOf, type MachineName } from "../workflows/messages.ts";

export type EngineStatus = "running" | "ended" | "stuck" | "failed" | "terminated" | "missing" | "unreachable";

/** What keeps a network that is stuck or failed from going on. */
export type EngineCause = "nondeterminism" | "task" | "timeout" | "activity" | "cancelled";

/** `since`: when the trouble began; for one that runs, when its run did. `message`: in the words of whoever failed. */
export type Engine = {
  status: EngineStatus;
  /** The version of the machine that it runs, as `network@1`. */
  machine?: string;
  since?: Instant;
  cause?: EngineCause;
  message?: string;
};

export const ENGINE_LIMITS = {
  /** Milliseconds that Temporal has to answer: whoever reads a network waits for it. */
  within: 1_500,
  /** Attempts at a workflow task after which it is stuck, where the last one failed, or was not finished in time. */
  failed: 1,
  timedOut: 3,
  /** Attempts at an activity: six take some three seconds. */
  activity: 5,
  /** Events looked through, the latest first, for what went wrong. */
  events: 50,
};

/**
 * How a network's engine fares, with its machine's version: Temporal is asked for that where the ledger does not name it.
 * Never throws: a Temporal that is away is `unreachable`.
 */
export async function engineOf(
  client: Client,
  network: { id: string; ended: boolean; machine?: string | undefined },
): Promise<Engine> {
  if (network.ended) return { status: "ended" };
  return await asked(client, async () => {
    const engine = await fare(client, network.id);
    const machine = network.machine ?? (await machineOf(client, network.id));
    return machine === undefined ? engine : { ...engine, machine };
  });
}

/** The same of one that has not ended, without the version: for those who ask of many. */
export async function troubleOf(client: Client, network: string): Promise<Engine | undefined> {
  const engine = await asked(client, () => fare(client, network));
  return engine.status === "running" || engine.status === "ended" ? undefined : engine;
}

async function asked(client: Client, ask: () => Promise<Engine>): Promise<Engine> {
  try {
    return await client.withDeadline(Date.now() + ENGINE_LIMITS.within, ask);
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return { status: "missing" };
    return { status: "unreachable", message: (error as Error).message };
  }
}

async function fare(client: Client, network: string): Promise<Engine> {
  const found = await client.workflow.getHandle(workflowIdOf(network)).describe();
  const { status, startTime } = found;
  if (status.name === "COMPLETED") return { status: "ended" };
  const close = CLOSED[status.name];
  if (close) return { ...close, ...(await closing(client, found)) };
  const stuck = (await stuckTask(client, found)) ?? (await stuckActivity(client, found));
  return stuck ?? { status: "running", since: startTime.getTime() };
}

const CLOSED: Record<string, Engine> = {
  FAILED: { status: "failed", cause: "task" },
  TIMED_OUT: { status: "failed", cause: "timeout" },
  CANCELLED: { status: "failed", cause: "cancelled" },
  TERMINATED: { status: "terminated" },
};

async function closing(client: Client, found: WorkflowExecutionDescription): Promise<Partial<Engine>> {
  const [last] = await latestEvents(client, found);
  const failed = await wordsOf(client, last?.workflowExecutionFailedEventAttributes?.failure);
  const message = failed ?? last?.workflowExecutionTerminatedEventAttributes?.reason;
  const since = found.closeTime?.getTime();
  return { ...(since !== undefined && { since }), ...(message && { message }) };
}

/** A task that is tried again and again: the first failure stands in the history, those after it do not. */
async function stuckTask(client: Client, found: WorkflowExecutionDescription): Promise<Engine | undefined> {
  const attempt = found.raw.pendingWorkflowTask?.attempt ?? 1;
  if (attempt <= ENGINE_LIMITS.failed) return undefined;
  const events = await latestEvents(client, found);
  const ended = events.find((event) => event.workflowTaskCompletedEventAttributes || attemptOf(event));
  const failed = ended?.workflowTaskFailedEventAttributes;
  if (!failed && attempt <= ENGINE_LIMITS.timedOut) return undefined;
  const message = await wordsOf(client, failed?.failure);
  return {
    status: "stuck",
    cause: failed ? (Number(failed.cause) === NONDETERMINISM ? "nondeterminism" : "task") : "timeout",
    ...(ended && attemptOf(ended) && { since: instantOf(ended.eventTime) }),
    ...(message && { message }),
  };
}

/** WORKFLOW_TASK_FAILED_CAUSE_NON_DETERMINISTIC_ERROR of Temporal's enumeration, whose package is not ours to import. */
const NONDETERMINISM = 24;

const attemptOf = (event: Event) =>
  event.workflowTaskFailedEventAttributes ?? event.workflowTaskTimedOutEventAttributes;

async function stuckActivity(client: Client, { raw }: WorkflowExecutionDescription): Promise<Engine | undefined> {
  const failing = raw.pendingActivities?.find(({ attempt }) => (attempt ?? 0) > ENGINE_LIMITS.activity);
  if (!failing) return undefined;
  const message = await wordsOf(client, failing.lastFailure);
  return { status: "stuck", cause: "activity", ...(message && { message }) };
}

/** What a failure says, which Temporal itself cannot read; what is to be done where it is under a key that is not here. */
async function wordsOf(
  { options }: Client,
  failure: Parameters<typeof decodeOptionalFailureToOptionalError>[1],
): Promise<string | undefined> {
  try {
    return (await decodeOptionalFailureToOptionalError(options.loadedDataConverter, failure))?.message;
  } catch (error) {
    return (error as Error).message;
  }
}

type History = Awaited<ReturnType<WorkflowService["getWorkflowExecutionHistory"]>>["history"];
type Event = NonNullable<NonNullable<NonNullable<History>["events"]>[number]>;

async function latestEvents(client: Client, { workflowId, runId }: WorkflowExecutionDescription): Promise<Event[]> {
  const { history } = await client.workflowService.getWorkflowExecutionHistoryReverse({
    namespace: client.options.namespace,
    execution: { workflowId, runId },
    maximumPageSize: ENGINE_LIMITS.events,
  });
  return history?.events ?? [];
}

/** The machine stands in what the run began with. */
async function machineOf(client: Client, network: string): Promise<string | undefined> {
  const { history } = await client.workflowService.getWorkflowExecutionHistory({
    namespace: client.options.namespace,
    execution: { workflowId: workflowIdOf(network) },
    maximumPageSize: 1,
  });
  const payloads = history?.events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads;
  if (!payloads?.length) return undefined;
  type Begun = { machine: MachineName };
  const { loadedDataConverter: converter } = client.options;
  // Under a key that is not here nobody can tell; that it stands still is told all the same.
  const begun = await decodeFromPayloadsAtIndex<Begun>(converter, 0, payloads).catch(() => undefined);
  return begun?.machine;
}

/** Temporal's own form of an instant, in milliseconds. */
export const instantOf = (time: Event["eventTime"]): Instant =>
  Number(time?.seconds ?? 0) * 1_000 + Math.floor((time?.nanos ?? 0) / 1e6);
