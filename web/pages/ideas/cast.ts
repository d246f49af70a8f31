// The vote that a form of a round of prioritisation says.
import type { BallotJson } from "../../../api/client.ts";
import type { Fields } from "../../site/site.tsx";

type Cast =
  | { abstain: true }
  | { dots: Record<string, number> }
  | { scores: Record<string, Record<string, number>> }
  | { pairs: string[][] };

/** The vote; undefined where nothing was marked. Fields: `dots.IDEA`, `score.IDEA.PLACE` of the criterion, `before` and `pair` as JSON. */
export function castOf(ballot: BallotJson, sent: Fields): Cast | undefined {
  if (sent.text("abstain") !== "") return { abstain: true };
  if (ballot.method === "dots") return dotsOf(ballot, sent);
  return ballot.method === "scores" ? scoresOf(ballot, sent) : pairsOf(sent);
}

function dotsOf({ ideas }: BallotJson, sent: Fields): Cast | undefined {
  const dots = ideas.flatMap((idea) => {
    const given = Number(sent.text(`dots.${idea}`));
    return given > 0 ? [[idea, given] as const] : [];
  });
  return dots.length === 0 ? undefined : { dots: Object.fromEntries(dots) };
}

function scoresOf({ ideas, criteria = [] }: BallotJson, sent: Fields): Cast | undefined {
  const scores = ideas.flatMap((idea) => {
    const given = criteria.flatMap(({ id }, i) => {
      const score = Number(sent.text(`score.${idea}.${i}`));
      return score > 0 ? [[id, score] as const] : [];
    });
    return given.length === 0 ? [] : [[idea, Object.fromEntries(given)] as const];
  });
  return scores.length === 0 ? undefined : { scores: Object.fromEntries(scores) };
}

/** One pair more than before. */
function pairsOf(sent: Fields): Cast | undefined {
  const [before, pair] = [pairsIn(sent.text("before")), pairsIn(`[${sent.text("pair")}]`)];
  return before.length + pair.length === 0 ? undefined : { pairs: [...before, ...pair] };
}

function pairsIn(text: string): string[][] {
  try {
    const all = JSON.parse(text) as unknown;
    const isPair = (one: unknown): one is string[] =>
      Array.isArray(one) && one.length === 2 && one.every((idea) => typeof idea === "string");
    return Array.isArray(all) ? all.filter(isPair) : [];
  } catch {
    return [];
  }
}

/** Pairs that are still to be compared, those of ideas that were compared least first. */
export function pairsLeft(ideas: readonly string[], done: readonly string[][]): [string, string][] {
  const isDone = (one: string, other: string) => done.some((pair) => pair.includes(one) && pair.includes(other));
  const met = (idea: string) => done.filter((pair) => pair.includes(idea)).length;
  const left = ideas.flatMap((one, i) =>
    ideas.slice(i + 1).flatMap((other): [string, string][] => (isDone(one, other) ? [] : [[one, other]])),
  );
  return left.toSorted((a, b) => met(a[0]) + met(a[1]) - met(b[0]) - met(b[1]));
}
