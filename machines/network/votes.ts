// When votes carry a decision, and when they can no longer.
import type { DecisionRules } from "../../programmes/types.ts";

/** By the person who cast it; the last one counts. */
export type Votes = Record<string, { outcome: string; choices?: string[] }>;

/** How many voted what: `{ approve: 3, reject: 1 }`; of candidates, each choice by its names. */
export function tallyOf(votes: Votes): Record<string, number> {
  const tally: Record<string, number> = {};
  for (const { outcome, choices } of Object.values(votes)) {
    const what = choices ? [...choices].toSorted().join(" + ") : outcome;
    tally[what] = (tally[what] ?? 0) + 1;
  }
  return tally;
}

/**
 * Whether the last vote carries the decision, makes it fail, or neither. `deciders`: how many may vote. An agreement is recorded once, from
 * the meeting it was reached at.
 */
export function carried(
  { kind, carriedBy, notAlone, quorum = 0 }: DecisionRules,
  { votes, deciders, proposer }: { votes: Votes; deciders: number; proposer: string | undefined },
): "carried" | "failed" | "open" {
  const all = Object.entries(votes);
  const last = all.at(-1)?.[1];
  if (!last) return "open";
  if (kind === "consensus") return last.outcome === "agree" ? "carried" : "failed";
  const against = all.filter(([, { outcome }]) => outcome === "reject").length;
  const inFavour = all.filter(([, { outcome }]) => outcome !== "reject");
  const most = Math.max(0, ...Object.values(tallyOf(Object.fromEntries(inFavour))));
  const others = inFavour.some(([person]) => person !== proposer);
  const enough = all.length >= quorum && (!notAlone || others);
  const needed = carriedBy === "one" ? 1 : carriedBy === "all" ? deciders : Math.floor(deciders / 2) + 1;
  if (last.outcome !== "reject" && enough && most >= needed) return "carried";
  // So many against that those who have not voted could not carry it.
  return against > 0 && deciders - against < needed && all.length >= Math.min(quorum, deciders) ? "failed" : "open";
}
