// The plan as it stands in a network that has run for a while: the programme with what the network has changed of it.
import { localDate } from "../programmes/calendar.ts";
import { spanning } from "../programmes/plan.ts";
import type { Interval, Item, Plan } from "../programmes/types.ts";
import type { DatesView, ItemView, View } from "./ledger.ts";

/** A plan of its own: items that were added, names and dates that were changed. What nobody changed is shared. */
export function planInForce(plan: Plan, view: View): Plan {
  const { programme } = plan;
  const added = Object.values(view.items).flatMap((item) => (item.added ? [item.added] : []));
  const items = [...programme.items, ...added].map((item) => named(item, view.items[item.id]));
  const dated = Object.entries(view.items).map(([id, item]): [string, Interval] => [
    id,
    intervalOf(item, plan.intervals[id] ?? UNKNOWN, programme.zone),
  ]);
  const phases = Object.entries(view.phases).flatMap(([id, { replanned }]): [string, Interval][] =>
    replanned ? [[id, { ...plan.intervals[id]!, ...windowOf(replanned) }]] : [],
  );
  return {
    ...plan,
    programme: { ...programme, items },
    intervals: { ...plan.intervals, ...Object.fromEntries([...dated, ...phases]) },
  };
}

const UNKNOWN: Interval = { precision: "unknown" };

function named(item: Item, { title, audience, split }: Partial<ItemView> = {}): Item {
  if (!title && !audience && !split) return item;
  return { ...item, ...(title && { title }), ...(audience && { audience }), ...(split && { sessions: split }) };
}

const windowOf = ({ first, last }: { first?: string; last?: string }) => ({
  ...(first !== undefined && { from: first }),
  ...(last !== undefined && { to: last }),
});

function intervalOf(item: ItemView, planned: Interval, zone: string): Interval {
  if (!item.sessions) return datesIn(item, planned, zone);
  const { sessions: _, ...whole } = planned;
  const sessions = Object.entries(item.sessions).map(([id, dates]): [string, Interval] => [
    id,
    datesIn(dates, planned.sessions?.[id] ?? whole, zone),
  ]);
  return { ...planned, ...spanning(sessions.map(([, one]) => one)), sessions: Object.fromEntries(sessions) };
}

/** What was dated since is precise; what was narrowed keeps its precision. */
function datesIn({ start, end, allDay, first, last }: DatesView, planned: Interval, zone: string): Interval {
  if (start === undefined)
    return first === undefined && last === undefined
      ? planned
      : { ...planned, ...windowOf({ ...(first && { first }), ...(last && { last }) }) };
  const from = localDate(start, zone);
  const to = end === undefined ? from : localDate(end, zone);
  const { time: _, until: __, ...words } = planned;
  return { ...words, from, to, precision: from !== to ? "days" : allDay ? "day" : "time" };
}
