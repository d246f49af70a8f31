// The shape of the data of triggers about people. Unknown fields are errors.
import { z } from "zod";
import { AGREED_WITH, CHARACTERISTICS } from "../themes/types.ts";
import type { PEOPLE } from "./people.ts";
import { id, text, reason, person, day, organisation } from "./fields.ts";

export const PEOPLE_SHAPES = {
  answerMembership: z.strictObject({ answer: z.enum(["accepted", "declined"]), person }),
  nameSubstitute: z.strictObject({
    substitute: z.email().describe("who stands in; oneself ends it"),
    from: day.describe("first day"),
    to: day.describe("the day they no longer do"),
    person,
  }),
  recordAgreement: z.strictObject({
    with: z.enum(AGREED_WITH),
    text: text("what was agreed").optional(),
  }),
  describeTheme: z.strictObject({
    characteristic: z.enum(CHARACTERISTICS),
    text: text("how the theme has it"),
  }),
  handOver: z.strictObject({ role: id("the role handed over"), from: z.email(), to: z.email() }),
  addPerson: z.strictObject({
    email: z.email(),
    name: text("the name").optional(),
    roles: z.array(id("a role")).min(1).max(20),
    organisation: organisation.optional(),
    region: id("the region").optional(),
    language: z.enum(["da", "en"]).optional(),
  }),
  changePerson: z.strictObject({
    person: z.email(),
    organisation: organisation.optional(),
    region: id("the region").optional(),
    reason: reason.optional(),
  }),
  removePerson: z.strictObject({ person: z.email(), reason: reason.optional() }),
} as const satisfies Record<keyof typeof PEOPLE, z.ZodType>;
