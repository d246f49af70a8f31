// A Temporal server of its own with one worker, for what the host alone costs.
import { fork, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Client, Connection } from "@temporalio/client";
import { atOnce } from "../api/at-once.ts";
import { createInstances, type Instances } from "../api/instances.ts";
import { workflowBundle } from "../worker/bundle.ts";
import { startTemporal } from "../worker/temporal-server.ts";
import { tree } from "./processes.ts";

const WORKER = fileURLToPath(new URL("host-worker.ts", import.meta.url));
const WORKFLOWS = fileURLToPath(new URL("host-workflows.ts", import.meta.url));
const QUEUE = "host";
const SETTINGS = { "history.workflowIdReuseMinimalInterval": '"0s"' };

export type HostStack = {
  client: Client;
  instances: Instances;
  taskQueue: string;
  /** MiB of memory (PSS) of the worker and of the server. */
  memory(): { worker: number; server: number };
  /** Calls back for each ring of an alarm or a sleeper. */
  onRing(call: () => void): void;
  stop(): Promise<void>;
};

export async function startHostStack(): Promise<HostStack> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "fremdrift-host-"));
  const server = await startTemporal({ folder, log: () => {}, settings: SETTINGS });
  // Here, as it takes memory: the worker finds it made.
  await workflowBundle(() => {}, WORKFLOWS);
  const worker = await startWorker(server.address);
  const connection = await Connection.connect({ address: server.address });
  const client = new Client({ connection });
  let count = 0;
  const newId = () => `${Date.now()}-${++count}`;
  const pssOf = (pid: number) => tree(pid).reduce((sum, { pssMiB }) => sum + pssMiB, 0);
  return {
    client,
    taskQueue: QUEUE,
    instances: createInstances({ client, taskQueue: QUEUE, answerWithin: 30_000, newId, now: () => Date.now() }),
    memory: () => ({ worker: pssOf(worker.pid!), server: pssOf(server.pid) }),
    onRing: (call) => void worker.on("message", (what) => what === "ring" && call()),
    stop: async () => {
      worker.disconnect();
      await connection.close();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function startWorker(address: string): Promise<ChildProcess> {
  const worker = fork(WORKER, [address, QUEUE], {
    execArgv: ["--import", "tsx"],
  });
  await new Promise((resolve, reject) => worker.once("message", resolve).once("exit", reject));
  return worker;
}

/** Does `work` for each number below `count`, so many at once. */
export const each = async (count: number, most: number, work: (n: number) => Promise<unknown>): Promise<void> =>
  void (await atOnce(most, [...Array(count).keys()], work));
