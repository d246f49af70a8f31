// What can be tried with ideas. They are interchangeable: one of each kind is tried, and no more are set going than asked for.
import type { Programme } from "../../programmes/types.ts";
import type { IdeaView } from "../ideas/types.ts";
import type { View } from "../ledger.ts";
import type { TriggerName } from "../trigger-types.ts";
import { asksOf, type Move, type Way } from "./move.ts";
import type { Limits } from "./types.ts";
import { criteriaOf } from "../criteria.ts";
import { isChosen } from "../facts.ts";
import { ideaDeciders, needOf, type Call, type Data } from "./world.ts";

const reason = "Prøve";

/** The outcomes of an idea's decision, the data they demand, and what the ledger says of them. */
export const OUTCOMES: { outcome: string; kind: string; data: Data }[] = [
  { outcome: "approve", kind: "idea.approved", data: { next: "scale", to: reason, due: "2100-01-01" } },
  { outcome: "adjust", kind: "idea.adjusted", data: { reason } },
  { outcome: "discard", kind: "idea.discarded", data: { reason } },
];

/** The moves of ideas, from being added to being revived. */
export function ideaMoves(programme: Programme, limits: Limits): Move[] {
  const most = mostUnderWay(programme, limits);
  const { phases, needs = {} } = programme;
  const move = (type: TriggerName, [asks, changes]: [string[], string[]], tries: (view: View) => Data[]): Move => ({
    id: type,
    asks: [...asksOf(needs[type]), ...asks],
    changes,
    tries: (view) => tries(view).map((data): Way => [{ type, data }]),
  });
  const each = (state: IdeaView["state"], more: Data) => (view: View) =>
    oneOfEach(view, state).map((idea) => ({ idea, ...more }));
  const tested = ["tested", "awaitingResults", "undecided", "@shortlisted", "@testing"];
  const told = ["awaitingResults", "results", "@testing", "@deciding"];
  const reopened = phases.filter((one) => one.reopensOnAdjust).flatMap(({ id }) => [`open:${id}`, `closed:${id}`]);
  const decided = ["undecided", "awaitingResults", "@deciding", "@testing", "@discarded", ...reopened];
  return [
    move("addIdea", [[], ["ideas", "@captured"]], (view) =>
      wantsIdea(programme, view, most) ? [{ title: reason }] : [],
    ),
    move("shortlist", [["@captured"], ["shortlisted", "@captured", "@shortlisted"]], (view) =>
      underWay(view) < most ? each("captured", { reason })(view) : [],
    ),
    move("startTest", [["@shortlisted"], tested], each("shortlisted", {})),
    move("recordResult", [["@testing"], told], each("testing", { result: reason })),
    move("abandonTest", [["@testing"], told], each("testing", { reason })),
    {
      id: "decide",
      asks: [...asksOf(needs["decide"]), "@deciding"],
      changes: decided,
      tries: (view) =>
        OUTCOMES.flatMap(({ outcome, data }) => each("deciding", { outcome, ...data })(view)).map((one) =>
          voted(programme, one),
        ),
    },
    move("reviveIdea", [["@discarded"], ["@discarded", "@shortlisted"]], each("discarded", { reason })),
  ];
}

/** Where one vote is not enough, all who decide vote the same. */
function voted(programme: Programme, data: Data): Way {
  if (programme.decideIdeas.carriedBy === "one" && programme.decideIdeas.quorum === undefined)
    return [{ type: "decide", data }];
  const [first, ...others] = ideaDeciders(programme);
  const vote = (by: string | undefined): Call => ({ type: "decide", data, ...(by !== undefined && { by }) });
  return [vote(first), ...others.map(vote)];
}

/** How many ideas are past being captured. */
export const underWay = ({ ideas }: View): number => Object.values(ideas).filter(isChosen).length;

/** So many ideas are let past being captured: as the limit says, or as many as criteria can tell from fewer. */
export function mostUnderWay(programme: Programme, { ideas }: Limits): number {
  const counts = criteriaOf(programme).filter(({ fact }) => PAST_CAPTURED.includes(fact));
  const told = counts.map((one) => needOf(one, programme) + ("atMost" in one ? 1 : 0));
  return Math.max(ideas, ...told.filter(Number.isFinite));
}

const PAST_CAPTURED = ["shortlisted", "tested", "results", "awaitingResults", "undecided"];

/** Of those in the same state and round one is as good as another. */
function oneOfEach({ ideas }: View, state: IdeaView["state"]): string[] {
  const first = new Map<number, string>();
  for (const [id, idea] of Object.entries(ideas))
    if (idea.state === state && !first.has(idea.round)) first.set(idea.round, id);
  return [...first.values()];
}

/** One that waits is enough, unless a criterion asks that there are not too many. */
function wantsIdea(programme: Programme, view: View, most: number): boolean {
  const ideas = Object.values(view.ideas);
  if (!ideas.some(({ state }) => state === "captured") && underWay(view) < most) return true;
  const bounds = criteriaOf(programme).filter((one) => one.fact === "ideas" && "atMost" in one);
  return bounds.some((one) => ideas.length <= needOf(one, programme));
}
