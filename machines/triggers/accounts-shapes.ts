// The shape of the data of triggers about measurements, money and hours. Unknown fields are errors.
import { z } from "zod";
import { saying } from "../shape-words.ts";
import type { ACCOUNTS } from "./accounts.ts";
import { day, id, organisation, person, reason, text } from "./fields.ts";

const MOST_MONEY = 1_000_000_000_000;
const MOST_TIME = 10_000;

const NOT_NOTHING = saying({ da: "må ikke være 0", en: "may not be 0" });
const ONE_OF_TWO = saying({
  da: "skriv enten days eller hours, og ikke begge",
  en: "write either days or hours, and not both",
});
const ONE_THING = saying({
  da: "skriv kun ét af item, idea og phase",
  en: "write only one of item, idea and phase",
});

const line = id("the budget line");
const time = (what: string) =>
  z
    .number()
    .min(-MOST_TIME)
    .max(MOST_TIME)
    .refine((value) => value !== 0, NOT_NOTHING)
    .describe(what);
const given = (...values: unknown[]) => values.filter((value) => value !== undefined).length;

export const ACCOUNTS_SHAPES = {
  recordMeasure: z.strictObject({
    item: id("the monitoring point"),
    organisation,
    values: z.record(id("number of a success criterion"), z.union([z.number(), text("what was found")])),
  }),
  planBudget: z.strictObject({
    line,
    amount: z.int().min(0).max(MOST_MONEY).describe("what is planned for the line from now on, in whole units"),
    reason,
  }),
  recordSpending: z.strictObject({
    line,
    amount: z
      .int()
      .min(-MOST_MONEY)
      .max(MOST_MONEY)
      .refine((value) => value !== 0, NOT_NOTHING)
      .describe("in whole units of the currency; negative takes back"),
    text: text("what it was for").optional(),
    date: day.optional(),
  }),
  recordEffort: z
    .strictObject({
      days: time("working days; negative takes back").optional(),
      hours: time("hours; negative takes back").optional(),
      text: text("what was done").optional(),
      item: id("the item it was spent on").optional(),
      idea: id("the idea it was spent on").optional(),
      phase: id("the phase it was spent on").optional(),
      person,
      date: day.optional(),
    })
    .refine(({ days, hours }) => given(days, hours) === 1, ONE_OF_TWO)
    .refine(({ item, idea, phase }) => given(item, idea, phase) <= 1, ONE_THING),
  agreeHours: z.strictObject({
    days: z.number().min(0).max(MOST_TIME).describe("working days that the lead may spend on the network"),
    text: text("what was agreed").optional(),
  }),
} as const satisfies Record<keyof typeof ACCOUNTS, z.ZodType>;
