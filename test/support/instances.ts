// A worker that carries machines of a test's own, and the way to their instances.
import { randomUUID } from "node:crypto";
import type { Client } from "@temporalio/client";
import type { WorkflowBundleOption } from "@temporalio/worker";
import { afterAll, beforeAll } from "vitest";
import { createInstances, type Instances } from "../../api/instances.ts";
import { workflowBundle } from "../../worker/bundle.ts";
import { quietTemporal, startWorker } from "../../worker/temporal-worker.ts";
import { testEnvironment } from "./temporal.ts";

export type Carried = Instances & { client: Client; taskQueue: string; newKey: () => string } & {
  /** Lets something happen while no worker is there. */
  away(meanwhile: () => Promise<void>): Promise<void>;
};

/** Instances on the file's server, with a worker that runs as long as the tests of the file. */
export function useInstances(options: {
  workflowsPath: string;
  activities: object;
  /** In place of the one made of `workflowsPath`. */
  bundle?: () => Promise<WorkflowBundleOption>;
}): Carried {
  const carried = {} as Carried;
  let end = async () => {};
  beforeAll(async () => {
    quietTemporal(log);
    const { client, address } = await testEnvironment();
    const taskQueue = `own-${randomUUID()}`;
    const { workflowsPath, activities } = options;
    const bundle = await (options.bundle?.() ?? workflowBundle(log, workflowsPath));
    const start = () => startWorker({ address, namespace: "default", activities, workflowBundle: bundle, taskQueue });
    let worker = await start();
    end = () => worker.stop();
    const away: Carried["away"] = async (meanwhile) => {
      await worker.stop();
      await meanwhile();
      worker = await start();
    };
    const newKey = () => randomUUID();
    const parts = { client, taskQueue, answerWithin: 20_000, newId: newKey, now: () => Date.now() };
    Object.assign(carried, createInstances(parts), { client, taskQueue, newKey, away });
  });
  afterAll(() => end());
  return carried;
}

const log = (line: string) => void process.stderr.write(`${line}\n`);
