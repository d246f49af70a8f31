// How sure an order is: the ballot counted again a thousand times with voters drawn anew from those who voted. What stays in its place is
// sure; what changes place depends on who happened to vote.
import type { Text } from "../../programmes/types.ts";
import type { BallotRules } from "./types.ts";
import { isAbove, scoresIn, sumsOf, type Ranked, type Ticket } from "./ranking.ts";

/** The ranks of an idea in nine draws of ten, and the share of draws in which it is among the first. */
export type Spread = { from: number; to: number; inFirst: number };

const DRAWS = 1_000;
const SPAN = 0.9;

/** Below this many voters drawing again says nothing. */
const FEWEST_VOTERS = 3;

/** Less of the draws than this does not count as changing place. */
const UNSURE = 0.1;

/**
 * The spread of each idea by its id; undefined where too few voted. The draws follow from the votes alone, in whatever order they came:
 * the same votes give the same answer everywhere.
 */
export function spreadOf(
  rules: Pick<BallotRules, "method" | "ideas" | "criteria" | "first">,
  tickets: readonly Ticket[],
): Record<string, Spread> | undefined {
  if (tickets.length < FEWEST_VOTERS) return undefined;
  const voters = tickets.map((ticket) => ({ ticket, text: JSON.stringify(ticket) }));
  const sorted = voters.toSorted((a, b) => (a.text < b.text ? -1 : 1));
  const next = chance(hash(sorted.map(({ text }) => text).join()));
  const ranks = rules.ideas.map(() => new Float64Array(DRAWS));
  for (let draw = 0; draw < DRAWS; draw++) {
    const drawn = sorted.map(() => sorted[Math.floor(next() * sorted.length)]!.ticket);
    const scores = scoresIn(rules, sumsOf(rules, drawn));
    // Lots are drawn between those that tie: the least lot goes first.
    const lots = scores.map(() => next());
    for (const [idea, score] of scores.entries())
      ranks[idea]![draw] =
        1 +
        scores.filter((other, at) => isAbove(other, score) || (!isAbove(score, other) && lots[at]! < lots[idea]!))
          .length;
  }
  return Object.fromEntries(rules.ideas.map((idea, at) => [idea, spreadIn(ranks[at]!, rules.first)]));
}

function spreadIn(ranks: Float64Array, first: number): Spread {
  const sorted = ranks.toSorted();
  const cut = Math.floor((DRAWS * (1 - SPAN)) / 2);
  return {
    from: sorted[cut]!,
    to: sorted[DRAWS - 1 - cut]!,
    inFirst: sorted.filter((rank) => rank <= first).length / DRAWS,
  };
}

/** In words whether an idea is sure to be among the first, or not to be: what the draws say, or why they say nothing. */
export function sureWords({ rank }: Pick<Ranked, "rank">, spread: Spread | undefined, first: number): Text {
  if (!spread)
    return { da: "for få stemmer til at sige, hvor sikkert det er", en: "too few votes to say how sure it is" };
  const changes = rank <= first ? 1 - spread.inFirst : spread.inFirst;
  if (changes < UNSURE) return { da: "sikker", en: "sure" };
  const times = Math.round(changes * 10);
  return { da: `usikker: byttes om i ${times} af 10`, en: `unsure: changes place in ${times} of 10` };
}

/** FNV-1a of a text, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

/** Mulberry32: numbers in [0, 1) that follow from a seed. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
