// The pages: how long the server takes for one, how large it is, how many a second are kept up, and when a browser shows it.
import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";
import { findChromium } from "../library/chromium.ts";
import { givenNetwork, inDays, memberEmail } from "./given.ts";
import { read } from "./load.ts";
import { median, percentile, short, timed } from "./numbers.ts";
import type { Stack } from "./stack.ts";
import type { Line } from "./table.ts";

const [PEOPLE, IDEAS, OTHERS] = [160, 40, 4];
/** Looks at each page, without those that warm up: a house that has answered for a minute is what its users meet. Milliseconds between two. */
const LOOKS = { counted: 60, warm: 120, between: 30 };
/** Pages a second for so many milliseconds, from so many browsers. */
const SUSTAINED = { rate: 200, ms: 10_000, browsers: 40 };
/** Milliseconds, and bytes compressed. */
const REACH = { network: 15, mine: 10, html: 60_000, script: 60_000 };

/** Of a network with 160 people and 40 ideas, and of the page of somebody in five networks. */
export async function measurePages(stack: Stack): Promise<Line[]> {
  const { client } = stack;
  const { network, meeting } = await givenNetwork(stack, PEOPLE);
  for (let i = 0; i < IDEAS; i += 1) {
    const data = { title: `Idé ${i}: samtaler i haven`, text: "Den prøves i to uger, og så ser vi på det sammen." };
    await client.trigger(network, "addIdea", data);
  }
  for (let i = 0; i < OTHERS; i += 1) await givenNetwork(stack, 10);
  const lead = (await client.createToken(network, "lead@example.org")).token;
  const member = (await client.createToken(network, memberEmail(0))).token;
  const cookie = (token: string) => ({ cookie: `fremdrift-session=${token}` });

  const look = async (path: string, headers: Record<string, string>) => {
    const times: number[] = [];
    let body = "";
    for (let i = 0; i < LOOKS.warm + LOOKS.counted; i += 1) {
      await sleep(LOOKS.between);
      const ms = await timed(async () => {
        const answer = await read(`${stack.url}${path}`, headers);
        if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
        body = answer.body;
      });
      if (i >= LOOKS.warm) times.push(ms);
    }
    return { times, body };
  };
  const alive = await look("/healthz", {});
  const base = median(alive.times);
  const pages: [name: string, path: string, token: string, reach?: number][] = [
    ["network, as its lead", `/networks/${network}`, lead, REACH.network],
    ["network, as a member", `/networks/${network}`, member, REACH.network],
    ["my page, in five networks", "/", member, REACH.mine],
    ["ideas", `/networks/${network}/ideas`, lead],
    ["meeting", `/networks/${network}/meetings/${meeting}`, lead],
    ["people", `/networks/${network}/people`, lead],
    ["plan", `/networks/${network}/plan`, lead],
  ];
  const lines: Line[] = [];
  for (const [name, path, token, reach] of pages) {
    const { times, body } = await look(path, cookie(token));
    const p50 = median(times);
    const detail = `p90 ${short(percentile(times, 0.9))} ms; ${short(p50 / base)} × a bare answer (${short(base)} ms)`;
    lines.push({ name: `page: ${name}, p50`, figure: p50, unit: "ms", ...(reach !== undefined && { reach }), detail });
    const size = gzipSync(body).length;
    lines.push({ name: `page: ${name}, HTML compressed`, figure: size, unit: "bytes", reach: REACH.html });
  }
  lines.push(...(await sustained(stack, { path: "/", headers: cookie(member) })));
  lines.push(...(await seen(stack, `/networks/${network}`, lead)));
  // A changed network is read anew: what the first reader after a change waits for.
  const after: number[] = [];
  for (let i = 0; i < 20; i += 1) {
    await client.trigger(network, "moveItem", { item: meeting, start: inDays(61 + i) });
    after.push(await timed(() => read(`${stack.url}/networks/${network}`, cookie(lead))));
  }
  lines.push({ name: "page: network, first after a change, p50", figure: median(after), unit: "ms" });
  return lines;
}

/** So many pages a second, each asked when its time has come, whether or not those before are answered. */
async function sustained(
  { url }: Stack,
  { path, headers }: { path: string; headers: Record<string, string> },
): Promise<Line[]> {
  const asked: Promise<number>[] = [];
  let refused = 0;
  const begun = performance.now();
  for (let i = 0; performance.now() - begun < SUSTAINED.ms; i += 1) {
    const due = begun + (i * 1_000) / SUSTAINED.rate;
    const wait = due - performance.now();
    if (wait > 0) await sleep(wait);
    asked.push(
      read(`${url}${path}`, headers).then(({ status }) => {
        if (status !== 200) refused += 1;
        return performance.now() - due;
      }),
    );
  }
  const times = await Promise.all(asked);
  const rate = (asked.length / (performance.now() - begun)) * 1_000;
  const detail = `${asked.length} asked for; p50 ${short(median(times))} ms, p99 ${short(percentile(times, 0.99))} ms after their time`;
  return [
    { name: `page: my page, answered a second of ${SUSTAINED.rate} asked for`, figure: rate, unit: "a second", detail },
    { name: "page: refused under that load", figure: refused, unit: "pages", reach: 0 },
  ];
}

/** In a browser, with nothing kept: when something shows, and how much script came. */
async function seen({ url }: Stack, path: string, token: string): Promise<Line[]> {
  const executablePath = findChromium(process.env);
  if (executablePath === undefined) return [];
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  const [shown, scripts]: [number[], number[]] = [[], []];
  for (let i = 0; i < 5; i += 1) {
    const context = await browser.newContext();
    await context.addCookies([{ name: "fremdrift-session", value: token, url }]);
    const page = await context.newPage();
    let script = 0;
    page.on("response", async (response) => {
      if (response.request().resourceType() === "script")
        script += Number(response.headers()["content-length"] ?? 0) || gzipSync(await response.body()).length;
    });
    await page.goto(`${url}${path}`, { waitUntil: "load" });
    await page.waitForTimeout(200);
    shown.push(
      Number(await page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0")),
    );
    scripts.push(script);
    await context.close();
  }
  await browser.close();
  return [
    { name: "page: network, first contentful paint", figure: median(shown), unit: "ms" },
    { name: "page: network, script compressed", figure: median(scripts), unit: "bytes", reach: REACH.script },
  ];
}
