// Effort as people write it: `5 + 2 × ideas`.
import type { Effort } from "./types.ts";

const TERM =
  /^(?:(\d+(?:[.,]\d+)?)\s*(?:[×x*·]\s*(ide(?:as?|er)|idéer))?|(ide(?:as?|er)|idéer)\s*[×x*·]\s*(\d+(?:[.,]\d+)?))$/i;

/** Days of work from a sum of numbers and multiples of `ideas`; undefined where it is no such sum. */
export function readEffort(formula: string): Effort | undefined {
  const effort: Required<Effort> = { base: 0, perIdea: 0 };
  for (const term of formula.split("+")) {
    const [, number, ofIdeas, , factor] = TERM.exec(term.trim()) ?? [];
    const days = Number((number ?? factor ?? "").replace(",", "."));
    if ((number ?? factor) === undefined) return undefined;
    effort[number !== undefined && ofIdeas === undefined ? "base" : "perIdea"] += days;
  }
  return {
    ...(effort.base > 0 && { base: effort.base }),
    ...(effort.perIdea > 0 && { perIdea: effort.perIdea }),
  };
}

/** All of it together: `5 + 2 × ideas + 4` is 9 days and 2 for each idea. */
export function effortOf(parts: { effort?: Effort }[]): Required<Effort> {
  const sum = (of: keyof Effort) => parts.reduce((days, { effort }) => days + (effort?.[of] ?? 0), 0);
  return { base: sum("base"), perIdea: sum("perIdea") };
}
