// The phases of a statechart: columns laid out from left to right, the ways between them, loops above and tracks below.
import type { Programme } from "../types.ts";
import { label, labelWidth } from "./block.ts";
import type { Given } from "./given.ts";
import { graphOf, type Graph, type Way } from "./graph.ts";
import { GAP, layOut, type Box, type Layout, type Link } from "./layout.ts";
import { loopArcs, type Places } from "./loops.ts";
import { phaseBox, type PhaseBox } from "./phase-box.ts";
import type { State } from "./signs.ts";
import { el, group, lineThrough, type Point } from "./svg.ts";
import { trackBoxes } from "./tracks.ts";

type Options = {
  /** Begins the ids of the arrow heads. */
  id: string;
  /** The width to fit into where the phases are not too many for it. */
  width: number;
  margin: number;
  stateOf: (phase: string) => State | undefined;
};

const END = 22;
/** Columns narrower than this would break words; wider ones are hard to read. */
const COLUMN = { least: 138, most: 290 };
const START = " start";
const STOP = " end";

/** The chart from 0 down, as wide as asked for or wider. */
export async function phaseChart(
  given: Given,
  options: Options,
): Promise<{ markup: string; width: number; height: number }> {
  const { id, width, margin } = options;
  const { graph, boxes, links, laid } = await arranged(given, options);
  const places: Places = new Map(boxes.map((one) => [one.box.id, { ...one, corner: laid.corners[one.box.id]! }]));
  const loops = loopArcs(graph.loops, places, { given, head: `${id}-loop` });
  const wayYs = laid.lines.flat().map(({ y }) => y);
  const columns = [...places.values()];
  const top = Math.min(...columns.map((one) => one.corner.y + one.top), ...wayYs, loops.top);
  const bottom = Math.max(...columns.map((one) => one.corner.y + one.bottom), ...wayYs);
  const tracks = trackBoxes(given, places, { top: bottom + 24, right: laid.width });
  const inner = [
    ...links.map((_, index) => wayLine(laid.lines[index]!, graph.ways[index], `${id}-arrow`)),
    endSign(laid.corners[START]!, given.words.start, "start"),
    endSign(laid.corners[STOP]!, given.words.end, "end"),
    ...columns.map(({ draw, corner }) => draw(corner)),
    loops.markup,
    tracks.markup,
  ];
  const left = Math.max(margin, (width - laid.width) / 2);
  return {
    markup: el("g", { transform: `translate(${left} ${-top})` }, ...inner),
    width: Math.max(width, laid.width + 2 * margin),
    height: Math.max(bottom, tracks.bottom) - top,
  };
}

type Arranged = { graph: Graph; boxes: PhaseBox[]; links: Link[]; laid: Layout };

/** Columns as wide as there is room for; where the ways between them need more than thought, once more and narrower. */
async function arranged(given: Given, options: Options): Promise<Arranged> {
  const graph = graphOf(given.programme);
  const layers = layersOf(graph, given.programme);
  const room = options.width - 2 * options.margin;
  const first = Math.floor((room - 2 * END - (layers + 1) * GAP) / layers);
  const once = await laidOut(given, graph, { ...options, column: within(first) });
  const over = once.laid.width - room;
  return over <= 0 ? once : laidOut(given, graph, { ...options, column: within(first - Math.ceil(over / layers)) });
}

const within = (column: number): number => Math.min(COLUMN.most, Math.max(COLUMN.least, column));

async function laidOut(
  given: Given,
  graph: Graph,
  { id, column, stateOf }: Options & { column: number },
): Promise<Arranged> {
  const boxes = given.programme.phases.map((phase) =>
    phaseBox(phase, given, { width: column, state: stateOf(phase.id), arrow: `${id}-arrow`, loop: `${id}-loop` }),
  );
  const end = { width: END, height: END };
  const start: Box = { id: START, ...end, left: {}, right: { way: END / 2 } };
  const stop: Box = { id: STOP, ...end, left: { way: END / 2 }, right: {} };
  const links = [...graph.ways.map((way) => linkOf(way, boxes)), ...endLinks(graph)];
  const laid = await layOut([start, ...boxes.map(({ box }) => box), stop], links);
  return { graph, boxes, links, laid };
}

/** How many phases follow each other on the longest way. */
function layersOf({ ways }: Graph, { phases }: Programme): number {
  const layers = new Map<string, number>();
  for (const { id } of phases) {
    const into = ways.filter(({ to }) => to === id).map(({ from }) => layers.get(from) ?? 0);
    layers.set(id, 1 + Math.max(0, ...into));
  }
  return Math.max(...layers.values());
}

function linkOf({ from, exit, to, criterion }: Way, boxes: PhaseBox[]): Link {
  const target = boxes.find(({ box }) => box.id === to)!.box;
  const source = boxes.find(({ box }) => box.id === from)!.box;
  const out = typeof exit === "string" ? exit : `decision ${exit.decision}`;
  const into = `criterion ${criterion}`;
  return {
    from: { box: from, port: out in source.right ? out : "phase" },
    to: { box: to, port: into in target.left ? into : "phase" },
  };
}

function endLinks({ first, last }: Graph): Link[] {
  return [
    ...first.map((box) => ({ from: { box: START, port: "way" }, to: { box, port: "phase" } })),
    ...last.map((box) => ({ from: { box, port: "phase" }, to: { box: STOP, port: "way" } })),
  ];
}

/** Dashed where the way is only the order of the phases. */
function wayLine(points: Point[], way: Way | undefined, arrow: string): string {
  return el("path", {
    class: "arrow",
    "stroke-width": 1.5,
    "stroke-dasharray": way !== undefined && way.criterion === undefined ? "4 3" : undefined,
    d: lineThrough(points, 6),
    "marker-end": `url(#${arrow})`,
  });
}

/** The start is a disc, the end a disc in a ring. */
function endSign({ x, y }: Point, word: string, kind: "start" | "end"): string {
  const [cx, cy] = [x + END / 2, y + END / 2];
  const disc = el("circle", { class: "ink", cx, cy, r: kind === "start" ? 8 : 6 });
  const ring = kind === "end" ? el("circle", { class: "rule", "stroke-width": 2, cx, cy, r: 10 }) : "";
  const isWide = labelWidth(word, "small") > END + GAP;
  return group(word, ring, disc, isWide ? "" : label(word, "small", { x: cx, y: y + END + 10 }, "middle"));
}
