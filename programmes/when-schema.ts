// The shape of a date in a programme file.
import { z } from "zod";
import { isDate, isoWeekMonday } from "./calendar.ts";
import { count, id, must, strict, week, words } from "./schema-parts.ts";
import { isSeason } from "./season.ts";
import type { When } from "./types.ts";

/** A file says exactly one of these; `condition` may also stand beside another. */
const KINDS = [
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
export const monthDay = z
  .string()
  .refine(
    (day) => isDate(`2028-${day}`),
    must({ da: "skal være en dag som 12-24", en: "must be a day such as 12-24" }),
  );
const date = z
  .string()
  .refine(isDate, must({ da: "skal være en dato som 2027-02-01", en: "must be a date such as 2027-02-01" }));
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

const kindsIn = (when: Fields) => KINDS.filter((key) => when[key] !== undefined);
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

/** A date of a file; `?` is one that the source does not give. */
export const whenSchema = z.preprocess(
  (value) => (value === "?" ? { unknown: true } : value),
  fields
    .refine(
      isOneKind,
      must({
        da: `skal have netop en af ${KINDS.join(", ")}, eller condition`,
        en: `must have exactly one of ${KINDS.join(", ")}, or condition`,
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
    // Exactly one kind was just made sure of.
    .transform((when) => when as When),
);
