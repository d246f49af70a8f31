// What the sample network cost Temporal, from its history: events, and what a hosted Temporal would count as actions.
import { Client, Connection } from "@temporalio/client";
import { workflowIdOf } from "../workflows/messages.ts";
import type { Stack } from "./stack.ts";
import type { Line } from "./table.ts";

/** Events that are an action each; a start that continues a run is counted where it was asked for. */
const ACTIONS: Record<string, string> = {
  workflowExecutionUpdateAccepted: "updates",
  activityTaskScheduled: "activities",
  timerStarted: "timers",
  workflowExecutionContinuedAsNew: "continued as new",
};

/** Events and actions of the network with this id, over all its runs. */
export async function measureDemo(stack: Stack, network: string): Promise<Line[]> {
  const counts = await eventsOf(stack.temporal, workflowIdOf(network));
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const kinds = Object.entries(ACTIONS).map(([event, name]) => ({ name, count: counts[event] ?? 0 }));
  const actions = 1 + kinds.reduce((sum, { count }) => sum + count, 0);
  const told = kinds.map(({ name, count }) => `${count} ${name}`).join(", ");
  return [
    { name: "sample network: history", figure: total, unit: "events", reach: 3_000 },
    { name: "sample network: Temporal", figure: actions, unit: "actions", reach: 500, detail: `1 start, ${told}` },
  ];
}

async function eventsOf(address: string, workflowId: string): Promise<Record<string, number>> {
  const connection = await Connection.connect({ address });
  const { workflow } = new Client({ connection });
  const counts: Record<string, number> = {};
  for await (const { runId } of workflow.list({ query: `WorkflowId = '${workflowId}'` })) {
    const { events } = await workflow.getHandle(workflowId, runId).fetchHistory();
    for (const event of events ?? []) {
      const kind = Object.keys(event)
        .find((field) => field.endsWith("EventAttributes"))
        ?.replace("EventAttributes", "");
      counts[kind ?? "other"] = (counts[kind ?? "other"] ?? 0) + 1;
    }
  }
  await connection.close();
  return counts;
}
