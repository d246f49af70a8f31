import { describe, expect, test } from "vitest";
import { listProgrammes } from "../../library/programmes.ts";
import { graphOf } from "../../programmes/picture/graph.ts";
import { statechartOf, type States } from "../../programmes/picture/statechart.ts";
import { timelineOf } from "../../programmes/picture/timeline.ts";
import type { Programme } from "../../programmes/types.ts";
import { all, EVIL, handMade, handMadePath, textIn, titlesIn, xml } from "./picture-given.ts";
import { p1, parsed } from "./texts.ts";

const LANGUAGES = ["da", "en"] as const;
const given = [...(await listProgrammes()), handMade(), handMadePath()].flatMap((programme) =>
  LANGUAGES.map((language) => ({ id: programme.id, programme, language })),
);

describe.each(given)("the pictures of $id in $language", ({ programme, language }) => {
  const title = (part: { title: { da: string; en: string } }) => part.title[language];
  const described = (svg: string) => textIn(all(xml(svg)).find(({ name }) => name === "desc")!);

  test("are well-formed, scale, and say in words what they show", async () => {
    for (const svg of [await statechartOf(programme, { language }), timelineOf(programme, { language })]) {
      const { name, attributes } = xml(svg);
      expect(name).toBe("svg");
      expect(attributes).toMatchObject({ role: "img", lang: language, viewBox: expect.stringMatching(/^0 0 1600 \d/) });
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
      const ids = all(xml(svg)).flatMap((element) => element.attributes["id"] ?? []);
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of attributes["aria-labelledby"]!.split(" ")) expect(ids).toContain(id);
      for (const phase of programme.phases) expect(described(svg)).toContain(title(phase));
    }
  });

  test("need nothing from elsewhere, and run nothing", async () => {
    for (const svg of [await statechartOf(programme, { language }), timelineOf(programme, { language })]) {
      const elements = all(xml(svg));
      const names = elements.flatMap(({ attributes }) => Object.keys(attributes));
      expect(names.filter((name) => /^on|href|src|^style$/i.test(name))).toEqual([]);
      expect(elements.map(({ name }) => name).filter((name) => /script|image|foreign|use|link/i.test(name))).toEqual(
        [],
      );
      const values = elements.flatMap(({ attributes }) => Object.values(attributes));
      const references = values.flatMap((value) => [...value.matchAll(/url\(([^)]*)\)/g)].map(([, to]) => to!));
      const ids = elements.flatMap(({ attributes }) => attributes["id"] ?? []);
      expect(references.filter((to) => !ids.includes(to.replace("#", "")))).toEqual([]);
      const style = textIn(elements.find(({ name }) => name === "style")!);
      expect(style).not.toMatch(/@import|url\(|@font-face/);
    }
  });

  test("a statechart has every phase, criterion, decision and track; without phases every item", async () => {
    const titles = titlesIn(await statechartOf(programme, { language })).join("\n");
    const decisions = programme.items.filter(({ kind }) => kind === "decision");
    const parts = [
      ...programme.phases.flatMap((phase) => [phase, ...phase.opens, ...phase.closes]),
      ...(programme.phases.length > 0 ? decisions : programme.items),
      ...programme.tracks,
    ];
    expect(parts.filter((part) => !titles.includes(title(part)))).toEqual([]);
  });

  test("a timeline has every phase, track and item, also those without a date", () => {
    for (const start of [{}, { start: "2027-02-03" }]) {
      const titles = titlesIn(timelineOf(programme, { language, ...start })).join("\n");
      const parts = [...programme.phases, ...programme.tracks, ...programme.items];
      expect(parts.filter((part) => !titles.includes(title(part)))).toEqual([]);
    }
  });

  test("come out the same every time", async () => {
    const again = structuredClone(programme);
    expect(await statechartOf(again, { language })).toBe(await statechartOf(programme, { language }));
    expect(timelineOf(again, { language })).toBe(timelineOf(programme, { language }));
  });
});

test("a title that tries to break out stands as text, also with signs that XML does not know", async () => {
  const programme: Programme = { ...handMade(), title: { da: `${EVIL}\u0000\u000B\uD800`, en: EVIL } };
  for (const svg of [await statechartOf(programme, { language: "da" }), timelineOf(programme, { language: "da" })]) {
    expect(titlesIn(svg)[0]).toContain(EVIL);
    // oxlint-disable-next-line no-control-regex
    expect(svg).not.toMatch(/<script|[\u0000-\u0008\u000B]|\uD800/);
  }
});

