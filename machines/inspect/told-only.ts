// How a network stood by its ledger alone, where its engine is not to be asked any more: phases, items and ideas, and messages to come.
import type { Instant } from "../../programmes/types.ts";
import { ROOT } from "../engine/types.ts";
import type { View } from "../ledger.ts";
import type { ActorStands } from "./stands.ts";

/** What the ledger says of states, in the shape of the machines'. It knows no other actors and no inner states. */
export function actorsToldIn(view: View): ActorStands[] {
  const phases = Object.entries(view.phases).map(([id, { state, due }]) =>
    state === "waiting" ? `running.${id}.waiting.${due ? "due" : "planned"}` : `running.${id}.${state}`,
  );
  const status = view.ended ? "done" : "active";
  const child = (id: string, src: string, state: string) => ({ id, src, parent: ROOT, status, states: [state] });
  return [
    { id: ROOT, src: ROOT, status, states: view.ended ? ["ended"] : phases },
    ...Object.entries(view.items).map(([id, { kind, state }]) => child(`item:${id}`, kind, state)),
    ...Object.entries(view.ideas).map(([id, { state }]) => child(`idea:${id}`, "idea", state)),
  ];
}

/** Messages that the ledger says are to come, by when. */
export const timersToldIn = (view: View): { actor: string; id: string; at: Instant }[] =>
  Object.values(view.planned)
    .map(({ subject, rule, at }) => ({ actor: subject, id: rule, at }))
    .toSorted((a, b) => a.at - b.at);
