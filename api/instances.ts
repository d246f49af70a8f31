// Instances of registered machines, from outside: started, told, looked at, moved to another version.
import { WorkflowIdConflictPolicy, WorkflowIdReusePolicy, type Client } from "@temporalio/client";
import { WorkflowExecutionAlreadyStartedError } from "@temporalio/common";
import type { Answer, Recorded, Sent, Standing } from "../machines/engine/instance.ts";
import type { Migration } from "../machines/engine/migrate.ts";
import type { Registered } from "../machines/engine/register.ts";
import { demandSmall } from "../machines/engine/size.ts";
import type { Json } from "../machines/engine/types.ts";
import {
  EVENTS_PER_RUN,
  INSTANCE_WORKFLOW,
  machineName,
  MIGRATE,
  MIGRATION,
  RECORDS,
  STANDING,
  UPDATE,
  type Answered,
  type Asked,
  type InstanceEnvelope,
  type MachineName,
  type Migrated,
  type Migrating,
  type WorkflowClock,
} from "../workflows/messages.ts";
import { Declined, update } from "./update.ts";

export type Instances = {
  /** Starts one under an id; started again under the same id, nothing happens, also when it is over. */
  start(
    of: Pick<Registered, "name" | "version">,
    options: { id: string; input: Json; clock?: WorkflowClock; eventsPerRun?: number },
  ): Promise<void>;
  /** One event; what was refused is answered too. Throws `Ended` where the instance is over, `Unanswered` where nobody answers. */
  send(id: string, sent: Sent): Promise<{ answer: Answer; standing?: Standing }>;
  /** Stepped clock: moves its time (ms), and applies what falls due. */
  advance(id: string, until: number): Promise<Standing>;
  standing(id: string): Promise<Standing>;
  /** What it has said, the last hundred at the most: emitted events, logs, faults. */
  records(id: string): Promise<Recorded[]>;
  /** The root's output, when it is over. Throws what it failed with. */
  output(id: string): Promise<Json>;
  /** What another version would make of it. */
  migration(id: string, to: MachineName): Promise<Migration>;
  /** Moves it to another version, whole or not at all: throws `Declined`, whose first detail is the migration. */
  migrate(id: string, by: Migrating): Promise<Migrated>;
};

/** `answerWithin`: milliseconds until nobody counts as answering. `now`: the clock (ms). */
export function createInstances(parts: {
  client: Client;
  taskQueue: string;
  answerWithin: number;
  newId: () => string;
  now: () => number;
}): Instances {
  const { client, taskQueue, answerWithin, newId, now } = parts;
  const handle = (id: string) => client.workflow.getHandle(id);
  const ask = async <T>(id: string, name: string, arg: unknown) =>
    await update<T>({ client, answerWithin, workflowId: id, name, updateId: newId(), arg });
  const tell = async (id: string, asked: Asked) => await ask<Answered>(id, UPDATE, asked);
  return {
    start: async (of, { id, input, clock = "real", eventsPerRun = EVENTS_PER_RUN }) => {
      const envelope: InstanceEnvelope = {
        v: 1,
        machine: machineName(of),
        clock,
        startedAt: clock === "real" ? now() : 0,
        state: null,
        outbox: [],
        seen: [],
        runs: 0,
        input,
        eventsPerRun,
      };
      const starting = client.workflow.start(INSTANCE_WORKFLOW, {
        workflowId: id,
        taskQueue,
        args: [envelope],
        workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
        workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
        workflowTaskTimeout: "2s",
      });
      await starting.catch((error: unknown) => {
        if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      });
    },
    send: async (id, sent) => {
      const tooLarge = errorOf(() => demandSmall(sent.event));
      if (tooLarge) return { answer: refusedAs(sent, tooLarge) };
      try {
        const { answer, standing } = await tell(id, { send: sent, sentAt: now() });
        return { answer: answer!, standing };
      } catch (error) {
        if (!(error instanceof Declined)) throw error;
        const [told] = error.details as [Answered?];
        return told?.answer ? { answer: told.answer, standing: told.standing } : { answer: refusedAs(sent, error) };
      }
    },
    advance: async (id, until) => {
      // Where very much is due an instance takes so many at once.
      for (;;) {
        const { standing } = await tell(id, { advance: until });
        if (standing.now >= until || standing.status !== "active") return standing;
      }
    },
    standing: async (id) => await handle(id).query<Standing>(STANDING),
    records: async (id) => await handle(id).query<Recorded[]>(RECORDS),
    output: async (id) => (await handle(id).result()) as Json,
    migration: async (id, to) => await handle(id).query<Migration, [Migrating]>(MIGRATION, { to, key: "", by: "" }),
    migrate: async (id, by) => await ask<Migrated>(id, MIGRATE, by),
  };
}

const refusedAs = ({ key }: Sent, { message: why }: Error): Answer => ({ key, ok: false, code: "shape", why });

/** What is larger than Temporal takes would be tried for ever in the workflow: it is refused before it gets there. */
function errorOf(demand: () => void): Error | undefined {
  try {
    demand();
    return undefined;
  } catch (error) {
    return error as Error;
  }
}
