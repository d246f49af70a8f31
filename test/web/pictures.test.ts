// With PICTURES=1: a picture of every page, as its first reader sees it, wide and on a phone, for whoever wants to look at them all.
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { createAdaptorServer } from "@hono/node-server";
import { chromium as driver, type Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROOT } from "../guards/files.ts";
import { chromium } from "../support/chromium.ts";
import { useHouse, type TestNetwork } from "../support/house.ts";
import { playedNetwork } from "../support/played.ts";
import { PAGES } from "./site-pages.ts";
import { siteOf } from "./site.ts";

const executablePath = chromium();
const isWanted = process.env["PICTURES"] === "1" && executablePath !== undefined;
const FOLDER = path.join(ROOT, "docs/pictures");
const WIDTHS = [1280, 375];
/** Ideas are in test, wait for a decision and are decided. */
const UNTIL = "2027-07-27T12:00";
const PLAY = 180_000;
/** Of a long page so many pixels are taken: all together are to stay below 5 MB. */
const TALLEST = 4_000;
/** Runs in the page: pictures in it that wait until they are scrolled to are there too. */
const LOADED = `Promise.all([...document.images].map((one) => {
  one.loading = "eager";
  return one.decode().catch(() => undefined);
}))`;

describe.runIf(isWanted)("in a browser", () => {
  const house = useHouse();
  let browser: Browser;
  let base: string;
  let close: () => void;
  let network: TestNetwork;

  beforeAll(async () => {
    const server = createAdaptorServer({ fetch: siteOf(house).app.fetch });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    close = () => server.close();
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await driver.launch({ executablePath: executablePath!, args: ["--no-sandbox", "--disable-gpu"] });
    network = await playedNetwork(house, UNTIL);
    for (const method of ["scores", "pairs", "dots"]) await network.do("networkLead", "openBallot", { method });
    mkdirSync(FOLDER, { recursive: true });
    for (const file of readdirSync(FOLDER)) if (file.endsWith(".jpg")) rmSync(path.join(FOLDER, file));
  }, PLAY);
  afterAll(async () => {
    await browser?.close();
    close?.();
  });

  test.each(PAGES)("$path has its picture taken, wide and on a phone", async ({ path: place, as }) => {
    const role = as[0]!;
    const token = role === "administrator" ? house.admin : await network.tokenOf(role);
    for (const width of WIDTHS) {
      const context = await browser.newContext({ viewport: { width, height: 900 }, deviceScaleFactor: 0.75 });
      await context.addCookies([
        { name: "fremdrift-session", value: token, url: base },
        { name: "fremdrift-language", value: "da", url: base },
      ]);
      const page = await context.newPage();
      const answer = await page.goto(`${base}${place.replaceAll("{id}", network.id)}`);
      expect(answer?.status()).toBe(200);
      await page.evaluate(LOADED);
      const whole = (await page.evaluate("document.documentElement.scrollHeight")) as number;
      const clip = { x: 0, y: 0, width, height: Math.min(whole, TALLEST) };
      await page.screenshot({
        path: path.join(FOLDER, fileOf(place, width)),
        type: "jpeg",
        quality: 50,
        fullPage: true,
        clip,
      });
      await context.close();
    }
  });
});

/** The file of a page's picture: `/networks/{id}/meetings/m1` at 375 px is `network-meetings-m1-375.jpg`. */
function fileOf(place: string, width: number): string {
  const name = place
    .replace("/networks/{id}", "/network")
    .replaceAll(/\{id\}\/?/g, "")
    .split(/[^\w-]+/)
    .filter(Boolean)
    .join("-");
  return `${name || "mine"}-${width}.jpg`;
}
