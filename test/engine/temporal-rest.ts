// What the server knows of an instance and of those that run apart from it: what is under way, and whether anything moves.
import { setTimeout as sleep } from "node:timers/promises";
import { WorkflowNotFoundError, type Client, type WorkflowHandle } from "@temporalio/client";
import type { Outside } from "./outside.ts";

/** Milliseconds without anything happening, after which what is under way will not come to rest. */
const REST_WITHIN = 30_000;

/** Looks in which several instances must stay as they are. */
const LOOKS = 10;

/** `below`: ids of what runs apart from the instance, where something may. */
type Parts = { client: Client; outside: Outside; below: (() => Promise<string[]>) | undefined };
/** `underWay`: keys of its tasks; `mark` is another after whatever happens. */
type Seen = { isOver: boolean; isAtRest: boolean; underWay: string[]; mark: string };

/** Comes back when nothing is under way but tasks that the test holds, also not between two instances. */
export async function rest(parts: Parts, id: string): Promise<Seen> {
  let deadline = Date.now() + REST_WITHIN;
  let still = 0;
  for (let before = ""; ; await sleep(parts.below ? 20 : 2)) {
    const seen = await look(parts, id);
    const below = await Promise.all(((await parts.below?.()) ?? []).map((child) => look(parts, child)));
    const mark = [seen, ...below].map((one) => one.mark).join(" ");
    // Of several each is looked at in its turn, and what the server carries from one to another is seen of none: it counts
    // if nothing happens for a while.
    still = mark === before ? still + 1 : 0;
    const isQuiet = below.every(({ isAtRest }) => isAtRest) && (!parts.below || still >= LOOKS);
    if (seen.isAtRest && isQuiet) return seen;
    if (mark !== before) deadline = Date.now() + REST_WITHIN;
    before = mark;
    if (Date.now() > deadline) throw new Error(`${id} does not come to rest`);
  }
}

async function look({ client, outside, below }: Parts, id: string): Promise<Seen> {
  const handle = client.workflow.getHandle(id);
  const description = await orNothing(handle.describe());
  if (!description) return { isOver: false, isAtRest: false, underWay: [], mark: "" };
  const { status, runId, raw, historyLength } = description;
  const mark = `${runId}:${historyLength}`;
  const isOver = status.name !== "RUNNING" && status.name !== "CONTINUED_AS_NEW";
  if (isOver) return { isOver, isAtRest: true, underWay: [], mark };
  const pending = (raw.pendingActivities ?? []).map(({ activityId, state }) => ({
    key: outside.keyAt(runId, activityId!),
    isCancelled: Number(state) === CANCEL_REQUESTED,
  }));
  // A worker has room for so many: what was given up makes way.
  for (const { key, isCancelled } of pending) if (key && isCancelled) outside.settle(key, true, {});
  const isStill = !raw.pendingWorkflowTask && pending.every(({ key, isCancelled }) => key && !isCancelled);
  return {
    isOver,
    isAtRest: isStill && (!below || (await hasSaidAll(handle))),
    underWay: pending.flatMap(({ key, isCancelled }) => (key && !isCancelled ? [key] : [])),
    mark,
  };
}

/** One that is to run apart may not be there yet. */
async function orNothing<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return undefined;
    throw error;
  }
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

/** Of the server's states of an activity. */
const CANCEL_REQUESTED = 3;
