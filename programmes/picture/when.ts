// When a part of a programme is, in words: its weeks or days, and the source's own words where they say something else.
import { isPrecise, precisionOf, weeksOf } from "../dates.ts";
import type { Interval, IsoDate, When } from "../types.ts";
import type { Given } from "./given.ts";
import { PICTURE_WORDS, type PictureWords } from "./words.ts";

/** The time of a part in words. */
export function whenWords(when: When, interval: Interval, given: Given): string {
  const { words } = given;
  const own = saidOf(when, interval, given).join(", ");
  const quote = differingQuote(when, interval, given);
  const quoted = quote === undefined ? [] : [words.quote(quote)];
  const time = [own, ...quoted].filter((text) => text !== "").join(" ");
  const all = [time, ...waiting(when, given)].filter((text) => text !== "");
  return all.length === 0 ? words.undated : all.join(", ");
}

/** The source's own words, where they are not what we say ourselves in one language or the other. */
export function differingQuote(when: When, interval: Interval, given: Given): string | undefined {
  const { quote } = interval;
  if (quote === undefined || isPlain(when)) return undefined;
  const inDanish: Given = { ...given, language: "da", words: PICTURE_WORDS.da };
  const said = [...saidOf(when, interval, given), ...saidOf(when, interval, inDanish)];
  return said.some((text) => plain(text) === plain(quote)) ? undefined : quote;
}

/** A day, with its year where that is known. */
export function dayWords(date: IsoDate, { words, hasYear }: Pick<Given, "words" | "hasYear">, withYear = true): string {
  const [year, month, day] = partsOf(date);
  return words.day(day, words.months[month - 1] ?? "", withYear && hasYear ? year : "");
}

/** Weeks and days, as far as they are known. */
function saidOf(when: When, interval: Interval, given: Given): string[] {
  const counted = weekWords(when, given.words);
  const dates = counted !== undefined && !given.dated ? undefined : datesOf(when, interval, given);
  return [counted, dates].filter((text) => text !== undefined);
}

function weekWords(when: When, words: PictureWords): string | undefined {
  const weeks = weeksOf(when);
  if (weeks === undefined) return undefined;
  const [first, last] = weeks;
  if (first === last) return words.week(first);
  return "either" in when ? words.either(first, last) : words.weeks(first, last);
}

/** First and last day, as far as they are known; whole months where the source says months. */
function datesOf(when: When, { from, to, time, until }: Interval, given: Given): string | undefined {
  const { words } = given;
  if (from === undefined) return to && words.until(dayWords(to, given));
  if (to === undefined) return words.from(dayWords(from, given));
  if ("season" in when || "months" in when || ("month" in when && when.part === undefined))
    return monthsWords(from, to, given);
  return `${daysWords(from, to, given)}${time !== undefined && isPlain(when) ? ` ${words.clock(time, until)}` : ""}`;
}

function daysWords(from: IsoDate, to: IsoDate, given: Given): string {
  const { words, hasYear } = given;
  const [year, month, first] = partsOf(from);
  const [, , last] = partsOf(to);
  if (from === to) return dayWords(from, given);
  if (from.slice(0, 7) === to.slice(0, 7))
    return words.daysOfMonth(first, last, words.months[month - 1] ?? "", hasYear ? year : "");
  return words.days(dayWords(from, given, year !== to.slice(0, 4)), dayWords(to, given));
}

/** «marts 2014», «april–maj 2014», «december 2014 – februar 2015». */
function monthsWords(from: IsoDate, to: IsoDate, { words, hasYear }: Given): string {
  const [[firstYear, first], [lastYear, last]] = [partsOf(from), partsOf(to)];
  const name = (month: number) => words.longMonths[month - 1] ?? "";
  const year = (text: string) => (hasYear ? ` ${text}` : "");
  if (firstYear !== lastYear) return words.days(`${name(first)}${year(firstYear)}`, `${name(last)}${year(lastYear)}`);
  const months = first === last ? name(first) : `${name(first)}–${name(last)}`;
  return `${months}${year(lastYear)}`;
}

function waiting(when: When, { programme, language, words }: Given): string[] {
  if (when.condition === undefined) return [];
  const known = programme.conditions.find(({ id }) => id === when.condition);
  return [words.waitsFor(known?.title[language] ?? when.condition)];
}

const partsOf = (date: IsoDate): [year: string, month: number, day: number] => {
  const [year = "", month, day] = date.split("-");
  return [year, Number(month), Number(day)];
};

/** A day that stands exactly: the source's words say the same. */
const isPlain = (when: When): boolean => isPrecise({ precision: precisionOf(when, true) });

const plain = (text: string): string => text.toLowerCase().replace(/\s*[–-]\s*/g, "-");
