// What keeps each open phase from closing, for a network in memory.
import { unmetOf as notMet } from "../machines/criteria.ts";
import { contributedFacts, networkFacts } from "../machines/facts.ts";
import type { Book } from "../machines/ledger.ts";
import type { Plan } from "../programmes/types.ts";
import type { Language } from "./world.ts";

export type UnmetJson = { criterion: string; title: string; have: number; need: number };

/** For every open phase, what is missing; a network that has ended has none open. */
export function unmetOf(
  plan: Plan,
  { view, contributions, people }: Book,
  language: Language,
): Record<string, UnmetJson[]> {
  const facts = { ...networkFacts(view), ...contributedFacts(plan.programme, contributions, people) };
  const open = plan.programme.phases.filter(({ id }) => view.phases[id]?.state === "open");
  return Object.fromEntries(
    open.map(({ id, closes }) => [
      id,
      notMet(closes, facts, plan.programme.parameters).map((one) => ({ ...one, title: one.title[language] })),
    ]),
  );
}
