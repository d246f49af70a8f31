// Whatever comes to whichever form and page: an answer in our frame that runs nothing, and nothing done that was refused.
import { beforeAll, expect, test } from "vitest";
import { TRIGGERS } from "../../machines/trigger-types.ts";
import { useHouse, type TestNetwork } from "../support/house.ts";
import { playedNetwork } from "../support/played.ts";
import { hostileBodies, PLACES, QUERIES, RUNS, type Body } from "./hostile-values.ts";
import { siteOf } from "./site.ts";

const LEAD = "networkLead";
const house = useHouse();
const { app } = siteOf(house);
let network: TestNetwork;
let lead: string;
beforeAll(async () => {
  network = await playedNetwork(house, "2027-05-03T12:00");
  lead = await network.tokenOf("networkLead");
}, 120_000);

type Way = { method: string; path: string };
const ways = (wanted: string): Way[] => [
  ...new Map(
    app.routes
      .filter(({ method, path }) => method === wanted && !path.includes("*"))
      .map((way) => [way.path, { method: way.method, path: way.path }]),
  ).values(),
];

/** Names of what there is, by their place in an address. */
const there = (): Record<string, string> => ({
  id: network.id,
  item: "m5",
  subject: "i1",
  idea: "i1",
  ballot: "b1",
  trigger: "addIdea",
  programme: "innovationsnetvaerk",
  file: "plan.html",
});
const placed = (path: string, names: Record<string, string>) =>
  path.replaceAll(/:(\w+)(?:\{.*\})?/g, (_, name: string) => names[name] ?? "x1");

/** What people did: what the machine adds to it, such as a reminder, may come a moment later. */
const count = async () => (await network.ledger()).filter(({ by }) => by !== undefined).length;

const send = async (path: string, { body, type }: Omit<Body, "name">, token: string | undefined) =>
  await app.request(path, {
    method: "POST",
    body,
    headers: {
      "content-type": type ?? "application/x-www-form-urlencoded",
      "sec-fetch-site": "same-origin",
      ...(token !== undefined && { cookie: `fremdrift-session=${token}` }),
    },
  });

