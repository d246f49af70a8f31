// The report's page: escaped, without anything to fetch, and in a browser accessible, narrow enough, and printed on A4.
import { chromium as playwright, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { printPdf } from "../../../library/chromium.ts";
import { barsOf } from "../../../programmes/export/report/chart.ts";
import { reportHtml } from "../../../programmes/export/report/html.ts";
import type { Report } from "../../../programmes/export/report/types.ts";
import { reported, SHIPPED } from "../../machines/report-given.ts";
import { violationsOn } from "../../support/axe.ts";
import { chromium } from "../../support/chromium.ts";

const LAST = "2030-12-31";
const ROWS = [
  { organisation: "Nordby Kommune", values: [1, 2.5, 4] },
  { organisation: "Et meget langt navn på en kommune", values: [3, undefined, "bedre"] },
];
const ASKED = { title: "Kriterium 1", points: ["Før", "Midt", "Slut"], language: "da" as const };

describe("a chart", () => {
  test("has a bar for each number, as long as it is, and says in words what it shows", () => {
    const { text } = barsOf(ROWS, ASKED)!;
    const widths = [...text.matchAll(/<rect[^>]* width="([\d.]+)"/g)].map(([, width]) => Number(width));
    expect(widths).toHaveLength(4);
    expect(widths[2]! / widths[0]!).toBeCloseTo(4, 1);
    expect(text).toContain(
      'role="img" aria-label="Kriterium 1. Før, Midt, Slut. Nordby Kommune: 1, 2,5, 4; Et meget langt navn på en kommune: 3, –, bedre"',
    );
  });

  test("is not drawn of words alone, nor of what is below nothing", () => {
    expect(barsOf([{ organisation: "A", values: ["godt", undefined] }], ASKED)).toBeUndefined();
    expect(barsOf([{ organisation: "A", values: [-1, 2] }], ASKED)).toBeUndefined();
  });
});

describe("the page", () => {
  test("escapes every text that it did not write itself, and fetches and runs nothing", async () => {
    const evil = `<script>alert(1)</script>"'&`;
    const { report } = await reported(SHIPPED[3]!, LAST, { names: true });
    const marked = JSON.parse(JSON.stringify(report), (key, value: unknown) =>
      typeof value === "string" && !["language", "fate", "extent"].includes(key) && !/^\d{4}-/.test(value)
        ? evil
        : value,
    ) as Report;
    const page = reportHtml({ ...marked, plan: report.plan });
    expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;");
    expect(page).not.toContain("<script");
    expect(page).not.toMatch(/https?:\/\/|url\(|@import|<link|<img/);
    expect(page).toContain("default-src 'none'");
  });
});

const executablePath = chromium();
if (!executablePath) console.warn("SKIPPED: reports in a browser and as PDF. There is no Chromium on the PATH.");

describe.skipIf(!executablePath)("in a browser", () => {
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

  test.each(SHIPPED.map((id, index) => [id, index % 2 === 0 ? "da" : "en"] as const))(
    "the report of %s is accessible, and fits on a phone and a screen",
    async (id, language) => {
      const shown = await opened((await reported(id, LAST, { language, names: true, hours: true })).page, 1100);
      const fits = () => shown.evaluate("document.documentElement.scrollWidth <= window.innerWidth");
      expect(await fits()).toBe(true);
      await shown.setViewportSize({ width: 320, height: 800 });
      expect(await fits()).toBe(true);
      expect(await violationsOn(shown)).toEqual([]);
    },
  );

  test("prints as PDF on A4: what is to be read upright, the plan's table across", async () => {
    const pdf = (await printPdf(executablePath!, (await reported(SHIPPED[0]!, LAST)).page)).toString("latin1");
    const sizes = [...pdf.matchAll(/\/MediaBox\s*\[([^\]]*)\]/g)].map(([, box = ""]) => {
      const [, , width = 0, height = 0] = box.trim().split(/\s+/).map(Number);
      return `${Math.round(width)} × ${Math.round(height)}`;
    });
    expect(pdf.slice(0, 5)).toBe("%PDF-");
    const upright = sizes.filter((size) => size === "595 × 842").length;
    const across = sizes.filter((size) => size === "842 × 595").length;
    expect([upright + across, upright > 3, across > 1]).toEqual([sizes.length, true, true]);
  });

  test.each(SHIPPED)("the first page of %s holds all a manager needs: no more of it goes on the second", async (id) => {
    const shown = await opened((await reported(id, LAST)).page, 665);
    await shown.emulateMedia({ media: "print" });
    // A4 without its margins, at 96 dots an inch.
    const height = Number(await shown.evaluate(`document.querySelector(".brief").getBoundingClientRect().height`));
    expect(height).toBeLessThanOrEqual(986);
  });
});
