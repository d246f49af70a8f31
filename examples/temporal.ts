// A worker for an example, on a Temporal server that is started for it and is gone with it; TEMPORAL_ADDRESS names one
// that runs already.
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client, Connection } from "@temporalio/client";
import { createInstances, type Instances } from "../api/instances.ts";
import { workflowBundle } from "../worker/bundle.ts";
import { startTemporal } from "../worker/temporal-server.ts";
import { quietTemporal, startWorker } from "../worker/temporal-worker.ts";

/** What the worker carries: the module of its workflows, by path, and its activities. `say` is told what it waits for. */
type Carried = { taskQueue: string; workflows: string; activities: object; say: (line: string) => void };

/** Stops the worker, waits for `meanwhile`, and starts another. */
type WithoutWorker = (meanwhile: () => Promise<unknown>) => Promise<void>;

/** Has a story played, and ends all that it started, whatever came of it. */
export async function onTemporal(
  { taskQueue, workflows, activities, say }: Carried,
  story: (instances: Instances, withoutWorker: WithoutWorker) => Promise<void>,
): Promise<void> {
  quietTemporal(() => {});
  const folder = await mkdtemp(path.join(tmpdir(), "fremdrift-example-"));
  const server = process.env["TEMPORAL_ADDRESS"] ? undefined : await startTemporal({ folder, log: say });
  const address = server?.address ?? process.env["TEMPORAL_ADDRESS"]!;
  const namespace = process.env["TEMPORAL_NAMESPACE"] ?? "default";
  const connection = await Connection.connect({ address });
  const client = new Client({ connection, namespace });
  const carried = { activities, workflowBundle: await workflowBundle(say, workflows) };
  const startOne = async () => await startWorker({ address, namespace, taskQueue, ...carried });
  const newId = () => randomUUID();
  const instances = createInstances({ client, taskQueue, answerWithin: 20_000, newId, now: () => Date.now() });

  let worker = await startOne();
  try {
    await story(instances, async (meanwhile) => {
      await worker.stop();
      await meanwhile();
      worker = await startOne();
    });
  } finally {
    await worker.stop();
    await connection.close();
    await server?.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
