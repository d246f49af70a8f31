// The shapes of what is said of a network's machines: how they stand, what moved them, and what would happen if.
import { z } from "@hono/zod-openapi";
import { PreviewShape } from "./shapes.ts";
import { ChartShape } from "./timeline-shapes.ts";

const instant = z.string().describe("RFC 3339 with offset");
const json = z.record(z.string(), z.unknown());

const ActorShape = z.object({
  id: z.string().describe("network, item:ID, idea:ID and so on"),
  title: z.string(),
  src: z.string().describe("its machine: a key of charts"),
  parent: z.string().optional(),
  status: z.string().describe("active, done or error"),
  states: z.array(z.string()).describe("the innermost active ones, as paths: running.design.open"),
});

const TimerShape = z.object({
  actor: z.string(),
  title: z.string().describe("of the actor"),
  id: z.string(),
  at: instant.optional().describe("when it goes off; absent where it has no date yet"),
  does: z.array(z.string()).describe("what that would write in the ledger, as things stand"),
});

const MachineChartShape = z.object({
  states: z.array(
    z.object({
      id: z.string(),
      in: z.string().optional(),
      initial: z.literal(true).optional(),
      final: z.literal(true).optional(),
    }),
  ),
  ways: z.array(z.object({ from: z.string(), to: z.string(), on: z.string() })),
});

export const InspectionShape = z
  .object({
    id: z.string(),
    title: z.string(),
    machine: z.string().optional().describe("name and version, as network@1"),
    source: z
      .enum(["engine", "ledger"])
      .describe(
        "ledger: the engine does not answer, or keeps that time no more; then inner states and timers are not known",
      ),
    at: instant.describe("the network's own time"),
    seq: z.number().describe("the last entry of the ledger that is in it"),
    latest: z.number().describe("the last entry there is"),
    n: z.number().describe("the machine's own number of its last entry"),
    run: z
      .object({
        id: z.string(),
        began: instant,
        number: z.number().describe("how often it has continued as new, and one"),
        events: z.number().describe("in this run's history"),
        bytes: z.number().optional(),
        pending: z.array(z.object({ activity: z.string(), attempt: z.number(), failure: z.string().optional() })),
      })
      .optional()
      .describe("of the workflow, as it runs now"),
    actors: z.array(ActorShape),
    timers: z.array(TimerShape).describe("in order of time; without a date last"),
    events: z
      .array(
        z.object({
          seq: z.number(),
          at: instant,
          kind: z.string(),
          subject: z.string(),
          by: z.string().optional(),
          role: z.string().optional(),
          trigger: z.string().optional().describe("what was asked; absent for timers, and where that is not kept"),
          text: z.string(),
        }),
      )
      .describe("the last entries up to seq, the newest first"),
    chart: ChartShape,
    charts: z.record(z.string(), MachineChartShape).describe("by machine; the network's own is the chart above"),
  })
  .openapi("Inspection");

const StandsShape = ActorShape.omit({ title: true, src: true, parent: true, id: true });

export const NewWhatIfShape = z
  .strictObject({
    type: z.string().min(1).max(100).optional().describe("a trigger"),
    data: json.optional(),
    until: z.string().max(40).optional().describe("and then nothing is done until this instant"),
    at: z.string().max(40).optional().describe("as it stood then: number of an entry, or an instant; now without it"),
  })
  .openapi("NewWhatIf");

export const WhatIfShape = PreviewShape.omit({ alike: true })
  .extend({
    at: instant.describe("the network's own time afterwards"),
    actors: z
      .array(
        z.object({
          id: z.string(),
          title: z.string(),
          before: StandsShape.optional().describe("absent where it would be new"),
          after: StandsShape.optional().describe("absent where it would be gone"),
        }),
      )
      .describe("those that would stand otherwise"),
    armed: z.array(TimerShape.omit({ does: true })),
    cancelled: z.array(TimerShape.omit({ does: true })),
  })
  .openapi("WhatIf");

export const MovesShape = z
  .array(
    z.object({
      move: z.number().describe("its place among those that are kept"),
      n: z.number(),
      at: instant,
      event: json.describe("what moved it: its type, and of a trigger by whom and in which role"),
      actors: z
        .array(
          z.object({
            id: z.string(),
            src: z.string(),
            parent: z.string().optional(),
            status: z.string(),
            value: z.unknown(),
            context: z.unknown(),
          }),
        )
        .describe("those that stand otherwise than before it; in the first move all"),
      gone: z.array(z.string()).describe("ids of actors that are there no more"),
    }),
  )
  .openapi("InspectionMoves");

export type InspectionJson = z.infer<typeof InspectionShape>;
export type NewWhatIfJson = z.input<typeof NewWhatIfShape>;
export type WhatIfJson = z.infer<typeof WhatIfShape>;
export type MoveJson = z.infer<typeof MovesShape>[number];
