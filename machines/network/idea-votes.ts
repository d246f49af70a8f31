// What those who decide on an idea come to together: by how many votes, and whose counts where they do not agree.
import type { IdeaDecision } from "../../programmes/types.ts";
import { tallyOf, type Votes } from "./votes.ts";

/**
 * The outcome that the votes carry, if any. `deciders`: how many may vote; `proposer`: who laid the result before them, and may not
 * alone decide on it. Where all have voted and none carries, the chair's vote decides between those with most votes.
 */
export function outcomeOf(
  { carriedBy, quorum = 0, notAlone }: IdeaDecision,
  { votes, deciders, proposer }: { votes: Votes; deciders: number; proposer: string | undefined },
): string | undefined {
  const all = Object.entries(votes);
  if (all.length === 0 || all.length < quorum) return undefined;
  const isOthers = (outcome: string) =>
    !notAlone ||
    all.some(([person, one]) => one.outcome === outcome && ![person, one.by ?? person].includes(proposer ?? ""));
  const tally = Object.entries(tallyOf(votes));
  const needed = { one: 1, majority: Math.floor(deciders / 2) + 1, all: Math.max(deciders, 1) }[carriedBy];
  // Of several that would do, as where one vote is enough, the last one given.
  const carried = tally.findLast(([outcome, count]) => count >= needed && isOthers(outcome));
  if (carried || all.length < deciders) return carried?.[0];
  const most = Math.max(...tally.map(([, count]) => count));
  const casting = all.find(([, { isCasting }]) => isCasting)?.[1].outcome;
  const leads = tally.some(([outcome, count]) => outcome === casting && count === most);
  return casting !== undefined && leads && isOthers(casting) ? casting : undefined;
}
