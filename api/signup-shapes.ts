// The shapes of sign-ups to open meetings: as whoever has a link sees one, as whoever leads does, and what is sent.
import { z } from "@hono/zod-openapi";

const MAX_NAME = 200;
const instant = z.string().describe("RFC 3339 with offset");
const dates = {
  start: instant.optional(),
  end: instant.optional(),
  allDay: z.boolean().optional().describe("the day is known, not the hour"),
  place: z.string().optional(),
};

const STATE = z.enum(["open", "closed", "cancelled", "over"]);

/** Nobody who has signed up is named here, but to themselves. */
export const SignUpShape = z
  .object({
    purpose: z.enum(["signUp", "withdraw"]),
    language: z.enum(["da", "en"]),
    network: z.object({ title: z.string() }),
    title: z.string(),
    description: z.string().optional(),
    zone: z.string(),
    ...dates,
    tentative: z.boolean().optional(),
    state: STATE.describe("only one that is open takes anybody"),
    capacity: z.number().optional(),
    left: z.number().optional().describe("seats that are free; none: who comes now waits"),
    waiting: z.number().describe("how many wait"),
    deadline: instant.optional(),
    person: z.object({ firstName: z.string() }).optional().describe("whose place it is, by a link of their own"),
    mine: z.enum(["seat", "waiting"]).optional().describe("the place they have"),
    position: z.number().optional().describe("on the waiting list, from 1"),
  })
  .openapi("SignUp");

export type SignUpJson = z.infer<typeof SignUpShape>;

/** By a link for anybody, who comes; by a person's own link nothing: it gives up their place. */
export const NewSignUpShape = z
  .strictObject({
    name: z.string().trim().min(1).max(MAX_NAME).optional(),
    email: z.email().max(MAX_NAME).optional(),
    organisation: z.string().trim().min(1).max(MAX_NAME).optional(),
  })
  .openapi("NewSignUp");

export type NewSignUpJson = z.infer<typeof NewSignUpShape>;

/** The same whether or not somebody had signed up before, with or without a seat: a mail tells the person alone. */
export const SignedUpShape = z.object({ taken: z.literal(true) }).openapi("SignedUp");

export const NetworkSignUpShape = z
  .object({
    item: z.string(),
    title: z.string(),
    state: STATE,
    capacity: z.number().optional(),
    deadline: instant.optional(),
    link: z.string().describe("for whoever is to sign up"),
    seated: z.number(),
    waited: z.number(),
    seats: z.array(z.string()).optional().describe("e-mails in order; only to whoever leads"),
    waiting: z.array(z.string()).optional().describe("e-mails in order; only to whoever leads"),
  })
  .openapi("NetworkSignUp");

export type NetworkSignUpJson = z.infer<typeof NetworkSignUpShape>;
