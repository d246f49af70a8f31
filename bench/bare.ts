// Bare Temporal Updates on the stack's own server: what a trigger is compared with.
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { Client, Connection } from "@temporalio/client";

const WORKER = fileURLToPath(new URL("bare-worker.ts", import.meta.url));

export type Bare = {
  /** One Update on one of the workflows, until it is answered. */
  add(workflow: number): Promise<void>;
  stop(): Promise<void>;
};

/** Starts a worker and so many workflows that each add one. */
export async function startBare(address: string, workflows: number): Promise<Bare> {
  const worker = fork(WORKER, [address], { execArgv: ["--import", "tsx"] });
  await new Promise((resolve, reject) => worker.once("message", resolve).once("exit", reject));
  const connection = await Connection.connect({ address });
  const client = new Client({ connection });
  const workflowId = (n: number) => `bare-${worker.pid}-${n}`;
  const handles = await Promise.all(
    Array.from({ length: workflows }, (_, n) =>
      client.workflow.start("adder", { workflowId: workflowId(n), taskQueue: "bare", workflowTaskTimeout: "2s" }),
    ),
  );
  return {
    add: async (workflow) => {
      await handles[workflow]!.executeUpdate("add", { args: [1] });
    },
    stop: async () => {
      await Promise.all(handles.map((handle) => handle.terminate()));
      await connection.close();
      worker.disconnect();
    },
  };
}
