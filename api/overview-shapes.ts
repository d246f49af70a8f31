// A network as its page shows it first, and all networks in a table.
import { z } from "@hono/zod-openapi";
import { FOUNDATION_PARTS } from "../machines/foundation.ts";
import { WaitingShape } from "./waiting-shapes.ts";
import { NETWORK_TYPES } from "../programmes/network-type.ts";

const WeeksShape = z.object({ week: z.int(), of: z.int() }).describe("of a programme that counts in weeks");
const DaysShape = z.object({ from: z.string().optional(), to: z.string().optional() });
const PhaseNameShape = z.object({ id: z.string(), title: z.string() });

const CriterionShape = z
  .object({
    id: z.string(),
    title: z.string(),
    met: z.boolean(),
    have: z.number(),
    need: z.number(),
    most: z.literal(true).optional().describe("so many at the most; else at least"),
    href: z.string().describe("where something is done about it"),
  })
  .openapi("CriterionNow");

const EventShape = z.object({
  kind: z.enum(["phase", "meeting", "decision", "homework"]),
  subject: z.string(),
  title: z.string(),
  at: z.string(),
  place: z.string().optional(),
  href: z.string(),
});

export const NowShape = z
  .object({
    id: z.string(),
    title: z.string(),
    programme: z.object({ id: z.string(), title: z.string() }),
    ended: z.boolean(),
    outcome: z.string().optional(),
    foundation: z.array(z.enum(FOUNDATION_PARTS)).describe("what the network stands on that the programme has"),
    advisory: z.boolean().describe("whether one may go on with a note where a criterion is not met"),
    weeks: WeeksShape.optional(),
    open: z.array(PhaseNameShape),
    events: z.array(EventShape).describe("the next two"),
    phases: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        mode: z.enum(["opening", "closing", "neither"]),
        state: z.enum(["done", "active", "next", "waiting"]),
        planned: DaysShape.extend({ quote: z.string().optional() }),
        executed: DaysShape,
        daysLate: z.int().optional(),
        opens: z.array(CriterionShape),
        closes: z.array(CriterionShape),
      }),
    ),
    waiting: z.array(WaitingShape).describe("what the reader can do or is to do here, with the role they do it as"),
    messages: z
      .array(z.object({ at: z.string(), rule: z.string(), subject: z.string(), title: z.string(), people: z.int() }))
      .describe("what goes out next, and to how many"),
    last: z
      .array(
        z.object({
          seq: z.int(),
          at: z.string(),
          kind: z.string(),
          subject: z.string(),
          by: z.string().optional(),
          says: z.string().describe("what, without by whom"),
          text: z.string().describe("what, by whom in which role, and why"),
        }),
      )
      .describe("what happened, the newest first; messages apart"),
    people: z.object({
      all: z.int(),
      roles: z.array(z.object({ role: z.string(), title: z.string(), people: z.int() })),
    }),
  })
  .openapi("NetworkNow");

export const OverviewRowShape = z
  .object({
    id: z.string(),
    title: z.string(),
    programme: z.object({ id: z.string(), title: z.string() }),
    type: z.enum(NETWORK_TYPES),
    weeks: WeeksShape.optional(),
    open: z.array(PhaseNameShape),
    meeting: z.object({ subject: z.string(), title: z.string(), at: z.string() }).optional().describe("the next"),
    overdue: z.int(),
    decisions: z.object({
      waiting: z.int(),
      days: z.int().optional().describe("how long the oldest has waited"),
    }),
    effort: z.object({ planned: z.number(), recorded: z.number() }).describe("days of work"),
    budget: z.object({ currency: z.string(), planned: z.number(), spent: z.number() }).optional(),
    ended: z.boolean(),
    rehearsal: z.boolean().describe("it runs on another clock than the real one"),
  })
  .openapi("OverviewRow");

export const OverviewFileShape = z
  .object({ name: z.string(), type: z.string(), content: z.string() })
  .openapi("OverviewFile");

export type NowJson = z.infer<typeof NowShape>;
export type OverviewRowJson = z.infer<typeof OverviewRowShape>;
export type OverviewFileJson = z.infer<typeof OverviewFileShape>;
