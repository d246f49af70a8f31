import { existsSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import { simpleParser } from "mailparser";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { Catcher, CaughtMail } from "../../mail/catcher.ts";
import { createCatcher } from "../../mail/catcher.ts";
import { createMailbox, MAILBOX_PAGE } from "../../mail/mailbox.tsx";
import { render } from "../../mail/render.ts";
import { violationsOn } from "../support/axe.ts";
import { LINKS, meeting, reader } from "./models.ts";
import { folder, transportTo } from "./servers.ts";

const EVIL = `<script>document.title="owned"</script><img src="http://evil.example/x.png">`;

const LETTER = render(meeting("meeting-invitation", { tentative: true }), reader("da"), LINKS);

/** A mailbox over mails written by hand, mounted the way the product does. */
function mailboxOf(mails: Partial<CaughtMail & { raw: string }>[]) {
  const kept = mails.map((mail, i) => ({
    id: `${i + 1}`,
    at: i * 60_000,
    to: "",
    from: "",
    subject: "",
    size: 0,
    raw: "",
    ...mail,
  }));
  const catcher: Pick<Catcher, "listMails" | "readMail"> = {
    listMails: async () => kept,
    readMail: async (id) => {
      const found = kept.find((mail) => mail.id === id);
      return found && { ...found, raw: Buffer.from(found.raw), mail: await simpleParser(found.raw) };
    },
  };
  return new Hono().route("/mailbox", createMailbox(catcher));
}

const subjectsOf = async (answer: Response) =>
  [...(await answer.text()).matchAll(/<td><a href="([^"]*)">([^<]*)</g)].map(([, , subject]) => subject);

describe("the list", () => {
  const app = mailboxOf([
    { subject: "Først", to: "kim@example.org" },
    { subject: "", to: "bo@example.org" },
    { subject: "Sidst", to: "Kim@Example.org" },
  ]);

  it("has the newest mail first, and names one without a subject", async () => {
    expect(await subjectsOf(await app.request("/mailbox"))).toEqual(["Sidst", "(intet emne)", "Først"]);
    expect(await subjectsOf(await app.request("/mailbox?lang=en"))).toContain("(no subject)");
  });
  it.each(["/mailbox", "/mailbox/"])("leads to its mails and to its other language from %s", async (path) => {
    const text = await (await app.request(path)).text();
    const targets = [...text.matchAll(/href="([^"]*)"/g)].map(([, href]) => new URL(href!, `http://host${path}`));
    const [english, ...others] = targets.map(({ pathname, search }) => pathname + search);
    expect(await subjectsOf(await app.request(english!))).toContain("(no subject)");
    expect(others).toEqual(["/mailbox/3", "/mailbox/2", "/mailbox/1", "/mailbox/previews"]);
    expect((await app.request(others.at(-1)!)).status).toBe(200);
  });
  it("shows the mails of one receiver", async () => {
    const answer = await app.request("/mailbox?to=kim%40example.org");
    expect(await subjectsOf(answer.clone())).toEqual(["Sidst", "Først"]);
    expect(await answer.text()).toContain("2 af 3 mails");
  });
  it("says when there is nothing to show, in both languages", async () => {
    expect(await (await app.request("/mailbox?to=eva")).text()).toContain("Ingen mails til »eva«");
    expect(await (await mailboxOf([]).request("/mailbox?lang=en")).text()).toContain("There are no mails yet");
  });
  it.each(["0", "-1", "x", "1e99", "99"])("goes to a page that exists when asked for page %s", async (number) => {
    const many = mailboxOf(Array.from({ length: MAILBOX_PAGE + 1 }, (_, i) => ({ subject: `Mail ${i}` })));
    const answer = await many.request(`/mailbox?page=${number}`);
    expect(answer.status).toBe(200);
    expect((await subjectsOf(answer)).length).toBeGreaterThan(0);
  });
  it("goes on to the next page", async () => {
    const many = mailboxOf(Array.from({ length: MAILBOX_PAGE + 1 }, (_, i) => ({ subject: `Mail ${i}` })));
    expect(await subjectsOf(await many.request("/mailbox?page=2"))).toEqual(["Mail 0"]);
  });
});

describe("one mail", () => {
  const rawOf = (html: string) => `To: kim@example.org\r\nSubject: x\r\nContent-Type: text/html\r\n\r\n${html}`;
  const app = mailboxOf([{ subject: EVIL, to: EVIL, from: EVIL, raw: rawOf(EVIL) }]);

  it("is escaped wherever its words stand in our pages", async () => {
    for (const path of ["/mailbox", "/mailbox/1", `/mailbox?to=${encodeURIComponent(EVIL)}`]) {
      const text = await (await app.request(path)).text();
      expect(text).not.toMatch(/<script|<img/);
      expect(text).toContain("&lt;script&gt;");
    }
  });
  it("has its HTML shown under a policy that lets nothing act or load", async () => {
    const answer = await app.request("/mailbox/1/html");
    expect(answer.headers.get("content-security-policy")).toMatch(/^sandbox allow-popups .*default-src 'none'/);
    expect(answer.headers.get("content-security-policy")).not.toMatch(/allow-scripts|allow-same-origin|https?:/);
    expect(await answer.text()).toContain(EVIL);
  });
  it("can be taken home as it came", async () => {
    const answer = await app.request("/mailbox/1/raw");
    expect(answer.headers.get("content-type")).toBe("message/rfc822");
    expect(answer.headers.get("content-disposition")).toBe('attachment; filename="1.eml"');
    expect(await answer.text()).toBe(rawOf(EVIL));
  });
  it.each(["/mailbox/2", "/mailbox/2/html", "/mailbox/2/raw", "/mailbox/..%2F1"])(
    "that is not there is said so: %s",
    async (path) => {
      const answer = await app.request(path);
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain("Mailen findes ikke");
    },
  );
});

const CHROMIUM = "/usr/bin/chromium";
const hasChromium = existsSync(CHROMIUM);
if (!hasChromium)
  console.warn(`SKIPPED: the mailbox in a browser. There is no Chromium at ${CHROMIUM}: apt-get install chromium`);

describe.skipIf(!hasChromium)("in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];
    browser = await chromium.launch({ executablePath: CHROMIUM, args });
  });
  afterAll(() => browser.close());

  async function serving(fetch: (request: Request) => Response | Promise<Response>): Promise<string> {
    const server = createAdaptorServer({ fetch });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  async function opened(width: number, evil = EVIL) {
    const catcher = createCatcher({ folder: await folder() });
    const transport = transportTo((await catcher.start({ port: 0 })).url);
    const mail = {
      messageId: "1@example.org",
      from: "Fremdrift <f@example.org>",
      to: reader("da"),
      list: { id: "n1", title: "Mad" },
    };
    await transport.sendMail({ ...mail, ...LETTER });
    await transport.sendMail({ ...mail, subject: "Ond", text: EVIL, html: `${evil}<p>Ond mail</p>` });
    const app = new Hono().route("/mailbox", createMailbox(catcher));
    const url = await serving(app.fetch);
    const context = await browser.newContext({ viewport: { width, height: 800 } });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    onTestFinished(async () => {
      await context.close();
      await catcher.close();
    });
    await page.goto(`${url}/mailbox`);
    return { page, complaints };
  }

  async function expectAccessible(page: Page) {
    expect(await violationsOn(page, { without: "iframe" })).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).toBe(true);
  }

  it.each([320, 900])("is accessible and fits at %i px, list and mail", async (width) => {
    const { page, complaints } = await opened(width);
    await expectAccessible(page);
    await page.getByRole("link", { name: "Foreløbigt: Du er inviteret til Møde 1" }).click();
    await page.frameLocator("iframe").getByRole("link", { name: "Se mødet, og svar" }).waitFor();
    const frame = page.getByTitle("Mailen, som modtageren ser den");
    expect(await frame.getAttribute("sandbox")).toBe("allow-popups allow-popups-to-escape-sandbox");
    await expectAccessible(page);
    expect(complaints).toEqual([]);
    // Axe cannot run where scripts cannot, so the letter is checked on a page of its own.
    await page.goto("about:blank");
    await page.setContent(LETTER.html);
    await expectAccessible(page);
  });

  it.each([320, 900])("shows every letter there is, accessible and fitting at %i px", async (width) => {
    const { page, complaints } = await opened(width);
    await page.getByRole("link", { name: "Se alle breve" }).click();
    await expectAccessible(page);
    await page.getByRole("link", { name: "Engelsk: decision-2" }).click();
    await page.frameLocator("iframe").getByRole("link", { name: "Adjust" }).waitFor();
    await expectAccessible(page);
    await page.getByRole("link", { name: "Back to all letters" }).click();
    await page.getByRole("link", { name: "Back to the mailbox" }).click();
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Mailbox");
    expect(complaints).toEqual([]);
  });

  it("finds its way from list to mail, back, and to the other language", async () => {
    const { page } = await opened(900);
    await page.getByLabel("Modtager").fill("kim@");
    await page.getByRole("button", { name: "Vis" }).click();
    await page.getByRole("link", { name: "Ond" }).click();
    await page.getByRole("link", { name: "In English" }).click();
    await page.getByRole("link", { name: "Back to the mailbox" }).click();
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Mailbox");
    expect(await page.getByLabel("Receiver").inputValue()).toBe("kim@");
    await page.getByRole("link", { name: "På dansk" }).click();
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Postkasse");
  });

  it("lets a hostile mail run nothing and fetch nothing", async () => {
    const fetched: string[] = [];
    const trap = await serving(({ url }) => (fetched.push(url), new Response()));
    const sources = `<img src="${trap}/1.png"><link rel=stylesheet href="${trap}/2.css"><iframe src="${trap}/3"></iframe>`;
    const { page } = await opened(900, `${EVIL}${sources}<meta http-equiv="refresh" content="0;url=${trap}/4">`);
    await page.getByRole("link", { name: "Ond" }).click();
    await page.frameLocator("iframe").getByText("Ond mail").waitFor();
    await page.waitForLoadState("networkidle");
    expect(await page.title()).toBe("Ond · Fremdrift");
    expect(await page.frames()[1]!.title()).not.toBe("owned");
    expect(fetched).toEqual([]);
  });
});
