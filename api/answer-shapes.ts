// The shapes of answers by link from a mail: what is being answered, and an answer.
import { z } from "@hono/zod-openapi";
import { EntryShape } from "./shapes.ts";

const MAX_TEXT = 5_000;
const MAX_ID = 100;
const MAX_CHOICES = 100;

const instant = z.string().describe("RFC 3339 with offset");
const dates = {
  start: instant.optional(),
  end: instant.optional(),
  allDay: z.boolean().optional().describe("the day is known, not the hour"),
  place: z.string().optional(),
};

const outcome = z.object({
  at: instant,
  choice: z.string(),
  mine: z.boolean().describe("whether the link's own person decided it"),
  reason: z.string().optional(),
  choices: z.array(z.string()).optional(),
  next: z.string().optional(),
  to: z.string().optional(),
  due: z.string().optional(),
});

export const AnswerLinkShape = z
  .object({
    network: z.object({ id: z.string(), title: z.string() }),
    person: z.object({ firstName: z.string(), language: z.enum(["da", "en"]) }),
    language: z.enum(["da", "en"]).describe("of the texts here: what was asked for, else the person's own"),
    purpose: z.enum(["answer", "deliver", "decide"]),
    kind: z.enum(["meeting", "homework", "idea", "decision"]),
    subject: z.string(),
    title: z.string(),
    description: z.string().optional(),
    zone: z.string(),
    ...dates,
    tentative: z.boolean().optional(),
    deadline: instant.optional(),
    until: instant.describe("from then on the link answers nothing"),
    open: z.boolean().describe("whether it can be answered now"),
    choices: z
      .array(z.object({ choice: z.string(), needs: z.array(z.string()).describe("what must be sent with it") }))
      .describe("what can be answered now; none of homework, of which a text is sent"),
    sessions: z
      .array(z.object({ id: z.string(), title: z.string(), ...dates, mine: z.boolean() }))
      .optional()
      .describe("of a meeting in several parts; mine: where the person belongs"),
    asks: z.array(z.string()).optional().describe("questions of the homework"),
    options: z.array(z.string()).optional().describe("candidates, of which so many (choose) are selected"),
    standsInFor: z
      .array(z.object({ email: z.string(), name: z.string() }))
      .optional()
      .describe("of a decision: for whom the person can answer now as a substitute (`for`)"),
    ownVote: z.boolean().optional().describe("beside standsInFor: whether the person can also answer for themselves"),
    choose: z.number().optional(),
    proposal: z.string().optional(),
    idea: z
      .object({
        text: z.string().optional(),
        round: z.number(),
        rounds: z.number(),
        unit: z.string().optional(),
        what: z.string().optional(),
        how: z.string().optional(),
        result: z.string().optional(),
        abandoned: z.string().optional().describe("why the test was given up"),
      })
      .optional(),
    answered: z
      .object({
        at: instant,
        choice: z.string().optional(),
        session: z.string().optional(),
        text: z.string().optional(),
      })
      .optional()
      .describe("the person's own last answer"),
    outcome: outcome.optional().describe("what was decided, by whomever"),
    earlier: z.array(outcome).optional().describe("what was decided in earlier rounds"),
  })
  .openapi("AnswerLink");

export type AnswerLinkJson = z.infer<typeof AnswerLinkShape>;

const field = (most: number) => z.string().max(most).optional();

/** Texts are checked once more, field by field, as those of a trigger. */
export const NewLinkAnswerShape = z
  .strictObject({
    choice: field(MAX_ID),
    choices: z.array(z.string().max(MAX_TEXT)).max(MAX_CHOICES).optional(),
    text: field(MAX_TEXT),
    reason: field(MAX_TEXT),
    session: field(MAX_ID),
    next: field(MAX_ID),
    to: field(MAX_TEXT),
    due: field(MAX_ID),
    for: field(MAX_ID).describe(
      "e-mail of whom the person stands in for; without it their own answer, if they may give one",
    ),
  })
  .openapi("NewLinkAnswer");

export type NewLinkAnswerJson = z.infer<typeof NewLinkAnswerShape>;

export const LinkAnsweredShape = z.object({ key: z.string(), entries: z.array(EntryShape) }).openapi("LinkAnswered");

export type LinkAnsweredJson = z.infer<typeof LinkAnsweredShape>;
