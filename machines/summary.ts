// The state of a network as scripts see it.
import { endOfDay, startOfDay } from "../programmes/calendar.ts";
import { rfc3339 } from "../programmes/instant.ts";
import type { Instant, IsoDate, Plan } from "../programmes/types.ts";
import type { DecisionView } from "./decision-view.ts";
import type { DatesView, ItemView, View } from "./ledger.ts";

/** Instants as RFC 3339 with the offset of the programme's zone. */
export type NetworkState = {
  now: string;
  phases: Record<string, "waiting" | "open" | "paused" | "closed">;
  ideas: { id: string; state: string; round: number; reason?: string; deadline?: string; votes?: number }[];
  /** Those that have a date or are decided; by session where they have several. Dates alone where the hour is not known. */
  items: Record<string, ItemState & { sessions?: Record<string, Omit<ItemState, "state">> }>;
  /** Decisions of the plan that have been put. */
  decisions: DecisionState[];
  tracks: { track: string; organisation: string; state: string; done: string[] }[];
  ended: boolean;
  outcome?: string;
};

type ItemState = { state: string; start?: string; end?: string; place?: string };
type DecisionState = {
  id: string;
  state: "drafting" | "proposed" | "decided";
  round: number;
  outcome?: string;
  choices?: string[];
  reason?: string;
  deadline?: string;
  votes: number;
};

/** The state that follows from a view; an open phase is paused while a full break lasts. */
export function stateOf(plan: Plan, view: View): NetworkState {
  const { zone } = plan.programme;
  const at = (instant: Instant) => rfc3339(instant, zone);
  const paused = fullBreaksOf(plan, view).some(([from, to]) => from <= view.now && view.now <= to);
  const dated = Object.entries(view.items).filter(
    ([, item]) => item.state !== "planned" || item.sessions || item.first,
  );
  return {
    now: at(view.now),
    phases: Object.fromEntries(
      Object.entries(view.phases).map(([id, { state }]) => [id, paused && state === "open" ? "paused" : state]),
    ),
    ideas: Object.entries(view.ideas).map(([id, { state, round, reason, deadline, votes = {} }]) => ({
      id,
      state,
      round,
      ...(reason !== undefined && { reason }),
      ...(deadline !== undefined && { deadline: at(deadline) }),
      ...(Object.keys(votes).length > 0 && { votes: Object.keys(votes).length }),
    })),
    items: Object.fromEntries(
      dated.map(([id, { state, sessions, ...item }]) => [
        id,
        {
          state,
          ...datesIn(item, at),
          ...(sessions && {
            sessions: Object.fromEntries(Object.entries(sessions).map(([one, dates]) => [one, datesIn(dates, at)])),
          }),
        },
      ]),
    ),
    decisions: Object.entries(view.items).flatMap(([id, { state, decision }]) =>
      decision ? [decisionState(id, state, decision, at)] : [],
    ),
    tracks: Object.values(view.tracks),
    ended: view.ended !== undefined,
    ...(view.ended && { outcome: view.ended.outcome }),
  };
}

function datesIn({ start, end, place, first, last }: DatesView, at: (instant: Instant) => string) {
  return {
    ...(start !== undefined ? { start: at(start) } : first !== undefined && { start: first }),
    ...(end !== undefined ? { end: at(end) } : last !== undefined && { end: last }),
    ...(place !== undefined && { place }),
  };
}

function decisionState(
  id: string,
  state: string,
  { round, outcome, choices, reason, deadline, votes }: DecisionView,
  at: (instant: Instant) => string,
): DecisionState {
  return {
    id,
    state: state === "proposed" || state === "decided" ? state : "drafting",
    round,
    ...(outcome !== undefined && { outcome }),
    ...(choices && { choices }),
    ...(reason !== undefined && { reason }),
    ...(deadline !== undefined && { deadline: at(deadline) }),
    votes: Object.keys(votes).length,
  };
}

type Span = [from: Instant, to: Instant];
// Asked for with every trigger, and the same as long as the plan is.
const fullBreaks = new WeakMap<Plan, Map<string, Span>>();

/** The plan's full breaks where the network has left them, and those it took on the way. */
function fullBreaksOf(plan: Plan, view: View): Span[] {
  const { zone } = plan.programme;
  const breaks = plannedBreaks(plan);
  const planned = [...breaks].filter(([id]) => !isOther(view.items[id]));
  const others = Object.entries(view.items).flatMap(([id, item]) => {
    const isFull = item.added ? item.added.extent === "full" : breaks.has(id) && isOther(item);
    return isFull && item.state !== "cancelled" && item.first && item.last ? [spanOf(item.first, item.last, zone)] : [];
  });
  return [...planned.map(([, span]) => span), ...others];
}

const spanOf = (first: IsoDate, last: IsoDate, zone: string): Span => [startOfDay(first, zone), endOfDay(last, zone)];

/** Moved, or cancelled. */
const isOther = (item: ItemView | undefined) => item?.first !== undefined || item?.state === "cancelled";

function plannedBreaks(plan: Plan): Map<string, Span> {
  const known = fullBreaks.get(plan);
  if (known) return known;
  const { zone, items } = plan.programme;
  const spans = items.flatMap(({ id, extent }): [string, Span][] => {
    const { from, to } = plan.intervals[id] ?? {};
    return extent === "full" && from && to ? [[id, spanOf(from, to, zone)]] : [];
  });
  const breaks = new Map(spans);
  fullBreaks.set(plan, breaks);
  return breaks;
}
