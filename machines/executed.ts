// How a network stands, in the local dates that exports are written in.
import { planInForce } from "./in-force.ts";
import type { DatesView, View } from "./ledger.ts";
import { localDate } from "../programmes/calendar.ts";
import type { Done, Executed } from "../programmes/export/executed.ts";
import { rfc3339 } from "../programmes/instant.ts";
import type { Instant, Interval, Plan } from "../programmes/types.ts";

/** The plan with the names of today and what the network has added; everything else as it was planned in the first place. */
export function planBeside(plan: Plan, view: View): Plan {
  const { programme, intervals } = planInForce(plan, view);
  return { ...plan, programme, intervals: { ...intervals, ...plan.intervals } };
}

/** What has come of a plan: phases that have been open, and items that have a date, another window, or are over. */
export function executedOf({ programme, intervals }: Plan, view: View): Executed {
  const { zone } = programme;
  const phases = Object.entries(view.phases).filter(([, { openedAt }]) => openedAt !== undefined);
  const items = Object.entries(view.items).flatMap(([id, { state, sessions = {}, ...dates }]) => [
    ...doneOf(id, state, { dates, planned: intervals[id] }, zone),
    ...Object.entries(sessions).flatMap(([session, own]) =>
      doneOf(`${id}.${session}`, state, { dates: own, planned: intervals[id]?.sessions?.[session] }, zone),
    ),
  ]);
  return {
    phases: Object.fromEntries(
      phases.map(([id, { state, openedAt, closedAt }]) => [
        id,
        {
          state,
          ...(openedAt !== undefined && { opened: localDate(openedAt, zone) }),
          ...(closedAt !== undefined && { closed: localDate(closedAt, zone) }),
        },
      ]),
    ),
    items: Object.fromEntries(items),
  };
}

type Dates = { dates: DatesView; planned: Interval | undefined };

/** Nothing where an item is as it was planned. */
function doneOf(id: string, state: string, { dates, planned }: Dates, zone: string): [string, Done][] {
  const { place } = dates;
  const when = whenOf(dates, zone);
  const same = !("from" in when) || (when.window && when.from === planned?.from && when.to === planned?.to);
  if (state === "planned" && same) return [];
  return [[id, { state, ...(same && when.window ? {} : when), ...(place !== undefined && { place }) }]];
}

function whenOf({ start, end, allDay, first, last }: DatesView, zone: string): Omit<Done, "state"> {
  if (start === undefined) {
    const window = { ...(first !== undefined && { from: first }), ...(last !== undefined && { to: last }) };
    return first === undefined && last === undefined ? {} : { ...window, window: true };
  }
  const days = { from: localDate(start, zone), to: localDate(end ?? start, zone) };
  if (allDay) return days;
  return { ...days, time: clock(start, zone), ...(end !== undefined && { until: clock(end, zone) }) };
}

const clock = (instant: Instant, zone: string): string => rfc3339(instant, zone).slice(11, 16);
