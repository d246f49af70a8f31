// What people contribute to ideas and ballots, held against those there are: themes of discoveries, comments, votes, another order.
import type { Text } from "../../programmes/types.ts";
import type { Book } from "../ledger.ts";
import type { BallotView } from "./types.ts";
import type { Trigger } from "../trigger.ts";
import { ballotIn, ideaIn, notOpen, twiceIn } from "./checks.ts";
import { discoveriesOf, isThemeId, themesOf } from "./themes.ts";
import { ideaRefusals as say } from "./refusals.ts";
import { refusals } from "../refusals.ts";

type Check = (book: Book, trigger: Trigger) => Text | undefined;

/** Triggers that are held against what others contributed before (of an answer: who is a guest of the meeting): for those a store loads it. */
export const ASK_CONTRIBUTIONS: readonly string[] = ["addTheme", "chooseThemes", "removeLink", "answer"];

/** Why a contribution does not fit the ideas, discoveries and ballots of the network; undefined where it does. */
export function wrongContribution(book: Book, trigger: Trigger): Text | undefined {
  return Object.hasOwn(CHECKS, trigger.type) ? CHECKS[trigger.type]!(book, trigger) : undefined;
}

const CHECKS: Record<string, Check> = {
  addTheme: ({ contributions }, { data }) => {
    const known = discoveriesOf(contributions).map(({ id }) => id);
    const unknown = (data["discoveries"] as string[]).filter((id) => !known.includes(id));
    return unknown.length > 0 ? say.noDiscovery(unknown) : undefined;
  },
  chooseThemes: ({ contributions }, { data }) => {
    const known = themesOf(contributions).map(({ id }) => id);
    const unknown = (data["themes"] as string[]).filter((theme) => isThemeId(theme) && !known.includes(theme));
    return unknown.length > 0 ? say.noTheme(unknown) : undefined;
  },
  commentIdea: ({ view }, { data }) =>
    ideaIn(view, data["idea"]) ? undefined : refusals.absent(`idea:${String(data["idea"])}`),
  castBallot: ({ view, people }, { data, at, by, for: whom = by }) => {
    const closed = notOpen(view, data["ballot"]);
    if (closed) return closed;
    const ballot = ballotIn(view, data["ballot"])!;
    if (ballot.closes !== undefined && at >= ballot.closes) return say.ballotOver(String(data["ballot"]), "closed");
    return people.some(({ id }) => id === whom) ? wrongVote(ballot, data) : say.noVoter();
  },
  overruleOrder: ({ view }, { data }) => {
    const ballot = ballotIn(view, data["ballot"]);
    if (ballot?.state === "open") return say.ballotOpen(String(data["ballot"]));
    if (ballot?.state !== "closed") return notOpen(view, data["ballot"]);
    const order = data["order"] as string[];
    const isWhole = order.length === ballot.ideas.length && ballot.ideas.every((id) => order.includes(id));
    return isWhole ? undefined : say.notWhole(ballot.ideas);
  },
};

function wrongVote(ballot: BallotView, data: Trigger["data"]): Text | undefined {
  if (data["abstain"] === true) return undefined;
  const { method, ideas } = ballot;
  const vote = data[method];
  if (vote === undefined) return say.wrongVote(method);
  const named = method === "pairs" ? (vote as string[][]).flat() : Object.keys(vote as object);
  const others = named.filter((id) => !ideas.includes(id));
  if (others.length > 0) return say.notOnBallot([...new Set(others)], ideas);
  if (method === "dots") return wrongDots(ballot, vote as Record<string, number>);
  if (method === "scores") return wrongScores(ballot, vote as Record<string, Record<string, number>>);
  return wrongPairs(vote as [string, string][]);
}

function wrongDots({ dots = 0, most = dots }: BallotView, vote: Record<string, number>): Text | undefined {
  const given = Object.values(vote).reduce((sum, one) => sum + one, 0);
  if (given > dots) return say.tooManyDots(given, dots);
  const over = Object.keys(vote).find((idea) => vote[idea]! > most);
  return over === undefined ? undefined : say.tooManyOnIdea(over, most);
}

function wrongScores({ criteria = [] }: BallotView, vote: Record<string, Record<string, number>>): Text | undefined {
  const known = criteria.map(({ id }) => id);
  const unknown = Object.values(vote)
    .flatMap((given) => Object.keys(given))
    .filter((id) => !known.includes(id));
  return unknown.length > 0 ? say.noCriterion([...new Set(unknown)], known) : undefined;
}

function wrongPairs(pairs: [string, string][]): Text | undefined {
  const keys = pairs.map((pair) => pair.toSorted().join(" "));
  const twice = twiceIn(keys);
  const wrong = pairs.find(([one, other], at) => one === other || keys[at] === twice);
  return wrong && say.wrongPair(...wrong);
}