/** What is the matter with an answer that people see; undefined where nothing is. */
async function wrongWith(answer: Response): Promise<string | undefined> {
  const type = answer.headers.get("content-type") ?? "";
  const { status } = answer;
  const text = await answer.text();
  if (status >= 500) return `status ${status}`;
  const to = answer.headers.get("location");
  if (status === 303) return /^\/(?![/\\])[!-~]*$/.test(to ?? "") ? undefined : `leads to ${to}`;
  if (to !== null) return `${status} leads to ${to}`;
  if (status < 300 && !type.startsWith("text/html")) return undefined;
  if (!type.startsWith("text/html")) return `${status} is ${type}: ${text.slice(0, 60)}`;
  if (RUNS.test(text)) return "what was sent would run";
  if (!/<main\b/.test(text) || !text.includes("<h1")) return `${status} is no page of ours`;
  return /\bat \S+ \(?(?:file|\/)\S+:\d+/.test(text) ? "shows its insides" : undefined;
}

/** As it stands in a page. */
const shown = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const WORDS = `Ventetid "i dag" & <b>i morgen</b>`;
const place = (rest: string) => `/networks/${network.id}/${rest}`;
const browserOf = async (who: string) => siteOf(house).browser(await network.tokenOf(who));

/** Forms of people, with something that is not taken: an answer's is beside those of ideas. */
const FORMS: [name: string, who: string, page: () => string, form: RegExp, fields: Record<string, string>][] = [
  ["a discovery", "participant", () => place("discoveries"), /^discovery$/, { text: WORDS, source: WORDS }],
  ["an idea", "participant", () => place("ideas"), /^idea$/, { title: "", text: WORDS, authors: "hvem er det" }],
  ["a date", LEAD, () => place("meetings/m5"), /^(?:date|move)/, { start: "snart", place: WORDS, reason: WORDS }],
  [
    "an agenda",
    LEAD,
    () => place("meetings/m5"),
    /^agenda$/,
    { "d.points.0.title": WORDS, "d.points.0.minutes:n": "ti" },
  ],
  ["people", LEAD, () => place("people"), /^add$/, { text: WORDS, role: "", organisation: WORDS }],
  ["a theme", LEAD, () => "/themes/new", /^theme$/, { title: "", challenge: WORDS, "characteristics.complex": WORDS }],
];

test.each(FORMS)("%s that is refused comes back with all that was typed", async (_, who, path, form, fields) => {
  const browser = await browserOf(who);
  const page = await browser.get(path());
  const ids = [...page.html.matchAll(/<form method="post" action="[^"]*" id="([^"]*)"/g)].map((one) => one[1]!);
  const back = await browser.press(page, ids.find((one) => form.test(one)) ?? `one of ${ids.join()}`, fields);
  expect([back.status, back.html.includes("data-wrong")]).toEqual([422, true]);
  for (const [name, value] of Object.entries(fields).filter(([, one]) => one !== "")) {
    const field = [...back.html.matchAll(/<input[^>]*>|<textarea[^>]*>[^<]*/g)].filter(([one]) =>
      one.includes(`name="${name}"`),
    );
    expect([name, field.some(([one]) => one.includes(shown(value)))]).toEqual([name, true]);
  }
});

test("a refusal is said, with what was typed, also where the page has that form no more", async () => {
  const browser = await browserOf(LEAD);
  const back = await browser.press(await browser.get(place("ideas")), "idea", {
    title: "",
    text: WORDS,
    page: "/profile",
  });
  expect([back.status, back.html.includes(`<li>${shown(WORDS)}</li>`)]).toEqual([422, true]);
});

test("a form that is sent many times, also at once, happens once", async () => {
  const browser = await browserOf(LEAD);
  const people = "Nik,nik@example.org\nNor,nor@example.org\nNis,nis@example.org";
  const forms: [path: string, id: string, fields: Record<string, string>, kind: string, n: number][] = [
    ["ideas", "idea", { title: "Sms om natten" }, "idea.captured", 1],
    ["discoveries", "discovery", { text: "Vagten skifter", perspective: "citizen" }, "discovery.added", 1],
    ["people", "add", { text: people, role: "participant" }, "person.joined", 3],
  ];
  for (const [path, id, fields, kind, n] of forms) {
    const page = await browser.get(place(path));
    const before = (await network.ledger()).length;
    const press = () => browser.press(page, id, fields);
    const all = [...(await Promise.all([press(), press(), press()])), await press()];
    expect([path, ...all.map(({ status }) => status)]).toEqual([path, 200, 200, 200, 200]);
    const since = (await network.ledger()).slice(before).filter((one) => one.kind === kind);
    expect([kind, since.length]).toEqual([kind, n]);
  }
});

test("what was typed when one was signed out is there again, through the link in the mail", async () => {
  const token = await network.tokenOf("participant");
  const { body } = await house.ask<{ token: string }>("POST", "/api/sessions", { as: null, body: { token } });
  const browser = siteOf(house).browser(body.token);
  const page = await browser.get(place("ideas"));
  await browser.send("/sign-out", { method: "POST", headers: { "sec-fetch-site": "same-origin" } });
  expect(browser.jar.has("fremdrift-session")).toBe(false);
  const out = await browser.press(page, "idea", { title: WORDS, text: "Om natten" });
  const back = new URLSearchParams(out.path.split("?")[1]).get("back")!;
  const sent = (path: string, fields: Record<string, string>) =>
    browser.send(path, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: { "sec-fetch-site": "same-origin" },
    });
  const before = house.notes.length;
  await sent("/sign-in", { email: network.emails("participant")[0]!, back, key: "a" });
  await expect.poll(() => house.notes.length, { timeout: 10_000 }).toBe(before + 1);
  const link = new URL(house.notes[before]!.url);
  const again = await sent(link.pathname, { key: "b", back: link.searchParams.get("back")! });
  expect([again.status, again.html.includes(`value="${shown(WORDS)}"`)]).toEqual([200, true]);
  const done = await browser.press(again, "idea", { title: WORDS });
  expect(done.status).toBe(200);
  expect((await network.show()).state.ideas.filter(({ title }) => title === WORDS)).toHaveLength(1);
});

test("every page stands whatever its address says", async () => {
  const wrong: string[] = [];
  const read = async (path: string) => {
    const answer = await app.request(path, { headers: { cookie: `fremdrift-session=${lead}` } });
    const said = await wrongWith(answer);
    if (said !== undefined) wrong.push(`${path.slice(0, 120)}: ${said}`);
  };
  // What scripts read while a page is open is no page.
  for (const [i, { path }] of ways("GET")
    .filter((one) => !one.path.endsWith("/events"))
    .entries()) {
    const names = Object.keys(there()).filter((name) => path.includes(`:${name}`));
    for (const name of names) await read(placed(path, { ...there(), [name]: PLACES[i % PLACES.length]! }));
    for (const n of [0, 1, 2]) await read(`${placed(path, there())}?${QUERIES[(i + n) % QUERIES.length]}`);
  }
  for (const one of PLACES) await read(place(`ideas/${one}`));
  for (const one of QUERIES) await read(`${place("ideas")}?${one}`);
  expect(wrong).toEqual([]);
});

test("every form's address takes whatever is sent, and what is refused has done nothing", async () => {
  const forms = ways("POST").filter(({ path }) => path !== "/sign-out");
  const targets = [
    ...forms.map(({ path }) => path),
    ...Object.keys(TRIGGERS).map((trigger) => `/networks/:id/do/${trigger}`),
    ...["", "__proto__", "findes-ikke"].map((trigger) => `/networks/:id/do/${trigger}`),
  ];
  const wrong: string[] = [];
  const seen = new Set<number>();
  for (const [i, target] of targets.entries()) {
    const page = `/networks/${network.id}/${["ideas", "discoveries", "homework", "prioritisation"][i % 4]}`;
    const isTrigger = target.includes("/do/");
    // Each body goes to some of the addresses, and each address gets some of the bodies.
    const share = isTrigger ? 8 : 3;
    const bodies = hostileBodies(page).filter((_, n) => n % share === i % share);
    for (const { name, ...body } of bodies) {
      const before = await count();
      const token = target.startsWith("/networks/new") || target.startsWith("/themes") ? house.admin : lead;
      const answer = await send(placed(target, there()), body, token);
      seen.add(answer.status);
      const said = await wrongWith(answer);
      if (said !== undefined) wrong.push(`${target}, ${name}: ${said}`);
      if (answer.status >= 400 && (await count()) !== before) wrong.push(`${target}, ${name}: refused, and done`);
    }
  }
  expect(wrong).toEqual([]);
  // It got past the door, and into the rooms.
  expect([...seen]).toEqual(expect.arrayContaining([200, 303, 404, 409, 413, 422]));
}, 200_000);
