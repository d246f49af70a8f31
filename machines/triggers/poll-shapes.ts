// The shape of the data of triggers about date polls, and its dates as instants. Unknown fields are errors.
import { z } from "zod";
import { isDate } from "../../programmes/calendar.ts";
import { readEnd, readInstant } from "../../programmes/instant.ts";
import type { Json } from "../engine/types.ts";
import { saying } from "../shape-words.ts";
import { id, person, reason, text, when } from "./fields.ts";
import type { POLLS } from "./poll.ts";

const MAX_DATES = 30;
const MAX_MINUTES = 24 * 60;
const meeting = id("the meeting without a date");

const isAlike = (dates: string[]) => new Set(dates.map(isDate)).size === 1;
const ALIKE = saying({
  da: "skriv alle datoerne med klokkeslæt, eller alle uden",
  en: "write all dates with an hour, or all without",
});
const isOnce = (dates: string[]) => new Set(dates).size === dates.length;
const ONCE = saying({ da: "en dato står to gange", en: "a date stands twice" });

export const POLLS_SHAPES = {
  startPoll: z.strictObject({
    item: meeting,
    dates: z
      .array(when)
      .min(2)
      .max(MAX_DATES)
      .refine(isAlike, ALIKE)
      .refine(isOnce, ONCE)
      .describe("the dates to choose among"),
    minutes: z.int().min(1).max(MAX_MINUTES).describe("how long the meeting lasts").optional(),
    closes: when.describe("until when people answer; a day: to its end").optional(),
    reason: reason.optional(),
  }),
  answerPoll: z.strictObject({
    item: meeting,
    answers: z.record(when, z.enum(["yes", "maybe", "no"])).describe("by date, as the poll has them"),
    person,
  }),
  closePoll: z.strictObject({
    item: meeting,
    choose: when.describe("the date that the meeting gets"),
    place: text("where").optional(),
    reason: reason.optional(),
  }),
  cancelPoll: z.strictObject({ item: meeting, reason: reason.optional() }),
} as const satisfies Record<keyof typeof POLLS, z.ZodType>;

type Data = { [key: string]: Json };

/** The dates of a trigger about a poll as instants of the zone; other data as it is. */
export function pollDates(type: string, data: Data, zone: string): Data {
  const instant = (date: unknown) => readInstant(String(date), zone)!.instant;
  if (type === "startPoll") {
    const dates = data["dates"] as string[];
    const { closes } = data;
    return {
      ...data,
      dates: dates.map(instant).toSorted((a, b) => a - b),
      ...(isDate(dates[0]!) && { allDay: true }),
      ...(closes !== undefined && { closes: readEnd(String(closes), zone)! }),
    };
  }
  if (type === "closePoll") return { ...data, choose: instant(data["choose"]) };
  if (type !== "answerPoll") return data;
  const answers = Object.entries(data["answers"] as Data).map(([date, said]) => [String(instant(date)), said]);
  return { ...data, answers: Object.fromEntries(answers) };
}
