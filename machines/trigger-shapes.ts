// The shape of each trigger's data, checked where triggers come in: the API, the command line, scripts. Dates are read in the
// programme's zone here, so that a network is only ever given instants. Never loaded by a workflow.
import { z } from "zod";
import { isDate } from "../programmes/calendar.ts";
import { readEnd, readInstant } from "../programmes/instant.ts";
import type { Text } from "../programmes/types.ts";
import type { Json } from "./engine/types.ts";
import { saying, shapeProblems, type ShapeProblem } from "./shape-words.ts";
import type { TriggerName } from "./trigger-types.ts";

const MAX_TEXT = 5_000;
const MAX_ID = 100;

/** NUL and half of a surrogate pair: a network that had taken one could never be written down. */
const isStorable = (value: string) => !value.includes("\0") && !/\p{Cs}/u.test(value);
const REMOVE = saying({
  da: "har et tegn, der ikke kan gemmes (NUL eller et halvt tegn); fjern det",
  en: "holds a character that cannot be stored (NUL, or half of a pair); remove it",
});

const id = (what: string) => z.string().min(1).max(MAX_ID).refine(isStorable, REMOVE).describe(what);
const text = (what: string) => z.string().trim().min(1).max(MAX_TEXT).refine(isStorable, REMOVE).describe(what);
const reason = text("why; everybody concerned can read it");
const when = z
  .string()
  .refine(
    (value) => readInstant(value, "UTC") !== undefined,
    saying({
      da: "skriv en dato som 2027-03-11 eller 2027-03-11T09:00",
      en: "write a date as 2027-03-11 or 2027-03-11T09:00",
    }),
  )
  .describe("2027-03-11 or 2027-03-11T09:00, local time of the programme unless an offset is given");
const note = text("why you go on although something is missing (advisory programmes)").optional();
const person = z.email().describe("the person it counts for, where it is not yourself (lead only)").optional();
const whom = z.email().describe("whom you stand in for; without it you answer for yourself, if you may").optional();
const day = z
  .string()
  .refine(isDate, saying({ da: "skriv en dato som 2027-03-11", en: "write a date as 2027-03-11" }))
  .describe("2027-03-11");

const session = id("which session, where the meeting has several").optional();
const dated = {
  item: id("the item, such as m1"),
  session,
  start: when,
  end: when.optional(),
  place: text("where").optional(),
};
const bothLanguages = z.strictObject({ da: text("in Danish"), en: text("in English") });
const decision = id("the decision, such as D1");
const organisation = id("the organisation").refine(
  (name) => !name.includes("/"),
  saying({ da: "må ikke have en skråstreg", en: "may not hold a slash" }),
);

const aboutMessage = { rule: id("the rule, such as meeting-7"), reason };
const messages = [
  z.strictObject({ item: id("the item it is about"), session, ...aboutMessage }),
  z.strictObject({ idea: id("the idea it is about"), ...aboutMessage }),
  z.strictObject({ phase: id("the phase it is about"), ...aboutMessage }),
] as const;

