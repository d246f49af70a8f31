// Dates on their own, resolved from a start: a programme of nothing but items that have them.
import { firstDateOf } from "../../programmes/dates.ts";
import { planOf } from "../../programmes/plan.ts";
import type { Interval, Programme, When } from "../../programmes/types.ts";
import { parsed, small } from "./texts.ts";

const base = parsed(small.replace("kind: meeting", "kind: task"));

/** A programme of nothing but items with these dates. */
export const programmeOf = (whens: Record<string, When>): Programme => ({
  ...base,
  phases: [],
  items: Object.entries(whens).map(([id, when]) => ({ ...base.items[0]!, id, when })),
});

/** The interval of each, from a start. */
export const intervals = (whens: Record<string, When>, start: string) => planOf(programmeOf(whens), start).intervals;

/** First and last day. */
export const days = ({ from, to }: Interval) => [from, to];

/** First and last day of one date alone; the start is its own first day unless given. */
export const alone = (when: When, start?: string) => {
  const own = start ?? firstDateOf(programmeOf({ a: when })) ?? "2027-01-04";
  return days(intervals({ a: when }, own)["a"]!);
};

/** Dates under the ids i0, i1, … */
export const numbered = (whens: When[]) => Object.fromEntries(whens.map((when, index) => [`i${index}`, when]));
