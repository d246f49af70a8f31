// The dates of a plan that somebody has to look at before its network begins, and the plan with the days they chose.
import { addDays, daysBetween, isWorkingDay } from "./calendar.ts";
import { firstDateOf, isPrecise, precisionOf, startInYear } from "./dates.ts";
import { planOf, refsOf, relative } from "./plan.ts";
import { conflictsIn, type Conflict } from "./shift-conflicts.ts";
import { exactly } from "./shift-when.ts";
import { around, movedBy, shifted } from "./shift.ts";
import type { Interval, IsoDate, Item, Plan, Programme } from "./types.ts";

/** Days chosen, by item or `item/session`. */
export type Days = Record<string, IsoDate>;

/** `why`: what is the matter with it; `fuzzy` where only a window is known, `unknown` where nothing is. `with`: a meeting it overlaps. */
export type Flag = {
  part: string;
  item: string;
  session?: string;
  why: (Conflict["why"] | "fuzzy" | "unknown")[];
  from?: IsoDate;
  to?: IsoDate;
  quote?: string;
  with?: string;
  /** A day that fits. */
  proposal?: IsoDate;
};

/**
 * The plan of a programme from a start. A dated programme moves by whole weeks where weekdays are kept, to the start nearest to the one
 * asked for. Throws where `start` is no date.
 */
export function planFrom(programme: Programme, start: IsoDate, { keepWeekdays = false } = {}): Plan {
  const own = firstDateOf(programme) ?? startInYear(programme, Number(start.slice(0, 4)));
  if (!keepWeekdays || programme.weeks !== undefined || own === undefined) return planOf(programme, start);
  return shifted(planOf(programme, own), start, { keepWeekdays }).plan;
}

/** What does not fit the calendar, and meetings that have no day: in the plan's order, each once. */
export function flagsIn(plan: Plan): Flag[] {
  const conflicts = conflictsIn(plan);
  return plan.programme.items.flatMap((item) =>
    gatherings(item, plan.intervals[item.id]).flatMap(({ session, interval }): Flag[] => {
      const part = partOf(item.id, session);
      const found = conflicts.filter((one) => partOf(one.id, one.session) === part);
      const vague = item.kind === "meeting" && !isPrecise(interval) ? [vagueness(interval)] : [];
      const why = [...new Set([...found.map((one) => one.why), ...vague])];
      if (why.length === 0) return [];
      const overlapped = found.find((one) => one.with !== undefined)?.with;
      const proposal = found[0]?.proposal ?? middleOf(interval, plan.programme);
      const { from, to, quote } = interval;
      return [
        {
          part,
          item: item.id,
          why,
          ...(session !== undefined && { session }),
          ...(from !== undefined && { from }),
          ...(to !== undefined && { to }),
          ...(quote !== undefined && { quote }),
          ...(overlapped !== undefined && { with: overlapped }),
          ...(proposal !== undefined && { proposal }),
        },
      ];
    }),
  );
}

/** The plan with some parts on days of their own, each as long as before; what hangs on them follows. */
export function settled(plan: Plan, days: Days): Plan {
  if (Object.keys(days).length === 0) return plan;
  // Its programme then says all its dates as its own, so that they stay where they are.
  const own = movedBy(plan, { start: plan.start, days: 0, months: 0 });
  const items = own.programme.items.map((item) => settledItem(item, own.intervals[item.id], days));
  const before = own.intervals;
  const intervals = { ...before, ...Object.fromEntries(items.map(({ item, interval }) => [item.id, interval])) };
  const programme = { ...own.programme, items: items.map(({ item }) => item) };
  return { programme, start: plan.start, intervals: followedFrom(before, { programme, intervals, start: plan.start }) };
}

const partOf = (item: string, session: string | undefined) => (session === undefined ? item : `${item}/${session}`);

type Gathering = { session?: string; interval: Interval };

