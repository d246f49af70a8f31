// The shape of the data of triggers about discoveries, themes and ideas. Unknown fields are errors.
import { z } from "zod";
import type { IDEAS } from "./ideas.ts";
import { PLAN_FIELDS } from "./tests-shapes.ts";
import { bothLanguages, id, reason, text, when, whom } from "./fields.ts";

const MOST_IDEAS = 100;
const ideas = z.array(id("an idea, such as i1")).max(MOST_IDEAS);
const ballotId = z
  .string()
  .regex(/^[A-Za-z][\w-]{0,49}$/)
  .describe("the ballot, such as b1: letters, digits, - and _");
const criterion = z.strictObject({
  id: id("as scores name it"),
  title: z.union([text("in words"), bothLanguages]),
  weight: z.number().positive().max(100).describe("1 if nothing is said").optional(),
});
const vote = { ballot: ballotId, for: whom };

export const IDEAS_SHAPES = {
  addDiscovery: z.strictObject({
    perspective: id("whose: citizen, staff, manager, other municipality …"),
    text: text("what was seen"),
    source: text("where it is from").optional(),
  }),
  addTheme: z.strictObject({
    title: text("one line"),
    text: text("the pattern that is seen").optional(),
    discoveries: z.array(id("a discovery, such as d1")).min(1).max(200),
  }),
  chooseThemes: z.strictObject({ themes: z.array(text("a theme by its id, such as t1, or in words")).min(1).max(20) }),
  addIdea: z.strictObject({
    title: text("one line"),
    text: text("the idea").optional(),
    theme: text("the theme by its id, such as t1, or in words").optional(),
    authors: z.array(z.email()).min(1).max(20).describe("whose idea it is; without, whoever adds it").optional(),
  }),
  commentIdea: z.strictObject({ idea: id("the idea"), text: text("the comment") }),
  mergeIdeas: z.strictObject({
    ideas: ideas.min(2),
    title: text("what the concept is called"),
    text: text("the concept").optional(),
    reason: reason.optional(),
  }),
  splitIdea: z.strictObject({ idea: id("the concept"), reason }),
  openBallot: z.strictObject({
    id: ballotId.optional(),
    method: z.enum(["dots", "scores", "pairs"]),
    ideas: ideas.min(2).describe("without, all that are captured").optional(),
    first: z.int().min(1).max(MOST_IDEAS).describe("so many are to be chosen; 3 if nothing is said").optional(),
    dots: z.int().min(1).max(100).describe("dots of each voter; 3 if nothing is said").optional(),
    most: z.int().min(1).max(100).describe("the most dots of a voter on one idea").optional(),
    criteria: z
      .array(criterion)
      .min(1)
      .max(10)
      .describe("without, value and feasibility (higher is easier)")
      .optional(),
    secret: z.boolean().describe("nobody sees sums before it is closed").optional(),
    closes: when.describe("closes by itself: 2027-03-11 (that day included) or 2027-03-11T09:00").optional(),
  }),
  castBallot: z.union([
    z.strictObject({ ...vote, dots: z.record(id("the idea"), z.int().min(1).max(100)) }),
    z.strictObject({ ...vote, scores: z.record(id("the idea"), z.record(id("the criterion"), z.int().min(1).max(5))) }),
    z.strictObject({
      ...vote,
      pairs: z
        .array(z.tuple([id("who wins"), id("who loses")]))
        .min(1)
        .max(1_000),
    }),
    z.strictObject({ ...vote, abstain: z.literal(true).describe("takes back what was voted") }),
  ]),
  closeBallot: z.strictObject({ ballot: ballotId, reason: reason.optional() }),
  cancelBallot: z.strictObject({ ballot: ballotId, reason }),
  overruleOrder: z.strictObject({
    ballot: ballotId,
    order: ideas.describe("all ideas of the ballot, the first first"),
    reason,
  }),
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
