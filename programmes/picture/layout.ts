// Where the phases of a statechart stand, and how the ways between them run: ELK's layered layout, from left to right.
import ELK, { type ElkNode } from "elkjs/lib/elk.bundled.js";
import type { Point } from "./svg.ts";

/** A box with ports: places on its left or right side, so far down from its top, where ways begin or end. */
export type Box = {
  id: string;
  width: number;
  height: number;
  left: Record<string, number>;
  right: Record<string, number>;
};
export type Link = { from: { box: string; port: string }; to: { box: string; port: string } };
export type Layout = {
  width: number;
  height: number;
  /** Top left corner of every box by id. */
  corners: Record<string, Point>;
  /** The points of every link, in the order given. */
  lines: Point[][];
};

export const GAP = 26;

/** Lays boxes out in layers, each layer to the right of those that lead to it. The same boxes always come out the same. */
export async function layOut(boxes: Box[], links: Link[]): Promise<Layout> {
  const root: ElkNode = {
    id: "root",
    layoutOptions: OPTIONS,
    children: boxes.map(nodeOf),
    edges: links.map(({ from, to }, index) => ({
      id: `link-${index}`,
      sources: [portId(from.box, "right", from.port)],
      targets: [portId(to.box, "left", to.port)],
    })),
  };
  const laid = await new ELK.default().layout(root);
  const lines = new Map((laid.edges ?? []).map(({ id, sections }) => [id, sections?.[0]]));
  return {
    width: laid.width ?? 0,
    height: laid.height ?? 0,
    corners: Object.fromEntries((laid.children ?? []).map(({ id, x = 0, y = 0 }) => [id, { x, y }])),
    lines: links.map((_, index) => {
      const line = lines.get(`link-${index}`);
      return line ? [line.startPoint, ...(line.bendPoints ?? []), line.endPoint] : [];
    }),
  };
}

const OPTIONS = {
  "elk.algorithm": "layered",
  "elk.direction": "RIGHT",
  "elk.edgeRouting": "ORTHOGONAL",
  "elk.padding": "[top=0,left=0,bottom=0,right=0]",
  "elk.spacing.nodeNode": "28",
  "elk.layered.spacing.nodeNodeBetweenLayers": String(GAP),
  "elk.layered.spacing.edgeNodeBetweenLayers": "13",
  "elk.layered.spacing.edgeEdgeBetweenLayers": "6",
  "elk.layered.considerModelOrder.strategy": "NODES_AND_EDGES",
  "elk.layered.crossingMinimization.forceNodeModelOrder": "true",
  // Boxes are as tall above their middle as below, so that centring each layer puts the phases in a row.
  "elk.layered.nodePlacement.strategy": "SIMPLE",
};

function nodeOf({ id, width, height, left, right }: Box): ElkNode {
  const ports = (side: "left" | "right", places: Record<string, number>) =>
    Object.entries(places).map(([name, y]) => ({
      id: portId(id, side, name),
      x: side === "left" ? 0 : width,
      y,
      width: 0,
      height: 0,
      layoutOptions: { "elk.port.side": side === "left" ? "WEST" : "EAST" },
    }));
  return {
    id,
    width,
    height,
    layoutOptions: { "elk.portConstraints": "FIXED_POS" },
    ports: [...ports("left", left), ...ports("right", right)],
  };
}

const portId = (box: string, side: "left" | "right", name: string): string => `${box} ${side} ${name}`;
