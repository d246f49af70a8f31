// The shape of the data of triggers about discoveries, themes and ideas. Unknown fields are errors.
import { z } from "zod";
import type { IDEAS } from "./ideas.ts";
import { PLAN_FIELDS } from "./tests-shapes.ts";
import { id, text, reason } from "./fields.ts";

export const IDEAS_SHAPES = {
  addDiscovery: z.strictObject({
    perspective: id("whose: citizen, staff, manager, other municipality …"),
    text: text("what was seen"),
    source: text("where it is from").optional(),
  }),
  chooseThemes: z.strictObject({ themes: z.array(text("a theme")).min(1).max(20) }),
  addIdea: z.strictObject({ title: text("one line"), text: text("the idea").optional() }),
  shortlist: z.strictObject({ idea: id("the idea, such as i1"), reason: text("the rationale") }),
  startTest: z.strictObject({
    idea: id("the idea"),
    ...PLAN_FIELDS,
  }),
  recordResult: z.strictObject({ idea: id("the idea"), result: text("what the test showed") }),
  abandonTest: z.strictObject({ idea: id("the idea"), reason }),
  reviveIdea: z.strictObject({ idea: id("the idea"), reason }),
  completeFollowUp: z.strictObject({ idea: id("the approved idea"), reason: reason.optional() }),
} as const satisfies Record<keyof typeof IDEAS, z.ZodType>;
