// What can be tried in a network: every trigger that moves it, derived from its programme, with what it asks and what it changes.
import type { Phase, Programme } from "../../programmes/types.ts";
import { criteriaOf, reopenCriteria } from "../criteria.ts";
import { networkFacts } from "../facts.ts";
import type { View } from "../ledger.ts";
import type { TriggerName } from "../trigger-types.ts";
import { decisionMoves } from "./moves-decisions.ts";
import { ideaMoves } from "./moves-ideas.ts";
import { asksOf, type Move, type Way } from "./move.ts";
import { callFor } from "./supply.ts";
import type { Limits } from "./types.ts";
import { needOf } from "./world.ts";

/** All moves of a programme. */
export function movesOf(programme: Programme, limits: Limits): Move[] {
  return [
    ...programme.phases.flatMap((phase) => phaseMoves(phase, programme)),
    ...ideaMoves(programme, limits),
    ...programme.items.flatMap((item) => decisionMoves(programme, item)),
    ...suppliedMoves(programme),
    {
      id: "closeNetwork",
      changes: ["@end"],
      asks: asksOf(programme.needs?.["closeNetwork"]),
      tries: () => [[{ type: "closeNetwork", data: { outcome: "end" } }]],
    },
  ];
}

function phaseMoves(phase: Phase, programme: Programme): Move[] {
  const { id, reopens, mayBeSkipped } = phase;
  const state = (view: View) => view.phases[id]?.state;
  const again = reopens ? [...asksOf(reopenCriteria(programme, phase)), `closed:${id}`] : [];
  const call = (type: TriggerName, more = {}): Way => [{ type, data: { phase: id, ...more } }];
  const skipped = mayBeSkipped ? [call("closePhase", { outcome: "notCarriedOut", reason: "Prøve" })] : [];
  return [
    {
      id: `openPhase:${id}`,
      changes: [`open:${id}`, `opened:${id}`, `closed:${id}`, `reopened:${id}`],
      asks: [...asksOf(phase.opens), ...again, ...(mayBeSkipped ? [`closed:${id}`] : [])],
      tries: (view) => (state(view) === "waiting" || (state(view) === "closed" && reopens) ? [call("openPhase")] : []),
    },
    {
      id: `closePhase:${id}`,
      changes: [`open:${id}`, `closed:${id}`, ...(mayBeSkipped ? [`opened:${id}`] : [])],
      asks: [...asksOf(phase.closes), `open:${id}`],
      tries: (view) =>
        state(view) === "open" ? [call("closePhase"), ...skipped] : state(view) === "waiting" ? skipped : [],
    },
  ];
}

/** What is brought on demand: dated and held meetings, tracks and their steps. Meetings also where there can be too many. */
function suppliedMoves(programme: Programme): Move[] {
  const { items, tracks, needs = {} } = programme;
  const meetings = items.filter(({ kind }) => kind === "meeting").map(({ id }) => `held:${id}`);
  const ended = tracks.map(({ id }) => `tracksEnded:${id}`);
  const started = tracks.map(({ id }) => `tracksStarted:${id}`);
  return [
    { id: "closeBallot", changes: ["ballotsClosed"], asks: [] },
    { id: "pinItem", changes: ["meetingsDated"], asks: [], ...tooMany(programme, ["meetingsDated"]) },
    {
      id: "holdMeeting",
      changes: ["meetingsHeld", "meetingsDated", ...meetings],
      asks: [],
      ...tooMany(programme, ["meetingsHeld", ...meetings]),
    },
    { id: "startTrack", changes: started, asks: asksOf(needs["startTrack"]) },
    { id: "completeStep", changes: ended, asks: [...started, ...asksOf(needs["completeStep"])] },
  ];
}

/** Where criteria ask that there are not too many, one more than they allow is brought. */
function tooMany(programme: Programme, facts: string[]): Pick<Move, "tries"> {
  const bounds = criteriaOf(programme).filter((one) => facts.includes(one.fact) && "atMost" in one);
  if (bounds.length === 0) return {};
  const tries = (view: View): Way[] =>
    bounds
      .filter(({ fact, ...one }) => (networkFacts(view)[fact] ?? 0) <= needOf({ fact, ...one }, programme))
      .flatMap(({ fact }) => callFor(programme, view, fact) ?? [])
      .map((call): Way => [call]);
  return { tries };
}
