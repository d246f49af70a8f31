// The shape of the data of triggers about meetings and homework. Unknown fields are errors.
import { z } from "zod";
import { saying } from "../shape-words.ts";
import type { MEETINGS } from "./meetings.ts";
import { about, day, id, text, organisation, person, reason, session } from "./fields.ts";

const MOST = { points: 50, minutes: 1_440, tasks: 50, decisions: 50, people: 500, answers: 50 };

const people = (what: string) => z.array(z.email()).max(MOST.people).describe(what);

const point = z.strictObject({
  title: text("what it is about"),
  minutes: z.int().min(1).max(MOST.minutes).describe("how long").optional(),
  who: text("who has it: an e-mail, or a name").optional(),
  text: text("more of it").optional(),
});

const delivered = z
  .strictObject({
    item: id("the homework"),
    text: text("what is delivered").optional(),
    answers: z
      .array(text("an answer").or(z.literal("")))
      .min(1)
      .max(MOST.answers)
      .describe("one for each question, in order; empty where there is none")
      .optional(),
    organisation: organisation.describe("the organisation that it is delivered for").optional(),
    person,
  })
  .refine(
    (data) => data.text !== undefined || data.answers !== undefined,
    saying({ da: "skriv text eller answers", en: "write text or answers" }),
  );

export const MEETINGS_SHAPES = {
  publishMeeting: z.strictObject({ item: id("the meeting that is a draft") }),
  holdMeeting: z.strictObject({ item: id("the meeting") }),
  answer: z.strictObject({
    item: id("the meeting"),
    session,
    answer: z.enum(["accepted", "declined", "tentative"]),
    note: text("a few words with the answer").optional(),
    person,
  }),
  setAgenda: z.strictObject({
    item: id("the meeting"),
    points: z.array(point).max(MOST.points).describe("all of them: they replace those before"),
  }),
  inviteGuest: z.strictObject({
    item: id("the meeting"),
    name: text("the guest's name"),
    email: z.email(),
    language: z.enum(["da", "en"]).optional(),
  }),
  uninviteGuest: z.strictObject({ item: id("the meeting"), person: z.email() }),
  recordAttendance: z.strictObject({
    item: id("the held meeting"),
    session,
    present: people("who came"),
    absent: people("who did not").optional(),
    guests: z.array(text("a name")).max(MOST.people).optional(),
  }),
  recordMinutes: z.strictObject({
    item: id("the meeting"),
    text: text("the minutes, or where they are"),
    decisions: z.array(text("what was decided")).max(MOST.decisions).optional(),
    tasks: z
      .array(
        z.strictObject({
          title: text("what is to be done"),
          owner: z.email().describe("who does it"),
          due: day.describe("by when: 2027-03-11"),
        }),
      )
      .max(MOST.tasks)
      .optional(),
  }),
  approveMinutes: z.strictObject({ item: id("the meeting whose minutes are recorded") }),
  addToMinutes: z.strictObject({ item: id("the meeting whose minutes are recorded"), text: text("the addition") }),
  agreeFocusQuestion: z.strictObject({
    item: id("the held meeting it was agreed at"),
    question: text("the question, «how might we …»"),
  }),
  deliver: delivered,
  addLink: z.strictObject({
    about,
    url: z
      .url({ protocol: /^https$/ })
      .max(2_000)
      .describe("https://…"),
    title: text("what it leads to"),
  }),
  removeLink: z.strictObject({ about, link: id("the link, such as l1"), reason: reason.optional() }),
} as const satisfies Record<keyof typeof MEETINGS, z.ZodType>;
