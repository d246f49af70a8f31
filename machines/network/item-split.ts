// One meeting that becomes several sessions.
import { localDate, localTime } from "../../programmes/calendar.ts";
import type { Instant, Session } from "../../programmes/types.ts";
import type { Scope } from "./actions.ts";
import { WHOLE, type Dates } from "./item-dates.ts";

type Event = Scope<unknown>["event"];
type Asked = { id: string; region?: string; place?: string; start?: Instant; end?: Instant; allDay?: true };

const askedIn = (event: Event): Asked[] => event["sessions"];

/** Ids of the sessions that an event gives a date. */
export const datedIn = (event: Event): string[] =>
  askedIn(event).flatMap(({ id, start }) => (start === undefined ? [] : [id]));

/** The sessions as a plan has them, for whoever asks later who belongs to which. */
export const splitIn = (event: Event, zone: string): Session[] =>
  askedIn(event).map(({ id, region, place, start, allDay }) => ({
    id,
    ...(region !== undefined && { region }),
    ...(place !== undefined && { place }),
    when:
      start === undefined
        ? { unknown: true }
        : { date: localDate(start, zone), ...(!allDay && { time: localTime(start, zone) }) },
  }));

/** Their dates; one that gets none keeps the window of the whole. */
export function datesOfSplit(
  { context, event }: Scope<{ sessions: Record<string, Dates> }>,
  zone: string,
): Record<string, Dates> {
  const { from, to, place: there } = context.sessions[WHOLE]!;
  const window = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  return Object.fromEntries(
    askedIn(event).map(({ id, start, end, allDay, place = there }): [string, Dates] => {
      const where = place === undefined ? {} : { place };
      if (start === undefined) return [id, { ...window, ...where }];
      const days = { from: localDate(start, zone), to: localDate(end ?? start, zone) };
      return [id, { ...days, start, ...(end !== undefined && { end }), ...(allDay && { allDay }), ...where }];
    }),
  );
}
