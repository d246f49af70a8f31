// The shape of the data of triggers about signing up to open meetings. Unknown fields are errors.
import { z } from "zod";
import { id, person, reason, when } from "./fields.ts";
import type { SIGN_UPS } from "./signup.ts";

const MAX_CAPACITY = 10_000;
const meeting = id("the open meeting");

export const SIGN_UPS_SHAPES = {
  openSignUp: z.strictObject({
    item: meeting,
    capacity: z.int().min(1).max(MAX_CAPACITY).describe("seats; without it everybody gets one").optional(),
    deadline: when.describe("when it closes by itself; a day: at its end").optional(),
    reason: reason.optional(),
  }),
  closeSignUp: z.strictObject({ item: meeting, reason: reason.optional() }),
  signUp: z.strictObject({ item: meeting, person }),
  withdrawSignUp: z.strictObject({ item: meeting, person, reason: reason.optional() }),
} as const satisfies Record<keyof typeof SIGN_UPS, z.ZodType>;

/** Fields that are the end of something, by trigger: a whole day means the end of it. */
export const ENDS: Record<string, string> = { openSignUp: "deadline" };
