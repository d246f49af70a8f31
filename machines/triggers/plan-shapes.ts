// The shape of the data of triggers about the plan. Unknown fields are errors.
import { z } from "zod";
import type { PLAN } from "./plan.ts";
import { saying } from "../shape-words.ts";
import { dated, id, text, reason, when, note, day, session, bothLanguages, organisation, messages } from "./fields.ts";

const draft = z.literal(true).describe("a meeting's date that nobody is told of before publishMeeting").optional();

const added = z
  .strictObject({
    id: z
      .string()
      .regex(/^[A-Za-z][A-Za-z0-9-]{0,99}$/)
      .describe("a name of letters, digits and hyphens that nothing else has"),
    kind: z.enum(["meeting", "homework", "task", "break", "note"]),
    title: z.union([text("the name"), bothLanguages]),
    audience: z.array(id("a role")).max(50).optional(),
    phases: z.array(id("a phase")).max(50).optional(),
    start: when.optional(),
    end: when.optional(),
    first: day.optional(),
    last: day.optional(),
    place: text("where").optional(),
    extent: z.enum(["full", "partial", "work"]).optional(),
    tentative: z.boolean().optional(),
    voluntary: z.boolean().optional(),
    draft,
    owner: z.email().describe("of a task: who does it").optional(),
    reason,
  })
  .refine(
    (data) => data.draft === undefined || (data.kind === "meeting" && data.start !== undefined),
    saying({ da: "et udkast er et møde med en dato (start)", en: "a draft is a meeting with a date (start)" }),
  )
  .refine(
    (data) => data.owner === undefined || data.kind === "task",
    saying({ da: "kun en opgave har en ejer", en: "only a task has an owner" }),
  );

export const PLAN_SHAPES = {
  openPhase: z.strictObject({ phase: id("the phase"), note }),
  closePhase: z.union([
    z.strictObject({ phase: id("the phase"), note }),
    z.strictObject({ phase: id("the phase"), outcome: z.literal("notCarriedOut"), reason }),
  ]),
  pinItem: z.strictObject({ ...dated, draft, reason: reason.optional() }),
  moveItem: z.strictObject({ ...dated, reason: reason.optional() }),
  cancelItem: z.strictObject({ item: id("the item"), reason: reason.optional() }),
  completeItem: z.strictObject({ item: id("the task, monitoring point or deliverable"), reason: reason.optional() }),
  splitItem: z.strictObject({
    item: id("the meeting that has no sessions yet"),
    sessions: z
      .array(
        z.strictObject({
          id: z
            .string()
            .regex(/^[A-Za-z][A-Za-z0-9-]{0,99}$/)
            .describe("a name of letters, digits and hyphens"),
          region: id("whose region it is for").optional(),
          start: when.optional(),
          end: when.optional(),
          place: text("where").optional(),
        }),
      )
      .min(2)
      .max(20)
      .refine(
        (all) => new Set(all.map((one) => one.id)).size === all.length,
        saying({ da: "to sessioner hedder det samme", en: "two sessions have the same id" }),
      ),
    reason: reason.optional(),
  }),
  setAudience: z.strictObject({
    item: id("the item"),
    audience: z.array(id("a role")).min(1).max(50),
    reason: reason.optional(),
  }),
  tightenItem: z.strictObject({ item: id("the item"), session, first: day, last: day, reason }),
  renameItem: z.strictObject({
    item: id("the item"),
    title: z.union([text("the name"), bothLanguages]),
    reason: reason.optional(),
  }),
  addItem: added,
  replanPhase: z.strictObject({ phase: id("the phase"), first: day.optional(), last: day.optional(), reason }),
  undo: z.strictObject({ seq: z.int().min(1).describe("number of the ledger entry that said the change"), reason }),
  skipMessage: z.union(messages),
  sendMessage: z.union(messages),
  setReminder: z.strictObject({
    rule: id("the rule, such as meeting-14"),
    item: id("for this item only").optional(),
    off: z.boolean().describe("true: turned off").optional(),
    days: z
      .int()
      .min(-1000)
      .max(1000)
      .describe("other days; without days and off it is as the programme has it")
      .optional(),
    reason,
  }),
  startTrack: z.strictObject({ track: id("the track"), organisation, note }),
  completeStep: z.strictObject({ track: id("the track"), organisation, step: id("the next step"), note }),
  confirmCondition: z.strictObject({ condition: id("the condition"), text: text("how it came to hold").optional() }),
  closeNetwork: z.strictObject({
    outcome: z.enum(["scale", "spread", "handOver", "evaluate", "end"]).describe("what was decided for the network"),
    followUps: z
      .array(z.strictObject({ title: text("what is to be done"), owner: z.email().describe("by whom"), due: day }))
      .max(50)
      .describe("what is left to do, reminded of after the network has closed")
      .optional(),
    reason: reason.optional(),
  }),
  stopNetwork: z.strictObject({ reason }),
} as const satisfies Record<keyof typeof PLAN, z.ZodType>;
