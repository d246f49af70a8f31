// The shapes of date polls: as whoever has a link sees one, as a network lists them, and what is answered.
import { z } from "@hono/zod-openapi";

const MAX_DATES = 30;
const SAID = z.enum(["yes", "maybe", "no"]);
const STATE = z.enum(["open", "ended", "chosen", "cancelled"]);
const instant = z.string().describe("RFC 3339 with offset");

const PollDateShape = z.object({
  start: instant,
  yes: z.number(),
  maybe: z.number(),
  no: z.number(),
  best: z.boolean().describe("most can come"),
  mine: SAID.optional(),
});

const common = {
  title: z.string(),
  state: STATE.describe("ended: the time to answer has passed, and the date is to be chosen"),
  allDay: z.boolean().optional(),
  minutes: z.number().optional(),
  closes: instant.optional(),
  chosen: instant.optional(),
  dates: z.array(PollDateShape),
};

export const PollLinkShape = z
  .object({
    ...common,
    language: z.enum(["da", "en"]),
    network: z.object({ title: z.string() }),
    person: z.object({ firstName: z.string() }),
    zone: z.string(),
    open: z.boolean().describe("whether it can be answered now"),
    answered: z.boolean().describe("whether the person has answered"),
  })
  .openapi("PollLink");

export type PollLinkJson = z.infer<typeof PollLinkShape>;

export const NetworkPollShape = z
  .object({
    ...common,
    item: z.string(),
    answered: z.number(),
    missing: z
      .array(z.string())
      .optional()
      .describe("e-mails of those who were asked and have not answered; only to whoever leads"),
  })
  .openapi("NetworkPoll");

export type NetworkPollJson = z.infer<typeof NetworkPollShape>;

export const PollAnswerShape = z
  .strictObject({
    answers: z
      .record(z.string().max(40), SAID)
      .refine((answers) => Object.keys(answers).length <= MAX_DATES)
      .describe("by the dates' starts"),
  })
  .openapi("PollAnswer");

export const PollAnsweredShape = z.object({ taken: z.literal(true) }).openapi("PollAnswered");
