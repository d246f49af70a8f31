// What a round of prioritisation comes to: who has voted, the order that follows from the votes, how sure it is, and the order that people
// put beside it. What nobody may see yet is not worked out at all.
import type { Instant, Person, Text } from "../../programmes/types.ts";
import type { Book, Contribution, Kind } from "../ledger.ts";
import type { BallotView } from "./types.ts";
import { rolesFor } from "../trigger-types.ts";
import { apartIn, rankingOf, ticketOf, type Ranked, type Vote } from "./ranking.ts";
import { spreadOf, sureWords, type Spread } from "./sureness.ts";

/** How many voted, abstaining among them; `missing`: of those who may vote, those who have done neither. */
export type Turnout = { cast: number; missing: number; abstained?: number };

/** An idea in the order. `spread`: its ranks in nine draws of ten, and how often it is among the first; absent where too few voted. */
export type Placed = Ranked & { spread?: Spread; sure: Text };

/** `ties`: ideas of the same rank. `apart`: groups that nobody compared with each other, where there are several. */
export type Outcome = { order: Placed[]; ties: string[][]; apart?: string[][]; explained: Text };

/** A ballot as it may be read now. Of a secret one there is no outcome before it is closed, nor of one that was cancelled. */
export type Ballot = Omit<BallotView, "overruled"> & {
  id: string;
  turnout: Turnout;
  outcome?: Outcome;
  overruled?: { order: string[]; reason: string; by: string; at: Instant };
};

/** The kind of contribution that a vote is. */
export const CAST: Kind = "ballot.cast";

/** All ballots of a network, the first first. */
export function ballotsOf(book: Pick<Book, "view" | "plan" | "people" | "contributions">): Ballot[] {
  const voters = book.people.filter(({ roles }) => roles.some((role) => mayVote(book).includes(role)));
  return Object.entries(book.view.ballots ?? {}).map(([id, ballot]) =>
    ballotOf(id, ballot, book.contributions, voters),
  );
}

const mayVote = ({ plan }: Pick<Book, "plan">): string[] => rolesFor(plan.programme, "castBallot");

function ballotOf(id: string, ballot: BallotView, contributions: readonly Contribution[], voters: Person[]): Ballot {
  const cast = castIn(id, contributions);
  const votes = [...cast.values()].filter((vote) => vote !== undefined);
  const isShown = ballot.state === "closed" || (ballot.state === "open" && !ballot.secret);
  return {
    id,
    ...ballot,
    turnout: {
      cast: cast.size,
      missing: voters.filter((person) => !cast.has(person.id)).length,
      ...(isShown && { abstained: cast.size - votes.length }),
    },
    ...(isShown && { outcome: outcomeOf(ballot, votes) }),
  };
}

/** By person what they voted last, undefined where they abstained. A substitute's vote counts where the person cast none. */
export function castIn(ballot: string, contributions: readonly Contribution[]): Map<string, Vote | undefined> {
  const all = contributions.filter(({ kind, item }) => kind === CAST && item === `ballot:${ballot}`);
  const byOthers = all.filter(({ data }) => data["castBy"] !== undefined);
  const own = all.filter(({ data }) => data["castBy"] === undefined);
  return new Map([...byOthers, ...own].map(({ person = "", data }) => [person, voteIn(data)]));
}

const voteIn = ({ dots, scores, pairs, abstain }: Contribution["data"]): Vote | undefined =>
  abstain === true ? undefined : ({ dots, scores, pairs } as Vote);

function outcomeOf(ballot: BallotView, votes: readonly Vote[]): Outcome {
  const tickets = votes.map((vote) => ticketOf(ballot, vote));
  const ranked = rankingOf(ballot, tickets);
  const spreads = spreadOf(ballot, tickets);
  const apart = apartIn(ballot, tickets);
  const isApart = apart.length > 1;
  const order = ranked.map((one): Placed => {
    const spread = spreads?.[one.idea];
    const isAlone = isApart && !apart[0]!.includes(one.idea);
    const sure = one.score === undefined ? UNJUDGED : isAlone ? APART : sureWords(one, spread, ballot.first);
    return { ...one, ...(spread && { spread }), sure };
  });
  const ranks = [...new Set(ranked.map(({ rank }) => rank))];
  const ties = ranks.map((rank) => ranked.filter((one) => one.rank === rank).map(({ idea }) => idea));
  return {
    order,
    ties: ties.filter((ideas) => ideas.length > 1),
    ...(isApart && { apart }),
    explained: EXPLAINED[ballot.method],
  };
}

const UNJUDGED: Text = { da: "ingen har vurderet den", en: "nobody judged it" };
const APART: Text = { da: "ikke sammenlignet med de andre", en: "not compared with the others" };

const EXPLAINED: Record<BallotView["method"], Text> = {
  dots: {
    da: "Prikkerne lægges sammen. Den, der ikke stemte, og den, der undlod, tæller ikke med.",
    en: "Dots are added up. Who did not vote, and who abstained, does not count.",
  },
  scores: {
    da: "For hvert kriterium gennemsnittet af dem, der gav point; derefter kriterierne efter vægt. Et kriterium, som ingen gav, udelades for idéen.",
    en: "For each criterion the mean of those who gave points, then the criteria by weight. One that nobody gave is left out for the idea.",
  },
  pairs: {
    da: "Af de idéer, den er sammenlignet med, den andel, flere satte under den end over den; lige mange tæller en halv.",
    en: "Of the ideas it was compared with, the share that more put below it than above; as many of both count half.",
  },
};
