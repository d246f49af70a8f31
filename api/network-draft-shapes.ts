// The shapes of a network that is being planned, before there is one.
import { z } from "@hono/zod-openapi";
import { isDate } from "../programmes/calendar.ts";
import { saying } from "../machines/shape-words.ts";

const MAX_TITLE = 200;
const MAX_PEOPLE = 500_000;
const MOST_DATES = 1_000;

const day = z.string().refine(isDate, saying({ da: "skriv en dato som 2027-02-01", en: "write a date as 2027-02-01" }));

const CHOSEN = {
  programme: z.string().min(1).max(100).optional(),
  start: day.optional().describe("2027-02-01"),
  keepWeekdays: z.boolean().optional().describe("of a dated programme: each day keeps its weekday"),
  title: z.string().trim().max(MAX_TITLE).optional(),
  dates: z
    .record(z.string().max(200), z.union([z.literal("open"), day]))
    .refine((dates) => Object.keys(dates).length <= MOST_DATES)
    .optional()
    .describe("by item, or item/session: the day, or that it is dated later"),
  people: z.string().max(MAX_PEOPLE).optional().describe("as they were pasted: CSV, or cells of a spreadsheet"),
};

export const NewNetworkDraftShape = z.strictObject(CHOSEN).openapi("NewNetworkDraft");
/** What is left out stays as it is. */
export const NetworkDraftChangeShape = z.strictObject(CHOSEN).openapi("NetworkDraftChange");

const window = { from: z.string().optional(), to: z.string().optional() };
const WHY = ["weekend", "holiday", "nonWorking", "summer", "overlaps", "fuzzy", "unknown"] as const;

const FlagShape = z.object({
  part: z.string().describe("item, or item/session"),
  title: z.string(),
  kind: z.string(),
  why: z.array(z.enum(WHY)).describe("fuzzy: only a window is known; unknown: nothing is"),
  ...window,
  quote: z.string().optional().describe("the source's own words"),
  with: z.string().optional().describe("title of the meeting it overlaps"),
  proposal: z.string().optional().describe("a day that fits"),
  chosen: z.string().optional().describe("the day that was chosen, or open"),
  still: z.array(z.enum(WHY)).describe("what is the matter with the day that was chosen"),
});

const summary = {
  id: z.string(),
  changedAt: z.string().describe("RFC 3339"),
  programme: z.string().optional(),
  programmeTitle: z.string().optional(),
  title: z.string().optional(),
  start: z.string().optional(),
  rehearsal: z.string().optional().describe("id of the network that it was rehearsed in last"),
};

export const NetworkDraftLineShape = z.object(summary).openapi("NetworkDraftLine");
export const NetworkDraftShape = z
  .object({
    ...summary,
    keepWeekdays: z.boolean(),
    dated: z.boolean().describe("the programme has days of its own, and is not counted in weeks"),
    begins: z.string().optional().describe("the start, with weekdays kept where that was asked for"),
    weeks: z.number().optional(),
    phases: z.array(z.object({ title: z.string(), ...window })),
    flags: z.array(FlagShape),
    pasted: z.string().optional().describe("people as they were pasted"),
    people: z.array(
      z.object({
        name: z.string(),
        email: z.string(),
        roles: z.array(z.string()),
        organisation: z.string().optional(),
      }),
    ),
    wrong: z.array(z.object({ line: z.number().optional(), message: z.string() })).describe("with the people"),
    roles: z.array(
      z.object({
        code: z.string(),
        title: z.string(),
        required: z.boolean(),
        count: z.number().describe("who has it"),
      }),
    ),
    sample: z.boolean().describe("the programme has made-up people to rehearse with"),
    missing: z.array(z.enum(["programme", "start", "people"])).describe("what it cannot begin without"),
  })
  .openapi("NetworkDraft");

export const DraftMessagesShape = z
  .array(
    z.object({
      at: z.string(),
      title: z.string(),
      rule: z.string(),
      to: z.number().describe("how many people"),
      names: z.array(z.string()).describe("the first of them"),
      mail: z.object({ subject: z.string(), text: z.string() }),
    }),
  )
  .openapi("NetworkDraftMessages");

export const NewDraftNetworkShape = z
  .strictObject({
    clock: z.enum(["real", "stepped"]),
    asRehearsed: z.boolean().optional().describe("with the plan and people as the rehearsal has them now"),
  })
  .openapi("NewDraftNetwork");

export type NetworkDraftJson = z.infer<typeof NetworkDraftShape>;
export type NetworkDraftLineJson = z.infer<typeof NetworkDraftLineShape>;
export type NetworkDraftChangeJson = z.input<typeof NetworkDraftChangeShape>;
export type DraftMessagesJson = z.infer<typeof DraftMessagesShape>;
export type NewDraftNetworkJson = z.input<typeof NewDraftNetworkShape>;
