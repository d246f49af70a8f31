// The shapes of a network's timeline and of its method's picture.
import { z } from "@hono/zod-openapi";

const day = z.string().describe("2027-02-01");
const text = z.object({ da: z.string(), en: z.string() });
const days = z.object({ from: day.optional(), to: day.optional().describe("inclusive") });

const dated = days.extend({
  precision: z.string().describe("time, day and days are known to the day; everything else is not"),
  quote: z.string().optional().describe("the source's own words"),
  label: z.string().optional(),
  time: z.string().optional(),
  until: z.string().optional(),
});

const LineShape = dated
  .extend({
    id: z.string().describe("phase:ID, item:ID, idea:ID, track:ID, or tasks:PHASE for the tasks of a phase together"),
    kind: z.enum(["phase", "tasks", "track", "meeting", "homework", "break", "note", "decision", "monitoring"]),
    title: text,
    state: z.string(),
    href: z.string().describe("path of its page"),
    planned: days
      .extend({ quote: z.string().optional() })
      .optional()
      .describe("as it was first, where that was otherwise"),
    done: z
      .array(days.extend({ open: z.literal(true).optional() }))
      .optional()
      .describe("when a phase has been open (open: it still is), or the days of decisions and measurements"),
    phase: z.string().optional(),
    mode: z.enum(["opening", "closing", "neither"]).optional(),
    number: z.number().optional().describe("of a meeting, in the programme's order"),
    place: z.string().optional(),
    tentative: z.literal(true).optional(),
    voluntary: z.literal(true).optional(),
    extent: z.enum(["full", "partial", "work"]).optional().describe("of a break"),
    sessions: z
      .array(dated.extend({ id: z.string(), title: text.optional(), place: z.string().optional() }))
      .optional(),
    parts: z
      .array(
        dated.extend({
          id: z.string(),
          kind: z.enum(["task", "deliverable"]),
          title: text,
          state: z.string(),
          href: z.string(),
        }),
      )
      .optional()
      .describe("the tasks that stand together"),
  })
  .openapi("TimelineLine");

export const TimelineShape = z
  .object({
    today: day,
    ended: day.optional(),
    weeks: z.array(
      z.object({
        monday: day,
        iso: z.number().describe("week of the year"),
        week: z.number().optional().describe("week of the programme"),
      }),
    ),
    phases: z.array(z.string()).describe("ids in the method's order"),
    lines: z.array(LineShape).describe("in order of time; what has no date is last"),
  })
  .openapi("Timeline");

const criteria = z.array(
  z.object({
    id: z.string(),
    title: text,
    met: z.boolean(),
    have: z.number(),
    need: z.number(),
    most: z.literal(true).optional().describe("need is the most there may be, not the least"),
  }),
);

export const ChartShape = z
  .object({
    phases: z.array(
      z.object({
        id: z.string(),
        title: text,
        mode: z.enum(["opening", "closing", "neither"]),
        state: z.enum(["done", "active", "next", "waiting"]),
        opens: criteria.describe("what has to hold before it can open"),
        closes: criteria,
      }),
    ),
    loops: z.array(z.object({ from: z.string(), to: z.string(), title: text })),
    ended: z.literal(true).optional(),
  })
  .openapi("Chart");

export type TimelineJson = z.infer<typeof TimelineShape>;
export type ChartJson = z.infer<typeof ChartShape>;
