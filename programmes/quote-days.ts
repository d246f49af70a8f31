// Days and spans of days: how they are written.
import { alt, close, map, number, oneOf, opt, seq, several, word, type Piece } from "./quote-grammar.ts";
import { onlyWords, SPLIT_DAYS } from "./quote-notes.ts";
import { readDays, type Context, type Point } from "./quote-day-meaning.ts";
import type { Reading } from "./quote-notes.ts";
import { MONTHS, WEEKDAYS } from "./quote-words.ts";
import {
  article,
  both,
  fullYear,
  markedYear,
  or,
  ordinal,
  shortYear,
  toward,
  twoDigits,
  yearAfterName,
  type Year,
} from "./quote-years.ts";

export type Core = (context: Context) => Reading;

const dot = opt(word("."));
/** A day's or month's number, and its point where the source has one. */
const dayNumber = map(seq(number(1, 2), opt(ordinal)), ([day]) => day);
const monthName = map(seq(oneOf(MONTHS), dot, opt(word("måned"))), ([month]) => month);

const point = (day: number, month?: number, year?: Year): Point => ({
  day,
  ...(month !== undefined && { month }),
  ...(year !== undefined && { year: year.year, short: year.short }),
});

/** `25. februar 2014`, `25th of February`, `25-feb-14`. */
const named: Piece<Point> = map(
  seq(
    dayNumber,
    dot,
    opt(word("of", "-", "/")),
    monthName,
    opt(alt(yearAfterName, seqLast(word("-"), close(shortYear)))),
  ),
  ([day, , , month, year]) => point(day, month, year),
);

/** `February 25, 2014`, `May 5th`. */
const american: Piece<Point> = map(
  seq(oneOf(MONTHS), dot, opt(word("-")), dayNumber, opt(yearAfterName)),
  ([month, , , day, year]) => point(day, month, year),
);

const numericYear: Piece<Year> = alt(
  seqLast(opt(word(".", "/", "-", ",")), fullYear),
  seqLast(close(word(".", "/", "-")), close(shortYear)),
  markedYear,
);
/** `25/2 2014`, `25.02.14`, `22.11.`, `25-02-2014`. */
const numeric: Piece<Point> = alt(
  map(seq(number(1, 2), word("/"), number(1, 2), opt(alt<Year | undefined>(numericYear, nothing(word("."))))), toPoint),
  map(seq(number(1, 2), word("."), number(1, 2), alt<Year | undefined>(numericYear, nothing(word(".")))), toPoint),
  // Without a last point it could be a time of day.
  map(seq(number(1, 2), close(word(".")), close(number(1, 2))), ([day, , month]) => ({
    ...point(day, month),
    maybeHour: true,
  })),
  map(seq(number(1, 2), word("-"), number(1, 2), word("-"), alt(fullYear, shortYear)), ([day, , month, , year]) =>
    point(day, month, year),
  ),
);

/** `2014-02-25`, `2014/02/25`. */
const iso: Piece<Point> = map(
  seq(fullYear, word("-", "/", "."), twoDigits, word("-", "/", "."), twoDigits),
  ([year, , month, , day]) => point(day, month, year),
);

const whole: Piece<Point> = alt(named, american, numeric, iso);

const weekday = map(seq(oneOf(WEEKDAYS), dot), ([day]) => day);
const lead: Piece<number | undefined> = map(
  seq(opt(weekday), opt(word(",")), opt(article)),
  // Undefined means that the piece was not meant; 0 is no weekday.
  ([day, comma]) => (comma !== undefined && day === undefined ? undefined : (day ?? 0)),
);
const led = (piece: Piece<Point>): Piece<Point> =>
  map(seq(lead, piece), ([day, it]) => (day ? { ...it, weekday: day } : it));

const single = led(whole);
/** The first of a span, whose month or year may stand with the last. */
const first: Piece<Point> = led(
  alt(
    whole,
    map(seq(dayNumber, dot), ([day]) => point(day)),
  ),
);

const span: Piece<Point[]> = alt(
  map(seq(first, toward, single), ([from, , to]) => [from, to]),
  // `April 9-10, 2014`.
  map(seq(oneOf(MONTHS), dot, dayNumber, toward, dayNumber, opt(yearAfterName)), ([month, , from, , to, year]) => [
    point(from, month),
    point(to, month, year),
  ]),
  map(seq(iso, toward, twoDigits), ([from, , day]) => [from, { ...from, day }]),
  map(seq(iso, word("/"), iso), ([from, , to]) => [from, to]),
);
/** `onsdag-torsdag d. 9.-10. april`. */
const spanOfWeekdays: Piece<Point[]> = map(
  seq(weekday, alt(toward, both), weekday, opt(word(",")), opt(article), span),
  ([one, , other, , , [from, to]]) =>
    from && to && from.weekday === undefined
      ? [
          { ...from, weekday: one },
          { ...to, weekday: other },
        ]
      : undefined,
);
const list: Piece<Point[]> = map(seq(several(first, both, 6), both, single), ([firsts, , last]) => [...firsts, last]);

/** Every way to write days. */
export const days: Piece<Core> = alt<Core>(
  map(single, (it) => (context) => readDays([it], "span", context)),
  map(alt(span, spanOfWeekdays), (points) => (context) => readDays(points, "span", context)),
  map(list, (points) => (context) => readDays(points, "list", context)),
  map(
    seq(first, or, single),
    ([one, , other]) =>
      (context) =>
        readDays([one, other], "either", context),
  ),
  map(seq(dayNumber, dot, word("/"), dayNumber, dot, monthName, opt(yearAfterName)), () => () => onlyWords(SPLIT_DAYS)),
);

/** A weekday by itself, as in `25/2 (tirsdag)`. Monday is 1. */
export const weekdayAlone: Piece<number> = weekday;

function seqLast<T>(before: Piece<unknown>, piece: Piece<T>): Piece<T> {
  return map(seq(before, piece), ([, value]) => value);
}

function nothing(piece: Piece<unknown>): Piece<undefined> {
  return (tokens, at) => piece(tokens, at).map(({ next }) => ({ value: undefined, next }));
}

function toPoint([day, , month, year]: [number, string, number, Year | undefined]): Point {
  return point(day, month, year);
}
