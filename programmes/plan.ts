// A programme laid out from a start date: every phase, item and track with its interval.
import { addDays, daysBetween, isDate } from "./calendar.ts";
import { isPrecise, precisionOf, shiftTo, spanOf, type Shift } from "./dates.ts";
import type { Interval, IsoDate, Item, Plan, Programme, When } from "./types.ts";

/**
 * Every phase, item and track with its interval. Programme week 1 is the ISO week that holds `start`; of a dated programme the
 * first dated item falls on `start`, and the rest keep their distance. Throws where `start` is no date.
 */
export function planOf(programme: Programme, start: IsoDate): Plan {
  if (!isDate(start)) throw new Error(`"${start}" is no date; write it as 2027-02-01`);
  return { programme, start, intervals: intervalsOf(programme, shiftTo(programme, start)) };
}

type Dated = { id: string; when: Item["when"]; sessions?: Item["sessions"] };
type Known = Record<string, Interval>;

/** The intervals of all parts; those that hang on others come after them, and of a ring nobody knows. */
function intervalsOf(programme: Programme, shift: Shift): Known {
  const parts: Dated[] = [...programme.phases, ...programme.items, ...programme.tracks];
  const known: Known = {};
  let waiting = parts;
  for (let before = -1; waiting.length > 0 && waiting.length !== before;) {
    before = waiting.length;
    waiting = waiting.filter((part) => {
      const isReady = refsOf(part.when).every((ref) => known[ref] || !parts.some(({ id }) => id === ref));
      if (isReady) known[part.id] = intervalOf(part, shift, known);
      return !isReady;
    });
  }
  for (const { id, when } of waiting) known[id] = described(when, {}, false);
  return Object.fromEntries(parts.map(({ id }) => [id, known[id]!]));
}

/** The parts that a date counts from. */
export function refsOf(when: When): string[] {
  if ("between" in when) return when.between;
  if ("before" in when) return [when.before];
  if ("after" in when) return [when.after];
  return "midwayOf" in when ? [when.midwayOf] : [];
}

function intervalOf({ when, sessions }: Dated, shift: Shift, known: Known): Interval {
  if (sessions) return ofSessions(when, sessions, shift, known);
  const hanging = refsOf(when).length > 0;
  const span = hanging ? relative(when, known) : spanOf(when, shift);
  const all = described(when, span ?? {}, shift.yearless.has(when));
  const parts = hanging ? perSession(when, known) : undefined;
  return parts ? { ...all, ...spanning(Object.values(parts)), sessions: parts } : all;
}

function described(when: When, { from, to }: { from?: IsoDate; to?: IsoDate }, yearKnown: boolean): Interval {
  return {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    precision: precisionOf(when, yearKnown),
    ...(when.quote !== undefined && { quote: when.quote }),
    ...(when.label !== undefined && { label: when.label }),
    ...("time" in when && when.time !== undefined && { time: when.time }),
    ...("until" in when && when.until !== undefined && { until: when.until }),
  };
}

/** A meeting of several sessions is as long as all of them, and precise where all of them are. */
function ofSessions(when: When, sessions: NonNullable<Item["sessions"]>, shift: Shift, known: Known): Interval {
  const each = sessions.map(
    (session) => [session.id, intervalOf({ id: "", when: session.when }, shift, known)] as const,
  );
  const parts = each.map(([, interval]) => interval);
  const vague = parts.find((interval) => !isPrecise(interval));
  const { quote, label } = when;
  return {
    ...spanning(parts),
    precision: vague?.precision ?? "days",
    ...(quote !== undefined && { quote }),
    ...(label !== undefined && { label }),
    sessions: Object.fromEntries(each),
  };
}

/** From the first day of some intervals to the last of any. */
export function spanning(parts: Interval[]): { from?: IsoDate; to?: IsoDate } {
  const from = parts.flatMap((part) => part.from ?? []).toSorted()[0];
  const to = parts
    .flatMap((part) => part.to ?? [])
    .toSorted()
    .at(-1);
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

/** What counts from a meeting of several sessions has a window for each. */
function perSession(when: When, known: Known): Record<string, Interval> | undefined {
  const ref = refsOf(when).findLast((id) => known[id]?.sessions);
  if (ref === undefined) return undefined;
  const windows = Object.entries(known[ref]!.sessions!).map(([id, session]): [string, Interval] => [
    id,
    { ...relative(when, { ...known, [ref]: session }), precision: precisionOf(when) },
  ]);
  return Object.fromEntries(windows);
}

/** The window of a date that counts from others, as they now stand. */
export function relative(
  when: When,
  known: Record<string, { from?: IsoDate; to?: IsoDate }>,
): { from?: IsoDate; to?: IsoDate } {
  const dayAfter = (id: string) => {
    const last = known[id]?.to ?? known[id]?.from;
    return last && addDays(last, 1);
  };
  const dayBefore = (id: string) => known[id]?.from && addDays(known[id].from, -1);
  const span = (from: IsoDate | undefined, to: IsoDate | undefined) => ({ ...(from && { from }), ...(to && { to }) });
  if ("between" in when) {
    const [from, to] = [dayAfter(when.between[0]), dayBefore(when.between[1])];
    // Where no day lies between the two, it is still due before the second.
    return span(from && to && from > to ? to : from, to);
  }
  if ("before" in when) {
    const to = dayBefore(when.before);
    return span(to && when.within ? addDays(to, 1 - when.within) : undefined, to);
  }
  if ("after" in when) {
    const from = dayAfter(when.after);
    return span(from, from && when.within ? addDays(from, when.within - 1) : undefined);
  }
  return "midwayOf" in when ? midway(known[when.midwayOf]) : {};
}

function midway(of: { from?: IsoDate; to?: IsoDate } | undefined): { from?: IsoDate; to?: IsoDate } {
  if (!of?.from || !of.to) return {};
  const day = addDays(of.from, Math.floor(daysBetween(of.from, of.to) / 2));
  return { from: day, to: day };
}
