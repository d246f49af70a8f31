// Which rules of a programme hold for something, and how far one that repeats has come.
import { localDate } from "../../programmes/calendar.ts";
import type { Instant, IsoDate, Programme, ReminderRule } from "../../programmes/types.ts";
import type { About } from "./reminders.ts";

const DAY = 86_400_000;

/** How many days on a rule that comes again has been without coming later than an instant: what lies before needs no look. */
export function lapsed(at: (more: number) => Instant, after: Instant, every: number | undefined): number {
  if (every === undefined || after <= at(0)) return 0;
  let times = Math.floor((after - at(0)) / (every * DAY));
  while (times > 0 && at(times * every) > after) times -= 1;
  return times * every;
}

/** Whether a date is so far off that whoever counts from it might leave the calendar: no rule comes to it. */
export function isBeyond(anchor: Instant | IsoDate, zone: string): boolean {
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
