// SVG as text: elements, escaping, and the frame that every picture has. Markup is only ever made here, so all text is escaped.
import type { Language } from "../problem.ts";
import { FONTS, STYLE } from "./palette.ts";

export type Attributes = Record<string, string | number | undefined>;
export type Point = { x: number; y: number };

/** An element with markup inside it. Attributes are escaped, and left out where undefined; lengths are rounded to a hundredth. */
export function el(name: string, attributes: Attributes, ...inner: string[]): string {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : ` ${key}="${escaped(typeof value === "number" ? round(value) : value)}"`,
  );
  const body = inner.join("");
  return body === "" ? `<${name}${given.join("")}/>` : `<${name}${given.join("")}>${body}</${name}>`;
}

/** Text as it may stand in an element or an attribute. Signs that XML does not know are left out. */
export function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r -\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}

/** A group that says what it is: browsers show the title on hovering. */
export function group(title: string, ...inner: string[]): string {
  return el("g", {}, el("title", {}, escaped(title)), ...inner);
}

/** A path through points, with corners rounded by `radius`. */
export function lineThrough(points: Point[], radius = 0): string {
  const [first, ...rest] = points;
  if (first === undefined) return "";
  const steps = rest.map((point, index) => {
    const [before, after] = [points[index]!, rest[index + 1]];
    if (after === undefined || radius === 0) return `L${at(point)}`;
    const r = Math.min(radius, distance(before, point) / 2, distance(point, after) / 2);
    return `L${at(towards(point, before, r))}Q${at(point)} ${at(towards(point, after, r))}`;
  });
  return `M${at(first)}${steps.join("")}`;
}

export type Frame = {
  /** Unique on a page: it begins every id in the picture. */
  id: string;
  language: Language;
  title: string;
  /** The whole picture in words. */
  description: string;
  width: number;
  height: number;
  /** Gradients, patterns and arrow heads. */
  definitions: string;
};

/** A whole picture: it needs nothing from elsewhere, scales, and follows the reader's light or dark. */
export function picture(frame: Frame, ...inner: string[]): string {
  const { id, language, title, description, width, height, definitions } = frame;
  return el(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      class: "fremdrift-picture",
      lang: language,
      "xml:lang": language,
      role: "img",
      "aria-labelledby": `${id}-title ${id}-text`,
      viewBox: `0 0 ${round(width)} ${round(height)}`,
      width,
      height,
      "font-family": FONTS,
    },
    el("title", { id: `${id}-title` }, escaped(title)),
    el("desc", { id: `${id}-text` }, escaped(description)),
    el("style", {}, escaped(STYLE)),
    definitions === "" ? "" : el("defs", {}, definitions),
    el("rect", { class: "ground", width, height }),
    ...inner,
  );
}

const round = (value: number): string => String(Math.round(value * 100) / 100);
const at = ({ x, y }: Point): string => `${round(x)} ${round(y)}`;
const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

function towards(from: Point, to: Point, length: number): Point {
  const whole = distance(from, to);
  if (whole === 0) return from;
  return { x: from.x + ((to.x - from.x) * length) / whole, y: from.y + ((to.y - from.y) * length) / whole };
}
