// A worker that carries machines of a test's own, and the way to their instances.
import { randomUUID } from "node:crypto";
import type { Client } from "@temporalio/client";
import { afterAll, beforeAll } from "vitest";
import { createInstances, type Instances } from "../../api/instances.ts";
import { workflowBundle } from "../../worker/bundle.ts";
import { quietTemporal, startWorker } from "../../worker/temporal-worker.ts";
import { testEnvironment } from "./temporal.ts";

export type Carried = Instances & { client: Client; newKey: () => string };

/** Instances on the file's server, with a worker that runs as long as the tests of the file. */
export function useInstances(options: { workflowsPath: string; activities: object }): Carried {
  const carried = {} as Carried;
  let end = async () => {};
  beforeAll(async () => {
    quietTemporal(log);
    const { client, address } = await testEnvironment();
    const taskQueue = `own-${randomUUID()}`;
    const { workflowsPath, activities } = options;
    const bundle = await workflowBundle(log, { workflowsPath, preloadModules: [] });
    const worker = await startWorker({ address, namespace: "default", activities, workflowBundle: bundle, taskQueue });
    end = () => worker.stop();
    const newKey = () => randomUUID();
    const parts = { client, taskQueue, answerWithin: 20_000, newId: newKey, now: () => Date.now() };
    Object.assign(carried, createInstances(parts), { client, newKey });
  });
  afterAll(() => end());
  return carried;
}

const log = (line: string) => void process.stderr.write(`${line}\n`);
