// The dates of an item's sessions, and what an event makes of them.
import { localDate } from "../../programmes/calendar.ts";
import { relative } from "../../programmes/plan.ts";
import type { Instant, IsoDate, When } from "../../programmes/types.ts";
import type { Scope } from "./actions.ts";

/** When a session is: a window of whole days, and an instant once that is known. */
export type Dates = {
  from?: IsoDate;
  to?: IsoDate;
  start?: Instant;
  end?: Instant;
  allDay?: boolean;
  place?: string;
};

/** Where an item stands, for those that count from it. */
export type Window = { from?: IsoDate; to?: IsoDate; sessions?: Record<string, { from?: IsoDate; to?: IsoDate }> };

/** The session of an item that has no sessions. */
export const WHOLE = "";

type Sessions = Record<string, Dates>;
type Dated = { sessions: Sessions };
type Event = Scope<unknown>["event"];

/** Whether an event is about a session: the one it names, or all where it names none. */
export const concerns = (event: Event, session: string): boolean =>
  event["session"] === undefined || event["session"] === session;

/**
 * Ids of the sessions that an event gives other dates: the one it names. Where it names none, those that have no date of their own
 * yet; if each has one, all.
 */
export function datedBy({ context, event }: Scope<Dated>): string[] {
  const all = Object.keys(context.sessions);
  if (event["session"] !== undefined) return all.filter((id) => concerns(event, id));
  const open = all.filter((id) => context.sessions[id]!.start === undefined);
  return open.length > 0 ? open : all;
}

/** In the ledger: the instants where they are known, else the window. */
export const datesOf = ({ start, end, allDay, place, from, to }: Dates) => ({
  ...(start !== undefined && { start }),
  ...(start === undefined && from !== undefined && { first: from }),
  ...(start === undefined && to !== undefined && { last: to }),
  ...(end !== undefined && { end }),
  ...(allDay && { allDay }),
  ...(place !== undefined && { place }),
});

/** The sessions as the event dates them. Where it moves all of several, all move as far as the first of them does. */
export function datesAfter({ context, event }: Scope<Dated>, zone: string): Dated {
  const changed = datedBy({ context, event });
  const firstStart = Object.values(context.sessions)
    .flatMap(({ start }) => start ?? [])
    .reduce((a, b) => Math.min(a, b), Infinity);
  const several = Object.keys(context.sessions).length > 1 && event["session"] === undefined;
  const dates = Object.entries(context.sessions).map(([id, before]): [string, Dates] => {
    if (!changed.includes(id)) return [id, before];
    const by = several && before.start !== undefined ? before.start - firstStart : 0;
    const start: Instant = event["start"] + by;
    const end: Instant | undefined = event["end"] === undefined ? undefined : event["end"] + by;
    const place = event["place"] ?? before.place;
    const window = { from: localDate(start, zone), to: localDate(end ?? start, zone) };
    return [
      id,
      {
        ...window,
        start,
        ...(end !== undefined && { end }),
        ...(event["allDay"] && { allDay: true }),
        ...(place !== undefined && { place }),
      },
    ];
  });
  return { sessions: Object.fromEntries(dates) };
}

/** The windows anew, after an item that this one counts from has another date. A session with a date of its own keeps it. */
export function followed({
  context,
  event,
}: Scope<Dated & { when?: When; known?: Record<string, Window> }>): Dated & { known: Record<string, Window> } {
  const known = { ...context.known, [event["item"]]: event["window"] as Window };
  const sessions = Object.keys(context.sessions).map((id): [string, Dates] => {
    const ofSession = Object.entries<Window>(known).map(([item, window]) => [item, window.sessions?.[id] ?? window]);
    const dates = context.sessions[id]!;
    if (dates.start !== undefined) return [id, dates];
    return [id, { ...dates, ...relative(context.when!, Object.fromEntries(ofSession)) }];
  });
  return { known, sessions: Object.fromEntries(sessions) };
}

/** When each session was moved, after an event that moves some. */
export function movedBy({ context, event }: Scope<Dated & { movedAt?: Record<string, Instant> }>) {
  const now = datedBy({ context, event });
  return { movedAt: { ...context.movedAt, ...Object.fromEntries(now.map((id) => [id, event["at"] as Instant])) } };
}

/** The sessions that the event takes back as they were, the others as they are. */
export function restoredIn({ context, event }: Scope<Dated>, zone: string): Sessions {
  const back = Object.entries(event["sessions"] as Sessions).map(([id, dates]): [string, Dates] => {
    const { start, end = start } = dates;
    const window = start === undefined ? {} : { from: localDate(start, zone), to: localDate(end!, zone) };
    return [id, { ...window, ...dates }];
  });
  return { ...context.sessions, ...Object.fromEntries(back) };
}

/** When the first of the sessions was to begin. */
export function firstOf(sessions: Sessions): { planned?: Instant } {
  const starts = Object.values(sessions).flatMap(({ start }) => start ?? []);
  return starts.length === 0 ? {} : { planned: Math.min(...starts) };
}

/** Where an item now stands, for those that count from it. */
export function windowOf(sessions: Sessions): Window {
  const { [WHOLE]: whole, ...several } = sessions;
  const only = ({ from, to }: Dates) => ({ ...(from !== undefined && { from }), ...(to !== undefined && { to }) });
  return whole
    ? only(whole)
    : { sessions: Object.fromEntries(Object.entries(several).map(([id, one]) => [id, only(one)])) };
}

/** The sessions with another window, as yet without an hour. */
export function tightened({ context, event }: Scope<Dated>): Dated {
  const changed = datedBy({ context, event });
  const window = { from: event["first"] as IsoDate, to: event["last"] as IsoDate };
  const tight = ([id, dates]: [string, Dates]): [string, Dates] => {
    const { start: _, end: __, allDay: ___, ...rest } = dates;
    return [id, changed.includes(id) ? { ...rest, ...window } : dates];
  };
  return { sessions: Object.fromEntries(Object.entries(context.sessions).map(tight)) };
}
