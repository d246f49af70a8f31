// Phases and tracks on a timeline: as they are planned, beside the times that the phases have been open.
import { localDate } from "../../programmes/calendar.ts";
import type { Interval, IsoDate, Plan } from "../../programmes/types.ts";
import type { LedgerRow, View } from "../ledger.ts";
import { datedIn, type Days, type Line } from "./line.ts";
import { inPlan, phasePlace } from "./places.ts";

export type Row = Pick<LedgerRow, "kind" | "subject" | "at">;
/** `first`: the plan as it was in the beginning; `now`: as it stands. `rows`: those of OF_TIMELINE. */
export type Setting = {
  network: string;
  first: Plan;
  now: Plan;
  view: View;
  rows: readonly Row[];
  today: IsoDate;
  titleOf: (idea: string) => string;
};

/** One for each phase, in the method's order. */
export function phaseLines(setting: Setting): Line[] {
  const { network, now, view } = setting;
  return now.programme.phases.map(({ id, title, mode }) => ({
    id: `phase:${id}`,
    kind: "phase",
    title,
    mode,
    phase: id,
    state: view.phases[id]?.state ?? "waiting",
    href: phasePlace(network, id),
    ...plannedIn(setting, id),
    done: timesOpen(setting, id),
  }));
}

/** One for each track: it stands for all organisations. */
export function trackLines(setting: Setting): Line[] {
  const { network, now, view } = setting;
  return now.programme.tracks.map(({ id, title, phases: [phase] }) => {
    const own = Object.values(view.tracks).filter(({ track }) => track === id);
    const isOver = own.length > 0 && own.every(({ state }) => state === "ended");
    return {
      id: `track:${id}`,
      kind: "track",
      title,
      state: own.length === 0 ? "planned" : isOver ? "done" : "running",
      href: inPlan(network, id),
      ...(phase !== undefined && { phase }),
      ...plannedIn(setting, id),
    };
  });
}

const PASSAGES: readonly Row["kind"][] = ["phase.opened", "phase.reopened", "phase.closed"];

const UNKNOWN: Interval = { precision: "unknown" };

/** A part's interval as it stands, and the one of the beginning where that was another. */
export function plannedIn({ first, now }: Pick<Setting, "first" | "now">, id: string) {
  const [own, was] = [now.intervals[id] ?? UNKNOWN, first.intervals[id]];
  if (was === undefined || (was.from === own.from && was.to === own.to)) return datedIn(own);
  const { from, to, quote } = was;
  const planned = { ...(from !== undefined && { from }), ...(to !== undefined && { to }), ...(quote && { quote }) };
  return { ...datedIn(own), planned };
}

/** The times a phase has been open; the one that lasts ends today. The end of the network closes what was open. */
function timesOpen({ rows, view, today, now }: Setting, id: string): NonNullable<Line["done"]> {
  const day = (row: Pick<Row, "at">) => localDate(row.at, now.programme.zone);
  const times: (Days & { open?: true })[] = [];
  for (const row of rows) {
    if (row.subject !== `phase:${id}` || !PASSAGES.includes(row.kind)) continue;
    const last = times.at(-1);
    if (row.kind !== "phase.closed") times.push({ from: day(row), to: today, open: true });
    else if (last) times[times.length - 1] = { from: last.from!, to: day(row) };
  }
  const { ended } = view;
  return times.map(({ open, ...time }) => {
    if (!open) return time;
    return ended ? { ...time, to: day(ended) } : { ...time, open };
  });
}
