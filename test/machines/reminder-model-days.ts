// Reference model, calendar: on which day a reminder goes. Written from the domain alone, on holidays and luxon.
import { DateTime } from "luxon";
import { danishHolidays } from "../../programmes/holidays.ts";
import type { Instant, IsoDate, Programme, ReminderRule } from "../../programmes/types.ts";

type Calendar = Pick<Programme, "zone" | "nonWorking">;
export type Span = [first: IsoDate, last: IsoDate];

const known = new Map<string, Instant>();

/** The local day of an instant. */
export const dayOf = (instant: Instant, zone: string): IsoDate => DateTime.fromMillis(instant, { zone }).toISODate()!;

/** The instant of a rule so many days from a day: at its hour, on a working day outside the breaks, before it or after it. */
export function instantOn(
  day: IsoDate,
  days: number,
  { time }: ReminderRule,
  calendar: Calendar,
  breaks: Span[],
): Instant {
  const key = [day, days, time, calendar.zone, ...breaks.flat()].join();
  let instant = known.get(key);
  if (instant === undefined) {
    let local = DateTime.fromISO(`${day}T${time}`, { zone: calendar.zone }).plus({ days });
    while (!isOpen(local, calendar, breaks)) local = local.plus({ days: days > 0 ? 1 : -1 });
    instant = local.toMillis();
    known.set(key, instant);
  }
  return instant;
}

function isOpen(local: DateTime, { nonWorking }: Calendar, breaks: Span[]): boolean {
  const day = local.toISODate()!;
  if (local.weekday > 5 || nonWorking.includes(day.slice(5)) || danishHolidays(local.year).has(day)) return false;
  return !breaks.some(([first, last]) => first <= day && day <= last);
}
