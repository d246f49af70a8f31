// What the plan's page lists: every part of the plan by itself, in order of time, as the timeline tells it.
import type { TimelineJson } from "../../../api/client.ts";

export type Line = TimelineJson["lines"][number];
/** One row of the page; `item`: the id that triggers name it by. */
export type PlanLine = { item: string; line: Line; part?: "task" | "deliverable" };
export type Listed = Record<"coming" | "undated" | "tasks" | "past" | "phases", PlanLine[]>;

const OVER = ["held", "done", "decided", "cancelled", "approved", "discarded"];
const PRECISE = ["time", "day", "days"];

/** The lines of a timeline as the page has them; what is over and what has no date at all stand by themselves. */
export function listed({ lines, today, ended }: Pick<TimelineJson, "lines" | "today" | "ended">): Listed {
  const all = lines.flatMap(alone).filter(({ line }) => !line.id.startsWith("idea:"));
  const items = all.filter(({ line }) => line.kind !== "phase");
  const isPast = (one: PlanLine) => {
    const { line } = one;
    // What waits for its day has not been, however late it is.
    const waits = wantsDay(one) && !isDated(line) && ended === undefined;
    return ended !== undefined || OVER.includes(line.state) || (!waits && (line.to ?? line.from ?? today) < today);
  };
  const isUndated = ({ line }: PlanLine) => line.from === undefined && line.to === undefined;
  const left = items.filter((one) => !isPast(one));
  const single = left.filter(({ part }) => part === undefined);
  return {
    phases: all.filter(({ line }) => line.kind === "phase"),
    past: items.filter(isPast).toSorted(byTime),
    coming: single.filter((one) => !isUndated(one)).toSorted(byTime),
    undated: single.filter(isUndated),
    tasks: left.filter(({ part }) => part !== undefined).toSorted(byTime),
  };
}

/** Whether its days are known. */
export const isDated = ({ precision, sessions = [] }: Line): boolean =>
  PRECISE.includes(precision) && sessions.every((one) => PRECISE.includes(one.precision));

/** Kinds that are waited for with a day of their own; what lasts has a window. */
export const wantsDay = ({ line, part }: PlanLine): boolean => part === undefined && line.kind === "meeting";

function alone(line: Line): PlanLine[] {
  if (line.kind !== "tasks") return [{ item: line.id.slice(line.id.indexOf(":") + 1), line }];
  return (line.parts ?? []).map(({ id, kind, title, state, href, ...dated }) => ({
    item: id,
    part: kind,
    line: { ...dated, id: `item:${id}`, kind: "note", title, state, href },
  }));
}

const byTime = (a: PlanLine, b: PlanLine): number =>
  startOf(a).localeCompare(startOf(b)) || (a.line.to ?? "").localeCompare(b.line.to ?? "");
const startOf = ({ line }: PlanLine) => line.from ?? line.to ?? "9999";
