// What can be tried with a decision of the plan: it is put, and voted on. Taking back leads where one was, and is no move.
import type { DecisionRules, Item, Programme } from "../../programmes/types.ts";
import type { View } from "../ledger.ts";
import { asksOf, type Move, type Way } from "./move.ts";
import { decidersOf, type Call, type Data } from "./world.ts";

const reason = "Prøve";

/** The votes that a kind of decision knows; the first carries it, the second sends it back. */
export function votesOf({ kind, choose = 1 }: DecisionRules): [Data, Data] {
  if (kind === "consensus") return [{ outcome: "agree" }, { outcome: "disagree", reason }];
  if (kind === "approve") return [{ outcome: "approve" }, { outcome: "reject", reason }];
  return [
    { outcome: "select", choices: candidates(choose) },
    { outcome: "reject", reason },
  ];
}

const candidates = (count: number) => Array.from({ length: count }, (_, at) => `kandidat ${at + 1}`);

/** Putting a decision and voting on it; none for what is no decision with rules of its own. */
export function decisionMoves(programme: Programme, item: Item): Move[] {
  const { id, decision } = item;
  if (!decision) return [];
  const options = decision.kind === "select" ? { options: candidates(Math.max(2, (decision.choose ?? 1) + 1)) } : {};
  // Rejected, others are drafted anew with it.
  const again = decision.again.flatMap((other) => [`decided:${other}`, `@drafting:${other}`, `@put:${other}`]);
  return [
    {
      id: `propose:${id}`,
      asks: [...asksOf(decision.needs), `@drafting:${id}`],
      changes: [`proposed:${id}`, `@put:${id}`, `@drafting:${id}`],
      tries: (view) =>
        view.items[id]?.state === "planned" ? [[{ type: "propose", data: { item: id, ...options } }]] : [],
    },
    {
      id: `vote:${id}`,
      asks: [`@put:${id}`],
      changes: [`decided:${id}`, `@put:${id}`, `@drafting:${id}`, ...again],
      tries: (view) => (view.items[id]?.state === "proposed" ? ballots(programme, item, view) : []),
    },
  ];
}

/** The answers that the next one to vote can give: who has not voted yet, or where all have, the first. */
export function answersTo(programme: Programme, item: Item, { items }: View): Call[] {
  const votes = items[item.id]?.decision?.votes ?? {};
  const deciders = decidersOf(programme, item);
  const by = deciders.find((person) => !(person in votes)) ?? deciders[0];
  return by === undefined ? [] : votesOf(item.decision!).map((vote) => voteOf(item, vote, by));
}

/**
 * Nobody else sees a vote before the last one: they are cast in one go, all for it, all against it, or by turns. Those who
 * decide are interchangeable.
 */
function ballots(programme: Programme, item: Item, { items }: View): Way[] {
  const votes = items[item.id]?.decision?.votes ?? {};
  const deciders = decidersOf(programme, item);
  const left = deciders.filter((person) => !(person in votes));
  const [yes, no] = votesOf(item.decision!);
  const voting = left.length > 0 ? left : deciders;
  const cast = (vote: (at: number) => Data) => voting.map((by, at) => voteOf(item, vote(at), by));
  const ways = [cast(() => yes), cast(() => no), cast((at) => (at % 2 === 0 ? yes : no))];
  return ways.filter((way): way is Way => way.length > 0);
}

const voteOf = ({ id }: Item, vote: Data, by: string): Call => ({ type: "decide", data: { item: id, ...vote }, by });
