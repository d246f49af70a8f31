// What each item of a plan begins with: its dates, what it counts from, and who counts from it.
import { endOfDay, localInstant, startOfDay } from "../../programmes/calendar.ts";
import { isPrecise } from "../../programmes/dates.ts";
import { refsOf } from "../../programmes/plan.ts";
import type { Interval, Item, Plan, Programme } from "../../programmes/types.ts";
import type { DecisionInput } from "./decision.ts";
import type { ItemInput } from "./item.ts";
import { RULED } from "./item-rules.ts";
import { WHOLE, type Dates, type Window } from "./item-dates.ts";

/** Items that differ in their dates only share a machine. */
export function srcOf({ reminders }: Programme, item: Item): string {
  const isNamed = reminders.some(({ only }) => only?.includes(item.id));
  const own = item.decision ?? item.reminders ?? item.voluntary ?? (isNamed || undefined);
  return own === undefined ? `item.${item.kind}` : `item.${item.kind}.${item.id}`;
}

/** Who counts from each item. */
export function followersOf({ items }: Programme): Record<string, string[]> {
  const followers: Record<string, string[]> = {};
  for (const { id, when } of items) for (const ref of refsOf(when)) followers[ref] = [...(followers[ref] ?? []), id];
  return followers;
}

/** Those that say something of their dates from the first: what is dated to the day, and what rules remind of before that. */
export const hasDates = ({ programme }: Plan, { id, kind }: Item): boolean =>
  programme.reminders.some((rule) => RULED[kind]?.includes(rule.for) && (rule.only ?? [id]).includes(id));

/** The input of an item's machine. */
export function inputOf(plan: Plan, item: Item, followers: Record<string, string[]>): ItemInput | DecisionInput {
  const { id, when } = item;
  const interval = plan.intervals[id];
  if (item.decision) {
    const to = interval?.to ?? item.phases.map((phase) => plan.intervals[phase]?.to).find((end) => end !== undefined);
    return { id, decideBy: to === undefined ? null : endOfDay(to, plan.programme.zone) };
  }
  const sessions = interval?.sessions ?? { [WHOLE]: interval ?? { precision: "unknown" } };
  const places = Object.fromEntries((item.sessions ?? []).map((session) => [session.id, session.place]));
  const refs = refsOf(when);
  return {
    ...((interval?.sessions || followers[id]) && { id }),
    ...(refs.length > 0 && {
      when,
      known: Object.fromEntries(refs.map((ref) => [ref, windowOfPlan(plan.intervals[ref])])),
    }),
    ...(followers[id] && { isFollowed: true as const }),
    sessions: Object.fromEntries(
      Object.entries(sessions).map(([session, one]) => [
        session,
        datesOfPlan(one, plan.programme.zone, places[session]),
      ]),
    ),
  };
}

const windowOfPlan = ({ from, to, sessions }: Partial<Interval> = {}): Window => ({
  ...(from !== undefined && { from }),
  ...(to !== undefined && { to }),
  ...(sessions && {
    sessions: Object.fromEntries(Object.entries(sessions).map(([id, one]) => [id, windowOfPlan(one)])),
  }),
});

/** What is known to the day has its instants; a day without a time is a whole one. */
function datesOfPlan(interval: Interval, zone: string, place: string | undefined): Dates {
  const { from, to, time, until } = interval;
  const window = {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(place !== undefined && { place }),
  };
  if (from === undefined || to === undefined || !isPrecise(interval)) return window;
  if (time === undefined) return { ...window, start: startOfDay(from, zone), end: endOfDay(to, zone), allDay: true };
  const end = until === undefined ? {} : { end: localInstant(to, until, zone) };
  return { ...window, start: localInstant(from, time, zone), ...end };
}
