// A small bar chart: for each organisation one bar a point, drawn as SVG without scripts. The table beside it says the same in numbers.
import { markup, type Markup } from "../markup.ts";
import type { Language } from "../../problem.ts";
import { numberText } from "./numbers.ts";

type Rows = { organisation: string; values: (number | string | undefined)[] }[];

const WIDTH = 230;
const LABEL = 74;
const END = 28;
const BAR = 9;
const GAP = 10;

/** Undefined where nothing is a number, or anything is below 0. `title`: what the picture is called to who cannot see it. */
export function barsOf(
  rows: Rows,
  { title, points, language }: { title: string; points: string[]; language: Language },
): Markup | undefined {
  const numbers = rows.flatMap(({ values }) => values.filter((value) => typeof value === "number"));
  const most = Math.max(0, ...numbers);
  if (numbers.length === 0 || most === 0 || Math.min(...numbers) < 0) return undefined;
  const each = points.length * BAR + GAP;
  const height = rows.length * each + GAP;
  const spoken = rows
    .map(
      ({ organisation, values }) => `${organisation}: ${values.map((value) => spokenOf(value, language)).join(", ")}`,
    )
    .join("; ");
  const groups = rows.map(({ organisation, values }, index) => {
    const top = GAP + index * each;
    const bars = values.map((value, point) => barOf(value, { top: top + point * BAR, point, most, language }));
    return markup`<text x="${LABEL - 8}" y="${top + (points.length * BAR) / 2 + 4}" text-anchor="end" class="name">${short(organisation)}</text>${bars}`;
  });
  const axis = markup`<line x1="${LABEL}" y1="${GAP / 2}" x2="${LABEL}" y2="${height - GAP / 2}" class="axis"/>`;
  return markup`<svg role="img" aria-label="${`${title}. ${points.join(", ")}. ${spoken}`}" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}">${groups}${axis}</svg>`;
}

type Place = { top: number; point: number; most: number; language: Language };

function barOf(value: number | string | undefined, { top, point, most, language }: Place): Markup | undefined {
  if (typeof value !== "number") return undefined;
  const width = Math.round((value / most) * (WIDTH - LABEL - END) * 10) / 10;
  return markup`<rect x="${LABEL}" y="${top}" width="${width}" height="${BAR - 1.5}" class="${`bar p${point}`}"/><text x="${LABEL + width + 4}" y="${top + BAR - 2.4}" class="value">${numberText(value, language)}</text>`;
}

const spokenOf = (value: number | string | undefined, language: Language): string =>
  typeof value === "number" ? numberText(value, language) : (value ?? "–");

/** A name that fits beside its bars. */
const short = (name: string): string => {
  const bare = name.replace(/ Kommune$/, "");
  return bare.length > 13 ? `${bare.slice(0, 12)}…` : bare;
};
