// What is claimed of decisions, of each tested idea and of the plan: every outcome leads on, and silence is not the end of it.
import type { Item, Programme } from "../../programmes/types.ts";
import type { IdeaView } from "../ideas/types.ts";
import type { View } from "../ledger.ts";
import { alwaysPossible, firstFailing, keepsEnd, reachable, type Claim } from "./claims.ts";
import type { Config, Edge, Graph } from "./explore.ts";
import { OUTCOMES } from "./moves-ideas.ts";
import { answersTo, votesOf } from "./moves-decisions.ts";
import { silenceClaim, type Pending } from "./silent-deciders.ts";
import type { Proof } from "./types.ts";
import { IDEA, titles } from "./words.ts";
import { criteriaOf } from "../criteria.ts";
import { isOver, decidersOf, type Call } from "./world.ts";

const PAST_CAPTURED = ["shortlisted", "tested", "awaitingResults", "results", "undecided"];

/** Whether ideas are decided: it is said where, a criterion asks for what comes after capturing, or ideas count and some are chosen. */
export function decidesIdeas(programme: Programme): boolean {
  const facts = criteriaOf(programme).map(({ fact }) => fact);
  const areChosen = (programme.rights["shortlist"] ?? []).length > 0;
  return (
    programme.decideIn !== undefined ||
    facts.some((fact) => PAST_CAPTURED.includes(fact)) ||
    (areChosen && facts.includes("ideas"))
  );
}

/** One proof for each outcome of an idea's decision, and one for nobody answering. In the last round none is adjusted. */
export function ideaClaims({ rounds }: Programme, graph: Graph): Proof[] {
  const offered = OUTCOMES.filter(({ outcome }) => outcome !== "adjust" || rounds > 1);
  const silence = { claim: "decision:ideas:nobody", title: titles.nobody(IDEA) };
  return [...offered.map((one) => ideaOutcome(graph, one)), silenceClaim(graph, silence, pendingIdeas)];
}

function ideaOutcome(graph: Graph, { outcome, kind, data }: (typeof OUTCOMES)[number]): Proof {
  const claim = { claim: `decision:ideas:${outcome}`, title: titles.outcome(IDEA, outcome) };
  const isGoal = tells(`${kind} idea:`);
  const decide: Call = { type: "decide", data: { idea: "i0", outcome, ...data } };
  const before: Call[] = [
    { type: "recordResult", data: { idea: "i0", result: "Prøve" } },
    { type: "startTest", data: { idea: "i0" } },
    { type: "shortlist", data: { idea: "i0", reason: "Prøve" } },
  ];
  const { rounds } = graph.slice.ground.plan.programme;
  const isOffered = ({ state, round }: IdeaView) => state === "deciding" && (outcome !== "adjust" || round < rounds);
  const isMeant = ({ network }: Config) => !isOver(network) && Object.values(network.view.ideas).some(isOffered);
  return outcomeProof(graph, claim, { isMeant, isGoal, calls: [decide, ...before] });
}

function pendingIdeas({ ideas }: View): Pending[] {
  const waiting = Object.entries(ideas).filter(([, { state }]) => state === "deciding");
  return waiting.map(([idea, { deadline }]) => ({
    actor: `idea:${idea}`,
    deadline,
    answers: () => OUTCOMES.map(({ outcome, data }): Call => ({ type: "decide", data: { idea, outcome, ...data } })),
  }));
}

/** The same of one decision of the plan. Nobody rejects where there is but one round. */
export function decisionClaims(programme: Programme, item: Item, graph: Graph): Proof[] {
  const { id, title, decision } = item;
  const [carries, returns] = votesOf(decision!);
  const stateOf = ({ items }: View) => items[id]?.state;
  const [by] = decidersOf(programme, item);
  const call = (data: Call["data"]): Call => ({
    type: "decide",
    data: { item: id, ...data },
    ...(by !== undefined && { by }),
  });
  const put: Call = { type: "propose", data: { item: id } };
  const claimOf = (outcome: string): Claim => ({
    claim: `decision:${id}:${outcome}`,
    title: titles.outcome(title, outcome),
  });
  // Once it has been put it can be taken one day, however often it goes back.
  const isMeant = ({ network: { view } }: Config) =>
    !view.ended &&
    (stateOf(view) === "proposed" || (view.items[id]?.decision?.round ?? 0) > 0) &&
    stateOf(view) !== "decided";
  const taken = outcomeProof(graph, claimOf(String(carries["outcome"])), {
    isMeant,
    isGoal: tells(`decision.taken item:${id}`),
    calls: [call(carries), put],
  });
  const back = outcomeProof(graph, claimOf(String(returns["outcome"])), {
    isMeant: () => false,
    isGoal: tells(`decision.rejected item:${id}`),
    calls: [call(returns), put],
  });
  const silence = silenceClaim(graph, { claim: `decision:${id}:nobody`, title: titles.nobody(title) }, (view) =>
    stateOf(view) === "proposed" ? [pendingItem(programme, item, view)] : [],
  );
  return [taken, ...(decision!.rounds > 1 ? [back] : []), silence];
}

const pendingItem = (programme: Programme, item: Item, { items }: View): Pending => ({
  actor: `item:${item.id}`,
  deadline: items[item.id]?.decision?.deadline,
  answers: (view) => answersTo(programme, item, view),
});

const tells =
  (entry: string) =>
  ({ told }: Edge): boolean =>
    told.some((one) => (entry.endsWith(":") ? one.startsWith(entry) : one === entry));

type Sought = { isMeant: (config: Config) => boolean; isGoal: (edge: Edge) => boolean; calls: Call[] };

/** It happens at all; wherever it is meant to it still can; and the end is no farther away for it. */
function outcomeProof(graph: Graph, claim: Claim, { isMeant, isGoal, calls }: Sought): Proof {
  return firstFailing(
    reachable(graph, claim, isGoal, calls),
    alwaysPossible(graph, claim, { isMeant, isGoal, calls }),
    keepsEnd(graph, claim, isGoal),
  );
}
