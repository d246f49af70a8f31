// The fields that the data of triggers is made of.
import { z } from "zod";
import { isDate } from "../../programmes/calendar.ts";
import { readInstant } from "../../programmes/instant.ts";
import { saying } from "../shape-words.ts";

const MAX_TEXT = 5_000;
const MAX_ID = 100;

/** NUL and half of a surrogate pair: a network that had taken one could never be written down. */
const isStorable = (value: string) => !value.includes("\0") && !/\p{Cs}/u.test(value);
const REMOVE = saying({
  da: "har et tegn, der ikke kan gemmes (NUL eller et halvt tegn); fjern det",
  en: "holds a character that cannot be stored (NUL, or half of a pair); remove it",
});

export const id = (what: string) => z.string().min(1).max(MAX_ID).refine(isStorable, REMOVE).describe(what);
export const text = (what: string) => z.string().trim().min(1).max(MAX_TEXT).refine(isStorable, REMOVE).describe(what);
export const reason = text("why; everybody concerned can read it");
export const when = z
  .string()
  .refine(
    (value) => readInstant(value, "UTC") !== undefined,
    saying({
      da: "skriv en dato som 2027-03-11 eller 2027-03-11T09:00",
      en: "write a date as 2027-03-11 or 2027-03-11T09:00",
    }),
  )
  .describe("2027-03-11 or 2027-03-11T09:00, local time of the programme unless an offset is given");
export const note = text("why you go on although something is missing (advisory programmes)").optional();
export const person = z.email().describe("the person it counts for, where it is not yourself (lead only)").optional();
export const whom = z
  .email()
  .describe("whom you stand in for; without it you answer for yourself, if you may")
  .optional();
export const day = z
  .string()
  .refine(isDate, saying({ da: "skriv en dato som 2027-03-11", en: "write a date as 2027-03-11" }))
  .describe("2027-03-11");

export const session = id("which session, where the meeting has several").optional();
export const dated = {
  item: id("the item, such as m1"),
  session,
  start: when,
  end: when.optional(),
  place: text("where").optional(),
};
export const bothLanguages = z.strictObject({ da: text("in Danish"), en: text("in English") });
export const about = id("what it is about: item:m1 or idea:i1").refine(
  (value) => /^(item|idea):[^:/]+$/.test(value),
  saying({ da: "skriv item:m1 eller idea:i1", en: "write item:m1 or idea:i1" }),
);
export const decision = id("the decision, such as D1");
export const organisation = id("the organisation").refine(
  (name) => !name.includes("/"),
  saying({ da: "må ikke have en skråstreg", en: "may not hold a slash" }),
);

export const aboutMessage = { rule: id("the rule, such as meeting-7"), reason };
export const messages = [
  z.strictObject({ item: id("the item it is about"), session, ...aboutMessage }),
  z.strictObject({ idea: id("the idea it is about"), ...aboutMessage }),
  z.strictObject({ phase: id("the phase it is about"), ...aboutMessage }),
] as const;
