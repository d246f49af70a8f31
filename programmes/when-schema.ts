// The shape of a date in a programme file: a phrase as people write it, or keys with values.
import { z } from "zod";
import { isDate, isoWeekMonday } from "./calendar.ts";
import { readQuote } from "./quote.ts";
import { NO_YEAR } from "./quote-notes.ts";
import { count, id, must, strict, week, words } from "./schema-parts.ts";
import { isSeason } from "./season.ts";
import type { Text, When } from "./types.ts";

/** A date with what the reader of its phrase noted: questions to a person. */
export type NotedWhen = When & { notes?: Text[] };

/** A file says exactly one of these; `condition` may also stand beside another. */
export const WHEN_KINDS = [
  "date",
  "days",
  "day",
  "month",
  "months",
  "season",
  "isoWeek",
  "week",
  "weeks",
  "either",
  "between",
  "before",
  "after",
  "midwayOf",
  "unknown",
] as const;
const PRECISE = ["date", "days", "day"] as const;

export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** For editors, which cannot look a day up in the calendar. */
const shaped = (form: RegExp) => ({ pattern: form.source });
export const monthDay = z
  .string()
  .refine((day) => isDate(`2028-${day}`), must({ da: "skal være en dag som 12-24", en: "must be a day such as 12-24" }))
  .meta(shaped(/^\d\d-\d\d$/));
const date = z
  .string()
  .refine(isDate, must({ da: "skal være en dato som 2027-02-01", en: "must be a date such as 2027-02-01" }))
  .meta(shaped(/^\d{4}-\d\d-\d\d$/));
const month = z
  .string()
  .regex(/^\d{4}-\d\d$/)
  .refine(
    (text) => isDate(`${text}-01`),
    must({ da: "skal være en måned som 2014-03", en: "must be a month such as 2014-03" }),
  );
const inOrder = <T extends z.ZodType<string | number>>(part: T) =>
  z
    .tuple([part, part])
    .refine(
      ([first, last]) => first! < last!,
      must({ da: "skal begynde med den første", en: "must begin with the earlier one" }),
    );
const season = z.string().refine(
  isSeason,
  must({
    da: 'skal være en årstid som "spring 2015" eller "winter 2015/2016"',
    en: 'must be a season such as "spring 2015" or "winter 2015/2016"',
  }),
);
const isoWeek = z.string().refine(
  (week) => /^\d{4}-W\d\d$/.test(week) && isoWeekMonday(week) !== undefined,
  must({
    da: "skal være en uge, som året har, som 2014-W17",
    en: "must be a week that the year has, such as 2014-W17",
  }),
);

const fields = strict({
  quote: words.exactOptional(),
  label: words.exactOptional(),
  yearless: monthDay.exactOptional(),
  condition: id.exactOptional(),
  date: date.exactOptional(),
  days: inOrder(date).exactOptional(),
  day: monthDay.exactOptional(),
  time: timeOfDay.exactOptional(),
  until: timeOfDay.exactOptional(),
  month: month.exactOptional(),
  part: z.enum(["early", "mid", "late"]).exactOptional(),
  months: inOrder(month).exactOptional(),
  season: season.exactOptional(),
  isoWeek: isoWeek.exactOptional(),
  week: week.exactOptional(),
  weeks: inOrder(week).exactOptional(),
  either: inOrder(week).exactOptional(),
  between: z.tuple([id, id]).exactOptional(),
  before: id.exactOptional(),
  after: id.exactOptional(),
  within: count.exactOptional(),
  midwayOf: id.exactOptional(),
  unknown: z.literal(true).exactOptional(),
});
type Fields = z.output<typeof fields>;

const kindsIn = (when: Fields) => WHEN_KINDS.filter((key) => when[key] !== undefined);
const isOneKind = (when: Fields) => {
  const kinds = kindsIn(when).length;
  return kinds === 1 || (kinds === 0 && when.condition !== undefined);
};
const hoursFit = (when: Fields) => {
  const { time: from, until } = when;
  if (from === undefined && until === undefined) return true;
  if (!PRECISE.some((key) => when[key] !== undefined) || from === undefined) return false;
  return until === undefined || when.days !== undefined || from < until;
};

/** For editors, which do not run the check on kinds. */
function having(key: string) {
  return { required: [key] };
}

/** A date in keys and values. */
const written = fields
  .refine(
    isOneKind,
    must({
      da: `skal have netop en af ${WHEN_KINDS.join(", ")}, eller condition`,
      en: `must have exactly one of ${WHEN_KINDS.join(", ")}, or condition`,
    }),
  )
  .refine(
    hoursFit,
    must({
      da: "kan kun have time (og until efter den) sammen med date, days eller day",
      en: "can have time (and until after it) only beside date, days or day",
    }),
  )
  .refine(
    (when) => when.part === undefined || when.month !== undefined,
    must({ da: "kan kun have part sammen med month", en: "can have part only beside month" }),
  )
  .refine(
    (when) => when.within === undefined || (when.before ?? when.after) !== undefined,
    must({
      da: "kan kun have within sammen med before eller after",
      en: "can have within only beside before or after",
    }),
  )
  .meta({ oneOf: [...WHEN_KINDS.map(having), { ...having("condition"), not: { anyOf: WHEN_KINDS.map(having) } }] })
  // Exactly one kind was just made sure of.
  .transform((when) => when as NotedWhen);

/** A date as people write it, `9.-10. april 2014`; `?` is one that the source does not give. */
const phrase = words.transform((text, ctx): NotedWhen => {
  const read = readQuote(text);
  if ("when" in read) return { ...(text === "?" ? NO_DATE : read.when), ...(read.notes && { notes: read.notes }) };
  ctx.issues.push({ code: "custom", input: text, ...must(unreadable(text, read.unreadable), INSTEAD) });
  return NO_DATE;
});
const NO_DATE: When = { unknown: true };

function unreadable(text: string, said: Text): Text {
  const why = said === NO_YEAR ? NO_YEAR_HERE : said;
  const inside = (sentence: string) => sentence.replace(/\.$/, "");
  return {
    da: `kan ikke læses af «${text}»: ${inside(why.da)}`,
    en: `cannot be read from "${text}": ${inside(why.en)}`,
  };
}
/** A file has no year for all of it, as a table that is read in may have. */
const NO_YEAR_HERE: Text = {
  da: "Året mangler, og det gættes ikke",
  en: "The year is missing and is not guessed",
};
const INSTEAD: Text = {
  da: 'Skriv for eksempel 25. februar 2027 kl. 9-12, 9.-10. april 2027, uge 10, uge 17 eller 18, marts 2027, forår 2027 eller mellem m1 og m2; "?" hvor kilden intet siger.',
  en: 'Write for example 25 February 2027 9:00-12:00, 9-10 April 2027, week 10, week 17 or 18, March 2027, spring 2027 or between m1 and m2; "?" where the source says nothing.',
};

/** A date of a file. */
export const whenSchema = z.union([phrase, written]).meta({ id: "When" });
