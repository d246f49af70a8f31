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
  const { zone, items } = plan.programme;
  const at = (instant: Instant) => rfc3339(instant, zone);
  const paused = items.some((item) => item.extent === "full" && covers(plan, item.id, view.now));
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

function covers({ intervals, programme }: Plan, id: string, now: Instant): boolean {
  const { from, to } = intervals[id] ?? {};
  if (from === undefined || to === undefined) return false;
  return startOfDay(from, programme.zone) <= now && now <= endOfDay(to, programme.zone);
}
