// The timeline as HTML: the picture, the table and the list say the same, every mark has a name, and nothing needs a style or script.
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { TimelineJson } from "../../api/client.ts";
import { given, IDS, LANGUAGES, timelineHtml } from "./pictures-given.tsx";

const idsIn = (html: string) => [...html.matchAll(/data-line="([^"]*)"/g)].map(([, id]) => id!).toSorted();

/** The picture with what stands below it, the table, and the list for phones. */
function partsOf(html: string) {
  const [table, list] = [html.indexOf("<table"), html.indexOf('class="tl-list"')];
  return { picture: html.slice(0, table), table: html.slice(table, list), list: html.slice(list) };
}

const named = (html: string, id: string): string =>
  new RegExp(`<a href="[^"]*" data-line="${id}"><title>([^<]*)</title>`).exec(html)?.[1] ?? "";

describe.each(IDS)("%s at mid-run", async (id) => {
  const { timeline } = await given(id);

  test.each(LANGUAGES)("says the same in its picture, its table and its list (%s)", (language) => {
    const html = timelineHtml(timeline, language);
    const { picture, table, list } = partsOf(html);
    const all = timeline.lines.map((line) => line.id).toSorted();
    expect([idsIn(picture), idsIn(table), idsIn(list)]).toEqual([all, all, all]);
    for (const { id: own, title } of timeline.lines.filter((line) => line.id !== "tasks:"))
      expect([own, ...[picture, table, list].map((part) => part.includes(title[language]))]).toEqual([
        own,
        true,
        true,
        true,
      ]);
  });

  test("names every mark, and needs neither a style attribute nor a script; all numbers are numbers", () => {
    const html = timelineHtml(timeline);
    const links = [
      ...html.matchAll(/<a href="([^"]+)" data-line="[^"]+"(?: aria-label="([^"]+)")?>(?:<title>([^<]+)<)?/g),
    ];
    const { picture } = partsOf(html);
    expect(links).toHaveLength(idsIn(picture).length);
    for (const [, href, label, title] of links) expect([href, (label ?? title)!.length > 8]).toEqual([href, true]);
    expect(html).not.toMatch(/ style=|<script|<style| on\w+=|NaN|Infinity|undefined|\[object/);
    expect(html).not.toMatch(/(?:width|height|r)="-/);
    expect(gzipSync(html).length).toBeLessThan(15_000);
  });
});

test("marks say what, when and how it stands, in both languages", async () => {
  const { timeline } = await given("innovationsnetvaerk");
  const [da, en] = [timelineHtml(timeline, "da"), timelineHtml(timeline, "en")];
  expect(named(da, "item:m1")).toBe("Møde 1, tor. 18. mar. 2027 kl. 9.00–12.00 (først planlagt: uge 7), holdt");
  expect(named(en, "item:m1")).toBe("Meeting 1, Thu 18 Mar 2027 9:00–12:00 (first planned: uge 7), held");
  expect(named(da, "phase:design")).toBe("Fase: Netværksdesign, 1.–21. mar. 2027, åben 1.–19. mar. 2027, afsluttet");
  expect(named(da, "phase:ideation")).toBe("Fase: Idégenerering, 5. apr. – 9. maj 2027, åben siden 5. apr. 2027");
  expect(named(da, "phase:prioritisation")).toContain("«uge 17 eller 18», ikke åbnet");
  expect(named(da, "tasks:qualification")).toContain("7 af 8 opgaver klaret");
  expect(named(en, "item:m5")).toContain("date is set, tentative");
});

test("a cancelled meeting, a decision that is taken and one that waits read so", async () => {
  const { timeline } = await given("borgerservice");
  const html = timelineHtml(timeline);
  expect(named(html, "item:workshops")).toMatch(/aflyst$/);
  expect(named(html, "item:D1")).toMatch(/, afgjort tir\. 28\. okt\. 2014$/);
  expect(named(html, "item:D2")).toMatch(/afgjort tor\. 26\. mar\. 2015, skal afgøres igen$/);
  expect(named(html, "item:D3")).toMatch(/«forår 2015», ikke lagt frem$/);
});

test("of two sessions each stands with its day", async () => {
  const { timeline } = await given("faellesskabsagenter");
  expect(named(timelineHtml(timeline), "item:E6")).toMatch(/ons\. 10\. sep\. 2014, .* tor\. 11\. sep\. 2014/);
});

test("texts that people wrote are text, whatever is in them", async () => {
  const { timeline } = await given("partnerskab");
  const hostile = `<script>alert(1)</script>" onload="x`;
  const lines = timeline.lines.map((line) => ({ ...line, title: { da: hostile, en: hostile }, quote: hostile }));
  const html = timelineHtml({ ...timeline, lines });
  expect(html).not.toContain("<script>");
  expect(html).not.toContain(`" onload="`);
});

test("a network with nothing in time says what will come", () => {
  const empty: TimelineJson = {
    today: "2027-01-01",
    weeks: [{ monday: "2026-12-28", iso: 53 }],
    phases: [],
    lines: [],
  };
  expect(timelineHtml(empty)).toContain("endnu intet, der har en tid");
});

test("a today outside the weeks has no line, and years of weeks stay a picture", async () => {
  const { timeline } = await given("partnerskab");
  expect(timelineHtml(timeline)).toContain('class="tl-today"');
  expect(timelineHtml({ ...timeline, today: "2031-01-01" })).not.toContain('class="tl-today"');
  const first = Date.parse(timeline.weeks[0]!.monday);
  const weeks = Array.from({ length: 260 }, (_, index) => ({
    monday: new Date(first + index * 7 * 86_400_000).toISOString().slice(0, 10),
    iso: (index % 52) + 1,
  }));
  expect(gzipSync(timelineHtml({ ...timeline, weeks })).length).toBeLessThan(15_000);
});
