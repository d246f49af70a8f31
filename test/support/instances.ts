// A worker that carries machines of a test's own, and the way to their instances.
import { randomUUID } from "node:crypto";
import { bundleWorkflowCode, NativeConnection, Worker } from "@temporalio/worker";
import { afterAll, beforeAll } from "vitest";
import { createInstances, type Instances } from "../../api/instances.ts";
import { quietTemporal } from "../../worker/temporal-worker.ts";
import { testEnvironment } from "./temporal.ts";

const logger = { trace() {}, debug() {}, info() {}, warn() {}, error() {}, log() {} };

export type Carried = Instances & { taskQueue: string; newKey: () => string };

/** Instances on the file's server, with a worker that runs as long as the tests of the file. */
export function useInstances(options: { workflowsPath: string; activities: object }): Carried {
  const carried = {} as Carried;
  let end = async () => {};
  beforeAll(async () => {
    quietTemporal((line) => process.stderr.write(`${line}\n`));
    const { client, address } = await testEnvironment();
    const taskQueue = `own-${randomUUID()}`;
    const { workflowsPath, activities } = options;
    const connection = await NativeConnection.connect({ address });
    const worker = await Worker.create({
      connection,
      taskQueue,
      activities,
      workflowBundle: await bundleWorkflowCode({ workflowsPath, logger }),
      stickyQueueScheduleToStartTimeout: "1s",
    });
    const run = worker.run();
    end = async () => {
      worker.shutdown();
      await run;
      await connection.close();
    };
    const newKey = () => randomUUID();
    const parts = { client, taskQueue, answerWithin: 20_000, newId: newKey, now: () => Date.now() };
    Object.assign(carried, createInstances(parts), { taskQueue, newKey });
  });
  afterAll(() => end());
  return carried;
}
