// What the signs of the timeline mean: only those that it has.
import type { Item } from "../types.ts";
import { el, type Point } from "./svg.ts";
import type { Given } from "./given.ts";
import { columnOf } from "./grid.ts";
import type { Entry } from "./legend.ts";
import { page, softBar } from "./marks.ts";
import { sureness } from "./scale.ts";
import { diamond, modeSign } from "./signs.ts";

/** The entries, in the order of the rows. `id` begins the ids of the picture's patterns. */
export function timelineEntries({ programme, plan, words }: Given, id: string): Entry[] {
  const { items, phases } = programme;
  const isDated = (part: string) => plan.intervals[part]?.from !== undefined || plan.intervals[part]?.to !== undefined;
  const dated = items.filter((item) => isDated(item.id));
  const has = (kind: Item["kind"]) => dated.some((item) => item.kind === kind);
  const extents = (["full", "partial", "work"] as const).filter((extent) =>
    dated.some((item) => item.kind === "break" && (item.extent ?? "full") === extent),
  );
  const modes = (["opening", "closing"] as const).filter((mode) => phases.some((phase) => phase.mode === mode));
  const isSoft = [...phases, ...dated.filter(({ kind }) => SOFT.has(kind))].some(
    ({ id: part, when }) => isDated(part) && sureness(when) === "soft",
  );
  const isVague = dated.some(
    ({ kind, when, sessions }) => kind === "meeting" && sessions === undefined && sureness(when) !== "exact",
  );
  const sign = (isThere: boolean, text: string, draw: Entry["draw"]): Entry[] => (isThere ? [{ text, draw }] : []);
  return [
    ...modes.map((mode) => ({ text: words.modesLong[mode], draw: barIn(mode) })),
    ...sign(isSoft || isVague, words.marks.soft, ({ x, y }) => softBar({ from: x - 17, to: x + 17 }, y, 14, id)),
    ...sign(has("meeting"), words.marks.meeting, ({ x, y }) => el("circle", { class: "strong", cx: x, cy: y, r: 8 })),
    ...sign(
      dated.some(({ kind, tentative }) => kind === "meeting" && tentative === true),
      words.marks.tentative,
      ({ x, y }) =>
        el("circle", { class: "hollow", "stroke-width": 2, "stroke-dasharray": "3 2.5", cx: x, cy: y, r: 8 }),
    ),
    ...sign(
      dated.some(({ sessions }) => sessions !== undefined),
      words.marks.sessions,
      twoPoints,
    ),
    ...sign(has("homework"), words.marks.homework, ({ x, y }) =>
      el("path", {
        class: "homework",
        "stroke-width": 2.5,
        d: `M${x - 16} ${y}L${x + 15} ${y}M${x + 15} ${y - 6}L${x + 15} ${y + 6}`,
      }),
    ),
    ...sign(has("task"), words.marks.task, ({ x, y }) =>
      el("rect", { class: "task", x: x - 16, y: y - 2.5, width: 32, height: 5, rx: 2 }),
    ),
    ...sign(has("decision"), words.marks.decision, (middle) => diamond(middle)),
    ...sign(has("monitoring"), words.marks.monitoring, ({ x, y }) =>
      el("rect", { class: "hollow", "stroke-width": 2.5, x: x - 7, y: y - 7, width: 14, height: 14 }),
    ),
    ...sign(has("deliverable"), words.marks.deliverable, ({ x, y }) => page(x, y)),
    ...extents.map((extent) => ({
      text: words.extents[extent],
      draw: ({ x, y }: Point) => columnOf(extent, { x: x - 16, y: y - 9, width: 32, height: 18 }, id),
    })),
  ];
}

/** Kinds that a soft bar may stand for. */
const SOFT = new Set<Item["kind"]>(["task"]);

const barIn =
  (mode: "opening" | "closing") =>
  ({ x, y }: Point) =>
    el("rect", { class: mode, "stroke-width": 1.5, x: x - 16, y: y - 7, width: 32, height: 14, rx: 3 }) +
    modeSign(mode, { x, y });

const twoPoints = ({ x, y }: Point): string =>
  el("path", { class: "path", "stroke-width": 4, d: `M${x - 9} ${y}L${x + 9} ${y}` }) +
  [x - 9, x + 9].map((cx) => el("circle", { class: "strong", cx, cy: y, r: 7 })).join("");
