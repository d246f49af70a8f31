// The shape of the data of triggers about the test of an idea. Unknown fields are errors.
import { z } from "zod";
import type { TESTS } from "./tests.ts";
import { day, id, reason, text } from "./fields.ts";

/** What a test is planned by; written bit by bit, or with its start. */
export const PLAN_FIELDS = {
  unit: text("where it is tested").optional(),
  host: text("who is host there").optional(),
  leads: z.union([text("who leads the test"), z.array(text("who leads the test")).min(1).max(20)]).optional(),
  what: text("what is tested").optional(),
  how: text("how results are gathered").optional(),
};

export const TESTS_SHAPES = {
  planTest: z.strictObject({ idea: id("the short-listed idea"), ...PLAN_FIELDS }),
  backTest: z.strictObject({ idea: id("the short-listed idea"), reason: reason.optional() }),
  checkInTest: z.strictObject({
    idea: id("the idea in test"),
    what: z.enum(["checkIn", "visit"]).describe("a talk on the way, or a visit"),
    text: text("how it goes"),
    date: day.optional(),
  }),
} as const satisfies Record<keyof typeof TESTS, z.ZodType>;
