// The pictures' colours, light and dark, and what each is used for. Every meaning that a colour has, a shape or word has too.

/** Fonts that readers have: nothing is fetched. */
export const FONTS = `system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Liberation Sans", sans-serif`;

type Shade = { light: string; dark: string };

/** Colours by name. */
export const COLOURS = {
  ground: { light: "#ffffff", dark: "#12181f" },
  ink: { light: "#1b2430", dark: "#e8edf2" },
  muted: { light: "#545f6d", dark: "#a9b5c2" },
  line: { light: "#6d7886", dark: "#8592a1" },
  grid: { light: "#e4e8ed", dark: "#27313b" },
  card: { light: "#f5f7f9", dark: "#1b232d" },
  opening: { light: "#e1effb", dark: "#14344f" },
  openingEdge: { light: "#1f6fb2", dark: "#6db3f2" },
  closing: { light: "#fcefd9", dark: "#46310f" },
  closingEdge: { light: "#a8640a", dark: "#f0b35a" },
  plain: { light: "#eceff2", dark: "#2a333d" },
  plainEdge: { light: "#5d6875", dark: "#9aa7b5" },
  decision: { light: "#f8e8f4", dark: "#432038" },
  decisionEdge: { light: "#9b2d7f", dark: "#e58ccb" },
  strong: { light: "#0b4f8a", dark: "#8cc8ff" },
  onStrong: { light: "#ffffff", dark: "#0b1a2a" },
  homework: { light: "#2a7344", dark: "#74cf94" },
  pause: { light: "#e9edf1", dark: "#232d37" },
  hatch: { light: "#b9c3ce", dark: "#45525f" },
} as const satisfies Record<string, Shade>;

export type Colour = keyof typeof COLOURS;

/** Class → what it fills and what it draws its edge with. `on`: the fill it stands on, where it must be told from it. */
export const CLASSES = {
  ground: { fill: "ground" },
  ink: { fill: "ink", on: ["ground", "card", "opening", "closing", "plain", "decision", "pause"] },
  muted: { fill: "muted", on: ["ground", "card", "opening", "closing", "plain", "decision", "pause"] },
  "on-strong": { fill: "onStrong", on: ["strong", "openingEdge"] },
  card: { fill: "card", edge: "line" },
  opening: { fill: "opening", edge: "openingEdge" },
  closing: { fill: "closing", edge: "closingEdge" },
  neither: { fill: "plain", edge: "plainEdge" },
  decision: { fill: "decision", edge: "decisionEdge" },
  "opening-mark": { fill: "openingEdge" },
  "closing-mark": { fill: "closingEdge" },
  "decision-mark": { fill: "decisionEdge" },
  arrow: { edge: "line" },
  "arrow-head": { fill: "line" },
  loop: { edge: "decisionEdge" },
  "loop-head": { fill: "decisionEdge" },
  strong: { fill: "strong", edge: "strong" },
  hollow: { fill: "ground", edge: "strong" },
  path: { edge: "strong" },
  homework: { edge: "homework" },
  "homework-card": { fill: "card", edge: "homework" },
  "homework-mark": { fill: "homework" },
  task: { fill: "plainEdge" },
  grid: { edge: "grid" },
  rule: { edge: "line" },
  pause: { fill: "pause" },
  hatch: { edge: "hatch" },
  dots: { fill: "hatch" },
} as const satisfies Record<string, { fill?: Colour; edge?: Colour; on?: Colour[] }>;

export type ClassName = keyof typeof CLASSES;

/** The style of every picture. It names no id, so that several pictures may stand on one page. */
export const STYLE = `${rulesOf("light")}@media (prefers-color-scheme:dark){${rulesOf("dark")}}`;

function rulesOf(mode: keyof Shade): string {
  const rules = Object.entries(CLASSES).map(([name, use]: [string, { fill?: Colour; edge?: Colour }]) => {
    const fill = use.fill ? `fill:${COLOURS[use.fill][mode]}` : "";
    const edge = use.edge ? `stroke:${COLOURS[use.edge][mode]}` : "";
    const body = [fill || (edge && "fill:none"), edge].filter(Boolean).join(";");
    return body && `.fremdrift-picture .${name}{${body}}`;
  });
  // Text over patterns and lines keeps a rim of the ground around it.
  const halo = `.fremdrift-picture .halo{paint-order:stroke;stroke:${COLOURS.ground[mode]};stroke-width:3px;stroke-linejoin:round}`;
  const stops = `.fremdrift-picture .soft{stop-color:${COLOURS.plainEdge[mode]}}`;
  return `${rules.join("")}${halo}${stops}`;
}
