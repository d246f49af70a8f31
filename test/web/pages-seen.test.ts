// Every page for who is signed in, as it is seen: in both languages, wide and on a small phone, with scripts and without.
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { chromium as driver, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { violationsOn } from "../support/axe.ts";
import { chromium } from "../support/chromium.ts";
import { useHouse, type TestNetwork } from "../support/house.ts";
import { playedNetwork } from "../support/played.ts";
import { PAGES } from "./site-pages.ts";
import { siteOf } from "./site.ts";

const executablePath = chromium();
if (executablePath === undefined)
  console.warn("SKIPPED: pages in a browser. There is no Chromium on the PATH: apt-get install chromium");

const house = useHouse();
const PLAY = 180_000;
/** Ideas are in test, wait for a decision and are decided. */
const UNTIL = "2027-07-27T12:00";

describe.skipIf(executablePath === undefined)("in a browser", () => {
  let browser: Browser;
  let base: string;
  let close: () => void;
  let network: TestNetwork;

  beforeAll(async () => {
    const server = createAdaptorServer({ fetch: siteOf(house).app.fetch });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    close = () => server.close();
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];
    browser = await driver.launch({ executablePath: executablePath!, args });
    network = await playedNetwork(house, UNTIL);
    for (const method of ["scores", "pairs", "dots"]) await network.do("networkLead", "openBallot", { method });
    const scores = { i2: { value: 4, feasibility: 3 }, i4: { value: 2, feasibility: 5 } };
    await network.do("coreMember", "castBallot", { ballot: "b1", scores });
  }, PLAY);
  afterAll(async () => {
    await browser?.close();
    close?.();
  });

  /** Opens a page as somebody; what the browser complained of, and hosts that were asked, are in `seen`. */
  const opened = async (path: string, as: string, language: "da" | "en", options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({ viewport: { width: 320, height: 800 }, ...options });
    onTestFinished(() => context.close());
    const token = as === "administrator" ? house.admin : await network.tokenOf(as);
    const url = base;
    await context.addCookies([
      { name: "fremdrift-session", value: token, url },
      { name: "fremdrift-language", value: language, url },
    ]);
    const page = await context.newPage();
    const seen = { complaints: [] as string[], elsewhere: [] as string[] };
    page.on(
      "console",
      (message) => ["error", "warning"].includes(message.type()) && seen.complaints.push(message.text()),
    );
    page.on("pageerror", (error) => seen.complaints.push(error.message));
    page.on("request", (request) => !request.url().startsWith(base) && seen.elsewhere.push(request.url()));
    const answer = await page.goto(`${base}${path.replaceAll("{id}", network.id)}`);
    return { page, seen, status: answer?.status() };
  };

  const unfold = (page: Page) =>
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })");
  /** What would be wrong with any page: found by itself, so that a page says all of it at once. */
  const WRONG = `(() => {
    const wrong = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) wrong.push("wider than its window: " + (root.scrollWidth - root.clientWidth));
    for (const { parentElement: one } of document.querySelectorAll(".stacked"))
      if (one.scrollWidth > one.clientWidth) wrong.push("scrolls sideways: " + one.ariaLabel);
    const ones = document.querySelectorAll("h1").length;
    if (ones !== 1) wrong.push(ones + " first headings");
    if (document.querySelector("[style]")) wrong.push("a style of its own: " + document.querySelector("[style]").outerHTML.slice(0, 120));
    for (const one of document.querySelectorAll("main button, main .button, nav a"))
      if (one.offsetParent !== null && one.getBoundingClientRect().height < 43.5) wrong.push("small to touch: " + one.outerHTML.slice(0, 120));
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    for (const id of new Set(ids)) if (ids.filter((one) => one === id).length > 1) wrong.push("twice: #" + id);
    if (/undefined|\\[object|NaN/.test(document.querySelector("main").innerText)) wrong.push("a value shows that is none: " + /.{0,40}(undefined|\\[object|NaN).{0,40}/.exec(document.querySelector("main").innerText)[0]);
    return wrong;
  })()`;

  /** Whoever opens a page first sees it both ways, others on a phone. */
  const WAYS = [
    ["da", 1280],
    ["en", 320],
  ] as const;
  const all = PAGES.flatMap(({ path, as }) => as.map((role) => [path, role] as const));
  test.each(all)("%s as %s, in Danish and wide, and in English on a small phone", async (path, role) => {
    const isFirst = PAGES.find((page) => page.path === path)!.as[0] === role;
    for (const [language, width] of WAYS.slice(isFirst ? 0 : 1)) {
      const { page, seen, status } = await opened(path, role, language, { viewport: { width, height: 900 } });
      expect([language, status]).toEqual([language, 200]);
      const folded = await page.evaluate(WRONG);
      await unfold(page);
      const found = [
        ...(folded as string[]),
        ...((await page.evaluate(WRONG)) as string[]),
        ...(await violationsOn(page)),
      ];
      expect([language, [...new Set(found)], seen]).toEqual([language, [], { complaints: [], elsewhere: [] }]);
      expect(await page.getAttribute("html", "lang")).toBe(language);
    }
  });

  test("a page that is open shows what somebody else does, and keeps what is being typed", async () => {
    const { page } = await opened("/networks/{id}", "networkLead", "da", { viewport: { width: 1280, height: 900 } });
    const idea = { text: "Den står der, uden at nogen beder om det." };
    await network.do("coreMember", "addIdea", { title: "Set med det samme", ...idea });
    await page.locator("[data-live-note]:not(:empty)").waitFor({ state: "attached" });
    expect(await page.textContent("[data-part=last]")).toContain("Idé");
    await unfold(page);
    await page.fill("#stop-network textarea", "Halvt skrevet");
    await network.do("coreMember", "addIdea", { title: "Mens der skrives", ...idea });
    await page.waitForTimeout(1_500);
    expect(await page.inputValue("#stop-network textarea")).toBe("Halvt skrevet");
  });

  test("a wide table stands as cards on a phone, each line with the name of its column, and is still read as a table", async () => {
    for (const [width, label] of [
      [1280, "none"],
      [320, '"Besked: "'],
    ] as const) {
      const path = "/networks/{id}/messages";
      const { page } = await opened(path, "networkLead", "da", { viewport: { width, height: 900 } });
      const table = page.getByRole("table");
      const headings = await table.getByRole("columnheader", { name: "Besked", exact: true }).count();
      expect([width, headings, await table.getByRole("rowheader").count()]).toEqual([width, 1, 30]);
      const before = `getComputedStyle(document.querySelector(".stacked tbody th"), "::before").content`;
      expect(String(await page.evaluate(before)).split(" /")[0]).toBe(label);
    }
  });

  test("by keyboard alone the content is reached past the menu, and the focus is seen", async () => {
    const { page } = await opened("/networks/{id}", "networkLead", "da", { viewport: { width: 1280, height: 900 } });
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.className")).toBe("skip");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.id")).toBe("content");
    await page.keyboard.press("Tab");
    const outline = "getComputedStyle(document.activeElement).outlineWidth";
    expect(await page.evaluate(outline)).toBe("3px");
  });
});
