// What is counted, timed and remembered, part by part; test/house/seen.test.ts has it in a running house.
import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import { Unanswered } from "../../../api/update.ts";
import { QueueFull } from "../../../api/group-commit.ts";
import type { Submit, Submitted } from "../../../api/submit.ts";
import { StoreError } from "../../../store/error.ts";
import { createLag } from "../../../worker/seen/lag.ts";
import { openMeters, type Request } from "../../../worker/seen/meters.ts";
import { freeAddress, serveMetrics } from "../../../worker/seen/page.ts";
import { requestsSeen } from "../../../worker/seen/requests.ts";
import { createStanding } from "../../../worker/seen/standing.ts";
import { triggersSeen } from "../../../worker/seen/triggers.ts";
import { serve } from "../../../worker/serve.ts";
import { namesOn, samplesOf, wordy } from "./metrics.ts";

const valueOf = (page: string, name: string, labels: Record<string, string> = {}) =>
  samplesOf(page).find(
    (one) => one.name === name && Object.entries(labels).every(([label, value]) => one.labels[label] === value),
  )?.value;

describe("requests", () => {
  const appWith = (seen: Request[]) => {
    const app = new Hono();
    app.use(requestsSeen({ told: (request) => seen.push(request), behindProxy: false }));
    app.get("/people/new", (c) => c.text("ny"));
    app.get("/people/:email", (c) => c.text("en"));
    const web = new Hono();
    web.post("/a/:token", (c) => c.text("", 422));
    web.get("/broken", () => {
      throw new Error("kim@example.org");
    });
    web.on(["GET", "POST"], "*", (c) => c.text("intet", 404));
    web.onError((_, c) => c.text("", 500));
    app.route("/", web);
    return app;
  };
  const env = { incoming: {} };

  test("are told by the pattern of the route that answered, never by their address", async () => {
    const seen: Request[] = [];
    const app = appWith(seen);
    for (const [path, method] of [
      ["/people/new?q=kim@example.org", "GET"],
      ["/people/kim@example.org", "GET"],
      ["/people/kim@example.org", "HEAD"],
      ["/a/hemmelig", "POST"],
      ["/broken", "GET"],
      ["/kim@example.org", "GET"],
      ["/kim@example.org", "DELETE"],
      ["/people/new", "PROPFIND"],
    ] as const)
      await app.request(path, { method }, env);
    expect(seen.map(({ method, route, status, part }) => [method, route, status, part].join(" "))).toEqual([
      "GET /people/new 200 page",
      "GET /people/:email 200 page",
      "HEAD /people/:email 200 page",
      "POST /a/:token 422 page",
      "GET /broken 500 page",
      "GET none 404 page",
      "DELETE none 404 page",
      "other none 404 page",
    ]);
  });

  test("that pages make of the API in the same process are part of the page's", async () => {
    const seen: Request[] = [];
    await appWith(seen).request("/people/new");
    expect(seen).toEqual([]);
  });
});

describe("triggers", () => {
  const answering = (answer: () => Promise<Submitted>) => ({ trigger: answer }) as unknown as Submit;
  const trigger = { key: "k", at: 0, by: "p", role: "r", type: "openPhase", data: {} };

  test("are counted by type and by what they came to", async () => {
    const meters = await openMeters();
    const lag = createLag(() => 0);
    const ask = async (answer: () => Promise<unknown>, type = "openPhase") => {
      const submit = triggersSeen(answering(answer as () => Promise<Submitted>), { meters, lag });
      await submit.trigger("n1", { ...trigger, type }).catch(() => {});
    };
    await ask(async () => ({ ok: true, n: 7 }));
    await ask(async () => ({ ok: false, code: "criteria" }));
    await ask(async () => ({ ok: false, code: "state" }), "kim@example.org");
    for (const error of [
      new Unanswered("x"),
      new QueueFull("x"),
      new StoreError("repeated", { en: { message: "", hint: "" }, da: { message: "", hint: "" } }),
      new StoreError("unreachable", { en: { message: "", hint: "" }, da: { message: "", hint: "" } }),
      new Error("kim@example.org"),
    ])
      await ask(() => Promise.reject(error));
    const page = await meters.text();
    const counts = samplesOf(page).filter(({ name }) => name === "fremdrift_triggers_total");
    expect(counts.map(({ labels, value }) => `${labels["type"]} ${labels["outcome"]} ${value}`).toSorted()).toEqual(
      ["criteria", "error", "full", "ok", "repeated", "store", "unanswered"]
        .map((outcome) => `openPhase ${outcome} 1`)
        .concat("unknown state 1")
        .toSorted(),
    );
    expect(valueOf(page, "fremdrift_trigger_seconds_count", { type: "openPhase" })).toBe(7);
    expect(lag.networks()).toEqual(["n1"]);
    expect(wordy(samplesOf(page))).toEqual([]);
  });

  test("a label with somebody in it is found", () => {
    const said = `fremdrift_triggers_total{type="openPhase",outcome="kim@example.org"} 1\nfremdrift_new 1\n`;
    expect(wordy(samplesOf(said))).toEqual([
      'fremdrift_triggers_total: outcome="kim@example.org"',
      "fremdrift_new has no row in the table",
    ]);
  });
});

