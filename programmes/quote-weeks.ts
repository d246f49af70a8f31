// Weeks of the programme and of the calendar: how they are written, and what they mean.
import { DateTime } from "luxon";
import type { Context } from "./quote-day-meaning.ts";
import type { Core } from "./quote-days.ts";
import { alt, close, map, number, opt, seq, several, token, word, type Piece } from "./quote-grammar.ts";
import {
  APART,
  BACKWARDS,
  CALENDAR_WEEKS,
  EITHER_DAY,
  NO_YEAR,
  noSuchWeek,
  onlyWords,
  WEEK_OR_WEEKS,
  type Reading,
} from "./quote-notes.ts";
import { both, fullYear, markedYear, or, toward, type Year } from "./quote-years.ts";
import type { When } from "./types.ts";

const numberSign: Piece<unknown> = seq(word("nr", "no", "number"), opt(word(".")));
const WEEK_WORDS = ["uge", "uger", "ugen", "ugerne", "week", "weeks", "wk", "wks", "u", "w"];
const PROGRAMME_WEEK_WORDS = ["programuge", "programuger", "forløbsuge", "forløbsuger"];
const CALENDAR_WEEK_WORDS = ["kalenderuge", "kalenderuger"];

const weekWord: Piece<unknown> = alt<unknown>(
  seq(word(...WEEK_WORDS, ...PROGRAMME_WEEK_WORDS), opt(word(".")), opt(numberSign)),
  seq(word("programme", "program"), word("week", "weeks")),
);
const calendarWord: Piece<unknown> = alt<unknown>(
  word(...CALENDAR_WEEK_WORDS),
  seq(word("calendar", "iso"), opt(word("-")), word("week", "weeks", "uge", "uger")),
);

const count = number(1, 3);
/** `uge 10`, and the shorter `w10` and `u10`. */
const week: Piece<number> = alt(
  map(seq(weekWord, count), ([, it]) => it),
  token(({ text }) => (/^[uw]\d{1,2}$/.test(text) ? Number(text.slice(1)) : undefined)),
);
const other = alt(week, count);

const year: Piece<Year> = alt(
  map(seq(opt(word(",", "/", "-")), opt(word("i", "in", "of")), fullYear), ([, , it]) => it),
  markedYear,
);

/** Weeks as written: one, from one to another, all of some, one of two, or two with `/` between. */
type Weeks = { weeks: number[]; joined: "one" | "span" | "list" | "either" | "slash" };

const written: Piece<Weeks> = alt<Weeks>(
  map(week, (it) => ({ weeks: [it], joined: "one" })),
  map(seq(week, toward, other), ([from, , to]) => ({ weeks: [from, to], joined: "span" })),
  map(seq(several(week, both, 1), both, several(other, both, 11)), ([first, , rest]) => ({
    weeks: [...first, ...rest],
    joined: "list",
  })),
  map(seq(week, or, other), ([one, , two]) => ({ weeks: [one, two], joined: "either" })),
  map(seq(week, word("/"), other), ([one, , two]) => ({ weeks: [one, two], joined: "slash" })),
);
const calendar: Piece<number> = map(seq(calendarWord, count), ([, it]) => it);

/** Every way to write weeks. Without a year they are the programme's. */
export const weeks: Piece<Core> = alt<Core>(
  map(written, (it) => () => readWeeks(it)),
  map(
    seq(written, year),
    ([it, { year: of }]) =>
      () =>
        readCalendar(it, of),
  ),
  map(
    seq(calendar, opt(year)),
    ([it, of]) =>
      (context) =>
        readOne(it, of?.year, context),
  ),
  // `2014-W17`, `2014 uge 17`.
  map(
    seq(fullYear, opt(word("-", ",")), written),
    ([{ year: of }, , it]) =>
      () =>
        readCalendar(it, of),
  ),
  map(
    seq(fullYear, close(week)),
    ([{ year: of }, it]) =>
      () =>
        readCalendar({ weeks: [it], joined: "one" }, of),
  ),
);

function readWeeks({ weeks: all, joined }: Weeks): Reading {
  const zero = all.find((it) => it < 1);
  if (zero !== undefined) return { why: noSuchWeek(String(zero)) };
  const [first, last] = [all[0]!, all.at(-1)!];
  if (joined === "slash") return onlyWords(WEEK_OR_WEEKS);
  if (joined === "either" && first !== last)
    return { when: { either: [Math.min(first, last), Math.max(first, last)] }, notes: [] };
  if (joined === "list" && all.some((it, n) => n > 0 && it !== all[n - 1]! + 1)) return onlyWords(APART);
  if (first === last) return { when: { week: first }, notes: [] };
  return first < last ? { when: { weeks: [first, last] }, notes: [] } : { why: BACKWARDS };
}

/** Weeks of the calendar: a programme holds one of them, and nothing longer. */
function readCalendar({ weeks: all, joined }: Weeks, of: number): Reading {
  const readings = all.map((it) => readOne(it, of, {}));
  const wrong = readings.find((reading) => "why" in reading);
  if (wrong || readings.length === 1) return wrong ?? readings[0]!;
  if (joined === "either") return onlyWords(EITHER_DAY);
  return all[0]! <= all.at(-1)! ? onlyWords(CALENDAR_WEEKS) : { why: BACKWARDS };
}

function readOne(it: number, of: number | undefined, context: Context): Reading {
  const known = of ?? context.year;
  if (known === undefined) return { why: NO_YEAR };
  const isoWeek = `${known}-W${String(it).padStart(2, "0")}`;
  const exists = it >= 1 && it <= 53 && DateTime.fromISO(isoWeek, { zone: "utc" }).isValid;
  const when: When = { isoWeek };
  return exists ? { when, notes: [] } : { why: noSuchWeek(`${it} ${known}`) };
}
