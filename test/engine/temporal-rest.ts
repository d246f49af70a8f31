// What the server knows of an instance and of those that run apart from it: what is under way, and whether anything moves.
import { setTimeout as sleep } from "node:timers/promises";
import type { Client, WorkflowHandle } from "@temporalio/client";
import type { Outside } from "./outside.ts";

/** Milliseconds after which something that is still under way will not come to rest. */
const REST_WITHIN = 30_000;

/** `isApart`: something of it runs as a workflow of its own. */
type Parts = { client: Client; outside: Outside; isApart: boolean };
/** `underWay`: keys of the instance's own tasks; `mark` is another after whatever happens. */
export type Seen = { isOver: boolean; isAtRest: boolean; underWay: string[]; mark: string };

/** Comes back when nothing is under way but tasks that the test holds, also not between two instances. */
export async function rest(parts: Parts, id: string): Promise<Seen> {
  const deadline = Date.now() + REST_WITHIN;
  for (let before = ""; ; await sleep(2)) {
    const seen = await look(parts, id);
    // Of several each was looked at in its turn: it counts if nothing has happened since.
    if (seen.isAtRest && (!parts.isApart || seen.mark === before)) return seen;
    before = seen.mark;
    if (Date.now() > deadline) throw new Error(`${id} does not come to rest`);
  }
}

async function look(parts: Parts, id: string): Promise<Seen> {
  const { client, outside } = parts;
  const handle = client.workflow.getHandle(id);
  const { status, runId, raw, historyLength } = await handle.describe();
  const mark = `${runId}:${historyLength}`;
  const isOver = status.name !== "RUNNING" && status.name !== "CONTINUED_AS_NEW";
  if (isOver) return { isOver, isAtRest: true, underWay: [], mark };
  const pending = (raw.pendingActivities ?? []).map(({ activityId, state }) => ({
    key: outside.keyAt(runId, activityId!),
    isCancelled: state === CANCEL_REQUESTED,
  }));
  // A worker has room for so many: what was given up makes way.
  for (const { key, isCancelled } of pending) if (key && isCancelled) outside.settle(key, true, {});
  const hasArrived = !parts.isApart || (await hasSaidAll(handle));
  // Before that one that is to be may not be there.
  const children = hasArrived ? (raw.pendingChildren ?? []) : [];
  const below = await Promise.all(children.map(({ workflowId }) => look(parts, workflowId!)));
  const isStill = !raw.pendingWorkflowTask && pending.every(({ key, isCancelled }) => key && !isCancelled);
  return {
    isOver,
    isAtRest: isStill && hasArrived && below.every(({ isAtRest }) => isAtRest),
    underWay: pending.flatMap(({ key, isCancelled }) => (key && !isCancelled ? [key] : [])),
    mark: [mark, ...below.map((one) => one.mark)].join(" "),
  };
}

/** Whether each word to another instance has arrived there, or failed to. */
async function hasSaidAll(handle: WorkflowHandle): Promise<boolean> {
  const { events } = await handle.fetchHistory();
  const begun = events?.filter(
    (event) =>
      event.signalExternalWorkflowExecutionInitiatedEventAttributes ??
      event.requestCancelExternalWorkflowExecutionInitiatedEventAttributes ??
      event.startChildWorkflowExecutionInitiatedEventAttributes,
  );
  const over = events?.filter(
    (event) =>
      event.externalWorkflowExecutionSignaledEventAttributes ??
      event.signalExternalWorkflowExecutionFailedEventAttributes ??
      event.externalWorkflowExecutionCancelRequestedEventAttributes ??
      event.requestCancelExternalWorkflowExecutionFailedEventAttributes ??
      event.childWorkflowExecutionStartedEventAttributes ??
      event.startChildWorkflowExecutionFailedEventAttributes,
  );
  return begun?.length === over?.length;
}

const CANCEL_REQUESTED = 3;
