// The shapes of what comes before a network: theme proposals, the forum's days, and roles in the organisation as a whole.
import { z } from "@hono/zod-openapi";
import { NETWORK_TYPES } from "../programmes/network-type.ts";
import { day, id, text } from "../machines/triggers/fields.ts";
import { CHARACTERISTICS, OFFICES, OUTCOMES } from "../machines/themes/types.ts";

const MAX_TITLE = 200;
const MAX_ADDRESS = 254;
const MOST_DAYS = 366;
const MOST_DATES = 100;
const MOST_OFFICES = 500;

const instant = z.string().describe("RFC 3339 with offset");
const who = z.string().describe("e-mail, or an id where the person was erased");
const address = z.email().max(MAX_ADDRESS);
const characteristics = z.partialRecord(z.enum(CHARACTERISTICS), text("how the theme has it"));

export const NewThemeShape = z
  .strictObject({
    title: text("what it is about, in a line").max(MAX_TITLE),
    challenge: text("what the challenge is"),
    type: z.enum(NETWORK_TYPES).optional().describe("the programme's, else innovation"),
    programme: id("which one, where there are several of the type").optional(),
    characteristics: characteristics.default({}).describe("of the seven those that the theme has, and how"),
    referenceManager: address.optional(),
    lineManager: address.optional().describe("who agrees your hours"),
    start: day.optional().describe("when you wish the network to begin: 2027-03-11"),
  })
  .openapi("NewThemeProposal");

export const NewDecisionShape = z
  .strictObject({ outcome: z.enum(OUTCOMES), reason: text("demanded of no and wait").optional() })
  .openapi("NewThemeDecision");

export const NewWithdrawalShape = z.strictObject({ reason: text("why").optional() }).openapi("NewThemeWithdrawal");

export const NewHoursShape = z
  .strictObject({
    agreed: z.boolean(),
    days: z.number().positive().max(MOST_DAYS).optional().describe("working days, where agreed"),
    reason: text("what was agreed, or why not").optional(),
  })
  .openapi("NewThemeHours");

export const NewThemeNetworkShape = z
  .strictObject({
    start: day.optional().describe("else the one that was wished for"),
    programme: id("else the proposal's, or the first of its type").optional(),
    clock: z.enum(["real", "stepped"]).default("real"),
  })
  .openapi("NewThemeNetwork");

const forumMeeting = z.object({
  date: z.string(),
  proposed: z.boolean().describe("nobody has entered it: it is what is usual"),
});

export const ThemeProposalShape = z
  .object({
    id: z.string(),
    title: z.string(),
    challenge: z.string(),
    type: z.enum(NETWORK_TYPES),
    programme: z.string().optional(),
    characteristics,
    proposer: who,
    referenceManager: who.optional(),
    lineManager: who.optional(),
    start: z.string().optional(),
    proposedAt: instant,
    state: z.enum(["proposed", "waiting", "accepted", "refused", "withdrawn", "starting", "made"]),
    decision: z.object({ outcome: z.enum(OUTCOMES), reason: z.string().optional(), by: who, at: instant }).optional(),
    hours: z
      .object({
        agreed: z.boolean(),
        days: z.number().optional(),
        reason: z.string().optional(),
        by: who,
        at: instant,
      })
      .optional(),
    network: z.string().optional().describe("id of the network that was made of it"),
    waiting: z
      .object({
        for: z.enum(["forum", "start"]),
        since: instant,
        days: z.number(),
        forum: forumMeeting.optional().describe("when it is up next"),
      })
      .optional(),
    steps: z.array(
      z.object({
        kind: z.enum(["decided", "withdrawn", "hours", "starting", "made"]),
        at: instant,
        by: who,
        reason: z.string().optional(),
        data: z.record(z.string(), z.unknown()),
      }),
    ),
    may: z.array(z.enum(["decide", "withdraw", "hours", "start"])).describe("what you can do with it now"),
  })
  .openapi("ThemeProposal");

export const ForumMeetingsShape = z.array(forumMeeting).openapi("ForumMeetings");
export const NewForumMeetingsShape = z
  .strictObject({ dates: z.array(day).max(MOST_DATES) })
  .openapi("NewForumMeetings");

const office = { person: z.string().describe("e-mail"), role: z.enum(OFFICES) };
export const OfficesShape = z.array(z.object({ ...office, name: z.string() })).openapi("Offices");
export const NewOfficesShape = z
  .strictObject({
    offices: z
      .array(
        z.strictObject({
          ...office,
          person: address,
          name: text("of who is not known yet").max(MAX_TITLE).optional(),
        }),
      )
      .max(MOST_OFFICES),
  })
  .openapi("NewOffices");

export type ThemeProposalJson = z.infer<typeof ThemeProposalShape>;
export type NewThemeJson = z.input<typeof NewThemeShape>;
export type NewDecisionJson = z.input<typeof NewDecisionShape>;
export type NewWithdrawalJson = z.input<typeof NewWithdrawalShape>;
export type NewHoursJson = z.input<typeof NewHoursShape>;
export type NewThemeNetworkJson = z.input<typeof NewThemeNetworkShape>;
export type ForumMeetingsJson = z.infer<typeof ForumMeetingsShape>;
export type OfficesJson = z.infer<typeof OfficesShape>;
export type NewOfficesJson = z.input<typeof NewOfficesShape>;
