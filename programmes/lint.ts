// What of a whole and well-formed programme is inconsistent, as far as it can be read off without running it.
import { firstDateOf } from "./dates.ts";
import { lintDates } from "./lint-dates.ts";
import { lintHomework } from "./lint-homework.ts";
import { lintCriteria, lintNumbers } from "./lint-numbers.ts";
import { lintPeople } from "./lint-people.ts";
import type { Finds } from "./lint-words.ts";
import { planOf } from "./plan.ts";
import { inLanguage } from "./problem.ts";
import type { Language } from "./problem.ts";
import type { IsoDate, Problem, Programme } from "./types.ts";
import { problemsOf } from "./warnings.ts";

/**
 * Errors and warnings of a programme, in the order of their rules. Dates are looked at as `start` makes them, without it as
 * the source gives them; where that gives none, not at all. What the source leaves open is problemsOf's to say.
 */
export function lintProgramme(programme: Programme, options: { start?: IsoDate } = {}): Finds {
  const start = options.start ?? startOf(programme);
  const plan = start === undefined ? undefined : planOf(programme, start);
  const all = [
    lintPeople(programme),
    lintCriteria(programme),
    lintNumbers(programme),
    ...(plan ? [lintDates(plan), lintHomework(plan)] : []),
  ];
  return { errors: all.flatMap(({ errors }) => errors), warnings: all.flatMap(({ warnings }) => warnings) };
}

/**
 * A start to look at a programme from where nobody names one: the source's own, or any Monday for one that counts in weeks.
 * Undefined where the source gives days without a year only.
 */
export function startOf(programme: Programme): IsoDate | undefined {
  return firstDateOf(programme) ?? (programme.weeks === undefined ? undefined : ANY_MONDAY);
}

/** Weeks say nothing of weekdays, so that any does. */
const ANY_MONDAY = "2027-02-01";

/** All warnings of a programme: what its source leaves open, what we added, and what its dates, people and numbers come to. */
export function warningsOf(programme: Programme, options: { start?: IsoDate; language?: Language } = {}): Problem[] {
  const { language = "da" } = options;
  return [...problemsOf(programme, options), ...inLanguage(lintProgramme(programme, options).warnings, language)];
}
