// What stands on a network's timeline: one line a phase, meeting, break or anything else that has a place in time.
import type { Interval, IsoDate, ItemKind, Phase, Precision, Session, Text } from "../../programmes/types.ts";

/** Local dates, the last inclusive; absent where nobody knows. */
export type Days = { from?: IsoDate; to?: IsoDate };

/** When something is, in days, with what the source says of it and the hours that are known. */
export type Dated = Days & Pick<Interval, "quote" | "label" | "time" | "until"> & { precision: Precision };

/** One of several gatherings of a meeting, or one of several deadlines of a homework. */
export type LineSession = Dated & { id: string; title?: Text; place?: string };

/** One task or deliverable of those that a line gathers. */
export type LinePart = Dated & { id: string; kind: "task" | "deliverable"; title: Text; state: string; href: string };

/**
 * Dates are those of the plan as it now stands. `planned`: as it was first planned, where that was otherwise. `done`: what came of it, as
 * the ledger tells: the times a phase has been open (`open`: it still is), the days on which was decided or measured. `parts`: the tasks
 * of a phase stand together. `number`: of a meeting, in the order of the programme.
 */
export type Line = Dated & {
  id: string;
  kind: "phase" | "tasks" | "track" | Exclude<ItemKind, "task" | "deliverable">;
  title: Text;
  state: string;
  href: string;
  planned?: Days & { quote?: string };
  done?: (Days & { open?: true })[];
  phase?: string;
  mode?: Phase["mode"];
  number?: number;
  place?: string;
  tentative?: true;
  voluntary?: true;
  extent?: "full" | "partial" | "work";
  sessions?: LineSession[];
  parts?: LinePart[];
};

/** An interval of the plan without its sessions. */
export function datedIn({ sessions: _, ...dated }: Interval): Dated {
  return dated;
}

/** The sessions of an item, each with its place and its interval; none where it has no several. */
export function sessionsIn(interval: Interval, sessions: Session[] = []): { sessions?: LineSession[] } {
  if (!interval.sessions) return {};
  const known = new Map(sessions.map((one) => [one.id, one]));
  return {
    sessions: Object.entries(interval.sessions).map(([id, own]) => {
      const { title, place } = known.get(id) ?? {};
      return { id, ...datedIn(own), ...(title && { title }), ...(place !== undefined && { place }) };
    }),
  };
}

/** The days that a line takes up, what came of it among them: from the first to the last that is known. */
export function spanOf({ from, to, done = [], sessions = [], parts = [] }: Line): Days {
  const days = [{ from, to }, ...done, ...sessions, ...parts].flatMap((one) => [one.from, one.to]);
  const known = days.filter((day) => day !== undefined).toSorted();
  const [first, last] = [known[0], known.at(-1)];
  return { ...(first !== undefined && { from: first }), ...(last !== undefined && { to: last }) };
}

/** Lines in order of time: by the first day of what came of them, else of the plan; those that nobody knows the time of are last. */
export function inOrder(lines: Line[]): Line[] {
  const key = (line: Line): string => line.done?.[0]?.from ?? line.from ?? line.to ?? LAST;
  const keys = new Map(lines.map((line) => [line, key(line)]));
  return lines.toSorted((a, b) => (keys.get(a)! < keys.get(b)! ? -1 : Number(keys.get(a)! > keys.get(b)!)));
}

const LAST = "~";
