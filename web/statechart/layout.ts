// Where the statechart's phases, arrows and loops are: columns in one row or several, by hand, so that it takes no time.
import type { ChartJson } from "../../api/client.ts";
import { widthOf, wrap } from "../timeline/scale.ts";
import { countText, stateText, waitsOf, type Language, type Phase } from "./words.ts";

/** A line of text below a phase; `mark`: of a criterion. */
export type TextLine = { text: string; y: number; look: "heading" | "met" | "unmet" | "open"; mark?: true };
export type Box = {
  phase: Phase;
  row: number;
  x: number;
  y: number;
  height: number;
  title: string[];
  state: string;
  lines: TextLine[];
  /** Criteria for closing that are not met, of a phase that is open or closed; undefined where nothing is said of that. */
  missing: number | undefined;
};
export type Arc = {
  from: { x: number; y: number };
  to: { x: number; y: number };
  y: number;
  text: string[];
  textX: number;
};
export type Layout = { width: number; height: number; column: number; boxes: Box[]; arcs: Arc[]; channels: number[] };

const WIDTH = 1120;
/** Room on either side for the way from one row to the next. */
const MARGIN = 28;
export const GAP = 42;
const MOST_COLUMNS = 5;
const WIDEST = 300;
const LINE = 16;
const LANE = 40;
const BETWEEN = 34;

/** Phases in rows of at most five, with room above each row for the loops between its phases. */
export function layOut({ phases, loops }: ChartJson, language: Language): Layout {
  const rows = Math.max(1, Math.ceil(phases.length / MOST_COLUMNS));
  const margin = rows === 1 ? 2 : MARGIN;
  const perRow = Math.ceil(phases.length / rows);
  const column = Math.min(WIDEST, Math.floor((WIDTH - 2 * margin - (perRow - 1) * GAP) / perRow));
  const rowOf = (id: string) => Math.floor(phases.findIndex((one) => one.id === id) / perRow);
  const isLevel = ({ from, to }: Loop) => rowOf(from) === rowOf(to);
  const boxes: Box[] = [];
  const arcs: Arc[] = [];
  const channels: number[] = [];
  let top = 4;
  for (let row = 0; row < rows; row++) {
    const own = loops.filter((loop) => rowOf(loop.from) === row);
    const lanes = lanesOf(own.filter(isLevel), phases);
    const y = top + Math.max(0, ...lanes.map(({ lane }) => lane + 1)) * LANE;
    const placed = phases.slice(row * perRow, (row + 1) * perRow).map((phase, index) => {
      const back = own.filter((loop) => loop.from === phase.id && !isLevel(loop));
      return boxOf(phase, { row, x: margin + index * (column + GAP), y, column }, back, phases, language);
    });
    const tall = Math.max(...placed.map(({ title }) => title.length));
    for (const box of placed) align(box, tall);
    boxes.push(...placed);
    arcs.push(...lanes.map((lane) => arcOf(lane, lanes, placed, y, column, language)));
    const bottom = Math.max(...placed.map(({ y: at, height, lines }) => Math.max(at + height, lines.at(-1)?.y ?? 0)));
    channels.push(bottom + BETWEEN / 2 + 4);
    top = bottom + BETWEEN + 8;
  }
  return { width: WIDTH, height: top - BETWEEN + 6, column, boxes, arcs, channels: channels.slice(0, -1) };
}

type Loop = ChartJson["loops"][number];
type Place = Pick<Box, "row" | "x" | "y"> & { column: number };

