// The Temporal worker: workflow bundle, activities, and the settings under which recovery is quick and memory small.
import { fileURLToPath } from "node:url";
import { DefaultLogger, NativeConnection, Runtime, Worker } from "@temporalio/worker";
import type { ActivityInterceptorsFactory, WorkflowBundleOption } from "@temporalio/worker";
import type { DataConverter } from "@temporalio/common";
import { TASK_QUEUE } from "../workflows/messages.ts";
import { sparing } from "./sparing.ts";
import type { Reach } from "./temporal-way.ts";

/** How failures pass, for clients, workers and the bundle alike. */
export const FAILURES = fileURLToPath(new URL("../workflows/failures.mjs", import.meta.url));
export const WORKFLOWS = fileURLToPath(new URL("../workflows/index.ts", import.meta.url));

/**
 * For Temporal's bundler. A worker's workflows share the module and all that it imports: a copy for each would make one in
 * memory cost three times as much. So none of them may keep anything in a variable of its own.
 */
export const codeOf = (workflowsPath: string) => ({
  workflowsPath,
  preloadModules: [workflowsPath],
  failureConverterPath: FAILURES,
});

/**
 * Workflows kept in memory, and tasks at once. A network that falls out is replayed when something happens to it, which
 * takes a quarter of a second at the most. An activity that its run has left behind holds its place until it ends.
 */
const LIMITS = { cached: 500, workflowTasks: 40, activities: 100 };

export type RunningWorker = {
  /** Resolves when the worker has ended; rejects when it broke. */
  done: Promise<void>;
  stop(): Promise<void>;
};

/**
 * Temporal's own log, to ours: warnings and worse. Once for each process, before anything connects. `metrics`: where it tells what
 * it counts, as `host:port` of this machine.
 */
export function quietTemporal(given: (line: string) => void, metrics?: string): void {
  const log = sparing(given);
  Runtime.install({
    logger: new DefaultLogger("WARN", ({ level, message, meta }) =>
      log(`temporal ${level.toLowerCase()}: ${[message, ...aboutOf(meta)].join(", ")}`),
    ),
    telemetryOptions: {
      logging: { filter: "ERROR", forward: {} },
      ...(metrics !== undefined && {
        metrics: { prometheus: { bindAddress: metrics, useSecondsForDurations: true, unitSuffix: true } },
      }),
    },
  });
}

/** Which workflow it is about, and what went wrong: a line that names neither helps nobody. */
function aboutOf({ workflowId, error }: { workflowId?: unknown; error?: unknown } = {}): string[] {
  const wrong = error instanceof Error ? error.message : error;
  return [workflowId, wrong].filter((word) => word !== undefined).map(String);
}

/** Starts a worker on the task queue, the networks' own where none is named; comes back when it polls. */
export async function startWorker(options: {
  address: string;
  namespace: string;
  activities: object;
  workflowBundle: WorkflowBundleOption;
  taskQueue?: string;
  /** Around activities. */
  around?: ActivityInterceptorsFactory | undefined;
  /** How what passes is written, and how the server is reached: plainly, where nothing is said. */
  dataConverter?: DataConverter;
  reach?: Reach;
}): Promise<RunningWorker> {
  const {
    address,
    namespace,
    activities,
    workflowBundle,
    taskQueue = TASK_QUEUE,
    dataConverter,
    reach,
    around,
  } = options;
  const connection = await NativeConnection.connect({ address, ...reach });
  const worker = await Worker.create({
    connection,
    namespace,
    taskQueue,
    activities,
    workflowBundle,
    ...(dataConverter && { dataConverter }),
    ...(around && { interceptors: { activity: [around] } }),
    maxCachedWorkflows: LIMITS.cached,
    maxConcurrentWorkflowTaskExecutions: LIMITS.workflowTasks,
    maxConcurrentActivityTaskExecutions: LIMITS.activities,
    // After kill -9 a sticky task waits for the dead worker: a second of that is enough.
    stickyQueueScheduleToStartTimeout: "1s",
    shutdownGraceTime: "1s",
  });
  const run = worker.run();
  return {
    done: run.finally(() => void connection.close()),
    stop: async () => {
      if (worker.getState() === "RUNNING") worker.shutdown();
      await run.catch(() => {});
    },
  };
}
