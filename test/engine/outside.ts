// What scripts on Temporal have carried out, in the test's own process: acts at once, tasks when the test says so.
import { Context } from "@temporalio/activity";
import { ApplicationFailure, ApplicationFailureCategory } from "@temporalio/common";
import type { About } from "../../machines/engine/activities.ts";

type Held = { key: string; settle: (ok: boolean, value: object) => void };

/** `activities` for a worker; the rest is for who plays the script. */
export type Outside = ReturnType<typeof outside>;

export function outside() {
  const held = new Map<string, Held>();
  const placeOf = (runId: string, activityId: string) => `${runId}/${activityId}`;
  const task = async (_: unknown, { key }: About) => {
    const { activityId, workflowExecution } = Context.current().info;
    const place = placeOf(workflowExecution!.runId, activityId);
    // It was begun again in a later run: nobody waits for what the earlier run began.
    for (const other of held.values()) if (other.key === key) other.settle(true, {});
    return await new Promise((resolve, reject) => {
      held.set(place, {
        key,
        settle: (ok, value) => {
          held.delete(place);
          if (ok) resolve(value);
          else reject(failureOf(value as Error));
        },
      });
    });
  };
  return {
    activities: { "script.act": async () => null, "script.emitted": async () => null, "script.task": task },
    /** The key of the asking whose activity waits there. */
    keyAt: (runId: string, activityId: string): string | undefined => held.get(placeOf(runId, activityId))?.key,
    settle: (key: string, ok: boolean, value: object): void => {
      for (const one of held.values()) if (one.key === key) one.settle(ok, value);
    },
    /** Lets go of all that an instance had asked for. */
    release: (instance: string): void => {
      for (const one of held.values()) if (one.key.startsWith(`${instance}/`)) one.settle(true, {});
    },
  };
}

/** Benign: it is expected, and no line in anybody's log. */
const failureOf = ({ name: type, message }: Error) =>
  ApplicationFailure.create({ type, message, nonRetryable: true, category: ApplicationFailureCategory.BENIGN });