function gatherings({ kind, sessions }: Item, interval: Interval | undefined): Gathering[] {
  if (!interval || kind === "break" || kind === "note") return [];
  if (!sessions || !interval.sessions) return [{ interval }];
  return Object.entries(interval.sessions).map(([session, one]) => ({ session, interval: one }));
}

const vagueness = ({ from }: Interval): "fuzzy" | "unknown" => (from === undefined ? "unknown" : "fuzzy");

/** The working day nearest to the middle of a window, the later of two. */
function middleOf({ from, to }: Interval, { nonWorking }: Programme): IsoDate | undefined {
  if (from === undefined || to === undefined) return undefined;
  const middle = addDays(from, Math.floor(daysBetween(from, to) / 2));
  const days = [0, 1, -1, 2, -2, 3, -3].map((away) => addDays(middle, away));
  return days.find((day) => isWorkingDay(day, nonWorking));
}

function settledItem(item: Item, interval: Interval | undefined, days: Days): { item: Item; interval: Interval } {
  const stands: Interval = interval ?? { precision: precisionOf(item.when) };
  if (!item.sessions || !stands.sessions) {
    const day = days[item.id];
    return day === undefined ? { item, interval: stands } : on(item, stands, day);
  }
  const each = item.sessions.map((session) => {
    const one = stands.sessions?.[session.id] ?? { precision: precisionOf(session.when) };
    const day = days[partOf(item.id, session.id)];
    const moved = day === undefined ? { item: session, interval: one } : on(session, one, day);
    return { session: moved.item, interval: moved.interval };
  });
  const parts = each.map((one) => one.interval);
  const precision = parts.find((one) => !isPrecise(one))?.precision ?? "days";
  const whole = { ...stands, ...around(parts), precision };
  return {
    item: { ...item, sessions: each.map(({ session }) => session) },
    interval: { ...whole, sessions: Object.fromEntries(each.map((one) => [one.session.id, one.interval])) },
  };
}

/** On that day; what was known to take several days takes as many. */
function on<Part extends Pick<Item, "when">>(part: Part, interval: Interval, day: IsoDate) {
  const { from, to, sessions: _, ...rest } = interval;
  const more = isPrecise(interval) && from !== undefined && to !== undefined ? daysBetween(from, to) : 0;
  const until = addDays(day, more);
  const when = exactly(part.when, day, until);
  return { item: { ...part, when }, interval: { ...rest, from: day, to: until, precision: precisionOf(when) } };
}

/** What counted from parts that stand elsewhere now, and followed them before, follows them; and what counts from that in turn. */
function followedFrom(before: Plan["intervals"], { programme, intervals }: Plan): Plan["intervals"] {
  const parts = [...programme.phases, ...programme.items, ...programme.tracks].filter(
    ({ when, id }) => refsOf(when).length > 0 && intervals[id],
  );
  let after = intervals;
  for (let round = 0; round < parts.length; round++) {
    const next = { ...after };
    for (const { id, when } of parts) next[id] = followed(id, before, after, (known) => relative(when, known));
    if (JSON.stringify(next) === JSON.stringify(after)) return after;
    after = next;
  }
  return after;
}

type Known = Record<string, Interval>;
type Window = { from?: IsoDate; to?: IsoDate };

function followed(id: string, before: Known, after: Known, windowIn: (known: Known) => Window): Interval {
  const was = before[id]!;
  if (was.sessions) {
    const sessions = Object.entries(was.sessions).map(([session, one]): [string, Interval] => {
      const of = (known: Known) =>
        Object.fromEntries(Object.entries(known).map(([part, all]) => [part, all.sessions?.[session] ?? all]));
      const follows = isSame(windowIn(of(before)), one);
      return [session, follows ? { ...one, ...windowIn(of(after)) } : one];
    });
    const whole = around(sessions.map(([, one]) => one));
    return { ...was, ...whole, sessions: Object.fromEntries(sessions) };
  }
  return isSame(windowIn(before), was) ? { ...was, ...windowIn(after) } : was;
}

const isSame = (one: Window, other: Window) => one.from === other.from && one.to === other.to;
