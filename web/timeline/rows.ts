// The rows of the picture: which line stands in which, where its mark is, and in which lane, so that nothing lies over anything else.
import type { TimelineJson } from "../../api/client.ts";
import { shortText } from "./days.ts";
import { isPending, isSoft, isUndated, stateText, titleOf } from "./said.ts";
import { after, cut, widthOf, type Scale } from "./scale.ts";
import { WORDS, type Language, type Line } from "./words.ts";

export type Span = { from: number; to: number };
/** A line's mark and its words; `beside`: the tasks of a phase stand in words beside its bar. */
export type Mark = Span & {
  line: Line;
  text: string;
  beside?: { line: Line; text: string; x: number };
  /** Which end of the words is at their place. */
  anchor: "start" | "end";
  soft: boolean;
  lane: number;
  textX: number;
  /** Its words are in the lane below. */
  below: boolean;
};
export type Row = { id: string; name: string; state?: string; marks: Mark[]; lanes: number };

const SINGLE = ["meeting", "homework", "decision", "monitoring"] as const;
/** Half the width of a point. */
export const POINT = 11;
const OPEN_END = 56;
const ROOM = 7;
const LONGEST = 34;

/** The rows from the top: meetings, homework, decisions and measurings, then phases in the method's order, then all else. */
export function rowsOf({ lines, phases }: TimelineJson, scale: Scale, language: Language): Row[] {
  const words = WORDS[language];
  const of = (kind: Line["kind"]) => lines.filter((line) => line.kind === kind && !isUndated(line));
  const tasks = (phase: string | undefined) => lines.find((line) => line.kind === "tasks" && line.phase === phase);
  const row = (id: string, name: string, list: Line[]) => rowOf({ id, name }, list, scale, language);
  return [
    ...SINGLE.flatMap((kind) => row(kind, words.rows[kind], of(kind))),
    ...phases.flatMap((id) => {
      const line = lines.find((one) => one.id === `phase:${id}`)!;
      const state = words.phaseStates[line.state] ?? line.state;
      return rowOf({ id, name: line.title[language], state }, [line], scale, language, tasks(id));
    }),
    ...of("track").flatMap((line) =>
      rowOf({ id: line.id, name: line.title[language], state: stateText(line, language) }, [line], scale, language),
    ),
    ...row(
      "across",
      words.rows.across,
      of("tasks").filter((line) => line.phase === undefined),
    ),
    ...row("note", words.rows.note, of("note")),
  ];
}

function rowOf(
  head: Pick<Row, "id" | "name" | "state">,
  lines: Line[],
  scale: Scale,
  language: Language,
  tasks?: Line,
): Row[] {
  if (lines.length === 0) return [];
  const taken: Span[][] = [];
  const marks = lines.map((line): Mark => {
    const span = spanOf(line, scale);
    const text = textOf(line, language);
    const other = tasks && stateText(tasks, language);
    const gap = text === "" || other === undefined ? 0 : 12;
    const wide = widthOf(text) + (other === undefined ? 0 : gap + widthOf(other));
    const textX = xOf(span, wide, scale.width);
    const all = { from: Math.min(span.from, textX) - ROOM, to: Math.max(span.to, textX + wide) + ROOM };
    const overBar = textX < span.to && textX + wide > span.from;
    const lane = laneIn(taken, overBar ? { from: span.from, to: span.to } : all);
    if (overBar) (taken[lane + 1] ??= []).push(all);
    const anchor = textX + wide <= span.from ? "end" : "start";
    const [first, second] = [textX, textX + widthOf(text) + gap];
    const [own, next] = anchor === "start" ? [first, second] : [first + widthOf(text), textX + wide];
    const beside = tasks && { line: tasks, text: other!, x: next };
    return {
      ...span,
      line,
      text,
      soft: isSoft(line),
      lane,
      textX: own,
      anchor,
      below: overBar,
      ...(beside && { beside }),
    };
  });
  return [{ ...head, marks, lanes: Math.max(1, taken.length) }];
}

/** Right of the mark, or left of it; where neither has room it stands below, as far to the right as it can. */
function xOf({ from, to }: Span, wide: number, width: number): number {
  if (wide === 0 || to + ROOM + wide <= width) return to + ROOM;
  if (from - ROOM - wide >= 0) return from - ROOM - wide;
  return Math.max(0, Math.min(from, width - wide));
}

/** The first lane that has room; from then on it is taken there. */
function laneIn(taken: Span[][], span: Span): number {
  const isFree = (lane: Span[]) => lane.every(({ from, to }) => to <= span.from || span.to <= from);
  const found = taken.findIndex(isFree);
  const lane = found < 0 ? taken.length : found;
  (taken[lane] ??= []).push(span);
  return lane;
}