/** One zod schema for each trigger. Unknown fields are errors. */
export const SHAPES = {
  openPhase: z.strictObject({ phase: id("the phase"), note }),
  closePhase: z.union([
    z.strictObject({ phase: id("the phase"), note }),
    z.strictObject({ phase: id("the phase"), outcome: z.literal("notCarriedOut"), reason }),
  ]),
  pinItem: z.strictObject({ ...dated, reason: reason.optional() }),
  moveItem: z.strictObject({ ...dated, reason: reason.optional() }),
  cancelItem: z.strictObject({ item: id("the item"), reason: reason.optional() }),
  tightenItem: z.strictObject({ item: id("the item"), session, first: day, last: day, reason }),
  renameItem: z.strictObject({
    item: id("the item"),
    title: z.union([text("the name"), bothLanguages]),
    reason: reason.optional(),
  }),
  addItem: z.strictObject({
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
    reason,
  }),
  replanPhase: z.strictObject({ phase: id("the phase"), first: day.optional(), last: day.optional(), reason }),
  undo: z.strictObject({ seq: z.int().min(1).describe("number of the ledger entry that said the change"), reason }),
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
  completeItem: z.strictObject({ item: id("the task, monitoring point or deliverable"), reason: reason.optional() }),
  completeFollowUp: z.strictObject({ idea: id("the approved idea"), reason: reason.optional() }),
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
  recordMinutes: z.strictObject({ item: id("the held meeting"), text: text("the minutes, or where they are") }),
  nameSubstitute: z.strictObject({
    substitute: z.email().describe("who stands in; oneself ends it"),
    from: day.describe("first day"),
    to: day.describe("the day they no longer do"),
    person,
  }),
  holdMeeting: z.strictObject({ item: id("the meeting") }),
  addIdea: z.strictObject({ title: text("one line"), text: text("the idea").optional() }),
  shortlist: z.strictObject({ idea: id("the idea, such as i1"), reason: text("the rationale") }),
  startTest: z.strictObject({
    idea: id("the idea"),
    unit: text("where it is tested").optional(),
    leads: text("who leads the test").optional(),
    what: text("what is tested").optional(),
    how: text("how results are gathered").optional(),
  }),
  recordResult: z.strictObject({ idea: id("the idea"), result: text("what the test showed") }),
  abandonTest: z.strictObject({ idea: id("the idea"), reason }),
  decide: z.union([
    z.discriminatedUnion("outcome", [
      z.strictObject({
        idea: id("the idea"),
        outcome: z.literal("approve"),
        next: z.enum(["scale", "spread", "handOver"]),
        to: text("to whom"),
        due: day.describe("by when, 2027-12-31"),
        reason: reason.optional(),
        for: whom,
      }),
      z.strictObject({ idea: id("the idea"), outcome: z.literal("adjust"), reason: text("what to change"), for: whom }),
      z.strictObject({ idea: id("the idea"), outcome: z.literal("discard"), reason, for: whom }),
    ]),
    z.discriminatedUnion("outcome", [
      z.strictObject({ item: decision, outcome: z.enum(["approve", "agree"]), reason: reason.optional(), for: whom }),
      z.strictObject({ item: decision, outcome: z.enum(["reject", "disagree"]), reason, for: whom }),
      z.strictObject({
        item: decision,
        outcome: z.literal("select"),
        choices: z.array(text("a candidate that was put")).min(1).max(100),
        reason: reason.optional(),
        for: whom,
      }),
    ]),
  ]),
  propose: z.strictObject({
    item: decision,
    text: text("what is proposed").optional(),
    options: z.array(text("a candidate")).min(2).max(100).optional(),
    note,
  }),
  withdrawProposal: z.strictObject({ item: decision, reason: reason.optional() }),
  withdrawVote: z.strictObject({ item: decision, for: whom }),
  startTrack: z.strictObject({ track: id("the track"), organisation, note }),
  completeStep: z.strictObject({ track: id("the track"), organisation, step: id("the next step"), note }),
  confirmCondition: z.strictObject({ condition: id("the condition"), text: text("how it came to hold").optional() }),
  recordMeasure: z.strictObject({
    item: id("the monitoring point"),
    organisation,
    values: z.record(id("number of a success criterion"), z.union([z.number(), text("what was found")])),
  }),
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
  reviveIdea: z.strictObject({ idea: id("the idea"), reason }),
  closeNetwork: z.strictObject({
    outcome: z.enum(["scale", "spread", "handOver", "end"]).describe("what was decided for the network"),
    reason: reason.optional(),
  }),
  stopNetwork: z.strictObject({ reason }),
  answer: z.strictObject({
    item: id("the meeting"),
    session,
    answer: z.enum(["accepted", "declined", "tentative"]),
    person,
  }),
  answerMembership: z.strictObject({ answer: z.enum(["accepted", "declined"]), person }),
  deliver: z.strictObject({ item: id("the homework"), text: text("what is delivered"), person }),
  addDiscovery: z.strictObject({
    perspective: id("whose: citizen, staff, manager, other municipality …"),
    text: text("what was seen"),
    source: text("where it is from").optional(),
  }),
  recordAgreement: z.strictObject({
    with: z.enum(["referenceManager", "lineManager", "coDriver"]),
    text: text("what was agreed").optional(),
  }),
  describeTheme: z.strictObject({
    characteristic: z.enum([
      "welfare",
      "currentChallenge",
      "crossCutting",
      "complex",
      "newLearning",
      "innovation",
      "showsValue",
    ]),
    text: text("how the theme has it"),
  }),
  agreeFocusQuestion: z.strictObject({
    item: id("the held meeting it was agreed at"),
    question: text("the question, «how might we …»"),
  }),
  chooseThemes: z.strictObject({ themes: z.array(text("a theme")).min(1).max(20) }),
  handOver: z.strictObject({ role: id("the role handed over"), from: z.email(), to: z.email() }),
} as const satisfies Record<TriggerName, z.ZodType>;

export type Shaped = { ok: true; data: { [key: string]: Json | undefined } } | { ok: false; problems: ShapeProblem[] };

/** A trigger's data, checked, with its dates as instants of the zone; or what is wrong with it, in the reader's language. */
export function shape(type: TriggerName, data: unknown, zone: string, language: keyof Text = "da"): Shaped {
  const parsed = SHAPES[type].safeParse(data ?? {});
  if (!parsed.success) {
    return { ok: false, problems: shapeProblems(parsed.error.issues, data, language).map(inData) };
  }
  return withInstants(parsed.data as { [key: string]: Json }, zone, language);
}

const inData = ({ path, message }: ShapeProblem): ShapeProblem => ({ path: path ? `data.${path}` : "data", message });

const BACKWARDS: Text = { da: "slutningen ligger før begyndelsen", en: "the end lies before the start" };

function withInstants(data: { [key: string]: Json }, zone: string, language: keyof Text): Shaped {
  if (Array.isArray(data["sessions"])) {
    const sessions = data["sessions"].map((one) => withInstants(one as { [key: string]: Json }, zone, language));
    const wrong = sessions.find((one) => !one.ok);
    return (
      wrong ?? { ok: true, data: { ...data, sessions: sessions.flatMap((one) => (one.ok ? [one.data as Json] : [])) } }
    );
  }
  if (typeof data["start"] !== "string") return { ok: true, data };
  const start = readInstant(data["start"], zone)!;
  const end = typeof data["end"] === "string" ? readEnd(data["end"], zone)! : undefined;
  if (end !== undefined && end < start.instant) {
    return { ok: false, problems: [inData({ path: "end", message: BACKWARDS[language] })] };
  }
  const { start: _, end: __, ...rest } = data;
  const dates = { start: start.instant, ...(end !== undefined && { end }), ...(start.allDay && { allDay: true }) };
  return { ok: true, data: { ...rest, ...dates } };
}
