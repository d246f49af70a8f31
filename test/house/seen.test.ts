// A whole house seen from outside: its metrics, its log and its traces, and that nobody stands in any of them.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { FremdriftClient } from "../../api/client.ts";
import { ROOT } from "../guards/files.ts";
import { namesOn, OURS, samplesOf, wordy } from "../worker/seen/metrics.ts";
import { saying, startCollector, type Collector, type Span } from "./collector.ts";
import { clientOf, startStack, until, type Stack } from "./stack.ts";

const PEOPLE = path.join(ROOT, "programmes/data/samples/innovationsnetvaerk/people.csv");
const PERSON = "carla.engbjerg@example.org";

let collector: Collector;
let stack: Stack;
let [url, id, metrics] = ["", "", ""];
let client: FremdriftClient;
const key = randomUUID();

beforeAll(async () => {
  collector = await startCollector();
  stack = startStack({
    folder: await mkdtemp(path.join(tmpdir(), "fremdrift-seen-")),
    env: {
      METRICS_PORT: "0",
      LOG: "json",
      LOG_LEVEL: "debug",
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_BSP_SCHEDULE_DELAY: "100",
    },
  });
  url = await stack.ready;
  client = clientOf(stack.folder, url);
  metrics = (await client.checks()).find(({ name }) => name === "metrics")!.detail;
  const wanted = { programme: "innovationsnetvaerk", start: "2027-02-01", clock: "stepped" as const };
  ({ id } = await client.createNetwork({ ...wanted, people: readFileSync(PEOPLE, "utf8") }, randomUUID()));
  await client.trigger(id, "pinItem", { item: "m1", start: "2027-03-18T09:00" }, key);
  await client.trigger(id, "closePhase", { phase: "fase9" }).catch(() => {});
  for (const place of [`/networks/${id}`, `/${PERSON}`, `/a/hemmelig?email=${PERSON}`, "/healthz"])
    await fetch(`${url}${place}`, { redirect: "manual" });
}, 120_000);

afterAll(async () => {
  stack.wipe();
  await collector.close();
  await rm(stack.folder, { recursive: true, force: true, maxRetries: 5 });
});

const page = async () => await (await fetch(metrics)).text();

test("doctor says where the metrics are: on a port of their own, and not on the public one", async () => {
  expect(metrics).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/metrics$/);
  expect(new URL(metrics).port).not.toBe(new URL(url).port);
  expect((await fetch(`${url}/metrics`)).status).toBe(404);
});

test("the metrics tell of triggers, requests, mails and parts; what they say of anybody is nothing", async () => {
  const text = await page();
  const samples = samplesOf(text);
  const of = (name: string, labels: Record<string, string> = {}) =>
    samples.find(
      (one) => one.name === name && Object.entries(labels).every(([label, said]) => one.labels[label] === said),
    )?.value ?? 0;
  expect(of("fremdrift_triggers_total", { type: "pinItem", outcome: "ok" })).toBeGreaterThan(0);
  expect(of("fremdrift_http_request_seconds_count", { route: "/api/networks/:id/triggers", status: "200" })).toBe(1);
  expect(of("fremdrift_http_request_seconds_count", { route: "none", status: "404" })).toBeGreaterThan(0);
  expect(of("fremdrift_http_request_seconds_count", { route: "/networks/:id", part: "page" })).toBe(1);
  expect(of("fremdrift_check_ok", { check: "worker" })).toBe(1);
  await until("mails are counted", async () =>
    samplesOf(await page()).find(({ name, value }) => name === "fremdrift_mails_total" && value > 0),
  );
  expect(samples.filter(({ name }) => name.startsWith("temporal_")).length).toBeGreaterThan(10);
  expect(wordy(samples)).toEqual([]);
  for (const secret of [id, "@", "hemmelig", "carla"]) expect(text).not.toContain(secret);
  const declared = [...text.matchAll(/^# TYPE (fremdrift_\w+) /gm)].map(([, name]) => name!);
  expect(declared.toSorted()).toEqual(Object.keys(OURS).toSorted());
});

test("what the dashboard asks of Temporal's SDK is on the page", async () => {
  const dashboard = readFileSync(path.join(ROOT, "docs/dashboards/fremdrift.json"), "utf8");
  const asked = [...new Set([...dashboard.matchAll(/\btemporal_\w+/g)].map(([name]) => name))];
  // Of failures there is none yet to be told of.
  const names = namesOn(await page());
  expect(asked.filter((name) => !names.has(name))).toEqual(["temporal_request_failure"].filter((n) => !names.has(n)));
  expect(names).toContain("temporal_request");
});

test("the log is one JSON object a line; requests stand in it by their pattern", async () => {
  const lines = stack
    .err()
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  for (const line of lines)
    expect(line).toMatchObject({
      level: expect.any(String),
      time: expect.any(String),
      part: expect.any(String),
      event: expect.any(String),
    });
  const requests = lines.filter(({ event }) => event === "request");
  expect(requests).toContainEqual(
    expect.objectContaining({
      method: "POST",
      route: "/api/networks/:id/triggers",
      status: 200,
      trace: expect.any(String),
    }),
  );
  for (const secret of [id, "@", "hemmelig"]) expect(JSON.stringify(requests)).not.toContain(secret);
});

test("a trace leads from the request by the trigger to the Update, the activity and its mails", async () => {
  const isOf = (span: Span, name: string, above: Span) => span.name === name && span.parentSpanId === above.spanId;
  const { trigger, mails } = await until("the mails of the trigger are traced", async () => {
    const found = collector.spans.find((span) => span.name === "trigger" && saying(span, "fremdrift.network") === id);
    const activity = found && collector.spans.find((span) => isOf(span, "activity", found));
    const sent = activity ? collector.spans.filter((span) => isOf(span, "mail", activity)) : [];
    return found && sent.length > 1 ? { trigger: found, mails: sent } : undefined;
  });
  expect(saying(trigger, "fremdrift.type")).toBe("pinItem");
  expect(saying(trigger, "fremdrift.outcome")).toBe("ok");
  const request = collector.spans.find(({ spanId }) => spanId === trigger.parentSpanId)!;
  expect(request.name).toBe("POST /api/networks/:id/triggers");
  const update = collector.spans.find((span) => isOf(span, "update", trigger))!;
  for (const span of [request, update, ...mails]) expect(span.traceId).toBe(trigger.traceId);
  const mark = saying(trigger, "fremdrift.trigger");
  for (const span of [update, ...mails]) expect(saying(span, "fremdrift.trigger")).toEqual(mark);
  expect([...collector.services]).toEqual(["fremdrift"]);
  for (const secret of ["@", "hemmelig", key, "Carla"]) expect(JSON.stringify(collector.spans)).not.toContain(secret);
});
