// Years and the small words around dates.
import { alt, close, map, number, opt, seq, token, word, type Piece } from "./quote-grammar.ts";

/** A year; `short` where the source gives two digits of it. */
export type Year = { year: number; short: boolean };

/** `2014`. */
export const fullYear: Piece<Year> = map(number(4, 4), (year) =>
  year >= 1900 && year < 2200 ? { year, short: false } : undefined,
);

/** `14`, which is read as 2014. */
export const shortYear: Piece<Year> = map(number(2, 2), (digits) => ({ year: 2000 + digits, short: true }));

/** `'14`. */
export const markedYear: Piece<Year> = map(seq(word("'"), close(shortYear)), ([, year]) => year);

/** A year after a month's name: `2014`, `, 2014`, `-2014`, `'14`. */
export const yearAfterName: Piece<Year> = alt(
  map(seq(opt(word(",", "-", "/", ".")), opt(word("i", "in", "of")), fullYear), ([, , year]) => year),
  map(seq(opt(word(",")), markedYear), ([, year]) => year),
);

/** `2015/2016`, `2015-16`. */
export const twoYears: Piece<[number, number]> = map(
  seq(opt(word(",")), opt(word("i", "in", "of")), fullYear, word("/", "-"), alt(number(4, 4), number(2, 2))),
  ([, , { year }, , next]) => [year, next < 100 ? year - (year % 100) + next : next],
);

/** `den`, `d.`, `the`, `på`. */
export const article: Piece<unknown> = seq(word("den", "d", "the", "on", "dato", "date"), opt(word(".")));

/** A word that may stand before any date without saying more. */
export const filler: Piece<unknown> = alt<unknown>(
  word("i", "in", "om", "hele", "during", "the"),
  seq(word("in", "during"), word("the")),
  seq(word("i"), word("løbet"), word("af")),
  seq(word("i"), word("hele")),
  seq(word("all"), opt(word("of"))),
);

/** What stands between the first and the last. */
export const toward: Piece<unknown> = word("-", "til", "to", "through", "thru");

/** What stands between two that both count. */
export const both: Piece<unknown> = word("og", "and", "&", "+", ",");

/** What stands between two of which one counts. */
export const or: Piece<unknown> = alt<unknown>(word("eller", "or"), seq(word("el"), opt(word("."))));

/** `th` of `25th`. */
export const ordinal: Piece<unknown> = close(word("st", "nd", "rd", "th"));

/** A number of one or two digits that is written with two. */
export const twoDigits: Piece<number> = token(({ kind, text }) =>
  kind === "number" && text.length === 2 ? Number(text) : undefined,
);
