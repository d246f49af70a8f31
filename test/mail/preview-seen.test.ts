// Every letter as a reader's screen shows it: on a phone, on a wide screen, light and dark.
import { mkdirSync } from "node:fs";
import { chromium as driver, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PALETTE } from "../../mail/letter-style.ts";
import { lettered, SAMPLES } from "../../mail/preview-samples.ts";
import { violationsOn } from "../support/axe.ts";
import { chromium } from "../support/chromium.ts";

const executablePath = chromium();
if (executablePath === undefined)
  console.warn("SKIPPED: the letters in a browser. There is no Chromium on the PATH: apt-get install chromium");

/** A folder for pictures of every letter, for whoever wants to look at them all. */
const shots = process.env["LETTER_SHOTS"];
if (shots) mkdirSync(shots, { recursive: true });

describe.skipIf(executablePath === undefined)("in a browser", () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];
    browser = await driver.launch({ executablePath: executablePath!, args });
    page = await (await browser.newContext()).newPage();
  });
  afterAll(() => browser?.close());

  async function show(html: string, width: number, colorScheme: "light" | "dark") {
    await page.setViewportSize({ width, height: 700 });
    await page.emulateMedia({ colorScheme });
    await page.setContent(html);
  }

  async function expectFits(html: string, width: number, scheme: "light" | "dark") {
    await show(html, width, scheme);
    const { wide, links, ground } = await page.evaluate<Measured>(MEASURE);
    expect(wide).toBeLessThanOrEqual(width);
    for (const { height, right, left } of links) {
      expect(height).toBeGreaterThanOrEqual(44);
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(width);
    }
    expect(ground).toBe(rgb(PALETTE[scheme].ground));
  }

  async function expectAccessible() {
    expect(await violationsOn(page)).toEqual([]);
  }

  test.each(SAMPLES)("$id is accessible and fits, on a phone and a wide screen, light and dark", async (sample) => {
    await expectFits(lettered(sample, "en").html, 640, "light");
    await expectFits(lettered(sample, "da").html, 640, "dark");
    await expectFits(lettered(sample, "da").html, 320, "light");
    await expectAccessible();
    await expectFits(lettered(sample, "en").html, 320, "dark");
    await expectAccessible();
  });

  test.runIf(shots).each(SAMPLES)("$id has its picture taken", async (sample) => {
    const take = (name: string) => page.screenshot({ path: `${shots}/${sample.id}-${name}.png`, fullPage: true });
    await show(lettered(sample, "da").html, 640, "light");
    await take("da");
    await show(lettered(sample, "en").html, 320, "dark");
    await take("en-dark-320");
  });
});

type Measured = { wide: number; links: { height: number; left: number; right: number }[]; ground: string };

/** Runs in the page. Of what a narrow screen breaks, the width of the whole and the places of its links. */
const MEASURE = `({
  wide: document.documentElement.scrollWidth,
  links: [...document.querySelectorAll("a")].map((link) => link.getBoundingClientRect().toJSON()),
  ground: getComputedStyle(document.body).backgroundColor,
})`;

function rgb(colour: string): string {
  return `rgb(${[1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)).join(", ")})`;
}
