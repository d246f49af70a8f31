// Whether what the store and Temporal have of a network belongs together: after a restore of only one of them it does not.
import { setTimeout as sleep } from "node:timers/promises";
import { WorkflowNotFoundError } from "@temporalio/common";
import { lastSeq } from "../store/ledger.ts";
import { PREVIEW, workflowIdOf, type Batch, type BatchResult } from "../workflows/messages.ts";
import type { Parts } from "./parts.ts";
import { openAlone } from "./update.ts";

/** `store` and `workflow`: the number of the last entry that each has. */
export type Agreement =
  | { is: "same" | "store-behind" | "workflow-behind"; store: number; workflow: number }
  | { is: "missing"; store: number }
  | { is: "unanswered"; store: number; message: string };

const LOOK = 100;

/** How they stand. Milliseconds: `within` the workflow has to answer, `writtenWithin` what it has told has to be written. */
export async function agreementOf(
  { store, temporal }: Pick<Parts, "store" | "temporal">,
  id: string,
  { within, writtenWithin }: { within: number; writtenWithin: number },
): Promise<Agreement> {
  // In this order: what is written meanwhile, the workflow has told before.
  const before = (await lastSeq(store, id))?.n ?? 0;
  let workflow: number;
  try {
    workflow = await lastOf(temporal, id, within);
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return { is: "missing", store: before };
    return { is: "unanswered", store: before, message: (error as Error).message };
  }
  if (before > workflow) return { is: "workflow-behind", store: before, workflow };
  for (const until = Date.now() + writtenWithin; ; await sleep(LOOK)) {
    const n = (await lastSeq(store, id))?.n ?? 0;
    if (n >= workflow) return { is: "same", store: n, workflow };
    if (Date.now() > until) return { is: "store-behind", store: n, workflow };
  }
}

/** What moving time to an instant long gone would answer tells how it stands; nothing happens. */
async function lastOf(client: Parts["temporal"], id: string, within: number): Promise<number> {
  const ask: Batch = { advance: 0 };
  const { n } = await client.withDeadline(Date.now() + within, () =>
    openAlone(client).getHandle(workflowIdOf(id)).query<BatchResult, [Batch]>(PREVIEW, ask),
  );
  return n;
}
