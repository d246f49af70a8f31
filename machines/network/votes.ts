// When votes carry a decision, and when they can no longer.
import type { DecisionRules } from "../../programmes/types.ts";
import type { Scope } from "./actions.ts";

/**
 * By the person whose vote it is; the last one counts. `by`: who cast it for them, where they did not themselves. `isCasting`: it decides where
 * the others are even.
 */
export type Votes = Record<string, { outcome: string; choices?: string[]; by?: string; isCasting?: true }>;

/** Who votes, and whom they do it for, where that is another. `outcome` and `choices` are those of the vote. */
export type Casting = {
  by: string;
  for?: string | undefined;
  outcome?: string;
  choices?: string[] | undefined;
  isCasting?: boolean | undefined;
};

/** The fact that says how many may decide on an idea. */
export const IDEA_DECIDERS = "deciders:ideas";

/** The vote that an event casts. */
export const castIn = ({ by, for: whom, outcome, choices }: Scope<unknown>["event"]): Casting => ({
  by,
  for: whom,
  outcome,
  choices,
});

/** Whose vote it is. */
export const voterOf = (cast: Casting): string => cast.for ?? cast.by;

/** Whether somebody may cast or withdraw a vote: a substitute none that a person has cast themselves. */
export const isFree = (votes: Votes, cast: Casting): boolean => {
  const had = votes[voterOf(cast)];
  return cast.for === undefined || had === undefined || had.by !== undefined;
};

/** The votes with one more, the last; it replaces the one that the same person had. */
export function withVote(votes: Votes, cast: Casting): Votes {
  const voter = voterOf(cast);
  const { outcome = "", choices, isCasting } = cast;
  const vote = {
    outcome,
    ...(choices && { choices }),
    ...(cast.for !== undefined && { by: cast.by }),
    ...(isCasting && { isCasting }),
  };
  return { ...withoutVote(votes, cast), [voter]: vote };
}

/** The votes without that person's. */
export function withoutVote(votes: Votes, cast: Casting): Votes {
  const { [voterOf(cast)]: _, ...others } = votes;
  return others;
}

/** What the ledger says beside a vote: whose it is, and who had cast the one that it replaces, where that was another. */
export function castFor(votes: Votes, cast: Casting): { for?: string; replaces?: string } {
  const before = votes[voterOf(cast)]?.by;
  return {
    ...(cast.for !== undefined && { for: cast.for }),
    ...(before !== undefined && before !== cast.by && { replaces: before }),
  };
}

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
  const others = inFavour.some(([person, { by = person }]) => person !== proposer && by !== proposer);
  const enough = all.length >= quorum && (!notAlone || others);
  const needed = carriedBy === "one" ? 1 : carriedBy === "all" ? deciders : Math.floor(deciders / 2) + 1;
  if (last.outcome !== "reject" && enough && most >= needed) return "carried";
  // So many against that those who have not voted could not carry it.
  return against > 0 && deciders - against < needed && all.length >= Math.min(quorum, deciders) ? "failed" : "open";
}
