// The way to a network's workflow: one Update in flight for each network, the rest group-committed.
import { WorkflowFailedError, WorkflowUpdateFailedError, type Client, type WorkflowHandle } from "@temporalio/client";
import { ApplicationFailure, WorkflowNotFoundError } from "@temporalio/common";
import { setTimeout as sleep } from "node:timers/promises";
import type { Instant } from "../programmes/types.ts";
import { refusals } from "../machines/refusals.ts";
import type { BatchResult, Result, Trigger } from "../machines/trigger.ts";
import { MAX_BATCH, REFUSED, UPDATE, workflowIdOf, type Batch } from "../workflows/messages.ts";
import { groupCommit, perKey } from "./group-commit.ts";

/** The network did not answer in time. What was asked may still happen: ask again with the same key. */
export class Unanswered extends Error {
  override readonly name = "Unanswered";
}

/** Nothing can be asked of the network any more. */
export class Ended extends Error {
  override readonly name = "Ended";
}

/** What one trigger got, with how its network stands after the batch it was in. */
export type GateAnswer = { result: Result; network?: Omit<BatchResult, "results"> };

export type Gate = {
  trigger(network: string, trigger: Trigger): Promise<GateAnswer>;
  /** Stepped clock only: moves time, and applies what falls due. */
  advance(network: string, until: Instant): Promise<BatchResult>;
};

export const GATE_LIMITS = {
  /** Networks whose queues are kept. */
  networks: 10_000,
  /** Triggers that may wait for one network. */
  waiting: 5_000,
  /** Milliseconds between attempts. */
  retryAfter: 50,
  retryAtMost: 1_000,
  /** Milliseconds to hold back while a run continues as new: an Update that meets the end of a run stalls for seconds. */
  holdWhileEnding: 60,
};

/** `prepare` runs once for each batch, before it is sent: what a store counts for it. */
export function createGate(parts: {
  client: Client;
  newId: () => string;
  /** Milliseconds until an Update counts as unanswered. */
  answerWithin: number;
  prepare: (network: string, triggers: Trigger[]) => Promise<Trigger[]>;
}): Gate {
  const { newId, prepare } = parts;
  const ask = (network: string, batch: Batch) => send(parts, network, newId(), batch);
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
  };
}

/** Sends one Update until it is answered: the same update id each time, so that it happens once. */
async function send(
  { client, answerWithin }: { client: Client; answerWithin: number },
  network: string,
  updateId: string,
  batch: Batch,
): Promise<BatchResult> {
  const handle = client.workflow.getHandle(workflowIdOf(network));
  const deadline = Date.now() + answerWithin;
  for (let wait = GATE_LIMITS.retryAfter; ; wait = Math.min(wait * 2, GATE_LIMITS.retryAtMost)) {
    try {
      return await client.withDeadline(deadline, () =>
        handle.executeUpdate<BatchResult, [Batch]>(UPDATE, { updateId, args: [batch] }),
      );
    } catch (error) {
      const refused = refusedBatch(error);
      if (refused) return refused;
      if (saysEnded(error)) {
        if (await isOver(handle, deadline)) throw new Ended(network);
      } else if (error instanceof WorkflowUpdateFailedError && !isCutShort(error)) throw error;
      if (Date.now() + wait > deadline) throw new Unanswered("the network did not answer in time", { cause: error });
      await sleep(wait);
    }
  }
}

function refusedBatch(error: unknown): BatchResult | undefined {
  if (!(error instanceof WorkflowUpdateFailedError) || !(error.cause instanceof ApplicationFailure)) return undefined;
  return error.cause.type === REFUSED ? (error.cause.details?.[0] as BatchResult) : undefined;
}

/** The run is over. So it is for a moment whenever a network continues as new: then the next run is asked. */
function saysEnded(error: unknown): boolean {
  return error instanceof WorkflowFailedError || error instanceof WorkflowNotFoundError;
}

async function isOver(handle: WorkflowHandle, deadline: number): Promise<boolean> {
  try {
    const { status } = await handle.client.withDeadline(deadline, () => handle.describe());
    return status.name !== "RUNNING" && status.name !== "CONTINUED_AS_NEW";
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return true;
    throw error;
  }
}

/** The run ended between taking the Update and answering it: asked again, its keys tell what had been done. */
function isCutShort({ cause }: WorkflowUpdateFailedError): boolean {
  return cause instanceof ApplicationFailure && cause.type === "AcceptedUpdateCompletedWorkflow";
}
