// The shape of the data of triggers about meetings and homework. Unknown fields are errors.
import { z } from "zod";
import type { MEETINGS } from "./meetings.ts";
import { id, text, person, session } from "./fields.ts";

export const MEETINGS_SHAPES = {
  holdMeeting: z.strictObject({ item: id("the meeting") }),
  answer: z.strictObject({
    item: id("the meeting"),
    session,
    answer: z.enum(["accepted", "declined", "tentative"]),
    person,
  }),
  recordMinutes: z.strictObject({ item: id("the held meeting"), text: text("the minutes, or where they are") }),
  agreeFocusQuestion: z.strictObject({
    item: id("the held meeting it was agreed at"),
    question: text("the question, «how might we …»"),
  }),
  deliver: z.strictObject({ item: id("the homework"), text: text("what is delivered"), person }),
} as const satisfies Record<keyof typeof MEETINGS, z.ZodType>;
