// What can be tried in a network: every trigger that moves it, derived from its programme, with what it asks and what it changes.
import type { Phase, Programme } from "../../programmes/types.ts";
import { reopenCriteria } from "../criteria.ts";
import type { View } from "../ledger.ts";
import type { TriggerName } from "../trigger-types.ts";
import { decisionMoves } from "./moves-decisions.ts";
import { ideaMoves } from "./moves-ideas.ts";
import { asksOf, type Move, type Way } from "./move.ts";
import type { Limits } from "./types.ts";

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

/** What is brought on demand: dated and held meetings, tracks and their steps. */
function suppliedMoves({ items, tracks, needs = {} }: Programme): Move[] {
  const meetings = items.filter(({ kind }) => kind === "meeting").map(({ id }) => `held:${id}`);
  const ended = tracks.map(({ id }) => `tracksEnded:${id}`);
  const started = tracks.map(({ id }) => `tracksStarted:${id}`);
  return [
    { id: "closeBallot", changes: ["ballotsClosed"], asks: [] },
    { id: "pinItem", changes: ["meetingsDated"], asks: [] },
    { id: "holdMeeting", changes: ["meetingsHeld", "meetingsDated", ...meetings], asks: [] },
    { id: "startTrack", changes: started, asks: asksOf(needs["startTrack"]) },
    { id: "completeStep", changes: ended, asks: [...started, ...asksOf(needs["completeStep"])] },
  ];
}
