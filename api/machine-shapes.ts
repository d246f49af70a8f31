// The shapes of requests and answers about versions of the network's machine.
import { z } from "@hono/zod-openapi";

/** Networks in one request. */
export const MAX_NETWORKS = 1_000;

const machine = z.string().describe("name and version, as network@1");
const instant = z.string().describe("RFC 3339 with offset");

export const MachineVersionsShape = z
  .object({
    carried: z.array(machine).describe("what this installation can run"),
    newest: machine.describe("what new networks begin with"),
    running: z
      .array(
        z.object({
          machine: machine.optional().describe("absent where the networks have not begun"),
          carried: z.boolean(),
          count: z.number(),
          networks: z.array(z.string()).describe("their ids"),
          hint: z.string().optional().describe("what to do"),
        }),
      )
      .describe("networks that have not ended, by what they run"),
  })
  .openapi("MachineVersions");

export const NewMigrationShape = z
  .strictObject({
    networks: z
      .array(z.string().min(1).max(100))
      .min(1)
      .max(MAX_NETWORKS)
      .optional()
      .describe("ids; without it all that have not ended and do not run that version"),
    to: z.string().min(1).max(100).optional().describe("the version, as network@2; the newest without it"),
    dryRun: z.boolean().optional().describe("only tell what would become of them"),
  })
  .openapi("NewMigration");

const ChangeShape = z.object({
  change: z.string(),
  actor: z.string().describe("network, item:ID or idea:ID"),
  text: z.string(),
  was: instant.optional().describe("of a timer that is moved: when it was due"),
  at: instant.optional().describe("of a timer: when it is due; absent where it has no date"),
});

export const MigrationShape = z
  .object({
    to: machine,
    dryRun: z.boolean(),
    networks: z.array(
      z.object({
        id: z.string(),
        from: machine.optional(),
        status: z
          .enum(["can", "migrated", "current", "ended", "cannot", "unanswered"])
          .describe("current: it runs that version already; unanswered: ask again with the same key"),
        changes: z.array(ChangeShape),
        problems: z
          .array(z.object({ path: z.string(), problem: z.string(), instead: z.string() }))
          .describe("what stands in the way, where it cannot"),
      }),
    ),
    left: z.number().describe("networks that one request has no room for: ask again"),
  })
  .openapi("Migration");

export type MachineVersionsJson = z.infer<typeof MachineVersionsShape>;
export type NewMigrationJson = z.input<typeof NewMigrationShape>;
export type MigrationJson = z.infer<typeof MigrationShape>;
export type MigratedJson = MigrationJson["networks"][number];
