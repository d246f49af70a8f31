import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { findAnswer, saveAnswers } from "../../store/idempotency.ts";
import { openStore, type Store } from "../../store/open.ts";
import { ANSWERS_KEPT, createHousekeeping } from "../../worker/housekeeping.ts";

const NOW = Date.UTC(2027, 5, 1);
const SOON = { timeout: 10_000 };
let folder: string;
let store: Store;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "fremdrift-housekeeping-"));
  store = await openStore({ folder });
}, 60_000);
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const isKept = async (key: string) => (await findAnswer(store, "p1", key)) !== undefined;
const given = (key: string, createdAt: number) =>
  saveAnswers(store, [{ scope: "p1", key, bodyHash: "h", status: 200, response: {}, createdAt }]);

test("answers are forgotten when they are too old: at the start, and in every round after it", async () => {
  await given("old", NOW - ANSWERS_KEPT - 1);
  await given("young", NOW - ANSWERS_KEPT);
  let now = NOW;
  const housekeeping = createHousekeeping({ store, now: () => now, log: () => {}, every: 5 });
  housekeeping.start();
  await vi.waitFor(async () => expect(await isKept("old")).toBe(false), SOON);
  expect(await isKept("young")).toBe(true);
  now += 1;
  await vi.waitFor(async () => expect(await isKept("young")).toBe(false), SOON);
  await housekeeping.stop();
  await given("after the end", 0);
  expect(await isKept("after the end")).toBe(true);
});

test("a round that fails is told, and the next one comes; it ends at once, also between two rounds", async () => {
  await given("old", 0);
  const lines: string[] = [];
  let fails = true;
  const now = () => {
    if (fails) throw new Error("no clock");
    return NOW;
  };
  const housekeeping = createHousekeeping({ store, now, log: (line) => lines.push(line), every: 5 });
  housekeeping.start();
  await vi.waitFor(() => expect(lines.join()).toMatch(/gamle svar .*no clock.* old answers .*no clock/), SOON);
  fails = false;
  await vi.waitFor(async () => expect(await isKept("old")).toBe(false), SOON);
  await housekeeping.stop();

  const slow = createHousekeeping({ store, now, log: () => {} });
  slow.start();
  await slow.stop();
});
