// The store is behind: what the workflow had written stands in its history, and is written again.
import type { Client } from "@temporalio/client";
import { decodeFromPayloadsAtIndex } from "@temporalio/common/lib/internal-non-workflow/index.js";
import type { ToldBy } from "../machines/replayed.ts";
import { workflowIdOf } from "../workflows/messages.ts";
import { eventsOf, type Events } from "./histories.ts";

/** Runs read back at the most. */
const MOST_RUNS = 1_000;

type Written = { network: string; told: ToldBy[]; now: number };

/**
 * What a network's workflow had written after its entry `after`, in order, from the runs that Temporal still keeps. What it is still
 * having written is not among it: that comes by itself.
 */
export async function writtenAfter(client: Client, network: string, after: number): Promise<ToldBy[]> {
  const found = new Map<number, ToldBy>();
  let runId: string | undefined;
  for (let read = 0; read < MOST_RUNS; read++) {
    const events = await eventsOf(client, workflowIdOf(network), runId);
    if (!events) break;
    for (const { told } of await writtenIn(client, events))
      for (const one of told) if (!found.has(one.entry.n)) found.set(one.entry.n, one);
    runId = events[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId || undefined;
    if (runId === undefined || Math.min(...found.keys()) <= after + 1) break;
  }
  return [...found.values()].filter(({ entry }) => entry.n > after).toSorted((a, b) => a.entry.n - b.entry.n);
}

async function writtenIn({ options }: Client, events: Events): Promise<Written[]> {
  const done = new Set(
    events.flatMap(({ activityTaskCompletedEventAttributes: completed }) =>
      completed ? [String(completed.scheduledEventId)] : [],
    ),
  );
  const inputs = events.flatMap(({ eventId, activityTaskScheduledEventAttributes: scheduled }) =>
    scheduled && done.has(String(eventId)) ? [scheduled.input?.payloads] : [],
  );
  return await Promise.all(
    inputs.map((payloads) => decodeFromPayloadsAtIndex<Written>(options.loadedDataConverter, 0, payloads)),
  );
}
