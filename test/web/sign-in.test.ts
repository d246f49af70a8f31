// The pages for signing in, as a browser sees them.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createIdentity } from "../../library/identity.ts";
import { browserOf } from "../../web/sign-in/sign-in.tsx";
import { useHouse } from "../support/house.ts";
import { startProvider, type TestProvider } from "../support/provider.ts";
import { siteOf } from "./site.ts";

const house = useHouse();
const CALLBACK = "http://localhost/sign-in/callback";

const someone = async () => {
  const email = `kim-${crypto.randomUUID()}@example.org`;
  const people = `name,email,role\nLise,lise@example.org,networkLead\nKim,${email},coreMember\n`;
  return { email, network: await house.network({ people }) };
};
type Browser = ReturnType<ReturnType<typeof siteOf>["browser"]>;

const posted = (browser: Browser, path: string, fields: Record<string, string>, headers = {}) =>
  browser.send(path, {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: { "sec-fetch-site": "same-origin", ...headers },
  });

/** The path of the link in the last mail. */
async function linkAfter(act: () => Promise<unknown>): Promise<string> {
  const before = house.notes.length;
  await act();
  for (let i = 0; i < 30 && house.notes.length === before; i += 1) await new Promise((done) => setTimeout(done, 10));
  return house.notes[before]!.url.replace("https://fremdrift.invalid", "");
}

