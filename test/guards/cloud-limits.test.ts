// Limits of a hosted Temporal, kept by what is set here: with room to spare, whatever an installation is asked.
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { MAX_BODY } from "../../api/app.ts";
import { MAX_EVENT_BYTES, MAX_STATE_BYTES } from "../../machines/engine/types.ts";
import { EVENTS_PER_RUN } from "../../workflows/messages.ts";
import { ROOT } from "./files.ts";
import { rowsOf } from "../docs/markdown.ts";

/** Of one run, and of one piece of data: docs.temporal.io/cloud/limits, read in November 2026. Beyond the warned ones the server only warns. */
const CLOUD = { events: 51_200, warnedEvents: 10_240, bytes: 50 * 2 ** 20, warnedBytes: 10 * 2 ** 20, updates: 2_000 };
const PAYLOAD = 2 * 2 ** 20;

/** Numbers that stand in a file for itself alone. */
function numberIn(file: string, pattern: RegExp): number {
  const [, digits] = pattern.exec(readFileSync(path.join(ROOT, file), "utf8")) ?? [];
  if (digits === undefined) throw new Error(`${file} has no ${String(pattern)}`);
  return digits.split("*").reduce((product, one) => product * Number(one.replaceAll("_", "").trim()), 1);
}

const runs = {
  bytes: numberIn("workflows/host.ts", /^const MAX_BYTES = ([\d_]+);/m),
  slack: numberIn("workflows/host.ts", /^const SLACK = \{.*busy: (\d+) \};/m),
  waiting: numberIn("workflows/host.ts", /^const MAX_WAITING_BYTES = ([\d_ *]+);/m),
};

test("a run ends long before it is as long as a hosted Temporal takes, or warns of", () => {
  expect(EVENTS_PER_RUN * runs.slack).toBeLessThan(CLOUD.warnedEvents / 5);
  expect(runs.bytes * runs.slack).toBeLessThan(CLOUD.warnedBytes / 2);
  // An Update is two events at least: taken, and answered.
  expect((EVENTS_PER_RUN * runs.slack) / 2).toBeLessThan(CLOUD.updates / 2);
});

test("what a run hands on, and what is asked of one at once, is less than the largest piece of data", () => {
  expect(MAX_STATE_BYTES + runs.waiting).toBeLessThan(0.7 * PAYLOAD);
  expect(MAX_EVENT_BYTES).toBeLessThan(PAYLOAD / 2);
  expect(MAX_BODY).toBeLessThan(PAYLOAD / 2);
});

test("docs/scale.md names the limits that are kept", () => {
  const text = readFileSync(path.join(ROOT, "docs/scale.md"), "utf8");
  const cells = rowsOf(text.split("## Limits of a hosted Temporal")[1]!.split("\n## ")[0]!).flat();
  for (const kept of [EVENTS_PER_RUN * runs.slack, CLOUD.events, CLOUD.updates])
    expect(cells.join(" ")).toContain(kept.toLocaleString("en"));
});
