import { expect, test } from "vitest";
import { pack, type Mark } from "../../programmes/picture/lanes.ts";
import { widthOf, wrap } from "../../programmes/picture/measure.ts";
import { CLASSES, COLOURS, type Colour } from "../../programmes/picture/palette.ts";
import { givenOf } from "../../programmes/picture/given.ts";
import { whenWords } from "../../programmes/picture/when.ts";
import type { When } from "../../programmes/types.ts";
import { handMade } from "./picture-given.ts";
import { p1, parsed } from "./texts.ts";

const FONT = { size: 12 };
const TEXTS = [
  "Samarbejdsaftaler er talt igennem",
  "Langtord".repeat(20),
  "",
  "  to   ord ",
  "漢字".repeat(30),
  "a-b/c ".repeat(9),
];

test.each(TEXTS)("no line of «%s» is wider than its room, and nothing is lost", (text) => {
  const lines = wrap(text, 90, FONT);
  expect(lines.filter((line) => widthOf(line, FONT) > 90)).toEqual([]);
  const signs = (words: string) => words.replace(/[\s-]/g, "");
  expect(signs(lines.join(""))).toBe(signs(text));
});

test("a room narrower than a sign still gives every sign its line", () => {
  expect(wrap("abc", 1, FONT).join("").replaceAll("-", "")).toBe("abc");
});

test("marks at the same time lie in lanes below each other, and labels keep within the picture", () => {
  const mark = (from: number): Mark => ({
    title: "",
    text: "En ret lang tekst til et mærke",
    from,
    to: from + 40,
    draw: (y) => `[${y}]`,
  });
  const bounds = { left: 0, right: 600 };
  const lanes = (froms: number[]) =>
    pack(froms.map(mark), bounds)
      .draw(0)
      .match(/\[[\d.]+\]/g)!;
  expect(new Set(lanes([100, 110, 120])).size).toBe(3);
  expect(new Set(lanes([0, 300])).size).toBe(1);
  const xs = [
    ...pack([mark(560)], bounds)
      .draw(0)
      .matchAll(/ x="([\d.]+)"/g),
  ].map(([, x]) => Number(x));
  expect(Math.min(...xs)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...xs)).toBeLessThan(560);
});

const MODES = ["light", "dark"] as const;
const uses = Object.entries(CLASSES).flatMap(([name, use]) => MODES.map((mode) => ({ name, mode, use })));

test.each(uses)("$name can be read in $mode: AA against everything it stands on", ({ mode, use }) => {
  const { fill, edge, on = [] } = use as { fill?: Colour; edge?: Colour; on?: Colour[] };
  for (const under of on) expect(contrast(COLOURS[fill!][mode], COLOURS[under][mode])).toBeGreaterThanOrEqual(4.5);
  const edges = edge === undefined || ["grid", "hatch"].includes(edge) ? [] : [edge];
  for (const meant of edges) expect(contrast(COLOURS[meant][mode], COLOURS.ground[mode])).toBeGreaterThanOrEqual(3);
});

test("black on white has the contrast that the rule says", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
});

const TIMES: [When, string, string][] = [
  [{ date: "2027-02-10", time: "09:00", until: "15:00" }, "10. feb 2027 kl. 09.00–15.00", "10 Feb 2027 09:00–15:00"],
  [{ days: ["2014-04-09", "2014-04-10"] }, "9.–10. apr 2014", "9–10 Apr 2014"],
  [{ days: ["2014-04-30", "2014-05-01"] }, "30. apr – 1. maj 2014", "30 Apr – 1 May 2014"],
  [{ date: "2014-02-25", quote: "tirsdag den 25. februar" }, "25. feb 2014", "25 Feb 2014"],
  [{ month: "2014-03", quote: "marts 2014" }, "marts 2014", "March 2014"],
  [
    { months: ["2014-09", "2014-10"], quote: "september-oktober 2014" },
    "september–oktober 2014",
    "September–October 2014",
  ],
  [
    { month: "2014-03", part: "late", quote: "ultimo marts" },
    "22.–31. mar 2014 «ultimo marts»",
    "22–31 Mar 2014 “ultimo marts”",
  ],
  [
    { season: "winter 2015/2016", condition: "ready" },
    "december 2015 – februar 2016, når: Institutionen er klar",
    "December 2015 – February 2016, when: Institutionen er klar",
  ],
  [{ unknown: true }, "uden dato", "no date"],
  [{ unknown: true, quote: "ultimo ?" }, "«ultimo ?»", "“ultimo ?”"],
];

test.each(TIMES)("%j is told as «%s» and “%s”", (when, da, en) => {
  const made = handMade();
  const programme = { ...made, phases: [], tracks: [], items: [{ ...made.items[0]!, id: "x", sessions: [], when }] };
  const told = (["da", "en"] as const).map((language) => {
    const { sessions: _, ...item } = programme.items[0]!;
    const given = givenOf({ ...programme, items: [item] }, { language });
    return whenWords(when, given.plan.intervals["x"]!, given);
  });
  expect(told).toEqual([da, en]);
});

test("weeks are told in the reader's language, with the source's words only where they say something else", () => {
  const given = givenOf(parsed(p1), { language: "en" });
  const told = (id: string) => {
    const part = [...given.programme.phases, ...given.programme.items].find((one) => one.id === id)!;
    return whenWords(part.when, given.plan.intervals[id]!, given);
  };
  expect(["design", "prioritisation", "m5", "ideation", "renegotiation"].map(told)).toEqual([
    "weeks 5–7",
    "week 17 or 18",
    "week 14 “22.11.”",
    "weeks 10–14 “uge 10–12 og 14”",
    "no date",
  ]);
});

/** WCAG 2.2, success criterion 1.4.3. */
function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].toSorted((one, two) => one - two);
  return (light! + 0.05) / (dark! + 0.05);
}

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}
