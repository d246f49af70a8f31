// The shape of the data of triggers about decisions. Unknown fields are errors.
import { z } from "zod";
import type { DECISIONS } from "./decisions.ts";
import { id, text, reason, note, whom, day, decision } from "./fields.ts";

export const DECISIONS_SHAPES = {
  decide: z.union([
    z.discriminatedUnion("outcome", [
      z.strictObject({
        idea: id("the idea"),
        outcome: z.literal("approve"),
        next: z.enum(["scale", "spread", "handOver"]),
        to: text("to whom"),
        due: day.describe("by when, 2027-12-31"),
        reason: reason.optional(),
        for: whom,
      }),
      z.strictObject({ idea: id("the idea"), outcome: z.literal("adjust"), reason: text("what to change"), for: whom }),
      z.strictObject({ idea: id("the idea"), outcome: z.literal("discard"), reason, for: whom }),
    ]),
    z.discriminatedUnion("outcome", [
      z.strictObject({ item: decision, outcome: z.enum(["approve", "agree"]), reason: reason.optional(), for: whom }),
      z.strictObject({ item: decision, outcome: z.enum(["reject", "disagree"]), reason, for: whom }),
      z.strictObject({
        item: decision,
        outcome: z.literal("select"),
        choices: z.array(text("a candidate that was put")).min(1).max(100),
        reason: reason.optional(),
        for: whom,
      }),
    ]),
  ]),
  propose: z.strictObject({
    item: decision,
    text: text("what is proposed").optional(),
    options: z.array(text("a candidate")).min(2).max(100).optional(),
    note,
  }),
  withdrawProposal: z.strictObject({ item: decision, reason: reason.optional() }),
  withdrawVote: z.union([
    z.strictObject({ item: decision, for: whom }),
    z.strictObject({ idea: id("the idea"), for: whom }),
  ]),
} as const satisfies Record<keyof typeof DECISIONS, z.ZodType>;
