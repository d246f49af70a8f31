// The statechart as HTML: picture and list name every phase with its state and what is missing, in both languages.
import { describe, expect, test } from "vitest";
import { chartHtml, given, LANGUAGES } from "./pictures-given.tsx";

const textOf = (html: string) => html.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");

describe.each(LANGUAGES)("P1 in its eleventh week (%s)", async (language) => {
  const { chart } = await given("innovationsnetvaerk");
  const html = chartHtml(chart, language);
  const [picture, list] = [html.slice(0, html.indexOf("</svg>")), html.slice(html.indexOf('class="sc-narrow"'))];

  test("names every phase in its picture and in its list, with the same state", () => {
    const inPicture = [...picture.matchAll(/<g class="sc-(\w+)">/g)].map(([, state]) => state);
    const inList = [...list.matchAll(/<li class="sc-(\w+)" data-phase="(\w+)"/g)];
    expect(inPicture).toEqual(chart.phases.map(({ state }) => state));
    expect(inList.map(([, state, id]) => [id, state])).toEqual(chart.phases.map(({ id, state }) => [id, state]));
    for (const { title } of chart.phases) expect(textOf(list)).toContain(title[language]);
  });

  test("says every criterion in its list, and that it is met only of phases that have begun", () => {
    for (const { closes } of chart.phases)
      for (const { title } of closes) expect(textOf(list)).toContain(title[language]);
    const test = list.slice(list.indexOf('data-phase="test"'), list.indexOf('data-phase="evaluation"'));
    expect([...test.matchAll(/<li class="(\w+)">/g)].map(([, look]) => look)).toEqual(["unmet", "later", "later"]);
  });

  test("has an arc for each loop, and needs neither a style attribute nor a script", () => {
    expect([...picture.matchAll(/class="sc-loop"/g)]).toHaveLength(chart.loops.length);
    for (const { title } of chart.loops) expect(textOf(list)).toContain(title[language]);
    expect(html).not.toMatch(/ style=|<script|<style| on\w+=|NaN|Infinity|undefined|\[object/);
  });
});

test("says in one sentence where the network is, and what is missing", async () => {
  const { chart } = await given("innovationsnetvaerk");
  const html = chartHtml(chart);
  expect(html).toContain("Åbne faser: Opdagelse, Tematisering, Idégenerering. Næste: Prioritering.");
  expect(textOf(html)).toContain("Der er idéer nok (mangler: 0 af 5)");
  const ended = await given("innovationsnetvaerk", "2027-09-30");
  expect(chartHtml(ended.chart)).toContain("Netværket er slut.");
});

test("a programme without phases has no chart", async () => {
  expect(chartHtml((await given("partnerskab")).chart)).toBe("");
});

test("loops between rows are told below the phase that they leave", async () => {
  const { chart } = await given("innovationsnetvaerk");
  const loops = [{ from: "renegotiation", to: "design", title: { da: "Forfra", en: "Again" } }];
  const html = chartHtml({ ...chart, loops });
  expect(html).not.toContain('class="sc-loop"');
  expect(html).toContain("↩ Netværksdesign: Forfra");
});
