// Months, parts of months, quarters, halves and years: how they are written, and what they mean.
import type { Context } from "./quote-day-meaning.ts";
import type { Core } from "./quote-days.ts";
import { alt, map, number, oneOf, opt, seq, token, word, type Piece } from "./quote-grammar.ts";
import { BACKWARDS, NO_YEAR, noSuchMonth, shortYear as shortYearNote, type Reading } from "./quote-notes.ts";
import { ENGLISH_MONTHS, MONTHS, ORDINALS, PARTS } from "./quote-words.ts";
import { fullYear, shortYear, toward, twoDigits, twoYears, yearAfterName, type Year } from "./quote-years.ts";
import type { When } from "./types.ts";

/** A month as written, by its number; the year may stand with another one. */
type Month = { month: number; year: Year | undefined };

const dot = opt(word("."));
const name: Piece<number> = map(seq(oneOf(MONTHS), dot, opt(word("måned"))), ([month]) => month);

/** `feb-14` is February 2014 where the month's name does not say that a day follows. */
const shortAfterName: Piece<Month> = map(
  seq(
    token(({ text }) => (ENGLISH_MONTHS.has(text) ? undefined : MONTHS.get(text))),
    dot,
    opt(word("-", "/")),
    shortYear,
  ),
  ([month, , , year]) => ({ month, year }),
);
const written: Piece<Month> = alt(
  map(seq(name, opt(yearAfterName)), ([month, year]) => ({ month, year })),
  shortAfterName,
  map(seq(number(1, 2), word("/", "-"), fullYear), ([month, , year]) => ({ month, year })),
  map(seq(fullYear, word("-"), twoDigits), ([year, , month]) => ({ month, year })),
);

const part = oneOf(PARTS);
const partOf = seq(opt(word("den")), part, opt(word("i", "in", "of", "af", "-")), opt(word("den", "the")));

const half: Piece<number> = map(
  seq(alt(number(1, 1), oneOf(ORDINALS)), dot, opt(word("st", "nd", "rd", "th")), word("halvår", "half")),
  ([count]) => (count <= 2 ? count : undefined),
);
const quarter: Piece<number> = alt(
  map(
    seq(alt(number(1, 1), oneOf(ORDINALS)), dot, opt(word("st", "nd", "rd", "th")), word("kvartal", "quarter", "kvt")),
    ([count]) => count,
  ),
  token(({ text }) => (/^[qk][1-4]$/.test(text) ? Number(text[1]) : undefined)),
);

/** Every way to write months, and what is made up of whole months. */
export const months: Piece<Core> = alt<Core>(
  map(written, (it) => (context) => readMonth(it, undefined, context)),
  map(
    seq(partOf, written),
    ([[, which], it]) =>
      (context) =>
        readMonth(it, which, context),
  ),
  map(
    seq(written, opt(word(",")), part),
    ([it, , which]) =>
      (context) =>
        readMonth(it, which, context),
  ),
  map(
    seq(written, alt<unknown>(toward, word("og", "and", "&", "/")), written),
    ([from, , to]) =>
      (context) =>
        readMonths(from, to, context),
  ),
  map(
    seq(name, toward, name, twoYears),
    ([from, , to, [year, next]]) =>
      (context) =>
        readMonths(
          { month: from, year: { year, short: false } },
          { month: to, year: { year: next, short: false } },
          context,
        ),
  ),
  map(
    seq(quarter, opt(yearAfterName)),
    ([count, year]) =>
      (context) =>
        readShare(count, 3, year, context),
  ),
  map(
    seq(half, opt(yearAfterName)),
    ([count, year]) =>
      (context) =>
        readShare(count, 6, year, context),
  ),
  map(
    seq(opt(word("år", "året", "year")), fullYear),
    ([, year]) =>
      (context) =>
        readShare(1, 12, year, context),
  ),
);

function readMonth({ month, year }: Month, which: "early" | "mid" | "late" | undefined, context: Context): Reading {
  const known = year?.year ?? context.year;
  if (month < 1 || month > 12) return { why: noSuchMonth(month) };
  if (known === undefined) return { why: NO_YEAR };
  const when: When = { month: monthOf(known, month), ...(which && { part: which }) };
  return { when, notes: notesOf(year) };
}

function readMonths(from: Month, to: Month, context: Context): Reading {
  const wrong = [from, to].find(({ month }) => month < 1 || month > 12);
  if (wrong) return { why: noSuchMonth(wrong.month) };
  const last = to.year?.year ?? context.year;
  const first = from.year?.year ?? last;
  if (first === undefined || last === undefined) return { why: NO_YEAR };
  const ends: [string, string] = [monthOf(first, from.month), monthOf(last, to.month)];
  if (ends[0] >= ends[1]) return { why: BACKWARDS };
  return { when: { months: ends }, notes: [...notesOf(from.year), ...notesOf(to.year)] };
}

/** The `count`th part of a year that is made up of so many months. */
function readShare(count: number, length: number, year: Year | undefined, context: Context): Reading {
  const known = year?.year ?? context.year;
  if (count < 1 || count * length > 12) return { why: noSuchMonth(count * length) };
  if (known === undefined) return { why: NO_YEAR };
  const last = count * length;
  return { when: { months: [monthOf(known, last - length + 1), monthOf(known, last)] }, notes: notesOf(year) };
}

const notesOf = (year: Year | undefined) => (year?.short ? [shortYearNote(year.year)] : []);

const monthOf = (year: number, month: number): string => `${year}-${String(month).padStart(2, "0")}`;
