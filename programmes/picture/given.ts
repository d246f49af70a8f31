// What every picture is drawn from: the programme laid out from a start, in a language.
import { firstDateOf, startInYear } from "../dates.ts";
import { planOf } from "../plan.ts";
import type { Language } from "../problem.ts";
import type { IsoDate, Plan, Programme } from "../types.ts";
import { PICTURE_WORDS, type PictureWords } from "./words.ts";

export type Options = {
  language: Language;
  /** Lays the programme out from this date; without it weeks stay weeks, and dated programmes keep their own dates. */
  start?: IsoDate;
};

export type Given = {
  programme: Programme;
  plan: Plan;
  language: Language;
  words: PictureWords;
  /** True where days of the plan are days of the calendar, not only of a programme week. */
  dated: boolean;
  /** True where the year is known. */
  hasYear: boolean;
  /** True where the programme is laid out from a start that was asked for. */
  isStarted: boolean;
};

/** A Monday, so that programme week 1 begins with it: nothing shows the date. */
const SOME_MONDAY = "2001-01-01";
const SOME_YEAR = 2001;

/** The programme laid out. Throws where `start` is no date. */
export function givenOf(programme: Programme, { language, start }: Options): Given {
  const own = firstDateOf(programme);
  const yearless = startInYear(programme, SOME_YEAR);
  return {
    programme,
    plan: planOf(programme, start ?? own ?? yearless ?? SOME_MONDAY),
    language,
    words: PICTURE_WORDS[language],
    dated: (start ?? own ?? yearless) !== undefined,
    hasYear: (start ?? own) !== undefined,
    isStarted: start !== undefined,
  };
}
