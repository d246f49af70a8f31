// The shape of one idea with all that became of it, and of somebody's own votes in a round of prioritisation.
import { z } from "@hono/zod-openapi";
import { IdeaShape } from "./idea-shapes.ts";

const at = z.string().describe("RFC 3339 with offset");
const who = {
  by: z.string().optional().describe("e-mail, or an id where the person was erased"),
  name: z.string().optional(),
  at,
};

export const StandingShape = z
  .object({ criterion: z.string(), title: z.string(), have: z.number(), need: z.number(), met: z.boolean() })
  .openapi("StandingCriterion");

export const IdeaStoryShape = IdeaShape.extend({
  rounds: z.number().describe("an idea is tested at most so many times"),
  deadline: at.optional().describe("by when it is to be decided"),
  votes: z.number().optional().describe("how many have voted on it"),
  follow: z
    .object({ next: z.string(), to: z.string(), due: z.string(), done: z.literal(true).optional() })
    .optional()
    .describe("the next step with it, once approved"),
  rationale: z
    .object({ text: z.string(), ...who })
    .optional()
    .describe("why it was short-listed"),
  plan: z
    .object({
      unit: z.string().optional(),
      host: z.string().optional(),
      leads: z.array(z.string()).optional(),
      what: z.string().optional(),
      how: z.string().optional(),
    })
    .describe("of its test, as it was last written"),
  backed: z.object({ reason: z.string().optional(), ...who }).optional(),
  checkIns: z.array(z.object({ what: z.string(), text: z.string(), date: z.string().optional(), ...who })),
  tests: z.array(
    z.object({
      round: z.number(),
      startedAt: at,
      ended: z.object({ result: z.string().optional(), abandoned: z.string().optional(), ...who }).optional(),
    }),
  ),
  decided: z.array(
    z.object({
      round: z.number(),
      choice: z.enum(["approve", "adjust", "discard"]),
      reason: z.string().optional(),
      next: z.string().optional(),
      to: z.string().optional(),
      due: z.string().optional(),
      ...who,
    }),
  ),
  revived: z.array(z.object({ text: z.string(), ...who })),
  days: z.number().describe("days of work recorded on it"),
  standings: z.array(StandingShape).describe("what must hold before its next step, being short-listed or tested"),
}).openapi("IdeaStory");

export type IdeaStoryJson = z.infer<typeof IdeaStoryShape>;
