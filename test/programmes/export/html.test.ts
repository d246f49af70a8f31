import { chromium as playwright, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { Executed } from "../../../programmes/export/executed.ts";
import { htmlOf } from "../../../programmes/export/html.ts";
import { markup } from "../../../programmes/export/markup.ts";
import { layoutOf } from "../../../programmes/export/rows.ts";
import type { Programme } from "../../../programmes/types.ts";
import { violationsOn } from "../../support/axe.ts";
import { chromium } from "../../support/chromium.ts";
import { p1, parsed } from "../texts.ts";
import { HARD, rich, richLayout, shippedLayouts } from "./given.ts";

const P1 = () => layoutOf(parsed(p1), "2027-02-01");
const EXECUTED: Executed = {
  phases: { forberedelse: { opened: "2014-08-20", closed: "2014-11-01", state: "closed" } },
  items: {
    kursus: { state: "held", from: "2014-08-29", to: "2014-08-29", time: "10:00", until: "15:00", place: "Vejle" },
    skift: { state: "cancelled", from: "2014-11-05" },
    "netvaerksmoede.vest": { state: "pinned", from: "2014-09-12" },
    rapport: { state: "planned", from: "2014-11-10", to: "2014-11-14", window: true },
  },
};

/** The page's text as it is read, without its markup and with single spaces. */
const textOf = (page: string) =>
  page
    .replace(/<style>[^]*<\/style>/, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ");
/** The first cell of each period, in order. */
const times = (page: string) => [...page.matchAll(/<span class="time">([^<]*)</g)].map(([, time]) => time);
/** The text of the period with that time. */
const period = (page: string, time: string) =>
  textOf(page.split("<tbody").find((body) => body.includes(`<span class="time">${time}<`)) ?? "");

describe("a programme as a page", () => {
  test("of P1 has the rows of the source's table in their order", () => {
    const weeks = "1 2 3–4 5 6 7 8–9 10 11 12 13 14 15–16 17_eller_18 19 ? 20–24 25–27 ?".split(" ");
    expect(times(htmlOf(P1(), { language: "da" }))).toEqual(
      weeks.map((week) => (week === "?" ? "Ikke oplyst" : `Uge ${week.replaceAll("_", " ")}`)),
    );
  });

  test("has the phases of a week, its dates, and what happens in it", () => {
    const page = htmlOf(P1(), { language: "da" });
    expect(period(page, "Uge 10")).toContain("5.–11. apr. 2027 Opdagelse Fase 4-6 Tematisering Fase 4-6 Idégenerering");
    expect(period(page, "Uge 14")).toContain("Møde 5 (Dag 68, foreløbig) For: kernedeltager, netværksdeltager");
    expect(period(page, "Uge 14")).toContain("»22.11.«");
    expect(period(page, "Uge 7")).not.toContain("»");
    expect(period(htmlOf(P1(), { language: "en" }), "Week 17 or 18")).toContain("24 May – 6 Jun 2027 Prioritisation");
  });

  test("without a start has weeks and no dates, in the same order", () => {
    const page = htmlOf(layoutOf(parsed(p1)), { language: "da" });
    expect(times(page)).toEqual(times(htmlOf(P1(), { language: "da" })));
    expect(textOf(page)).toContain("Uden startdato");
    expect(textOf(page)).not.toMatch(/20\d\d/);
  });

  test("says a date as precisely as the source does, and no more", () => {
    const page = htmlOf(richLayout(), { language: "da" });
    expect(period(page, "27.–28. aug. 2014")).toContain("09.00–16.00 Forberedelse");
    expect(period(page, "ca. 1.–10. dec. 2014")).toContain("Måned opgave Primo 2,5 dage + 2 dage pr. idé");
    expect(period(page, "senest tir. 4. nov. 2014")).toContain("Før et andet punkt");
    expect(period(page, "når den er udbudt")).toContain("Udbud Fase 5 opgave Når det er udbudt ");
    expect(period(page, "når den er udbudt")).not.toContain("(Fase 5)");
    expect(period(page, "10.–11. sep. 2014")).toContain(
      "Netværksmøde: vest (foreløbig) tor. 11. sep. 2014 10.00 · Kolding",
    );
    // A phase that no item names stands by itself.
    expect(times(page).filter((time) => time === "Ikke oplyst")).toHaveLength(2);
    expect(textOf(page)).toContain("Ikke oplyst Tavs");
  });

  test("says what is left open where it belongs", () => {
    const text = textOf(htmlOf(richLayout(), { language: "en" }));
    expect(text).toContain("Not in the source: The lead selects.");
    expect(text).toContain("Offering: When?");
    expect(text).toContain("lead: Not in the source: Set by us.");
    expect(text).toContain("It succeeds It spreads");
    expect(textOf(htmlOf(P1(), { language: "da" }))).toContain("? Kilden spørger selv");
  });

  test("has what came of it beside what was planned", () => {
    const page = htmlOf(richLayout(), { language: "da", executed: EXECUTED, title: "Vores netværk" });
    expect(textOf(page)).toContain("Planlagt Gennemført");
    expect(period(page, "27.–28. aug. 2014")).toContain("åbnet 20. aug. 2014 lukket 1. nov. 2014");
    expect(period(page, "27.–28. aug. 2014")).toContain("fre. 29. aug. 2014 10.00–15.00 afholdt Vejle");
    expect(period(page, "10.–11. sep. 2014")).toContain("fre. 12. sep. 2014 fastlagt");
    expect(period(page, "senest tir. 4. nov. 2014")).toContain("ca. 10.–14. nov. 2014 planlagt");
    expect(page).toContain('<p class="cancelled">ons. 5. nov. 2014</p>');
    expect(textOf(page)).toMatch(/^ Vores netværk Vores netværk Med det hele\. Rigt program · /);
    expect(textOf(htmlOf(richLayout(), { language: "da" }))).not.toContain("Gennemført");
  });

  test("has no column for phases where there are none, and a track beside what happens meanwhile", () => {
    const phased = htmlOf(richLayout(), { language: "da" });
    expect(phased).toContain(">Fase</th>");
    expect(htmlOf(layoutOf({ ...rich(), phases: [] }), { language: "da" })).not.toContain(">Fase</th>");
    const during = rich().tracks[0]!.when;
    const item = { ...rich().items[0]!, id: "imens", title: { da: "Imens", en: "Meanwhile" }, when: during };
    const page = htmlOf(layoutOf({ ...rich(), items: [item] }), { language: "da" });
    expect(period(page, "ca. 1. sep. – 30. nov. 2014")).toMatch(/Lokalt spor.*Imens/);
  });

  test("escapes every text that it did not write itself", () => {
    const evil = `<script>alert(1)</script>"'&`;
    const mark = (programme: Programme) =>
      JSON.parse(JSON.stringify(programme), (key, value: unknown) =>
        ["da", "en", "quote", "label", "place", "region"].includes(key) && typeof value === "string" ? evil : value,
      ) as Programme;
    for (const programme of [mark(rich()), mark(parsed(p1))]) {
      const page = htmlOf(layoutOf(programme, "2027-02-01"), { language: "da", title: evil, executed: EXECUTED });
      expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;");
      expect(page).not.toContain("<script");
    }
    expect(markup`<p title="${HARD}">${[1, undefined, markup`<b>${"<"}</b>`]}</p>`.text).toBe(
      `<p title="=SUM(A1;B2), &quot;gåseøjne&quot; &lt;b&gt;&amp;amp;&lt;/b&gt; &#39;én&#39; \\ ; | 🎉 æøå">1<b>&lt;</b></p>`,
    );
  });

  test("of every programme shipped has each item's title in both languages, and no word that is missing", async () => {
    for (const layout of await shippedLayouts())
      for (const language of ["da", "en"] as const) {
        const page = htmlOf(layout, { language });
        for (const { title } of layout.programme.items) expect(page).toContain(markup`${title[language]}`.text);
        expect(page).not.toMatch(/undefined|\[object/);
      }
  });
});

const executablePath = chromium();
if (!executablePath) console.warn("SKIPPED: exported pages in a browser. There is no Chromium on the PATH.");

describe.skipIf(!executablePath)("the page in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];
    browser = await playwright.launch({ executablePath: executablePath!, args });
  });
  afterAll(() => browser.close());

  async function opened(html: string, width: number): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 800 } });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    await page.setContent(html);
    return page;
  }

  const pages = async (page: Page) =>
    Number(/\/Count (\d+)/.exec((await page.pdf({ preferCSSPageSize: true })).toString("latin1"))?.[1]);

  test.each([320, 1100])("is accessible and fits at %i px, with and without what came of it", async (width) => {
    for (const page of [
      htmlOf(P1(), { language: "da" }),
      htmlOf(richLayout(), { language: "en", executed: EXECUTED }),
    ]) {
      const shown = await opened(page, width);
      expect(await violationsOn(shown)).toEqual([]);
      expect(await shown.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).toBe(true);
    }
  });

  test("prints a period that is longer than a page from where it begins", async () => {
    const items = Array.from({ length: 40 }, (_, n) => ({ ...parsed(p1).items[0]!, id: `i${n}` }));
    const shown = await opened(
      htmlOf(layoutOf({ ...parsed(p1), phases: [], items }, "2027-02-01"), { language: "da" }),
      1100,
    );
    expect(await pages(shown)).toBe(2);
  });

  test("prints on A4 across, P1 on at most four pages", async () => {
    const shown = await opened(htmlOf(P1(), { language: "da" }), 1100);
    const pdf = (await shown.pdf({ preferCSSPageSize: true })).toString("latin1");
    const [, , width = 0, height = 0] = (/\/MediaBox\s*\[([^\]]*)\]/.exec(pdf)?.[1] ?? "")
      .trim()
      .split(/\s+/)
      .map(Number);
    expect([Math.round(width), Math.round(height)]).toEqual([842, 595]);
    expect(await pages(shown)).toBeLessThanOrEqual(4);
  });

  test("keeps a period together and repeats its header, when printed", async () => {
    const shown = await opened(htmlOf(P1(), { language: "da" }), 1100);
    await shown.emulateMedia({ media: "print" });
    const style = (selector: string, property: string) =>
      shown.evaluate(`getComputedStyle(document.querySelector("${selector}")).${property}`);
    expect(await style("tbody", "breakInside")).toBe("avoid");
    expect(await style("tbody tr", "breakInside")).toBe("avoid");
    expect(await style("thead", "display")).toBe("table-header-group");
  });
});
