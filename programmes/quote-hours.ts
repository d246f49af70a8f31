// Times of day, as in `kl. 9.00-16.00` and `9 am to 4 pm`.
import { alt, close, map, number, opt, seq, word, type Piece } from "./quote-grammar.ts";
import { toward, twoDigits } from "./quote-years.ts";
import type { Hours } from "./types.ts";

/**
 * `sure`: that these are times is plain wherever they stand; `bare`: nothing but numbers says it.
 * `wrong`: there is no such time of day, or it ends before it begins.
 */
export type Clock = Hours & { sure: boolean; bare: boolean; wrong: boolean };

type Time = { hour: number; minute: number; sign?: ":" | "."; half?: "am" | "pm" };

const half: Piece<"am" | "pm"> = alt(
  map(word("am", "pm"), (text) => text as "am" | "pm"),
  map(seq(word("a", "p"), word("."), word("m"), opt(word("."))), ([letter]) => (letter === "a" ? "am" : "pm")),
);

const minutes: Piece<Pick<Time, "minute" | "sign">> = map(
  seq(close(word(":", ".")), close(twoDigits)),
  ([sign, minute]) => ({ minute, sign: sign === ":" ? ":" : "." }),
);
const time: Piece<Time> = map(seq(number(1, 2), opt(minutes), opt(half)), ([hour, after, which]) => ({
  hour,
  minute: 0,
  ...after,
  ...(which && { half: which }),
}));
/** `0900`, only where it is said to be a time. */
const digits: Piece<Time> = map(number(4, 4), (four) => ({
  hour: Math.floor(four / 100),
  minute: four % 100,
}));

const each: Piece<unknown> = alt<unknown>(
  seq(word("begge", "both"), word("dage", "days")),
  seq(word("hver", "each"), word("dag", "day")),
);
const said: Piece<unknown> = seq(
  opt(each),
  alt<unknown>(
    seq(opt(word("fra", "from")), word("kl", "klokken", "tid", "tidspunkt", "time"), opt(word(".")), opt(word(":"))),
    word("at"),
  ),
);
const from: Piece<unknown> = opt(word("fra", "from"));
const until: Piece<unknown> = seq(opt(word(".")), toward, opt(word("kl")), opt(word(".")));
const aTime = alt(time, digits);

/** Every way to write times of day. */
export const hours: Piece<Clock> = alt(
  map(seq(said, aTime), ([, begin]) => clockOf(begin, undefined, true)),
  map(seq(said, aTime, until, aTime), ([, begin, , end]) => clockOf(begin, end, true)),
  map(time, (begin) => (begin.sign || begin.half ? clockOf(begin) : undefined)),
  map(seq(from, time, until, time), ([, begin, , end]) => clockOf(begin, end)),
);

function clockOf(from: Time, to?: Time, said = false): Clock {
  const end = to && minutesOf(to);
  const begin = beginning(from, to);
  const wrong = !isTime(begin) || (end !== undefined && (!isTime(end) || end <= begin));
  return {
    ...(!wrong && { time: written(begin) }),
    ...(!wrong && end !== undefined && { until: written(end) }),
    sure: said || [from, to].some((it) => it?.sign === ":" || it?.half !== undefined),
    bare: !said && [from, to].every((it) => it?.sign === undefined && it?.half === undefined),
    wrong,
  };
}

/** `2-4 pm` begins in the afternoon too; `9-4 pm` does not. */
function beginning(from: Time, to: Time | undefined): number {
  if (from.half || to?.half !== "pm") return minutesOf(from);
  const later = minutesOf({ ...from, half: "pm" });
  return later < minutesOf(to) ? later : minutesOf(from);
}

/** Minutes since midnight; NaN where there is no such time. */
function minutesOf({ hour, minute, half: which }: Time): number {
  if (minute > 59 || hour > 23 || (which && (hour < 1 || hour > 12))) return Number.NaN;
  const clock = which ? (hour % 12) + (which === "pm" ? 12 : 0) : hour;
  return clock * 60 + minute;
}

const isTime = (minutes: number): boolean => !Number.isNaN(minutes);

function written(minutes: number): string {
  const two = (count: number) => String(count).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