function boxOf(phase: Phase, place: Place, back: Loop[], phases: Phase[], language: Language): Box {
  const { column, ...at } = place;
  const closes = waitsOf(phase, language).find(({ judged, criteria }) => judged && criteria === phase.closes);
  const titleOf = (id: string) => phases.find((one) => one.id === id)?.title[language] ?? id;
  const lines: Omit<TextLine, "y">[] = shortOf(phase, language).flatMap(({ heading, criteria, judged }) => [
    { text: heading, look: "heading" as const },
    ...criteria.flatMap((criterion) => {
      const count = judged ? countText(criterion, language) : "";
      const look = judged ? (criterion.met ? ("met" as const) : ("unmet" as const)) : ("open" as const);
      const text = count === "" ? criterion.title[language] : `${criterion.title[language]} (${count})`;
      return wrap(text, column - 22, 13).map((one, index) => ({
        text: one,
        look,
        ...(index === 0 && { mark: true as const }),
      }));
    }),
  ]);
  const loops = back.flatMap(({ to, title }) => wrap(`↩ ${titleOf(to)}: ${title[language]}`, column - 4, 13));
  return {
    ...at,
    phase,
    height: 0,
    title: wrap(phase.title[language], column - 24, 15.5).slice(0, 3),
    state: stateText(phase, language),
    lines: [...lines, ...loops.map((text) => ({ text, look: "heading" as const }))].map((line) => ({ ...line, y: 0 })),
    missing: closes?.criteria.filter(({ met }) => !met).length,
  };
}

/** What the picture says of a phase: of one that is over only what was not met, since the rest lies behind. */
function shortOf(phase: Phase, language: Language): ReturnType<typeof waitsOf> {
  const all = waitsOf(phase, language);
  if (phase.state !== "done") return all;
  const left = all.map((waits) => ({ ...waits, criteria: waits.criteria.filter(({ met }) => !met) }));
  return left.filter(({ criteria }) => criteria.length > 0);
}

/** Boxes of a row are equally tall, and their lines begin at the same height. */
function align(box: Box, titles: number): void {
  box.height = titles * 19 + 36;
  let y = box.y + box.height + 8;
  for (const [index, line] of box.lines.entries()) {
    const above = line.look === "heading" && box.lines[index - 1]?.look !== "heading" ? 8 : line.mark ? 3 : 0;
    y += LINE + above;
    line.y = y;
  }
}

type Lane = { loop: Loop; left: number; right: number; lane: number };

/** Short loops lie low, long ones go around them. */
function lanesOf(loops: Loop[], phases: Phase[]): Lane[] {
  const at = (id: string) => phases.findIndex((one) => one.id === id);
  const spans = loops.map((loop) => {
    const [a, b] = [at(loop.from), at(loop.to)];
    return { loop, left: Math.min(a, b), right: Math.max(a, b) };
  });
  const done: Lane[] = [];
  for (const span of spans.toSorted((a, b) => a.right - a.left - (b.right - b.left))) {
    const under = done.filter((one) => one.left < span.right && span.left < one.right);
    done.push({ ...span, lane: Math.max(-1, ...under.map(({ lane }) => lane)) + 1 });
  }
  return done;
}

function arcOf(own: Lane, all: Lane[], row: Box[], top: number, column: number, language: Language): Arc {
  const { loop, lane } = own;
  const [from, to] = [footOf(loop.from, own, all, row, column), footOf(loop.to, own, all, row, column)];
  const y = top - lane * LANE - 12;
  const text = wrap(loop.title[language], Math.max(column + GAP - 8, Math.abs(from - to) - 10), 12.5).slice(0, 2);
  const half = Math.max(...text.map((one) => widthOf(one, 12.5))) / 2;
  const textX = Math.min(WIDTH - half - 2, Math.max(half + 2, (from + to) / 2));
  return { from: { x: from, y: top }, to: { x: to, y: top }, y, text, textX };
}

/** Where a loop stands on its phase: loops to the left stand left of those to the right, and longer ones outside. */
function footOf(id: string, own: Lane, all: Lane[], row: Box[], column: number): number {
  const index = (phase: string) => row.findIndex((box) => box.phase.id === phase);
  const here = index(id);
  const reach = ({ loop }: Lane) => index(loop.from === id ? loop.to : loop.from) - here;
  const feet = all
    .filter(({ loop }) => loop.from === id || loop.to === id)
    // −1 before −2 (the longer stands right of it), then 2 before 1.
    .toSorted((a, b) => Number(reach(a) > 0) - Number(reach(b) > 0) || reach(b) - reach(a));
  return row[here]!.x + (column * (feet.indexOf(own) + 1)) / (feet.length + 1);
}