test("the lag is that of the oldest entry that was told and is not written", () => {
  let now = 1_000;
  const lag = createLag(() => now);
  lag.told("a", 3);
  now = 2_000;
  lag.told("a", 5);
  lag.told("a", 4);
  lag.told("b", 1);
  now = 5_000;
  expect(lag.behind(new Map([["b", 0]]))).toEqual({ entries: 6, ms: 4_000 });
  expect(lag.behind(new Map([["a", 3], ["b", 1]]))).toEqual({ entries: 2, ms: 3_000 }); // prettier-ignore
  expect(lag.networks()).toEqual(["a"]);
  expect(lag.behind(new Map([["a", 9]]))).toEqual({ entries: 0, ms: 0 });
  expect(lag.networks()).toEqual([]);
  for (let n = 1; n <= 100; n += 1) lag.told("c", n);
  expect(lag.behind(new Map([["c", 99]])).entries).toBe(1);
});

describe("the page", () => {
  test("has ours and the SDK's, and ours alone where the SDK does not answer; nothing else is there", async () => {
    const meters = await openMeters();
    const sdk = await serve(() => new Response('temporal_request{operation="X"} 2\n'), { host: "127.0.0.1", port: 0 });
    const place = { host: "127.0.0.1", port: 0 };
    const both = await serveMetrics(place, { text: meters.text, sdk: new URL(sdk.url).host });
    const answer = await fetch(`${both.url}/metrics`);
    expect(answer.headers.get("content-type")).toContain("version=0.0.4");
    const page = await answer.text();
    expect(valueOf(page, "temporal_request")).toBe(2);
    expect(namesOn(page)).toContain("fremdrift_http_request_seconds_bucket");
    expect(namesOn(page)).toContain("nodejs_eventloop_lag_p99_seconds");
    expect((await fetch(both.url)).status).toBe(404);
    expect((await fetch(`${both.url}/metrics`, { method: "POST" })).status).toBe(404);
    const alone = await serveMetrics(place, { text: meters.text, sdk: await freeAddress() });
    expect(await (await fetch(`${alone.url}/metrics`)).text()).toContain("fremdrift_listeners 0");
    const taken = { host: "127.0.0.1", port: Number(new URL(alone.url).port) };
    await expect(serveMetrics(taken, { text: meters.text })).rejects.toThrow(/METRICS_PORT=/);
    await Promise.all([sdk.close(), both.close(), alone.close()]);
  });

  test("a store that is away makes no page fail: what it knows is told as not known", async () => {
    const store = { connections: () => ({ used: 0, waiting: 3 }) } as never;
    const checks = () => Promise.reject(new Error("away"));
    const lag = createLag(() => 0);
    lag.told("a", 1);
    const standing = await createStanding({ store, checks, lag, now: () => 0 })();
    expect(standing).toEqual({
      waiting: NaN,
      oldest: NaN,
      unsent: { outbox: NaN, network: NaN },
      behind: NaN,
      lag: NaN,
      database: { used: 0, waiting: 3 },
      checks: [],
    });
  });
});
