// The shape of a programme file, once the method it names is laid under it. Parts that have an id are maps by id.
import { z } from "zod";
import { isDate, isZone } from "./calendar.ts";
import type { Criterion, ItemKind, Phase, Precision, Text, When } from "./types.ts";

/** Most weeks, days and counts that a programme may speak of: beyond it a number is a slip. */
const MOST = 1000;

// The message of an unknown key carries the known ones; parse.ts makes the sentence.
const strict = <S extends z.ZodRawShape>(shape: S) =>
  z.strictObject(shape, {
    error: (issue) => (issue.code === "unrecognized_keys" ? Object.keys(shape).join(" ") : undefined),
  });

const must = (message: Text) => ({ params: message });
const count = z.int().min(0).max(MOST);
const week = z.int().min(1).max(MOST);
const words = z.string().min(1);
const text = strict({ da: words, en: words }) satisfies z.ZodType<Text>;
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const yearless = z
  .string()
  .refine(
    (day) => isDate(`2028-${day}`),
    must({ da: "skal være en dag som 12-24", en: "must be a day such as 12-24" }),
  );
const id = z.string().regex(/^[A-Za-z][A-Za-z0-9-]*$/);
const byId = <T extends z.ZodType>(part: T) => z.record(id, part);
const questions = z.array(text).exactOptional();

const WHENS = ["date", "week", "weeks", "either", "unknown"] as const satisfies readonly (Precision | "date")[];
const span = z
  .tuple([week, week])
  .refine(
    ([first, last]) => first < last,
    must({ da: "skal begynde med den første uge", en: "must begin with the earlier week" }),
  );
const whenObject = strict({
  quote: words.exactOptional(),
  label: words.exactOptional(),
  yearless: yearless.exactOptional(),
  date: z
    .string()
    .refine(isDate, must({ da: "skal være en dato som 2027-02-01", en: "must be a date such as 2027-02-01" }))
    .exactOptional(),
  time: time.exactOptional(),
  week: week.exactOptional(),
  weeks: span.exactOptional(),
  either: span.exactOptional(),
  unknown: z.literal(true).exactOptional(),
})
  .refine(
    (when) => WHENS.filter((key) => when[key] !== undefined).length === 1,
    must({
      da: `skal have netop en af ${WHENS.join(", ")}`,
      en: `must have exactly one of ${WHENS.join(", ")}`,
    }),
  )
  .refine(
    (when) => when.time === undefined || when.date !== undefined,
    must({ da: "kan kun have time sammen med date", en: "can have time only beside date" }),
  )
  // Exactly one of the five was just made sure of.
  .transform((when) => when as When);
const when = z.preprocess((value) => (value === "?" ? { unknown: true } : value), whenObject);

const criterion = strict({
  id,
  title: text,
  fact: words,
  atLeast: z.union([count, id]).exactOptional(),
  atMost: count.exactOptional(),
})
  .refine(
    (it) => (it.atLeast === undefined) !== (it.atMost === undefined),
    must({ da: "skal have enten atLeast eller atMost", en: "must have either atLeast or atMost" }),
  )
  .transform((it) => it as Criterion);

const phase = strict({
  title: text,
  mode: z.enum(["opening", "closing", "neither"] satisfies Phase["mode"][]),
  opens: z.array(criterion),
  closes: z.array(criterion),
  when,
  /** The phase that holds this one, unless a programme names it as a phase of its own. */
  within: id.exactOptional(),
  reopens: strict({ while: id, most: count }).exactOptional(),
  reopensOnAdjust: z.boolean().exactOptional(),
  questions,
});

const item = strict({
  kind: z.enum(["meeting", "homework", "task", "break", "note", "decision"] satisfies ItemKind[]),
  title: text,
  when,
  phases: z.array(id).default([]),
  audience: z.union([z.array(id), z.literal("?")]).exactOptional(),
  place: words.exactOptional(),
  tentative: z.boolean().exactOptional(),
  voluntary: z.boolean().exactOptional(),
  extent: z.enum(["full", "partial", "work"]).exactOptional(),
  effort: strict({
    base: z.number().min(0).max(MOST).exactOptional(),
    perIdea: z.number().min(0).max(MOST).exactOptional(),
  }).exactOptional(),
  description: text.exactOptional(),
  questions,
});

const reminder = strict({
  for: z.enum(["meeting", "decision"]),
  days: z.int().min(-MOST).max(MOST),
  time,
  to: z.array(id).min(1),
  title: text,
  off: z.boolean().exactOptional(),
});

/** A programme file with its method laid under it. */
export const fileSchema = strict({
  id,
  version: z.int().min(1),
  method: id.exactOptional(),
  title: text,
  description: text,
  zone: z.string().refine(
    isZone,
    must({
      da: "skal være en tidszone som Europe/Copenhagen",
      en: "must be a time zone such as Europe/Copenhagen",
    }),
  ),
  weeks: week.exactOptional(),
  gates: z.enum(["blocking", "advisory"]),
  parameters: byId(count),
  rounds: z.int().min(1).max(MOST),
  decideWithin: z.int().min(1).max(MOST),
  decideIn: id.exactOptional(),
  phases: byId(phase).default({}),
  items: byId(item).default({}),
  roles: byId(strict({ title: text, sample: count, required: z.boolean().exactOptional() })),
  rights: byId(z.union([z.array(id), z.literal("everyone")])),
  needs: byId(z.array(criterion)).exactOptional(),
  reminders: byId(reminder).default({}),
  nonWorking: z.array(yearless),
  questions,
});
export type ProgrammeFile = z.output<typeof fileSchema>;
