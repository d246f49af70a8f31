// Blocks of text: paragraphs of several looks, wrapped to a width and stacked, with the height they come to.
import type { ClassName } from "./palette.ts";
import { widthOf, wrap, type Font } from "./measure.ts";
import { el, escaped } from "./svg.ts";

type Look = Font & { class: ClassName | `${ClassName} halo` };

/** How text looks, by what it is. */
const LOOKS = {
  heading: { size: 24, bold: true, class: "ink" },
  title: { size: 13, bold: true, class: "ink" },
  strong: { size: 12, bold: true, class: "ink" },
  body: { size: 12, class: "ink" },
  small: { size: 11, class: "muted" },
  smallStrong: { size: 11, bold: true, class: "muted" },
  halo: { size: 12, class: "ink halo" },
  haloQuiet: { size: 12, class: "muted halo" },
  titleOnStrong: { size: 13, bold: true, class: "on-strong" },
  smallOnStrong: { size: 11, class: "on-strong" },
  numberOnStrong: { size: 12, bold: true, class: "on-strong" },
} as const satisfies Record<string, Look>;

export type LookName = keyof typeof LOOKS;
export type Paragraph = {
  text: string;
  look: LookName;
  /** Room to the left, and above, in pixels. */
  indent?: number;
  above?: number;
  /** Drawn at the left, at the middle of the first line. */
  sign?: (x: number, y: number) => string;
};
export type Block = {
  width: number;
  height: number;
  /** The middle of each paragraph's first line, from the block's top. */
  middles: number[];
  draw: (x: number, y: number) => string;
};

const LINE = 1.3;
/** From the middle of a line down to the baseline, in sizes. */
const DROP = 0.36;

/** Pixels from one line to the next. */
export const lineHeight = (look: LookName): number => Math.ceil(LOOKS[look].size * LINE);

/** Paragraphs stacked in a width; the block's own width is that of its longest line. */
export function stack(paragraphs: Paragraph[], width: number): Block {
  let y = 0;
  const placed = paragraphs.map((paragraph, index) => {
    const { text, look, indent = 0, above = 0 } = paragraph;
    const lines = wrap(text, width - indent, LOOKS[look]);
    const top = y + (index === 0 ? 0 : above);
    y = top + lines.length * lineHeight(look);
    return { ...paragraph, lines, top };
  });
  const widths = placed.flatMap(({ lines, look, indent = 0 }) =>
    lines.map((line) => indent + widthOf(line, LOOKS[look])),
  );
  return {
    width: Math.max(0, ...widths),
    height: y,
    middles: placed.map(({ top, look }) => top + lineHeight(look) / 2),
    draw: (x, top) =>
      placed
        .map(({ lines, look, indent = 0, top: own, sign }) => {
          const first = top + own + lineHeight(look) / 2;
          return `${sign?.(x, first) ?? ""}${textAt(lines, look, { x: x + indent, y: first })}`;
        })
        .join(""),
  };
}

/** One line, its middle at `y`; `anchor` says which of its ends, or its middle, is at `x`. */
export function label(text: string, look: LookName, at: { x: number; y: number }, anchor: Anchor = "start"): string {
  return textAt([text], look, at, anchor);
}

/** The width of one line in a look, in pixels. */
export const labelWidth = (text: string, look: LookName): number => widthOf(text, LOOKS[look]);

/** Lines below each other, the middle of the first at `y`. */
export function textAt(
  lines: string[],
  look: LookName,
  { x, y }: { x: number; y: number },
  anchor: Anchor = "start",
): string {
  const { size, class: name, ...font } = LOOKS[look];
  const first = y + size * DROP;
  return el(
    "text",
    {
      class: name,
      "font-size": size,
      "font-weight": "bold" in font ? "bold" : undefined,
      "text-anchor": anchor === "start" ? undefined : anchor,
    },
    // The space between lines is for whoever reads the text without seeing it.
    lines.map((line, index) => el("tspan", { x, y: first + index * lineHeight(look) }, escaped(line))).join(" "),
  );
}

export type Anchor = "start" | "middle" | "end";
