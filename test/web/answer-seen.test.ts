// The page behind a mail's link as it is seen: on a phone, in the dark, without scripts; and pressed.
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { chromium as driver, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { ANNA, LEAD, linksOf, MAJA, PEOPLE } from "../support/answer-links.ts";
import { violationsOn } from "../support/axe.ts";
import { chromium } from "../support/chromium.ts";
import { useHouse, type TestNetwork } from "../support/house.ts";
import { toDecisions } from "../api/journey.ts";
import { webOf } from "./answering.ts";

const executablePath = chromium();
if (executablePath === undefined)
  console.warn("SKIPPED: answers by link in a browser. There is no Chromium on the PATH: apt-get install chromium");

const house = useHouse();
const { token } = linksOf(house);

const CONSULTANT = `name,email,role,organisation,region
Lea Ledelund,lead@example.org,networkLead,,
Vera Vest,vera@example.org,consultant,Vestby,west
`;
const THINGS = ["meeting", "parts", "homework", "idea", "plan"] as const;

describe.skipIf(executablePath === undefined)("in a browser", () => {
  let browser: Browser;
  let base: string;
  let close: () => void;
  let ideas: TestNetwork;
  const links = {} as Record<(typeof THINGS)[number], string>;

  beforeAll(async () => {
    const server = createAdaptorServer({ fetch: webOf(house).app.fetch });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    close = () => server.close();
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/a/`;
    const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];
    browser = await driver.launch({ executablePath: executablePath!, args });
    ideas = await house.network({ people: PEOPLE });
    await toDecisions(ideas);
    const other = await house.network({ people: PEOPLE });
    await other.do(LEAD, "pinItem", { item: "m1", start: "2027-03-17T09:00", place: "Rådhuset" });
    const agents = await house.network({ programme: "faellesskabsagenter", start: "2014-02-25", people: CONSULTANT });
    const joint = await house.network({ programme: "borgerservice", start: "2014-09-01" });
    await joint.do(LEAD, "openPhase", { phase: "konsolidering" });
    await joint.do(LEAD, "propose", { item: "D1", text: "Vi går i gang" });
    const [member] = joint.emails("steeringGroup");
    Object.assign(links, {
      meeting: await token(other, ANNA, "item:m1", "answer"),
      parts: await token(agents, "vera@example.org", "item:E6/west", "answer"),
      homework: await token(agents, "vera@example.org", "item:H4", "deliver"),
      idea: await token(ideas, MAJA, "idea:i1", "decide"),
      plan: await token(joint, member!, "item:D1", "decide"),
    });
  });
  afterAll(async () => {
    await browser?.close();
    close?.();
  });

  const opened = async (where: string, options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 320, height: 800 }, ...options });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    await page.goto(`${base}${where}`);
    return page;
  };

  const check = async (page: Page) => {
    expect(await violationsOn(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).toBe(true);
    const small = `[...document.querySelectorAll("button, .bar a, .pick, .said a, textarea, input:not(.pick input)")]
      .filter((one) => one.offsetParent !== null && one.getBoundingClientRect().height < 44).map((one) => one.outerHTML)`;
    expect(await page.evaluate(small)).toEqual([]);
  };

  test.each(THINGS.flatMap((thing) => (["light", "dark"] as const).map((scheme) => [thing, scheme] as const)))(
    "%s, %s: accessible, wide enough to touch, and not wider than a small phone",
    async (thing, colorScheme) => {
      const page = await opened(links[thing], { colorScheme });
      const complaints: string[] = [];
      page.on("console", (message) => complaints.push(message.text()));
      await page.reload();
      await check(page);
      expect(complaints).toEqual([]);
    },
  );

  test("an approved idea's own fields are there when it is to be approved, and only then", async () => {
    const page = await opened(`${links.idea}?choose=approve`, { javaScriptEnabled: false });
    const to = page.getByLabel("Til hvem?");
    expect(await to.isVisible()).toBe(true);
    await page.getByText("Justér", { exact: true }).click();
    expect(await to.isVisible()).toBe(false);
  });

  test("what is missing is led to, and accessible as well; what was typed is still there", async () => {
    const page = await opened(`${links.idea}?choose=approve`, { colorScheme: "dark" });
    await page.getByLabel("Til hvem?").fill("Hjemmeplejen");
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByRole("alert").getByRole("link", { name: "Skriv en dato." }).click();
    expect(new URL(page.url()).hash).toBe("#due-error");
    expect(await page.getByLabel("Til hvem?").inputValue()).toBe("Hjemmeplejen");
    await check(page);
  });

  test("without scripts an invitation is answered by one press, and the answer can be another", async () => {
    const page = await opened(`${links.meeting}?choose=tentative`, { javaScriptEnabled: false });
    await page.getByRole("button", { name: "Bekræft: Måske" }).click();
    await page.getByRole("status").getByText("Dit svar: Måske.").waitFor();
    expect(new URL(page.url()).search).toBe("?done=1");
    await page.reload();
    await page.getByRole("button", { name: "Nej, jeg kommer ikke" }).click();
    await page.getByRole("status").getByText("Dit svar: Nej, du kommer ikke.").waitFor();
    await page.getByRole("link", { name: "In English" }).click();
    await page.getByRole("status").getByText("Your answer: No, you are not coming.").waitFor();
  });

  test("without scripts an idea is decided, and the page of it is accessible", async () => {
    const page = await opened(links.idea, { javaScriptEnabled: false });
    await page.getByText("Kassér", { exact: true }).click();
    await page.getByRole("textbox", { name: "Begrundelse" }).fill("For dyrt");
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByRole("status").getByText("Du har afgjort det: kasseret").waitFor();
    expect((await ideas.show()).state.ideas[0]).toMatchObject({ state: "discarded", reason: "For dyrt" });
    await check(await opened(links.idea));
    await check(await opened("nothing"));
  });
});
