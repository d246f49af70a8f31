// Seasons: how they are written, and what they mean.
import type { Context } from "./quote-day-meaning.ts";
import type { Core } from "./quote-days.ts";
import { alt, map, oneOf, opt, seq, word, type Piece } from "./quote-grammar.ts";
import { BAD_SEASON, NO_YEAR, shortYear as shortYearNote, type Reading } from "./quote-notes.ts";
import { SEASONS } from "./quote-words.ts";
import { both, toward, twoYears, yearAfterName, type Year } from "./quote-years.ts";
import { isSeason } from "./season.ts";

const season = oneOf(SEASONS);
const between = alt<unknown>(word("/"), both, toward);

/** Every way to write seasons. */
export const seasons: Piece<Core> = alt<Core>(
  map(
    seq(season, opt(yearAfterName)),
    ([name, year]) =>
      (context) =>
        readSeason(name, year, context),
  ),
  map(
    seq(season, between, season, opt(yearAfterName)),
    ([one, , other, year]) =>
      (context) =>
        readSeason(`${one}/${other}`, year, context),
  ),
  map(
    seq(season, twoYears),
    ([name, [year, next]]) =>
      () =>
        made(`${name} ${year}/${next}`),
  ),
  // `efterår/vinter 2014/2015`: the winter after that autumn is what `autumn/winter 2014` means.
  map(
    seq(season, between, season, twoYears),
    ([one, , other, [year, next]]) =>
      () =>
        one === "autumn" && other === "winter" && next === year + 1
          ? made(`${one}/${other} ${year}`)
          : { why: BAD_SEASON },
  ),
);

function readSeason(names: string, year: Year | undefined, context: Context): Reading {
  const known = year?.year ?? context.year;
  if (known === undefined) return { why: NO_YEAR };
  return made(`${names} ${known}`, year?.short ? [shortYearNote(known)] : []);
}

function made(season: string, notes: Extract<Reading, { notes: unknown }>["notes"] = []): Reading {
  return isSeason(season) ? { when: { season }, notes } : { why: BAD_SEASON };
}
