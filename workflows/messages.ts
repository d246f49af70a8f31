// What passes between who asks, the workflows and their activities. Types and names only.
import type { Plan } from "../programmes/types.ts";
import type { Settled, TaskRef } from "../machines/engine/answers.ts";
import type { Answer, Instance, Outward, Sent, Standing } from "../machines/engine/instance.ts";
import type { Change, Migration } from "../machines/engine/migrate.ts";
import type { ABOVE, Json, MachineEvent } from "../machines/engine/types.ts";
import type { Cause, Told } from "../machines/ledger.ts";
import type { Network } from "../machines/network/network.ts";
import type { BatchResult, Trigger } from "../machines/trigger.ts";

/** `real`: weeks take weeks. `stepped`: time moves only when told to. */
export type WorkflowClock = "real" | "stepped";

/** A machine's name and version, as `network@1`. */
export type MachineName = `${string}@${number}`;
export const machineName = ({ name, version }: { name: string; version: number }): MachineName => `${name}@${version}`;
export const versionIn = (machine: MachineName): number => Number(machine.split("@")[1]);

/** Something that lives between two runs of its workflow. `S` is its state, `Out` what it must have done outside. */
export type Envelope<S, Out> = {
  v: 1;
  machine: MachineName;
  clock: WorkflowClock;
  /** When it begins (ms). */
  startedAt: number;
  /** Null in the first run. */
  state: S | null;
  /** Not yet done, in order. */
  outbox: Out[];
  /** The last keys that were processed, with a number each. */
  seen: [key: string, n: number][];
  runs: number;
  /** Events in one run's history before it continues as new. */
  eventsPerRun: number;
};

/** A whole network between two runs. It begins by the person who made it. */
export type NetworkEnvelope = Envelope<Network, Told> & { network: string; plan: Plan; cause: Cause };

/** A network as it stands in its workflow, and how often that has continued as new. */
export type Inspected = Pick<NetworkEnvelope, "machine" | "plan" | "runs"> & { state: Network };

/** An instance of a registered machine between two runs. `above`: who started it to run apart, and as which task. */
export type InstanceEnvelope = Envelope<Instance, Outward> & {
  input: Json;
  above?: { workflowId: string; task: TaskRef };
};

/** One Update of a network: triggers in the order they came, or (stepped clock) time moved to an instant. */
export type Batch = { triggers: Trigger[] } | { advance: number };

/** One Update of an instance: an event, and when it was sent (ms); or (stepped clock) time moved to an instant. */
export type Asked = { send: Sent; sentAt: number } | { advance: number };
export type Answered = { answer?: Answer; standing: Standing };

/** What an instance that runs apart and the one above it (`ABOVE`) say to each other. `key` makes it happen once. */
export type Said = { key: string } & (
  | { from: TaskRef | typeof ABOVE; event: MachineEvent }
  | { from: TaskRef; settled: Settled }
);

/** A move to another version, for all that the host runs. */
export type Migrating = { to: MachineName; key: string; by: string };
export type Migrated = { from: MachineName; to: MachineName; changes: Change[] };

/** What a move would come to. `refused`: why nobody can tell. */
export type MigrationAnswer = Migration & { refused?: string };

export type { BatchResult };

/** Triggers in one Update at the most. */
export const MAX_BATCH = 200;
/** Events in a run of what begins now; what runs keeps its own, as its history is replayed by it. */
export const EVENTS_PER_RUN = 400;
/** Workflow types. */
export const NETWORK_WORKFLOW = "network";
export const INSTANCE_WORKFLOW = "instance";
/** The Update that carries a batch or an event. */
export const UPDATE = "batch";
export const MIGRATE = "migrate";
/** Queries: what a migration would come to; how an instance stands; what it has said. */
export const MIGRATION = "migration";
/** Query: what an Update would be answered, without its happening. */
export const PREVIEW = "preview";
/** Query: how a network's machines stand, as `Inspected`. */
export const INSPECTION = "inspection";
export const STANDING = "standing";
export const RECORDS = "records";
/** The signal between instances, one of which runs apart from the other: one for all that is said, so that its order stays. */
export const SAID = "said";
export const TASK_QUEUE = "fremdrift";
/** Type of the ApplicationFailure of what is refused; its details carry why. */
export const REFUSED = "Refused";
/** That of what can be asked again later. */
export const FULL = "Full";
/** Workflow id of a network. */
export const workflowIdOf = (network: string): string => `network-${network}`;
