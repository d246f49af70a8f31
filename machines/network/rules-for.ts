// Which rules of a programme hold for something, and how far one that repeats has come.
import { localDate, reminderInstant } from "../../programmes/calendar.ts";
import type { Instant, IsoDate, Programme, ReminderRule } from "../../programmes/types.ts";
import type { About, Closed } from "./reminders.ts";

const DAY = 86_400_000;

/** How many days on a rule that comes again has been without coming later than an instant: what lies before needs no look. */
export function lapsed(at: (more: number) => Instant, after: Instant, every: number | undefined): number {
  if (every === undefined || after <= at(0)) return 0;
  let times = Math.floor((after - at(0)) / (every * DAY));
  while (times > 0 && at(times * every) > after) times -= 1;
  return times * every;
}

/** Instants kept for a lot of rules; past it they are found anew. */
const MAX_KNOWN = 500;

/**
 * When a rule comes, so many days from its anchor. A network asks the same of all its rules whenever anything happens, so the answers
 * are kept, but for breaks other than the plan's.
 */
export function instantsOf({ zone, nonWorking }: Programme, planned: readonly Closed[] | undefined) {
  const known = new Map<ReminderRule, Map<Instant | IsoDate, Map<number, Instant>>>();
  let size = 0;
  return (rule: ReminderRule, anchor: Instant | IsoDate, days: number, closed?: readonly Closed[]): Instant => {
    const { unit, time } = rule;
    const find = () =>
      reminderInstant({ anchor, days, time, zone, nonWorking, ...(unit && { unit }), ...(closed && { closed }) });
    if (closed !== undefined && closed !== planned) return find();
    const before = known.get(rule)?.get(anchor)?.get(days);
    if (before !== undefined) return before;
    if (size++ >= MAX_KNOWN) {
      known.clear();
      size = 1;
    }
    const ofRule = known.get(rule) ?? new Map<Instant | IsoDate, Map<number, Instant>>();
    const ofAnchor = ofRule.get(anchor) ?? new Map<number, Instant>();
    const found = find();
    known.set(rule, ofRule.set(anchor, ofAnchor.set(days, found)));
    return found;
  };
}

// About the years 101 and 9,890: what lies between is never beyond.
const SURELY_WITHIN = [-58_970_000_000_000, 249_900_000_000_000] as const;

/** Whether a date is so far off that whoever counts from it might leave the calendar: no rule comes to it. */
export function isBeyond(anchor: Instant | IsoDate, zone: string): boolean {
  if (typeof anchor === "number" && SURELY_WITHIN[0] < anchor && anchor < SURELY_WITHIN[1]) return false;
  const day = typeof anchor === "number" ? localDate(anchor, zone) : anchor;
  return day < "0100-01-01" || day > "9900-01-01";
}

/** The programme's rules with the item's own days, without those that are off. What is voluntary is never overdue. */
export function rulesFor<C>(programme: Programme, { kinds, item }: About<C>): ReminderRule[] {
  return programme.reminders
    .filter((rule) => kinds.includes(rule.for) && !item?.reminders?.[rule.id]?.off)
    .filter(({ only }) => only === undefined || (item?.id !== undefined && only.includes(item.id)))
    .map((rule) => ({ ...rule, days: item?.reminders?.[rule.id]?.days ?? rule.days }))
    .filter(({ days }) => !(item?.voluntary && days > 0));
}
