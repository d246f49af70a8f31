// The shape of a decision for who is signed in: what a link from a mail tells, and besides who has answered, who has not, and what it costs.
import { z } from "@hono/zod-openapi";
import { AnswerLinkShape } from "./answer-shapes.ts";
import { StandingShape } from "./idea-story-shapes.ts";

const person = { email: z.string().describe("e-mail, or an id where the person was erased"), name: z.string() };

export const DecisionShape = AnswerLinkShape.omit({ person: true, purpose: true, until: true, kind: true })
  .extend({
    kind: z.enum(["idea", "decision"]),
    state: z.string().describe("of the idea or of the decision of the plan"),
    round: z.number(),
    rounds: z.number(),
    how: z.enum(["approve", "select", "consensus", "idea"]).describe("what kind of answer it takes"),
    carriedBy: z.enum(["one", "majority", "all"]).describe("which votes carry it"),
    quorum: z.number().optional(),
    may: z.boolean().describe("whether you may decide, by yourself or for somebody"),
    self: z.boolean().describe("whether you decide by yourself, and not only for somebody"),
    votes: z.array(
      z.object({
        ...person,
        choice: z.string(),
        yours: z.boolean().describe("whether you cast it, and can take it back"),
        self: z.boolean().describe("whether it is your own"),
      }),
    ),
    missing: z.array(z.object(person)).describe("who decides and has not answered"),
    proposedBy: z.string().optional().describe("name"),
    rationale: z.string().optional().describe("of an idea: why it was short-listed"),
    plan: z.object({ host: z.string().optional(), leads: z.array(z.string()).optional() }).optional(),
    days: z.number().optional().describe("of an idea: days of work that were recorded on it"),
    comments: z.array(z.object({ text: z.string(), name: z.string() })).optional(),
    mayPropose: z.boolean().describe("of a decision of the plan: whether you may put it now"),
    mayWithdraw: z.boolean().describe("of a decision of the plan that was put: whether you may take the proposal back"),
    standings: z.array(StandingShape).describe("what must hold before it can be put"),
  })
  .openapi("Decision");

export type DecisionJson = z.infer<typeof DecisionShape>;
