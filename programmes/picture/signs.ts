// The small signs of the pictures: phases that open or close, decisions, states, arrow heads.
import type { ClassName } from "./palette.ts";
import { el, lineThrough, type Point } from "./svg.ts";

/** Half the height of a sign, in pixels. */
export const SIGN = 7;
/** Half the width of the wedge of a phase. */
export const WEDGE = 15;

/** A wedge around a middle: it widens to the right where a phase opens, and narrows where it closes. */
export function modeSign(mode: "opening" | "closing", { x, y }: Point, name: ClassName = `${mode}-mark`): string {
  const [tip, back] = mode === "opening" ? [x - WEDGE, x + WEDGE] : [x + WEDGE, x - WEDGE];
  const d = `${lineThrough([
    { x: tip, y },
    { x: back, y: y - SIGN + 1 },
    { x: back, y: y + SIGN - 1 },
  ])}Z`;
  return el("path", { class: name, d });
}

/** A diamond around a middle. */
export function diamond({ x, y }: Point, half = SIGN + 1): string {
  const corners = [
    { x: x - half, y },
    { x, y: y - half },
    { x: x + half, y },
    { x, y: y + half },
  ];
  return el("path", { class: "decision-mark", d: `${lineThrough(corners)}Z` });
}

/** A point before a paragraph. */
export function dot(x: number, y: number): string {
  return el("circle", { class: "muted", cx: x + 3, cy: y, r: 2 });
}

export type State = "active" | "done" | "next";

/** Active: a triangle as on a player; done: a tick; next: a dashed ring. */
export function stateSign(state: State, { x, y }: Point): string {
  if (state === "active")
    return el("path", {
      class: "on-strong",
      d: `${lineThrough([at(x, y, -3, -5), at(x, y, 5, 0), at(x, y, -3, 5)])}Z`,
    });
  if (state === "done")
    return el("path", {
      class: "rule",
      "stroke-width": 2,
      d: lineThrough([at(x, y, -5, 0), at(x, y, -1, 4), at(x, y, 6, -5)]),
    });
  return el("circle", { class: "rule", "stroke-width": 1.5, "stroke-dasharray": "2.5 2", cx: x, cy: y, r: 5 });
}

/** An arrow head to point with at the end of paths: `url(#id)`. */
export function arrowHead(id: string, name: "arrow-head" | "loop-head"): string {
  return el(
    "marker",
    {
      id,
      viewBox: "0 0 8 8",
      refX: 7.5,
      refY: 4,
      markerWidth: 8,
      markerHeight: 8,
      orient: "auto",
      markerUnits: "userSpaceOnUse",
    },
    el("path", { class: name, d: "M0 0L8 4L0 8Z" }),
  );
}

const at = (x: number, y: number, dx: number, dy: number): Point => ({ x: x + dx, y: y + dy });
