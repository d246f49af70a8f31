// How far a network is: what was planned of each phase and item beside what came of it, and how late that was.
import { daysBetween, localDate } from "../programmes/calendar.ts";
import type { Instant, Interval, IsoDate, Item, Plan, Text } from "../programmes/types.ts";
import { planInForce } from "./in-force.ts";
import type { DatesView, ItemView, LedgerRow, View } from "./ledger.ts";
import { partsOf } from "./view.ts";

/** Local dates, the last inclusive; absent where nobody knows, or nothing has come of it yet. */
export type Days = { from?: IsoDate; to?: IsoDate };

/**
 * One phase or item, or one session of it. `planned`: as the programme said in the first place. `daysLate`: the end of what came
 * of it after the planned one, or until now where it is still to come; negative where it came before its window began.
 */
export type Progress = {
  kind: "phase" | Item["kind"];
  id: string;
  session?: string;
  title: Text;
  state: string;
  planned: Days & { quote?: string };
  executed: Days;
  daysLate?: number;
};

type Row = Pick<LedgerRow, "kind" | "subject" | "at">;

/** In the order of the programme: phases, then items; those that are only shown are left out. `rows`: the whole ledger. */
export function progressOf(plan: Plan, view: View, rows: readonly Row[]): Progress[] {
  const { programme } = planInForce(plan, view);
  const today = localDate(view.ended?.at ?? view.now, programme.zone);
  const phases = programme.phases.map(({ id, title }): Progress => {
    const { state, openedAt, closedAt } = view.phases[id]!;
    const executed = spanOf(openedAt, closedAt, programme.zone);
    return { kind: "phase", id, title, state, ...beside(plan.intervals[id], executed, state === "closed", today) };
  });
  const items = programme.items
    .filter(({ kind }) => kind !== "break" && kind !== "note")
    .flatMap((item) => ofItem(item, { plan, view, rows, today }));
  return [...phases, ...items];
}

type Setting = { plan: Plan; view: View; rows: readonly Row[]; today: IsoDate };

function ofItem({ id, kind, title, voluntary, target }: Item, setting: Setting): Progress[] {
  const { plan, view, today } = setting;
  const isDemanded = DEMANDED.includes(kind) && !voluntary && !target;
  const item = view.items[id]!;
  const added = item.added && "days" in item.added.when ? item.added.when.days : undefined;
  const interval = plan.intervals[id] ?? (added ? { from: added[0], to: added[1], precision: "days" } : undefined);
  const sessions = Object.entries<Interval | undefined>(interval?.sessions ?? { "": interval });
  return sessions.map(([session, planned]) => {
    const executed = executedOf(id, { item, dates: session === "" ? item : item.sessions?.[session] }, setting);
    const isOver = !isDemanded || item.state === "cancelled" || executed.to !== undefined;
    const part = session === "" ? { id } : { id, session };
    return { kind, ...part, title, state: item.state, ...beside(planned, executed, isOver, today) };
  });
}

/** Kinds of items of which the ledger says so when they are done; of the others nobody knows that they are late. */
const DEMANDED: Item["kind"][] = ["meeting", "decision", "monitoring", "homework"];

/** Kinds of rows that carry out an item, where the date it was given does not. */
const CARRIED_OUT: LedgerRow["kind"][] = ["decision.taken", "measure.recorded", "homework.delivered"];

/** What is dated is carried out when its day is over, a meeting when it is held; the rest when the ledger says so. */
function executedOf(
  id: string,
  { item, dates }: { item: ItemView; dates: DatesView | undefined },
  { plan, view, rows }: Setting,
): Days {
  const { zone } = plan.programme;
  const { start, end = start } = dates ?? {};
  const isOver =
    item.kind === "meeting" ? item.state === "held" : item.state === "pinned" && (end ?? view.now) < view.now;
  if (isOver) return spanOf(start, end, zone);
  const done = rows.filter(({ kind, subject }) => CARRIED_OUT.includes(kind) && partsOf(subject)[1] === id);
  return spanOf(done[0]?.at, done.at(-1)?.at, zone);
}

const spanOf = (first: Instant | undefined, last: Instant | undefined, zone: string): Days => ({
  ...(first !== undefined && { from: localDate(first, zone) }),
  ...(last !== undefined && { to: localDate(last, zone) }),
});

function beside(
  interval: Interval | undefined,
  executed: Days,
  isOver: boolean,
  today: IsoDate,
): Pick<Progress, "planned" | "executed" | "daysLate"> {
  const { from, to, quote } = interval ?? {};
  const planned = {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(quote !== undefined && { quote }),
  };
  const late = lateness(planned, isOver ? executed.to : today, isOver);
  return { planned, executed, ...(late !== undefined && { daysLate: late }) };
}

/** Within its window nothing is late; what is still to come is late from the end of it. */
function lateness({ from, to }: Days, end: IsoDate | undefined, isOver: boolean): number | undefined {
  if (to === undefined || end === undefined) return undefined;
  if (end > to) return daysBetween(to, end);
  if (!isOver) return undefined;
  return from !== undefined && end < from ? daysBetween(from, end) : 0;
}
