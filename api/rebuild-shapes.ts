// The shapes of a rebuild's request and answer.
import { z } from "@hono/zod-openapi";

/** Characters of a reason. */
const MAX_REASON = 500;

export const NewRebuildShape = z
  .strictObject({
    dryRun: z.boolean().optional().describe("only tell what would become of it"),
    reason: z.string().trim().min(1).max(MAX_REASON).optional(),
  })
  .openapi("NewRebuild");

export const RebuiltShape = z
  .object({
    dryRun: z.boolean(),
    was: z
      .enum(["same", "store-behind", "workflow-behind", "missing"])
      .describe("how the store and the workflow stood to each other; missing: Temporal did not know the network"),
    store: z.number().describe("number of the last entry that the store had"),
    workflow: z.number().optional().describe("number of the last entry that the workflow had"),
    rows: z.number().describe("rows of the ledger, whose chain holds"),
    projection: z.boolean().describe("what follows from the ledger was not as the ledger says"),
    entries: z.number().describe("entries written again from the workflow's history"),
    mails: z.number().describe("mails of theirs that count as sent before"),
    run: z.string().optional().describe("id of the run that was begun from the ledger"),
  })
  .openapi("Rebuilt");

export type RebuiltJson = z.infer<typeof RebuiltShape>;
