// The weeks along a timeline: from the first that anything happens in to the last.
import { addDays, daysBetween, isoWeekStart } from "../../programmes/calendar.ts";
import type { IsoDate, Plan } from "../../programmes/types.ts";
import { spanOf, type Line } from "./line.ts";

/** A week by its Monday: its number in the year, and in the programme where that counts its weeks. */
export type Week = { monday: IsoDate; iso: number; week?: number };

/** More weeks are not shown; what lies after them stands in the list alone. */
const MOST_WEEKS = 260;
/** A today so many weeks from everything else is left out. */
const FAR = 8;

/** The weeks of some lines; of a programme that counts its weeks, all of those. `today` is among them unless it is far from all. */
export function weeksOf({ programme, start }: Plan, lines: Line[], today: IsoDate): Week[] {
  const first = isoWeekStart(start);
  const planned = programme.weeks === undefined ? [start] : [first, addDays(first, 7 * programme.weeks - 1)];
  const days = [...lines.flatMap((line) => Object.values(spanOf(line))), ...planned].toSorted();
  const [early, late] = [isoWeekStart(days[0]!), addDays(isoWeekStart(days.at(-1)!), 6)];
  const near = addDays(early, -7 * FAR) <= today && today <= addDays(late, 7 * FAR);
  const from = near && today < early ? isoWeekStart(today) : early;
  const to = near && today > late ? today : late;
  const count = Math.min(MOST_WEEKS, Math.floor(daysBetween(from, to) / 7) + 1);
  return Array.from({ length: count }, (_, index) => {
    const monday = addDays(from, 7 * index);
    const week = daysBetween(first, monday) / 7 + 1;
    const isCounted = programme.weeks !== undefined && week >= 1 && week <= programme.weeks;
    return { monday, iso: weekOfYear(monday), ...(isCounted && { week }) };
  });
}

/** The ISO number of the week that begins on a Monday: of the year that its Thursday lies in. */
function weekOfYear(monday: IsoDate): number {
  const year = addDays(monday, 3).slice(0, 4);
  return daysBetween(isoWeekStart(`${year}-01-04`), monday) / 7 + 1;
}
