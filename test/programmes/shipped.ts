// A shipped programme read as the product reads it, and what a test compares with its source, row by row.
import { loadProgramme } from "../../library/programmes.ts";
import type { Plan, Programme } from "../../programmes/types.ts";
import { problemsOf } from "../../programmes/warnings.ts";

/** The shipped programme of that id. Throws with what is wrong where it does not hold. */
export async function shipped(id: string): Promise<Programme> {
  const read = await loadProgramme(id, "en");
  if ("problems" in read) throw new Error(JSON.stringify(read.problems, null, 2));
  return read.programme;
}

/** Code and path of every warning, sorted; `start` as for problemsOf. */
export function warned(programme: Programme, start?: string): string[] {
  return problemsOf(programme, start === undefined ? {} : { start })
    .map(({ code, path }) => `${code} ${path}`)
    .toSorted();
}

/** First and last day, precision and the source's words of a phase, item or track. */
export function dated(plan: Plan, id: string): (string | undefined)[] {
  const { from, to, precision, quote } = plan.intervals[id] ?? {};
  return [id, from, to, precision, quote];
}

/** The ids of a list, in its order. */
export const ids = (parts: { id: string }[]) => parts.map(({ id }) => id);
/** First and last day by id. */
export const daysOf = (plan: Plan, list: string[]) =>
  Object.fromEntries(list.map((id) => [id, [plan.intervals[id]?.from, plan.intervals[id]?.to]]));
