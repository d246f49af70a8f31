// How long a network takes to be at home again in a worker that has forgotten it: its longest history, played anew.
import { Client, Connection } from "@temporalio/client";
import type { History } from "@temporalio/common/lib/proto-utils.js";
import { Worker } from "@temporalio/worker";
import { workflowBundle } from "../worker/bundle.ts";
import { quietTemporal } from "../worker/temporal-worker.ts";
import { workflowIdOf } from "../workflows/messages.ts";
import { median, timed } from "./numbers.ts";
import type { Stack } from "./stack.ts";
import type { Line } from "./table.ts";

/** Copies of it in one round beyond the first, and rounds: what a worker's start costs is in the first alone. */
const COPIES = 5;
const ROUNDS = 5;

/** Seconds for the longest of the sample network's runs. */
export async function measureReplay(stack: Stack, network: string): Promise<Line[]> {
  const history = await longestOf(stack.temporal, workflowIdOf(network));
  quietTemporal(() => {});
  const bundle = await workflowBundle(() => {});
  const play = async (copies: number) => {
    const histories = Array.from({ length: copies }, (_, n) => ({ workflowId: `copy-${n}`, history }));
    for await (const { error } of Worker.runReplayHistories({ workflowBundle: bundle }, histories))
      if (error) throw error;
  };
  const each: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const first = await timed(() => play(1));
    each.push(((await timed(() => play(1 + COPIES))) - first) / COPIES / 1_000);
  }
  const detail = `${history.events!.length} events, the longest run of the sample network`;
  return [{ name: "replay", figure: median(each), unit: "s", reach: 0.5, detail }];
}

async function longestOf(address: string, workflowId: string): Promise<History> {
  const connection = await Connection.connect({ address });
  const { workflow } = new Client({ connection });
  let longest: History = {};
  for await (const { runId } of workflow.list({ query: `WorkflowId = '${workflowId}'` })) {
    const history = await workflow.getHandle(workflowId, runId).fetchHistory();
    if ((history.events?.length ?? 0) > (longest.events?.length ?? 0)) longest = history;
  }
  await connection.close();
  return longest;
}
