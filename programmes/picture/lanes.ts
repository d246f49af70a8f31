// Marks with their labels, packed into lanes so that nothing lies over anything else.
import { labelWidth, lineHeight, stack, type Block } from "./block.ts";
import { group } from "./svg.ts";

/** Something at a time: `from` to `to` across, drawn around the middle of its lane. */
export type Mark = {
  title: string;
  text: string;
  from: number;
  to: number;
  /** External notes are grey. */
  isQuiet?: boolean;
  draw: (y: number) => string;
};
type Placed = Mark & { label: Block; labelX: number; lane: number; lanes: number };
export type Packed = { height: number; draw: (top: number) => string };

/** Height of a lane, in pixels: a line of text and the room around it. */
export const LANE = lineHeight("body") + 5;
const LABEL_MOST = 250;
const ROOM = 7;

/** Marks in as few lanes as their order lets them; each label is right of its mark, or left of it where the right has no room. */
export function pack(marks: Mark[], { left, right }: { left: number; right: number }): Packed {
  const taken: [from: number, to: number][][] = [];
  const placed = marks.map((mark): Placed => {
    const label = labelOf(mark, left, right);
    const lanes = Math.max(1, Math.ceil(label.height / LANE));
    const labelX = xOf(mark, label, { left, right });
    const span: [number, number] = [Math.min(mark.from, labelX) - ROOM, Math.max(mark.to, labelX + label.width) + ROOM];
    let lane = 0;
    while (isTaken(taken.slice(lane, lane + lanes), span)) lane++;
    for (let own = lane; own < lane + lanes; own++) (taken[own] ??= []).push(span);
    return { ...mark, label, labelX, lane, lanes };
  });
  return {
    height: taken.length * LANE,
    draw: (top) =>
      placed
        .map(({ title, draw, label, labelX, lane }) => {
          const y = top + lane * LANE;
          return group(title, draw(y + LANE / 2), label.draw(labelX, y + (LANE - lineHeight("body")) / 2));
        })
        .join(""),
  };
}

/** One line where there is room for it, else several. */
function labelOf({ text, from, to, isQuiet }: Mark, left: number, right: number): Block {
  const room = Math.max(right - to, from - left) - 2 * ROOM;
  const width = Math.max(80, Math.min(room, Math.max(LABEL_MOST, labelWidth(text, "body") / 2)));
  return text === "" ? stack([], width) : stack([{ text, look: isQuiet ? "haloQuiet" : "halo" }], width);
}

function xOf({ from, to }: Mark, { width }: Block, bounds: { left: number; right: number }): number {
  if (to + ROOM + width <= bounds.right) return to + ROOM;
  if (from - ROOM - width >= bounds.left) return from - ROOM - width;
  // Neither side has room: it begins at the left, and the lanes keep it apart.
  return Math.max(bounds.left, bounds.right - width);
}

const isTaken = (lanes: [from: number, to: number][][], [from, to]: [number, number]): boolean =>
  lanes.some((lane) => lane.some(([start, end]) => start < to && from < end));