describe("signing in by mail", () => {
  test("leads back to the page that was asked for; opening the link does nothing until its button is pressed", async () => {
    const { email, network } = await someone();
    const browser = siteOf(house).browser();
    const wanted = `/networks/${network.id}?x=1`;
    const asked = await browser.get(wanted);
    expect(asked.path).toBe(`/sign-in?back=${encodeURIComponent(wanted)}`);
    const link = await linkAfter(() => posted(browser, "/sign-in", { email, back: wanted, key: "a" }));
    for (const _ of [1, 2]) {
      const page = await browser.get(link);
      expect(page.status).toBe(200);
      expect(browser.jar.has("fremdrift-session")).toBe(false);
    }
    const [path, query] = link.split("?") as [string, string];
    const back = new URLSearchParams(query).get("back")!;
    const inside = await posted(browser, path, { key: "b", back });
    expect(inside.path).toBe(wanted);
    expect(browser.jar.get("fremdrift-session")).toMatch(/^fd_/);
    await posted(browser, "/sign-out", { key: "c" });
    expect((await browser.get("/")).path).toBe("/sign-in");
  });

  test("says the same to who is known and to who is not", async () => {
    const { email } = await someone();
    const pages = [];
    for (const one of [email, "nobody@example.org"])
      pages.push(await posted(siteOf(house).browser(), "/sign-in", { email: one, key: "a" }));
    const told = pages.map(({ status, html, path }) => [status, path, html.replaceAll(/value="[^"]*"/g, "")]);
    expect(told[0]).toEqual(told[1]);
  });

  test("does not work in another browser, whose reader is told why", async () => {
    const { email } = await someone();
    const browser = siteOf(house).browser();
    const link = await linkAfter(() => posted(browser, "/sign-in", { email, key: "a" }));
    const other = siteOf(house).browser(undefined, "en");
    const page = await posted(other, link.split("?")[0]!, { key: "b", back: "/" });
    expect([page.status, other.jar.has("fremdrift-session")]).toEqual([403, false]);
    expect(page.html).toContain("Open the link in the other browser");
  });

  test("leads nowhere outside, and takes no form from elsewhere", async () => {
    const browser = siteOf(house).browser();
    for (const back of ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)"]) {
      const page = await posted(browser, "/sign-in/key", { token: house.admin, key: back, back });
      expect(page.path).toBe("/");
    }
    const site = { "sec-fetch-site": "cross-site" };
    expect((await posted(siteOf(house).browser(), "/sign-in", { email: "a@b.dk" }, site)).status).toBe(403);
    const old = { "sec-fetch-site": undefined, origin: "https://evil.example", host: "localhost" };
    const init = { method: "POST", body: new URLSearchParams({ email: "a@b.dk" }), headers: { origin: old.origin } };
    expect((await browser.send("/sign-in", init)).status).toBe(403);
  });

  test("an address that is none comes back with what was typed", async () => {
    const page = await posted(siteOf(house).browser(), "/sign-in", { email: 'kim"><script>', key: "a" });
    expect(page.status).toBe(422);
    expect(page.html).toContain('value="kim&quot;&gt;&lt;script&gt;"');
  });
});

test("a session's cookie is for our pages only, out of reach of scripts, and over https where people come by https", async () => {
  const { createWeb } = await import("../../web/app.tsx");
  const fetch = (url: string, init: RequestInit) => house.api().app.request(url, init);
  for (const [base, expected] of [
    [
      "https://fremdrift.example.org",
      /^__Host-fremdrift-session=fd_[^;]+; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    ],
    ["http://localhost:3000", /^fremdrift-session=fd_[^;]+; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/],
  ] as const) {
    const body = new URLSearchParams({ token: house.admin, key: base });
    const init = { method: "POST", body, headers: { "sec-fetch-site": "same-origin" } };
    const response = await createWeb({ fetch, base }).request("/sign-in/key", init);
    expect(response.headers.getSetCookie()[0]).toMatch(expected);
  }
});

describe("the organisation's own sign-in", () => {
  let provider: TestProvider;
  beforeAll(async () => {
    provider = await startProvider(CALLBACK);
    house.parts.identity = createIdentity(provider.settings);
    house.restartApi();
  });
  afterAll(() => provider.stop());

  /** Goes to the provider and comes back to the address it says. */
  async function round(browser: Browser): Promise<string> {
    const { app } = siteOf(house);
    const cookie = [...browser.jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await app.request("/sign-in/provider?back=%2Fprofile", { headers: { cookie } });
    for (const set of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      browser.jar.set(name, decodeURIComponent(value));
    }
    const back = await provider.visit(response.headers.get("location")!);
    return back.replace("http://localhost", "");
  }

  test("is offered, and lets in whoever the provider vouches for", async () => {
    const { email } = await someone();
    const browser = siteOf(house).browser();
    expect((await browser.get("/sign-in")).html).toContain("Kommunens login");
    provider.claims = { email, email_verified: true };
    const page = await browser.get(await round(browser));
    expect(page.path).toBe("/profile");
    const token = browser.jar.get("fremdrift-session")!;
    expect(await house.ask("GET", "/api/me", { as: token })).toMatchObject({ status: 200, body: { email } });
  });

  test.each([
    ["whom nobody knows", { email: "stranger@example.org" }, "Vi kender ikke adressen"],
    ["whose address is not verified", { email: "lise@example.org", email_verified: false }, "Du blev ikke logget ind"],
    ["without an address", {}, "Du blev ikke logget ind"],
  ])("does not let in somebody %s", async (_, claims, said) => {
    const browser = siteOf(house).browser();
    provider.claims = claims;
    const page = await browser.get(await round(browser));
    expect([page.status, browser.jar.has("fremdrift-session")]).toEqual([403, false]);
    expect(page.html).toContain(said);
  });

  test("an answer that another browser brought, or that was made up, signs nobody in", async () => {
    provider.claims = { email: "lise@example.org" };
    const back = await round(siteOf(house).browser());
    const other = siteOf(house).browser();
    for (const address of [back, "/sign-in/callback?code=x&state=y"]) {
      expect((await other.get(address)).status).toBe(403);
      expect(other.jar.has("fremdrift-session")).toBe(false);
    }
  });
});

test.each([
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140 Safari/537.36 Edg/140", "Edge, Windows"],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18 Safari/604.1", "Safari, iPhone"],
  ["curl/8", "?"],
])("a browser is named as its owner knows it: %s", (agent, name) => expect(browserOf(agent)).toBe(name));
