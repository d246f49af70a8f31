// Time across the picture: from days to pixels, and how wide text is.
import { dayNumber } from "./days.ts";
import type { TimelineJson } from "../../api/client.ts";

/** Pixels. `left` of the weeks is nothing of theirs; the column of names stands beside them. */
export type Scale = { width: number; perWeek: number; first: number; at: (day: string) => number };

export const NAMES = 172;
const WIDE = 948;
const LEAST = 12;
const MOST = 120;

/** Days to pixels: as wide as a page where that does not press the weeks together; what lies outside stands at the edge. */
export function scaleOf({ weeks }: Pick<TimelineJson, "weeks">): Scale {
  const perWeek = Math.min(MOST, Math.max(LEAST, Math.floor(WIDE / weeks.length)));
  const width = Math.max(weeks.length * perWeek, 320);
  const first = dayNumber(weeks[0]!.monday);
  return {
    width,
    perWeek,
    first,
    at: (day) => Math.min(weeks.length * perWeek, Math.max(0, ((dayNumber(day) - first) * perWeek) / 7)),
  };
}

/** The first pixel after a day. */
export const after = ({ at, perWeek, width }: Scale, day: string): number => Math.min(width, at(day) + perWeek / 7);

const NARROW = /[fijlrtI.,:;·'’()|!\- ]/;
const BROAD = /[mwMWÆØÅ@%–—]/;

/** About how wide a text is in pixels: a little too wide rather than too narrow. */
export function widthOf(text: string, size = 13): number {
  let units = 0;
  for (const sign of text)
    units += NARROW.test(sign) ? 0.33 : BROAD.test(sign) ? 0.86 : /[A-ZÆØÅ0-9]/.test(sign) ? 0.64 : 0.56;
  return units * size;
}

/** The text, or as much of it as fits, with an ellipsis. */
export function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}

/** Lines of words, none wider than so many pixels where a word is not. */
export function wrap(text: string, width: number, size = 13): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`, size) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
