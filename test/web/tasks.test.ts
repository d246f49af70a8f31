// The five main tasks, end to end in a real browser against a real Temporal and real SMTP: with scripts, without them on a
// phone, and by keyboard alone.
import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { createAdaptorServer } from "@hono/node-server";
import { chromium as driver, type Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { openPost, senderFor } from "../../worker/mail.ts";
import { toDecisions } from "../api/journey.ts";
import { chromium } from "../support/chromium.ts";
import { useHouse, type TestNetwork } from "../support/house.ts";
import { handOn, optionsOf, WAYS, type Hand, type Way } from "./hand.ts";
import { siteOf } from "./site.ts";

const executablePath = chromium();
if (executablePath === undefined)
  console.warn("SKIPPED: the main tasks in a browser. There is no Chromium on the PATH: apt-get install chromium");

const house = useHouse();
const PATIENCE = 120_000;

describe.skipIf(executablePath === undefined)("in a browser", { timeout: PATIENCE }, () => {
  let browser: Browser;
  let base: string;
  let post: Awaited<ReturnType<typeof openPost>>;
  let sender: ReturnType<typeof senderFor>;
  const closing: (() => unknown)[] = [];

  beforeAll(async () => {
    const server = createAdaptorServer({ fetch: siteOf(house).app.fetch });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const folder = await mkdtemp(path.join(tmpdir(), "fremdrift-tasks-"));
    post = await openPost({ folder, smtpUrl: undefined });
    const { store, parts } = house;
    const { answerTokens, log } = parts;
    const from = "Fremdrift <fremdrift@example.org>";
    sender = senderFor(store, post, { base, answerTokens, from, now: () => Date.now(), log });
    browser = await driver.launch({ executablePath: executablePath!, args: ["--no-sandbox", "--disable-gpu"] });
    closing.push(
      () => browser.close(),
      () => sender.stop(),
      () => post.close(),
      () => server.close(),
      () => rm(folder, { recursive: true }),
    );
  });
  afterAll(async () => {
    for (const end of closing) await end();
  });

  /** Somebody at a browser; not signed in without a token. */
  const at = async (way: Way, where: string, token?: string): Promise<Hand> => {
    const context = await browser.newContext(optionsOf(way));
    onTestFinished(() => context.close());
    if (token !== undefined) await context.addCookies([{ name: "fremdrift-session", value: token, url: base }]);
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(`${base}${where}`);
    return handOn(page, way);
  };
  const says = async ({ page }: Hand, words: string | RegExp) =>
    expect((await page.locator("main").innerText()).replaceAll(/\s+/g, " ")).toMatch(words);

  test.each(WAYS)("a network is made and begun: %s", async (way) => {
    const hand = await at(way, "/networks/new", house.admin);
    await hand.press("Vælg", hand.page.locator("li", { hasText: "Partnerskab og samarbejde" }));
    await hand.fill("Netværkets navn", `Naboer (${way})`);
    await hand.fill("Første dag", "2027-09-06");
    await hand.press("Videre");
    await hand.press("Videre");
    if (hand.page.url().endsWith("/dates")) await hand.press("Videre");
    const people = ["Lise Lind; lise@example.org; networkLead", "Kim Krog; kim@example.org; participant"];
    await hand.fill("Personer", people.join("\n"));
    await hand.press("Videre");
    await hand.press("Videre");
    await hand.press("Start for alvor");
    await says(hand, /Netværket er i gang/);
    await says(hand, new RegExp(`Naboer .${way}.`));
    const made = (await house.ask<{ id: string; title: string; clock: string }[]>("GET", "/api/networks")).body;
    expect(made.find(({ title }) => title === `Naboer (${way})`)).toMatchObject({ clock: "real" });
  });

  test.each(WAYS)("an invitation is answered from the mail: %s", async (way) => {
    const network = await house.network();
    await network.do("networkLead", "pinItem", { item: "m1", start: "2027-03-17T09:00", place: "Rådhuset" });
    const [email] = network.emails("coreMember");
    const hand = await at(way, await linkIn(network, email!, /\/a\/([^\s?.]+)[^\s?]*\?choose=accepted/));
    await hand.press(/^Bekræft: Ja/);
    const given = (await network.ledger()).filter(({ kind, by }) => kind === "answer.given" && by === email);
    expect(given.map(({ subject }) => subject)).toEqual(["item:m1"]);
  });

  /** The link in a mail that somebody got of a network, as soon as it has come. */
  async function linkIn({ id: network }: TestNetwork, email: string, link: RegExp): Promise<string> {
    for (let i = 0; i < 100; i += 1) {
      await sender.drain();
      for (const { id, to } of await post.catcher.listMails()) {
        const found = to.includes(email) ? link.exec((await post.catcher.readMail(id))!.mail.text ?? "") : null;
        if (found && Buffer.from(found[1]!, "base64url").includes(network)) return found[0];
      }
      await new Promise((done) => setTimeout(done, 100));
    }
    throw new Error(`no such mail to ${email}`);
  }

  test.each(WAYS)("homework is delivered: %s", async (way) => {
    const network = await house.network();
    const hand = await at(way, `/networks/${network.id}/homework`, await network.tokenOf("participant"));
    await hand.press("Egne opdagelser");
    const fields = await hand.page.locator("main form textarea, main form input[type=text]").count();
    expect(fields).toBeGreaterThan(0);
    await hand.page.locator("main form textarea, main form input[type=text]").first().waitFor();
    const label = (await hand.page.locator("main form label.form-label").first().innerText()).trim();
    await hand.fill(label, "Vi mødte to, der ventede i tre timer.");
    await hand.press("Aflevér");
    await says(hand, /afleveret/i);
    const [email] = network.emails("participant");
    expect((await network.ledger()).some(({ kind, by }) => kind === "homework.delivered" && by === email)).toBe(true);
  });

  test.each(WAYS)(
    "a phase that lacks something is not closed: what it lacks is told, and leads to where it is done: %s",
    async (way) => {
      const network = await house.network();
      const hand = await at(way, `/networks/${network.id}`, await network.tokenOf("networkLead"));
      await hand.press("Åbn Kvalificering af tema");
      await hand.press("Luk Kvalificering af tema");
      await says(hand, /Samarbejdsaftaler er talt igennem/);
      expect(await hand.page.getByRole("alert").innerText()).toMatch(/\(0\/\d\)/);
      expect((await network.show()).state.phases["qualification"]).toBe("open");
    },
  );

  test.each(WAYS)("where the programme only advises, one goes on with a note: %s", async (way) => {
    const network = await house.network({ programme: "beskaeftigelsesindsats", start: "2027-02-01" });
    const lead = await network.tokenOf("networkLead");
    const hand = await at(way, `/networks/${network.id}`, lead);
    const { phases } = (await network.show()).state;
    const open = Object.keys(phases).find((id) => phases[id] === "open");
    if (open === undefined) await hand.press(/^Åbn /);
    await hand.unfold("Gå videre alligevel");
    await hand.fill("Hvorfor går I videre?", "Styregruppen mødes først i maj");
    await hand.press(/^Luk .* alligevel$/);
    expect(Object.values((await network.show()).state.phases)).toContain("closed");
    expect((await network.ledger()).findLast(({ kind }) => kind === "phase.closed")).toMatchObject({
      reason: "Styregruppen mødes først i maj",
    });
  });

  test.each(WAYS)("an idea is adjusted, tested again and approved: %s", async (way) => {
    const network = await house.network();
    await toDecisions(network);
    const [lead, manager] = [await network.tokenOf("networkLead"), await network.tokenOf("referenceManager")];
    const decision = `/decisions/${network.id}/i1`;
    const decides = await at(way, decision, manager);
    await decides.pick(/Justér/);
    await decides.fill("Begrundelse", "Prøv det med færre ad gangen");
    await decides.press("Send dit svar");
    const idea = async () => (await network.show()).state.ideas.find(({ id }) => id === "i1");
    expect(await idea()).toMatchObject({ round: 2 });
    const leads = await at(way, `/networks/${network.id}/ideas/i1`, lead);
    await says(leads, /Prøv det med færre ad gangen/);
    await leads.unfold("Skriv resultatet");
    await leads.fill("Hvad viste testen?", "Nu virker det for alle");
    await leads.press("Send til afgørelse");
    const again = await at(way, decision, manager);
    await says(again, /Nu virker det for alle/);
    await again.pick(/Godkend/);
    await again.pick(/Skaleres/);
    await again.fill("Til hvem?", "Alle afdelinger");
    await again.fill("Hvornår skal det være sket?", "2027-12-01");
    await again.press("Send dit svar");
    expect(await idea()).toMatchObject({ state: "approved", round: 2 });
  });
});
