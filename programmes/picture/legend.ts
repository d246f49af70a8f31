// What the signs of a picture mean, in a row below it: only those that the picture has.
import { label, labelWidth, lineHeight } from "./block.ts";
import type { Given } from "./given.ts";
import { graphOf } from "./graph.ts";
import { diamond, modeSign } from "./signs.ts";
import { el, group, type Point } from "./svg.ts";

/** A sign, drawn around a middle within 34 × 20 pixels, and what it means. */
export type Entry = { text: string; draw: (middle: Point) => string };

const SIGN_WIDTH = 34;
const ROW = 26;
const BETWEEN = 22;

/** The entries in rows of a width. */
export function legend(entries: Entry[], width: number): { height: number; draw: (x: number, y: number) => string } {
  let [x, row] = [0, 0];
  const placed = entries.map((entry) => {
    const own = SIGN_WIDTH + 8 + labelWidth(entry.text, "small");
    if (x > 0 && x + own > width) [x, row] = [0, row + 1];
    const at = { x, y: row * ROW + ROW / 2 };
    x += own + BETWEEN;
    return { entry, at };
  });
  return {
    height: entries.length === 0 ? 0 : (row + 1) * ROW + lineHeight("small") - ROW / 2,
    draw: (left, top) =>
      placed
        .map(({ entry, at }) => {
          const middle = { x: left + at.x + SIGN_WIDTH / 2, y: top + at.y };
          return group(
            entry.text,
            entry.draw(middle),
            label(entry.text, "small", { x: left + at.x + SIGN_WIDTH + 8, y: middle.y }),
          );
        })
        .join(""),
  };
}

/** What a statechart's signs mean. */
export function statechartEntries({ programme, words }: Given, id: string): Entry[] {
  if (programme.phases.length === 0) return [];
  const { ways, loops } = graphOf(programme);
  const arrow =
    (name: "arrow" | "loop", dashed = false) =>
    ({ x, y }: Point) =>
      el("path", {
        class: name,
        "stroke-width": name === "arrow" ? 1.5 : 2,
        "stroke-dasharray": dashed ? "4 3" : undefined,
        d: `M${x - 16} ${y}L${x + 16} ${y}`,
        "marker-end": `url(#${id}-${name})`,
      });
  const modes = (["opening", "closing"] as const).filter((mode) =>
    programme.phases.some((phase) => phase.mode === mode),
  );
  return [
    ...modes.map((mode) => ({ text: words.modesLong[mode], draw: (middle: Point) => modeSign(mode, middle) })),
    ...(ways.some(({ criterion }) => criterion !== undefined)
      ? [{ text: words.criterionArrow, draw: arrow("arrow") }]
      : []),
    ...(ways.some(({ criterion }) => criterion === undefined)
      ? [{ text: words.orderArrow, draw: arrow("arrow", true) }]
      : []),
    ...(loops.length > 0 || programme.items.some(({ decision }) => decision)
      ? [{ text: words.loopArrow, draw: arrow("loop") }]
      : []),
    ...(programme.items.some(({ kind }) => kind === "decision")
      ? [{ text: words.decisionSign, draw: (middle: Point) => diamond(middle) }]
      : []),
  ];
}
