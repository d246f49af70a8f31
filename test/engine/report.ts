// A machine on which two sides differ, in the fewest words.
import type { RunDetails } from "fast-check";
import type { Trace } from "./oracle.ts";
import type { Plan } from "./plan.ts";

/** Throws where a run of fast-check failed, with the difference and the smallest plan that shows it. */
export function reporter<Rest extends unknown[]>(run: RunDetails<[Plan, ...Rest]>): void {
  if (!run.failed) return;
  const [plan, ...rest] = run.counterexample ?? [];
  const why = (run.errorInstance as Error | null)?.message ?? "interrupted";
  const more = rest.length > 0 ? `with ${JSON.stringify(rest)}, ` : "";
  throw new Error(`FREMDRIFT_SEED=${run.seed}, run ${run.numRuns}: ${more}${why}\n${readable(plan)}`);
}

/** A plan without what is empty, absent or false in it. */
function readable(plan: Plan | undefined): string {
  const isSaid = (value: unknown) => value !== false && !(Array.isArray(value) && value.length === 0);
  return JSON.stringify(plan, (_, value: unknown) => (isSaid(value) ? value : undefined), 1);
}

/** What left, in words: acts by their `k`, emitted events by their type, the rest by its kind. */
export const wordsOf = (trace: Trace): string[] =>
  (trace as [string, string, { k?: string; type?: string }][]).map(([kind, , what]) => {
    if (kind === "act") return what.k ?? "act";
    return kind === "emit" ? `emit ${what.type}` : kind;
  });
