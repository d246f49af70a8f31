// The state of a network as scripts see it.
import { endOfDay, startOfDay } from "../programmes/calendar.ts";
import { rfc3339 } from "../programmes/instant.ts";
import type { Instant, Plan } from "../programmes/types.ts";
import type { View } from "./ledger.ts";

/** Instants as RFC 3339 with the offset of the programme's zone. */
export type NetworkState = {
  now: string;
  phases: Record<string, "waiting" | "open" | "paused" | "closed">;
  ideas: { id: string; state: string; round: number; reason?: string; deadline?: string }[];
  items: Record<string, { state: string; start?: string; end?: string; place?: string }>;
  ended: boolean;
  outcome?: string;
};

/** The state that follows from a view; an open phase is paused while a full break lasts. */
export function stateOf(plan: Plan, view: View): NetworkState {
  const { zone } = plan.programme;
  const at = (instant: Instant) => rfc3339(instant, zone);
  const paused = fullBreaksOf(plan).some(([from, to]) => from <= view.now && view.now <= to);
  const dated = Object.entries(view.items).filter(([, item]) => item.state !== "planned");
  return {
    now: at(view.now),
    phases: Object.fromEntries(
      Object.entries(view.phases).map(([id, { state }]) => [id, paused && state === "open" ? "paused" : state]),
    ),
    ideas: Object.entries(view.ideas).map(([id, { state, round, reason, deadline }]) => ({
      id,
      state,
      round,
      ...(reason !== undefined && { reason }),
      ...(deadline !== undefined && { deadline: at(deadline) }),
    })),
    items: Object.fromEntries(
      dated.map(([id, { state, start, end, place }]) => [
        id,
        {
          state,
          ...(start !== undefined && { start: at(start) }),
          ...(end !== undefined && { end: at(end) }),
          ...(place !== undefined && { place }),
        },
      ]),
    ),
    ended: view.ended !== undefined,
    ...(view.ended && { outcome: view.ended.outcome }),
  };
}

type Span = [from: Instant, to: Instant];
// Asked for with every trigger, and the same as long as the plan is.
const fullBreaks = new WeakMap<Plan, Span[]>();

function fullBreaksOf(plan: Plan): Span[] {
  const known = fullBreaks.get(plan);
  if (known) return known;
  const { zone, items } = plan.programme;
  const spans = items.flatMap(({ id, extent }): Span[] => {
    const { from, to } = plan.intervals[id] ?? {};
    return extent === "full" && from && to ? [[startOfDay(from, zone), endOfDay(to, zone)]] : [];
  });
  fullBreaks.set(plan, spans);
  return spans;
}
