// The way to a network's workflow: one Update in flight for each network, the rest group-committed.
import type { Client } from "@temporalio/client";
import { setTimeout as sleep } from "node:timers/promises";
import type { Instant } from "../programmes/types.ts";
import { refusals } from "../machines/refusals.ts";
import type { BatchResult, Result, Trigger } from "../machines/trigger.ts";
import { MAX_BATCH, PREVIEW, UPDATE, workflowIdOf, type Batch } from "../workflows/messages.ts";
import { groupCommit, perKey } from "./group-commit.ts";
import { Declined, Ended, query, update } from "./update.ts";

/** What one trigger got, with how its network stands after the batch it was in. */
export type GateAnswer = { result: Result; network?: Omit<BatchResult, "results"> };

export type Gate = {
  trigger(network: string, trigger: Trigger): Promise<GateAnswer>;
  /** Stepped clock only: moves time, and applies what falls due. */
  advance(network: string, until: Instant): Promise<BatchResult>;
  /** What a trigger would be answered; nothing of it happens. */
  preview(network: string, trigger: Trigger): Promise<Result>;
};

export const GATE_LIMITS = {
  /** Networks whose queues are kept. */
  networks: 10_000,
  /** Triggers that may wait for one network. */
  waiting: 5_000,
  /** Milliseconds to hold back while a run continues as new: an Update that meets the end of a run stalls for seconds. */
  holdWhileEnding: 60,
};

/**
 * `prepare` runs once for each batch, before it is sent: what a store counts for it, and what people wrote sealed. `open`: the same as
 * people may read it.
 */
export function createGate(parts: {
  client: Client;
  newId: () => string;
  /** Milliseconds until an Update counts as unanswered. */
  answerWithin: number;
  prepare: (network: string, triggers: Trigger[]) => Promise<Trigger[]>;
  open: (network: string, answer: BatchResult) => Promise<BatchResult>;
}): Gate {
  const { newId, prepare, open } = parts;
  const ask = async (network: string, batch: Batch) => await open(network, await send(parts, network, newId(), batch));
  const queueOf = perKey((network) => {
    let holdUntil = 0;
    return groupCommit<Trigger, GateAnswer>(
      async (triggers) => {
        await sleep(Math.max(0, holdUntil - performance.now()));
        const answer = await ask(network, { triggers: await prepare(network, triggers) });
        if (answer.ending) holdUntil = performance.now() + GATE_LIMITS.holdWhileEnding;
        const { results, ...stands } = answer;
        return results.map((result) => ({ result, network: stands }));
      },
      { batch: MAX_BATCH, waiting: GATE_LIMITS.waiting },
    );
  }, GATE_LIMITS.networks);

  return {
    trigger: async (network, trigger) => {
      try {
        return await queueOf(network)(trigger);
      } catch (error) {
        if (!(error instanceof Ended)) throw error;
        return { result: { key: trigger.key, ok: false, code: "ended", why: refusals.ended(), unmet: [] } };
      }
    },
    advance: (network, until) => ask(network, { advance: until }),
    preview: async (network, trigger) => {
      const triggers = await prepare(network, [trigger]);
      const workflowId = workflowIdOf(network);
      const { results } = await open(
        network,
        await query<BatchResult>({ ...parts, workflowId, name: PREVIEW, arg: { triggers } }),
      );
      return results[0]!;
    },
  };
}

/** Sends one batch until it is answered; one of which everything is refused is an answer like any other. */
async function send(
  parts: { client: Client; answerWithin: number },
  network: string,
  updateId: string,
  batch: Batch,
): Promise<BatchResult> {
  try {
    return await update<BatchResult>({
      ...parts,
      workflowId: workflowIdOf(network),
      name: UPDATE,
      updateId,
      arg: batch,
    });
  } catch (error) {
    if (error instanceof Declined) return error.details[0] as BatchResult;
    throw error;
  }
}