/** What the mark takes up, with what came of it. */
function spanOf(line: Line, scale: Scale): Span {
  const { kind, done = [], sessions = [] } = line;
  const planned = plannedSpan(line, scale);
  if (kind === "phase") {
    const open = done.map(({ from, to }) => ({ from: scale.at(from!), to: after(scale, to!) }));
    return around([...(planned ? [planned] : []), ...open]) ?? { from: 0, to: 0 };
  }
  if (kind === "decision" || kind === "monitoring") {
    const points = pointsOf(line, scale);
    const window = planned && (done.length === 0 || isPending(line)) ? [planned] : [];
    return around([...window, ...points.map(pointSpan)])!;
  }
  if (kind !== "meeting") return planned!;
  const points = sessions.length > 0 ? pointsOf(line, scale) : [];
  const own = planned!;
  if (points.length > 0) return around([...points.map(pointSpan), ...(isSoft(line) ? [own] : [])])!;
  const middle = inside((own.from + own.to) / 2, scale);
  return { from: Math.min(own.from, middle - POINT), to: Math.max(own.to, middle + POINT) };
}

const pointSpan = (x: number): Span => ({ from: x - POINT, to: x + POINT });

/** The planned bar; one that has no end on one side is drawn a little way; undefined without any date. */
export function plannedSpan({ from, to }: Pick<Line, "from" | "to">, scale: Scale): Span | undefined {
  if (from === undefined && to === undefined) return undefined;
  if (to === undefined) return { from: scale.at(from!), to: Math.min(scale.width, scale.at(from!) + OPEN_END) };
  const end = after(scale, to);
  return { from: from === undefined ? Math.max(0, end - OPEN_END) : scale.at(from), to: end };
}

/** The middles of a line's points: of sessions each, of decisions and measurings the days they were on, and the deadline of what is still to come. */
export function pointsOf(line: Line, scale: Scale): number[] {
  const { kind, done = [], sessions = [] } = line;
  const noon = (day: string) => scale.at(day) + scale.perWeek / 14;
  if (kind === "meeting") {
    const middles = sessions.flatMap((one) => {
      const span = plannedSpan(one, scale);
      return span ? [(span.from + span.to) / 2] : [];
    });
    return apart(middles.toSorted((a, b) => a - b)).map((x) => inside(x, scale));
  }
  // Measurings of several organisations come one after another: the last says how far it is.
  const shown = kind === "monitoring" ? done.slice(-1) : done;
  const next = shown.length === 0 || isPending(line) ? (line.to ?? line.from) : undefined;
  const days = [...shown.map(({ to }) => to!), ...(next === undefined ? [] : [next])];
  return days.map((day) => inside(noon(day), scale));
}

/** So far from the edges that a point there is whole. */
export const inside = (x: number, { width }: Scale): number => Math.min(width - POINT - 1, Math.max(POINT + 1, x));

/** So far from each other that every point can be seen, around the same middle. */
function apart(places: number[]): number[] {
  const spread: number[] = [];
  for (const x of places) spread.push(Math.max(x, (spread.at(-1) ?? -Infinity) + 2 * POINT + 5));
  const moved = (spread.reduce((sum, x) => sum + x, 0) - places.reduce((sum, x) => sum + x, 0)) / (places.length || 1);
  return spread.map((x) => x - moved);
}

function around(spans: Span[]): Span | undefined {
  if (spans.length === 0) return undefined;
  return { from: Math.min(...spans.map(({ from }) => from)), to: Math.max(...spans.map(({ to }) => to)) };
}

/** The words beside a mark: its title and day, or the source's own words where the day is not known. */
function textOf(line: Line, language: Language): string {
  const words = WORDS[language];
  const { kind, state, quote, done = [] } = line;
  if (kind === "tasks") return stateText(line, language);
  const isNext = done.length === 0 || isPending(line);
  const soft = isSoft(line) && isNext;
  const quoted = soft && quote !== undefined ? words.quote(quote) : undefined;
  if (kind === "phase") return isUndated(line) ? words.noDate : isSoft(line) && quote ? words.quote(quote) : "";
  if (kind === "track") return quoted ?? "";
  const isDay = kind === "meeting" || kind === "decision";
  const day = isDay && !soft ? shortText(isNext ? line : done.at(-1)!, language) : undefined;
  const said = state === "cancelled" ? words.meetingStates["cancelled"] : (day ?? quoted);
  return [cut(titleOf(line, language), LONGEST), said].filter((part) => part !== undefined).join(" · ");
}
