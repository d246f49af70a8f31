// One Update of a workflow, asked until it is answered: also across the end of a run, a lost answer, a worker that is away.
import {
  QueryRejectedError,
  WorkflowClient,
  WorkflowFailedError,
  WorkflowUpdateFailedError,
  type Client,
  type WorkflowHandle,
} from "@temporalio/client";
import { ApplicationFailure, WorkflowNotFoundError } from "@temporalio/common";
import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { FULL, REFUSED } from "../workflows/messages.ts";

/** Nobody answered in time. What was asked may still happen: ask again with the same key. */
export class Unanswered extends Error {
  override readonly name = "Unanswered";
}

/** Nothing can be asked of it any more. */
export class Ended extends Error {
  override readonly name = "Ended";
}

/** The workflow refused it, or could not do it: `details` say more. Asking again would not help. */
export class Declined extends Error {
  override readonly name = "Declined";
  readonly details: unknown[];
  constructor(message: string, details: unknown[]) {
    super(message);
    this.details = details;
  }
}

/** Milliseconds between attempts. */
const RETRY = { after: 50, atMost: 1_000 };

/** What the Update answers. The same `updateId` each time, so that it happens once. Throws the errors above. */
export async function update<Answer>(options: {
  client: Client;
  workflowId: string;
  name: string;
  updateId: string;
  arg: unknown;
  /** Milliseconds until it counts as unanswered. */
  answerWithin: number;
}): Promise<Answer> {
  const { client, workflowId, name, updateId, arg, answerWithin } = options;
  const handle = client.workflow.getHandle(workflowId);
  const deadline = Date.now() + answerWithin;
  for (let wait = RETRY.after; ; wait = Math.min(wait * 2, RETRY.atMost)) {
    try {
      return await client.withDeadline(deadline, () =>
        handle.executeUpdate<Answer, [unknown]>(name, { updateId: opaque(updateId), args: [arg] }),
      );
    } catch (error) {
      const declined = declinedBy(error);
      if (declined) throw declined;
      if (saysEnded(error)) {
        if (await isOver(handle, deadline)) throw new Ended(workflowId);
      } else if (error instanceof WorkflowUpdateFailedError && !passes(error)) throw error;
      if (Date.now() + wait > deadline) throw new Unanswered("it did not answer in time", { cause: error });
      await sleep(wait);
    }
  }
}

const OPEN_ALONE = new WeakMap<Client, WorkflowClient>();

/**
 * By which only what goes on is asked; what is over is told by a QueryRejectedError. A worker that is asked of a run which failed in its first
 * task answers in a way that its own core refuses, and shuts down.
 */
export function openAlone(client: Client): WorkflowClient {
  const made =
    OPEN_ALONE.get(client) ??
    new WorkflowClient({
      ...client.workflow.options,
      connection: client.connection,
      queryRejectCondition: "NOT_OPEN",
    });
  OPEN_ALONE.set(client, made);
  return made;
}

/** What a query answers. Throws Ended where it is over, Unanswered where no worker answers in time. */
export async function query<Answer>(options: {
  client: Client;
  workflowId: string;
  name: string;
  arg: unknown;
  answerWithin: number;
}): Promise<Answer> {
  const { client, workflowId, name, arg, answerWithin } = options;
  try {
    return await client.withDeadline(Date.now() + answerWithin, () =>
      openAlone(client).getHandle(workflowId).query<Answer, [unknown]>(name, arg),
    );
  } catch (error) {
    if (error instanceof WorkflowNotFoundError || error instanceof QueryRejectedError) throw new Ended(workflowId);
    throw new Unanswered("it did not answer in time", { cause: error });
  }
}

/** Ids stand in Temporal's database as they are, and people choose their keys as they like. */
export const opaque = (id: string): string => createHash("sha256").update(id).digest("base64url");

function declinedBy(error: unknown): Declined | undefined {
  if (!(error instanceof WorkflowUpdateFailedError) || !(error.cause instanceof ApplicationFailure)) return undefined;
  const { type, message, details } = error.cause;
  return type === REFUSED ? new Declined(message, details ?? []) : undefined;
}

/** The run is over. So it is for a moment whenever one continues as new: then the next run is asked. */
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

/**
 * The run ended between taking the Update and answering it: asked again, its keys tell what had been done. Or too much
 * waits to be done, so that nothing more is taken for a while.
 */
function passes({ cause }: WorkflowUpdateFailedError): boolean {
  return cause instanceof ApplicationFailure && ["AcceptedUpdateCompletedWorkflow", FULL].includes(cause.type ?? "");
}
