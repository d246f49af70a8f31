// Timelines and statecharts as they are seen, in the pages' own sheets and fonts: accessible, readable, and wide only in their frame.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { chromium as driver, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { SITE } from "../../web/site/sheet.css.ts";
import { STATECHART } from "../../web/statechart/statechart.css.ts";
import { TIMELINE } from "../../web/timeline/timeline.css.ts";
import { ROOT } from "../guards/files.ts";
import { violationsOn } from "../support/axe.ts";
import { chromium } from "../support/chromium.ts";
import { tmpFolder } from "../support/tmp.ts";
import { chartHtml, given, IDS, timelineHtml, type Given } from "./pictures-given.tsx";

const executablePath = chromium();
if (executablePath === undefined)
  console.warn("SKIPPED: timelines in a browser. There is no Chromium on the PATH: apt-get install chromium");

const DESIGN = pathToFileURL(path.join(ROOT, "node_modules/dkfds/dist/css/dkfds.min.css")).href;
const [WIDE, PHONE] = [1280, 375];

describe.skipIf(executablePath === undefined)("in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await driver.launch({ executablePath: executablePath!, args: ["--no-sandbox", "--disable-gpu"] });
  });
  afterAll(() => browser?.close());

  const opened = async ({ timeline, chart }: Given, width: number, language: "da" | "en" = "da"): Promise<Page> => {
    const file = path.join(tmpFolder(), "page.html");
    writeFileSync(
      file,
      `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>Netværk</title>
      <meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="${DESIGN}">
      <style>${SITE}${TIMELINE}${STATECHART}</style></head><body><main class="container page-container"><h1>Netværk</h1>
      ${chartHtml(chart, language)}${timelineHtml(timeline, language)}</main></body></html>`,
    );
    const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: true });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    await page.goto(pathToFileURL(file).href);
    return page;
  };
  const openAll = (page: Page) =>
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })");

  test.each(IDS)(
    "%s at mid-run is accessible, folded and unfolded, and the page is no wider than its window",
    async (id) => {
      const what = await given(id);
      for (const width of [WIDE, PHONE]) {
        const page = await opened(what, width, width === WIDE ? "da" : "en");
        expect(await violationsOn(page)).toEqual([]);
        await openAll(page);
        expect(await violationsOn(page)).toEqual([]);
        expect(await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).toBe(true);
      }
    },
  );

  test.each(IDS)("%s: no words of the picture lie over other words, or outside it", async (id) => {
    const page = await opened(await given(id), WIDE);
    expect(await page.evaluate(OVERLAPS)).toEqual([]);
  });

  test("on a phone there is the list instead of the picture, with rows that can be touched; nothing is read twice", async () => {
    const what = await given("innovationsnetvaerk");
    const [phone, wide] = [await opened(what, PHONE), await opened(what, WIDE)];
    for (const [page, shown, hidden] of [
      [phone, ".tl-list, .sc-narrow", ".tl-wide, .sc-wide"],
      [wide, ".tl-wide, .sc-wide", ".tl-list, .sc-narrow"],
    ] as const) {
      expect(await page.locator(shown).evaluateAll((all) => all.map((one) => one.checkVisibility()))).toEqual([
        true,
        true,
      ]);
      expect(await page.locator(hidden).evaluateAll((all) => all.map((one) => one.checkVisibility()))).toEqual([
        false,
        false,
      ]);
    }
    await openAll(phone);
    const heights = await phone
      .locator(".tl-list a")
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
    expect(heights).toHaveLength(what.timeline.lines.length);
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
  });

  test("a mark is found and followed by its name, with the keyboard alone", async () => {
    const page = await opened(await given("innovationsnetvaerk"), WIDE);
    const mark = page.getByRole("link", {
      name: "Møde 4, tor. 22. apr. 2027 kl. 13.00–16.00 (først planlagt: uge 12), dato er sat",
    });
    await mark.focus();
    expect(await page.evaluate("getComputedStyle(document.activeElement).outlineStyle")).toBe("solid");
    expect(await mark.getAttribute("href")).toBe("/networks/simulated/meetings/m4");
  });
});

/** Runs in the page: pairs of texts that share more than a sliver, and texts that their picture cuts off. */
const OVERLAPS = `[...document.querySelectorAll("svg.tl-weeks, svg.tl-names, svg.sc")].flatMap((svg) => {
  const frame = svg.getBoundingClientRect();
  const texts = [...svg.querySelectorAll("text")].map((one) => [one.textContent, one.getBoundingClientRect()]);
  const over = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4;
  const outside = texts.filter(([, box]) => box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1);
  const pairs = texts.flatMap(([text, box], index) => texts.slice(index + 1).filter(([, other]) => over(box, other)).map(([other]) => text + " / " + other));
  return [...outside.map(([text]) => "outside: " + text), ...pairs];
})`;
