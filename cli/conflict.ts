// Why a day of a plan does not fit, in words.
import type { Conflict } from "../programmes/shift-conflicts.ts";
import type { Language } from "./world.ts";

/** "søn. 15. nov. 2026 er en weekend; forslag: man. 16. nov. 2026". `day` says a date. */
export function conflictText(conflict: Conflict, day: (date: string) => string, language: Language): string {
  const { date, why, proposal, with: other = "" } = conflict;
  const words = WORDS[language];
  const instead = proposal === undefined ? words.none : `${words.proposal} ${day(proposal)}`;
  return `${day(date)} ${words.why[why]}${why === "overlaps" ? ` ${other}` : ""}; ${instead}`;
}

const WORDS: Record<Language, { why: Record<Conflict["why"], string>; proposal: string; none: string }> = {
  da: {
    why: {
      weekend: "er en weekend",
      holiday: "er en helligdag",
      nonWorking: "er ingen arbejdsdag",
      summer: "ligger i sommerferien",
      overlaps: "er samtidig med",
    },
    proposal: "forslag:",
    none: "der er ingen dag i nærheden",
  },
  en: {
    why: {
      weekend: "is a weekend",
      holiday: "is a public holiday",
      nonWorking: "is no working day",
      summer: "lies in the summer holidays",
      overlaps: "is at the same time as",
    },
    proposal: "proposal:",
    none: "there is no day nearby",
  },
};
