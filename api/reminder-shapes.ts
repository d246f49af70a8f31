// The shape of the rules that remind of things, as they are read.
import { z } from "@hono/zod-openapi";
import { REMINDED } from "../programmes/reminder-names.ts";

const change = {
  off: z.literal(true).optional(),
  days: z.number().optional().describe("other days than the programme's"),
};

export const ReminderRulesShape = z
  .array(
    z.object({
      id: z.string(),
      title: z.string(),
      for: z.enum(REMINDED),
      days: z.number().describe("of the programme; negative: before"),
      unit: z.enum(["days", "workingDays", "hours"]),
      every: z.number().optional().describe("again after so many days"),
      anchor: z.literal("start").optional().describe("of a task: from its first day"),
      now: z.object(change).describe("what the network has set; nothing: as the programme has it"),
      items: z
        .array(z.object({ id: z.string(), title: z.string(), ...change }))
        .describe("those for which something else was set"),
    }),
  )
  .openapi("ReminderRules");

export type ReminderRulesJson = z.infer<typeof ReminderRulesShape>;