test("a date that is none is refused", async () => {
  await expect(statechartOf(handMade(), { language: "da", start: "2027-02-30" })).rejects.toThrow("2027-02-30");
  expect(() => timelineOf(handMade(), { language: "da", start: "2027-02-30" })).toThrow("2027-02-30");
});

test("weeks get their dates from a start, and have none without", async () => {
  const programme = parsed(p1);
  expect(await statechartOf(programme, { language: "da", start: "2027-02-03" })).toContain("1.–14. feb");
  expect(await statechartOf(programme, { language: "da" })).not.toMatch(/feb|2001/);
  expect(timelineOf(programme, { language: "da" })).not.toMatch(/ jan |2001/);
});

test("phases that are active, done or next are told apart by words and edges, not only by colour", async () => {
  const states: States = { active: ["discovery", "ideation"], done: ["design"], next: ["thematising"] };
  const programme = parsed(p1);
  const svg = await statechartOf(programme, { language: "da", states });
  expect(all(xml(svg)).filter(({ attributes }) => attributes["stroke-dasharray"] === "6 4")).toHaveLength(1);
  expect(
    all(xml(svg)).filter(({ name, attributes }) => name === "rect" && attributes["class"] === "strong"),
  ).toHaveLength(2);
  expect(textIn(all(xml(svg)).find(({ name }) => name === "desc")!)).toMatch(
    /Opdagelse \(åbnende, uge 10–12, i gang\)/,
  );
});

test("longer loops go around shorter ones, so that none crosses another", async () => {
  const svg = await statechartOf(parsed(p1), { language: "da" });
  const paths = all(xml(svg)).filter(({ attributes }) => attributes["class"] === "loop" && /Q/.test(attributes["d"]!));
  const feet = paths.map(({ attributes }) => {
    const numbers = attributes["d"]!.match(/-?[\d.]+/g)!.map(Number);
    return { from: numbers[0]!, to: numbers.at(-2)! };
  });
  // From the shortest: adjusting, evaluated again, tested again.
  const [adjust, evaluate, test] = feet.toSorted((a, b) => a.from - b.from);
  expect(test!.to).toBeLessThan(adjust!.to);
  expect(adjust!.from).toBeLessThan(evaluate!.to);
  expect(evaluate!.from).toBeLessThan(test!.from);
});

describe("the ways of the nine phases", () => {
  const { ways, loops } = graphOf(parsed(p1));

  test("come from the phases that their criteria name, or whose closing counts the same", () => {
    const told = ways.map(({ from, exit, to, criterion }) => `${from} ${exit} > ${to} ${criterion ?? "-"}`);
    expect(told).toEqual([
      "qualification phase > design -",
      "design phase > focusing designOpen",
      "focusing closes > discovery focusingClosed",
      "discovery phase > thematising discoveryOpen",
      "discovery phase > ideation discoveryOpen",
      "ideation closes > prioritisation ideationClosed",
      "prioritisation closes > test shortlisted",
      "test phase > evaluation resultsIn",
      "evaluation closes > renegotiation evaluationClosed",
    ]);
  });

  test("loop back to test and evaluation, so many times as the method says", () => {
    expect(loops.map(({ from, to, title }) => `${from} > ${to}: ${title.da}`)).toEqual([
      "evaluation > test: Justér: test igen, højst 3 runder",
      "renegotiation > test: Åbnes igen, højst 2 gange",
      "renegotiation > evaluation: Åbnes igen, højst 2 gange",
    ]);
  });
});

test("a criterion about a decision leads from that decision; one rejected leads back to where it is drafted", () => {
  const { ways, loops } = graphOf(handMade());
  expect(ways).toContainEqual({ from: "a", exit: { decision: "d1" }, to: "c", criterion: "o2" });
  expect(ways.filter(({ to }) => to === "d").map(({ from, exit }) => [from, exit])).toEqual([
    ["b", "closes"],
    ["c", "phase"],
  ]);
  expect(loops.map(({ from, to }) => [from, to])).toContainEqual(["c", "a"]);
});
