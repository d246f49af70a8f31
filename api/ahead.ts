// How far ahead time is moved, or asked about: all that falls due until then is played in one go.
import type { Instant } from "../programmes/types.ts";
import { badInput } from "./problem.ts";
import type { Language } from "./words.ts";

/** Years at a time: three take a second or two. Time is moved further by asking again. */
const MOST_AHEAD = 3;
const YEAR = 366 * 86_400_000;

/** Throws where an instant lies further ahead of a network's own than anybody needs. */
export function demandNear(until: Instant, now: Instant, language: Language): void {
  if (until - now > MOST_AHEAD * YEAR) throw badInput([{ path: "until", message: TOO_FAR[language] }]);
}

const TOO_FAR: Record<Language, string> = {
  da: `Skriv en dato inden for de næste ${MOST_AHEAD} år.`,
  en: `Write a date within the next ${MOST_AHEAD} years.`,
};
