// The order that the votes of a ballot give. Dots are added up; scores are means of what voters gave, weighted by criterion; pairs are
// how much of what an idea was compared with it beat.
import type { BallotRules } from "./types.ts";

/** What one person voted; of the three that which the ballot asks for. Pairs: who wins stands first. */
export type Vote = {
  dots?: Record<string, number>;
  scores?: Record<string, Record<string, number>>;
  pairs?: [winner: string, loser: string][];
};

/** What a vote adds, by place: an idea, an idea and a criterion, or who wins over whom. In order of place. */
export type Ticket = { at: number; adds: number }[];

type Method = Pick<BallotRules, "method" | "ideas" | "criteria">;

/** Where an idea stands. Without a score nobody has judged it, and it comes last. `means` by criterion; `compared`: with so many others. */
export type Ranked = {
  idea: string;
  rank: number;
  score?: number;
  means?: Record<string, number>;
  compared?: number;
};

/** A vote as numbers; what is not of the ballot is left out. */
export function ticketOf({ method, ideas, criteria = [] }: Method, vote: Vote): Ticket {
  const of = (idea: string) => ideas.indexOf(idea);
  const all =
    method === "dots"
      ? Object.entries(vote.dots ?? {}).map(([idea, adds]) => ({ at: of(idea), adds }))
      : method === "scores"
        ? Object.entries(vote.scores ?? {}).flatMap(([idea, given]) =>
            criteria.flatMap(({ id }, index) =>
              given[id] === undefined || of(idea) < 0
                ? []
                : [{ at: of(idea) * criteria.length + index, adds: given[id] }],
            ),
          )
        : (vote.pairs ?? []).map(([winner, loser]) => ({
            at: of(winner) < 0 || of(loser) < 0 ? -1 : of(winner) * ideas.length + of(loser),
            adds: 1,
          }));
  return all.filter(({ at }) => at >= 0).toSorted((a, b) => a.at - b.at);
}

/** What votes come to: by place the sum, and how many gave something. */
export type Sums = { sum: Float64Array; count: Float64Array };

/** The sums of some tickets. */
export function sumsOf({ method, ideas, criteria = [] }: Method, tickets: readonly Ticket[]): Sums {
  const size = ideas.length * { dots: 1, scores: criteria.length, pairs: ideas.length }[method];
  const sums = { sum: new Float64Array(size), count: new Float64Array(size) };
  for (const ticket of tickets)
    for (const { at, adds } of ticket) {
      sums.sum[at]! += adds;
      sums.count[at]! += 1;
    }
  return sums;
}

/** The score of each idea in the ballot's order; undefined where nobody has judged it. */
export function scoresIn(method: Method, sums: Sums): (number | undefined)[] {
  return method.ideas.map((_, idea) => {
    if (method.method === "dots") return sums.sum[idea]!;
    return method.method === "scores" ? weighted(method, sums, idea) : shareWon(method.ideas.length, sums, idea);
  });
}

/** The mean of its criteria by their weights; one that nobody gave it is left out, and the others weigh the more. */
function weighted({ criteria = [] }: Method, { sum, count }: Sums, idea: number): number | undefined {
  let [total, weights] = [0, 0];
  for (const [index, { weight }] of criteria.entries()) {
    const at = idea * criteria.length + index;
    if (count[at] === 0) continue;
    total += (weight * sum[at]!) / count[at]!;
    weights += weight;
  }
  return weights === 0 ? undefined : total / weights;
}

/** Of those it was compared with, the share that more voters put below it than above; as many of both is half a win. */
function shareWon(ideas: number, { sum }: Sums, idea: number): number | undefined {
  let [won, compared] = [0, 0];
  for (let other = 0; other < ideas; other++) {
    const [over, under] = [sum[idea * ideas + other]!, sum[other * ideas + idea]!];
    if (over + under === 0) continue;
    compared += 1;
    won += over > under ? 1 : over === under ? 0.5 : 0;
  }
  return compared === 0 ? undefined : won / compared;
}

/** Scores that differ by less are the same. */
const SAME = 1e-9;

/** Whether one score is above another; none is below all. */
export const isAbove = (one: number | undefined, other: number | undefined): boolean =>
  one !== undefined && (other === undefined || one > other + SAME);

/** The ideas from first to last. Those with the same score have the same rank, and the next is counted on from all of them. */
export function rankingOf(method: Method, tickets: readonly Ticket[]): Ranked[] {
  const sums = sumsOf(method, tickets);
  const scores = scoresIn(method, sums);
  const ranked = method.ideas.map((idea, index): Ranked => {
    const score = scores[index];
    return {
      idea,
      rank: 1 + scores.filter((other) => isAbove(other, score)).length,
      ...(score !== undefined && { score }),
      ...(method.method === "scores" && { means: meansOf(method, sums, index) }),
      ...(method.method === "pairs" && { compared: metBy(method.ideas.length, sums, index).length }),
    };
  });
  return ranked.toSorted((a, b) => a.rank - b.rank);
}

function meansOf({ criteria = [] }: Method, { sum, count }: Sums, idea: number): Record<string, number> {
  return Object.fromEntries(
    criteria.flatMap(({ id }, index) => {
      const at = idea * criteria.length + index;
      return count[at] === 0 ? [] : [[id, sum[at]! / count[at]!]];
    }),
  );
}

/** Ideas that somebody compared an idea with, by place. */
function metBy(ideas: number, { sum }: Sums, idea: number): number[] {
  return Array.from({ length: ideas }, (_, other) => other).filter(
    (other) => sum[idea * ideas + other]! + sum[other * ideas + idea]! > 0,
  );
}

/** Groups of ideas that no comparison joins, the largest first: between two groups the order says nothing. One group where all are joined. */
export function apartIn(method: Method, tickets: readonly Ticket[]): string[][] {
  const { ideas } = method;
  if (method.method !== "pairs") return [ideas];
  const sums = sumsOf(method, tickets);
  const groups: string[][] = [];
  const seen = new Set<number>();
  for (const start of ideas.keys()) {
    if (seen.has(start)) continue;
    const group = [start];
    seen.add(start);
    for (const one of group)
      for (const other of metBy(ideas.length, sums, one))
        if (!seen.has(other)) {
          seen.add(other);
          group.push(other);
        }
    groups.push(group.toSorted((a, b) => a - b).map((index) => ideas[index]!));
  }
  return groups.toSorted((a, b) => b.length - a.length);
}
