// What came to a network's workflow, run after run, as Temporal keeps it: read, decoded, and put as its machines know it.
import type { Client } from "@temporalio/client";
import { WorkflowNotFoundError } from "@temporalio/common";
import { decodeArrayFromPayloads } from "@temporalio/common/lib/internal-non-workflow/index.js";
import type { Came, Lived } from "../machines/inspect/retold.ts";
import type { Network } from "../machines/network/network.ts";
import { UPDATE, workflowIdOf, type Batch, type MachineName, type NetworkEnvelope } from "../workflows/messages.ts";
import { instantOf } from "./engine-health.ts";

/** Runs read back at the most. One holds some 400 events, which is the whole of most networks. */
const MOST_RUNS = 20;

/** One run, with the version of the machine that it ran. */
export type Run = Lived & { machine: MachineName };

/**
 * The runs of a network from the newest back to the first that `reaches` far enough, in the order they ran. Fewer where Temporal keeps
 * the earlier ones no longer: runs that are over are kept for its namespace's retention. None where it knows nothing of the network.
 */
export async function runsOf(
  client: Client,
  network: string,
  reaches: (began: Network | null) => boolean,
): Promise<Run[]> {
  const runs: Run[] = [];
  let runId: string | undefined;
  for (let read = 0; read < MOST_RUNS; read++) {
    const events = await eventsOf(client, workflowIdOf(network), runId);
    const started = events?.[0]?.workflowExecutionStartedEventAttributes;
    if (!events || !started) break;
    const run = await runIn(client, events);
    runs.unshift(run);
    runId = started.continuedExecutionRunId || undefined;
    if (runId === undefined || reaches(run.began.state)) break;
  }
  return runs;
}

/** Of one run. */
export type Events = NonNullable<
  Awaited<ReturnType<ReturnType<Client["workflow"]["getHandle"]>["fetchHistory"]>>["events"]
>;

/** What a run went through, the latest where none is named. Undefined where Temporal keeps it no longer, or never had it. */
export async function eventsOf(client: Client, workflowId: string, runId?: string): Promise<Events | undefined> {
  try {
    return (await client.workflow.getHandle(workflowId, runId).fetchHistory()).events ?? undefined;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return undefined;
    throw error;
  }
}

type Payloads = NonNullable<
  NonNullable<Events[number]["workflowExecutionStartedEventAttributes"]>["input"]
>["payloads"];

/** One run as Temporal keeps it. Exported for tests, which have recorded histories. */
export async function runIn({ options }: Pick<Client, "options">, events: Events): Promise<Run> {
  const decoded = async <T>(payloads: Payloads): Promise<T> =>
    (await decodeArrayFromPayloads(options.loadedDataConverter, payloads))[0] as T;
  const envelope = await decoded<NetworkEnvelope>(events[0]?.workflowExecutionStartedEventAttributes?.input?.payloads);
  const { machine, plan, startedAt, cause, clock, seen, state } = envelope;
  return { machine, began: { state, plan, startedAt, cause, clock, seen }, came: await cameIn(events, decoded) };
}

/** What came in each workflow task that was completed: its Updates stand behind it, and a timer that went off before it began. */
async function cameIn(events: Events, decoded: <T>(payloads: Payloads) => Promise<T>): Promise<Came[]> {
  const came: Came[] = [];
  // After a reset what had been asked comes again: the request then stands by itself, before it is accepted.
  const admitted = new Map<string, Request>();
  let [at, rang] = [0, false];
  for (const event of events) {
    if (event.workflowTaskStartedEventAttributes) at = instantOf(event.eventTime);
    if (event.timerFiredEventAttributes) rang = true;
    if (event.workflowTaskCompletedEventAttributes) {
      came.push({ at, asked: [], rang });
      rang = false;
    }
    const again = event.workflowExecutionUpdateAdmittedEventAttributes?.request;
    if (again) admitted.set(again.meta?.updateId ?? "", again);
    const accepted = event.workflowExecutionUpdateAcceptedEventAttributes;
    const request = accepted?.acceptedRequest ?? admitted.get(accepted?.protocolInstanceId ?? "");
    // A move to another version shows in what the next run begins with.
    if (accepted && request?.input?.name === UPDATE)
      came.at(-1)?.asked.push(await decoded<Batch>(request.input.args?.payloads));
  }
  return came;
}

type Request = NonNullable<NonNullable<Events[number]["workflowExecutionUpdateAdmittedEventAttributes"]>["request"]>;
