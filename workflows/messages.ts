// What passes between the API, the workflow and its activities. Types and names only.
import type { Plan } from "../programmes/types.ts";
import type { Cause, Told } from "../machines/ledger.ts";
import type { Network } from "../machines/network/network.ts";
import type { BatchResult, Trigger } from "../machines/trigger.ts";

/** `real`: weeks take weeks. `stepped`: time moves only when told to (`advance`, and the `at` of triggers). */
export type WorkflowClock = "real" | "stepped";

/** A whole network between two runs of its workflow. */
export type Envelope = {
  v: 1;
  network: string;
  machine: `${string}@${number}`;
  clock: WorkflowClock;
  plan: Plan;
  /** Null in the first run: the network then begins at `startedAt` (ms), by the person who made it. */
  state: Network | null;
  startedAt: number;
  cause: Cause;
  /** Entries not yet written. */
  outbox: Told[];
  /** The last keys that were processed, with the number of the last entry each led to. */
  seen: [key: string, n: number][];
  runs: number;
  /** Events in one run's history before it continues as new, where that is to be fewer than usual: tests set it low. */
  eventsPerRun?: number;
};

/** One Update: triggers in the order they came, or (stepped clock) time moved to an instant. */
export type Batch = { triggers: Trigger[] } | { advance: number };

export type { BatchResult };

/** Triggers in one Update at the most. */
export const MAX_BATCH = 200;
export const NETWORK_WORKFLOW = "network";
export const UPDATE = "batch";
export const TASK_QUEUE = "fremdrift";
/** Type of the ApplicationFailure that carries the results when every trigger of a batch is refused. */
export const REFUSED = "Refused";
/** Workflow id of a network. */
export const workflowIdOf = (network: string): string => `network-${network}`;
