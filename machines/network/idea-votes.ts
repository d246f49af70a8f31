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
  const needed = { one: 1, majority: Math.floor(deciders / 2) + 1, all: Math.max(deciders, 1) }[carriedBy];
  // Of several that would do, as where one vote is enough, the last one given.
  const counts = new Map(Object.entries(tallyOf(votes)));
  const last = all.map(([, { outcome }]) => outcome).toReversed();
  const carried = last.find((outcome) => counts.get(outcome)! >= needed && isOthers(outcome));
  if (carried !== undefined || all.length < deciders) return carried;
  const most = Math.max(...counts.values());
  const casting = all.find(([, { isCasting }]) => isCasting)?.[1].outcome;
  return casting !== undefined && counts.get(casting) === most && isOthers(casting) ? casting : undefined;
}
