// The shapes of the people of a network as they are read, and of a list of people who are to join.
import { z } from "@hono/zod-openapi";

const MAX_LIST = 500_000;

const PersonShape = z.object({
  name: z.string(),
  email: z.string(),
  roles: z.array(z.string()),
  organisation: z.string().optional(),
  region: z.string().optional(),
  language: z.enum(["da", "en"]),
  answer: z.enum(["accepted", "declined"]).optional().describe("to being a member; to who leads, and of oneself"),
  bounced: z.literal(true).optional().describe("the address turns mail away; to who leads"),
  substitute: z
    .object({ name: z.string(), email: z.string(), from: z.string(), to: z.string().describe("no longer on that day") })
    .optional()
    .describe("who stands in for them, now or later"),
});

export const PeopleShape = z
  .object({
    people: z.array(PersonShape),
    roles: z.array(
      z.object({
        code: z.string(),
        title: z.string(),
        count: z.number(),
        required: z.literal(true).optional(),
        group: z.literal(true).optional(),
        least: z.number().optional().describe("in each organisation"),
        most: z.number().optional(),
      }),
    ),
    missing: z
      .array(
        z.object({
          role: z.string(),
          title: z.string(),
          organisation: z.string().optional(),
          have: z.number(),
          need: z.number(),
        }),
      )
      .describe("roles that somebody has to have, or more people of an organisation"),
    organisations: z.array(z.string()),
  })
  .openapi("People");

export const NewRosterShape = z
  .strictObject({
    text: z
      .string()
      .max(MAX_LIST)
      .describe("a list, one person on a line, or CSV: name,email,role,organisation,region,language"),
    role: z.string().min(1).max(100).describe("of those on a list"),
    organisation: z.string().max(200).optional(),
  })
  .openapi("NewRoster");

export const RosterShape = z
  .object({
    people: z.array(
      PersonShape.pick({
        name: true,
        email: true,
        roles: true,
        organisation: true,
        region: true,
        language: true,
      }).extend({
        is: z.enum(["new", "more", "same"]).describe("more: in the network already, but not with these roles"),
      }),
    ),
    problems: z.array(z.object({ line: z.number().optional(), message: z.string(), hint: z.string() })),
  })
  .describe("nothing is saved")
  .openapi("Roster");

export type PeopleJson = z.infer<typeof PeopleShape>;
export type RosterJson = z.infer<typeof RosterShape>;
export type NewRosterJson = z.input<typeof NewRosterShape>;
