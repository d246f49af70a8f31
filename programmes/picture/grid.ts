// What lies behind the timeline: weeks or months along the top, their lines, and breaks as columns through everything.
import type { Item } from "../types.ts";
import { label, labelWidth } from "./block.ts";
import type { Given } from "./given.ts";
import { itemWords } from "./item-words.ts";
import { itemMark, type Drawing } from "./marks.ts";
import type { Scale, Tick } from "./scale.ts";
import { el, group } from "./svg.ts";

const ROW = 20;

/** The names of weeks and months above the rows, and a line where each begins. */
export function header(
  { words }: Given,
  scale: Scale,
  left: number,
): { height: number; draw: (at: { top: number; bottom: number }) => string } {
  const rows = [scale.above, scale.below].filter((ticks) => ticks.length > 0);
  const height = rows.length * ROW + 4;
  return {
    height,
    draw: ({ top, bottom }) => {
      const lines = scale.below.map(({ x }) =>
        el("path", { class: "grid", d: `M${x} ${top + height - ROW}L${x} ${bottom}` }),
      );
      const names = rows.flatMap((ticks, row) => ticks.flatMap((tick) => tickName(tick, top + row * ROW + ROW / 2)));
      const what = scale.inWeeks
        ? group(
            words.programmeWeeks,
            label(words.programmeWeeks, "smallStrong", { x: left, y: top + height - ROW / 2 - 4 }),
          )
        : "";
      const rule = el("path", { class: "rule", d: `M${left} ${bottom}L${scale.right} ${bottom}` });
      return el("g", {}, ...lines, rule, what, ...names);
    },
  };
}

/** In the middle of its stretch; where that is too narrow, nothing. */
function tickName({ x, width, text }: Tick, y: number): string[] {
  if (labelWidth(text, "small") > width - 2) return [];
  return [group(text, label(text, "small", { x: x + width / 2, y }, "middle"))];
}

/** Full breaks are pale, partial ones hatched, those with work dotted. */
export function breakColumns(drawing: Drawing, { top, bottom }: { top: number; bottom: number }): string {
  const breaks = drawing.given.programme.items.filter(({ kind }) => kind === "break");
  return breaks
    .flatMap((item) => {
      const mark = itemMark(item, drawing);
      if (mark === undefined) return [];
      const area = { x: mark.from, y: top, width: mark.to - mark.from, height: bottom - top };
      return group(itemWords(item, drawing.given), columnOf(item.extent, area, drawing.id));
    })
    .join("");
}

type Area = { x: number; y: number; width: number; height: number };

/** A break's column, or a piece of one. */
export function columnOf(extent: Item["extent"], area: Area, id: string): string {
  if (extent === "partial") return el("rect", { ...area, fill: `url(#${id}-hatch)` });
  const pale = el("rect", { ...area, class: "pause" });
  return extent === "work" ? pale + el("rect", { ...area, fill: `url(#${id}-dots)` }) : pale;
}

/** The patterns and the fading of soft bars. */
export function timelineDefinitions(id: string): string {
  const pattern = (name: string, inner: string) =>
    el("pattern", { id: `${id}-${name}`, width: 8, height: 8, patternUnits: "userSpaceOnUse" }, inner);
  const stops = [
    [0, 0],
    [0.3, 0.55],
    [0.7, 0.55],
    [1, 0],
  ] as const;
  return [
    pattern("hatch", el("path", { class: "hatch", "stroke-width": 1, d: "M-2 2L2 -2M0 8L8 0M6 10L10 6" })),
    pattern("dots", el("circle", { class: "dots", cx: 4, cy: 4, r: 1 })),
    el(
      "linearGradient",
      { id: `${id}-soft` },
      ...stops.map(([offset, opacity]) => el("stop", { class: "soft", offset, "stop-opacity": opacity })),
    ),
  ].join("");
}
