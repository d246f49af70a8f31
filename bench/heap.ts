// What one workflow in a worker's memory holds of the JavaScript heap: ours, and one that only sleeps. In this process, so that
// the heap can be read after a collection; what Temporal's own core keeps of each is not in it.
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Client, Connection } from "@temporalio/client";
import { NativeConnection, Worker } from "@temporalio/worker";
import { createInstances } from "../api/instances.ts";
import { workflowBundle } from "../worker/bundle.ts";
import { startTemporal } from "../worker/temporal-server.ts";
import { quietTemporal } from "../worker/temporal-worker.ts";
import { alarmV1 } from "./host-machines.ts";
import { each } from "./host-stack.ts";
import { until } from "./stack.ts";
import type { Line } from "./table.ts";

const DAY = 86_400_000;
/** Workflows before the first reading and between two; starts under way at once. */
const COUNT = { before: 200, between: 1_000, atOnce: 20 };
const WORKFLOWS = fileURLToPath(new URL("host-workflows.ts", import.meta.url));

type Start = (n: number) => Promise<unknown>;

/** KiB each, with a timer thirty days off. */
export async function measureHeap(): Promise<Line[]> {
  quietTemporal(() => {});
  const folder = await mkdtemp(path.join(os.tmpdir(), "fremdrift-heap-"));
  const server = await startTemporal({ folder, log: () => {} });
  const connection = await Connection.connect({ address: server.address });
  const client = new Client({ connection });
  const date = Date.now() + 30 * DAY;
  const lines = async (taskQueue: string, name: string, start: Start, reach?: number): Promise<Line> => ({
    name: `heap: one ${name}`,
    figure: await heldByEach(server.address, taskQueue, start),
    unit: "KiB",
    ...(reach !== undefined && { reach }),
    detail: `${COUNT.between} in memory, with a timer 30 days off`,
  });
  const instancesOf = (taskQueue: string) =>
    createInstances({ client, taskQueue, answerWithin: 30_000, newId: String, now: () => Date.now() });
  try {
    return [
      await lines("bare", "that sleeps by hand", (n) =>
        client.workflow.start("sleeper", { workflowId: `sleeper-${n}`, taskQueue: "bare", args: [date] }),
      ),
      await lines(
        "own",
        "machine",
        (n) => instancesOf("own").start(alarmV1, { id: `idle-${n}`, input: { until: date } }),
        60,
      ),
    ];
  } finally {
    await connection.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function heldByEach(address: string, taskQueue: string, start: Start): Promise<number> {
  const connection = await NativeConnection.connect({ address });
  const worker = await Worker.create({
    connection,
    taskQueue,
    // Workflows run in this very thread.
    debugMode: true,
    maxCachedWorkflows: 2 * COUNT.between,
    workflowBundle: await workflowBundle(() => {}, WORKFLOWS),
  });
  const run = worker.run();
  const heapWith = async (count: number) => {
    await until(300_000, async () => worker.getStatus().numCachedWorkflows >= count || undefined);
    await sleep(1_000);
    collect();
    return process.memoryUsage().heapUsed;
  };
  await each(COUNT.before, COUNT.atOnce, start);
  const few = await heapWith(COUNT.before);
  await each(COUNT.between, COUNT.atOnce, (n) => start(COUNT.before + n));
  const many = await heapWith(COUNT.before + COUNT.between);
  worker.shutdown();
  await run;
  await connection.close();
  return (many - few) / 1_024 / COUNT.between;
}

function collect(): void {
  setFlagsFromString("--expose-gc");
  const gc = runInNewContext("gc") as () => void;
  gc();
  gc();
}
