import { mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { workflowBundle } from "../../worker/bundle.ts";
import { tmpFolder } from "../support/tmp.ts";

const HOUR = 3_600_000;

let cache = "";
beforeEach(() => {
  const home = tmpFolder();
  vi.stubEnv("XDG_CACHE_HOME", home);
  cache = path.join(home, "fremdrift");
  mkdirSync(cache);
});
afterEach(() => void vi.unstubAllEnvs());

const used = (name: string, hoursAgo: number) => {
  const at = new Date(Date.now() - hoursAgo * HOUR);
  writeFileSync(path.join(cache, name), "");
  utimesSync(path.join(cache, name), at, at);
  return name;
};
const kept = () => readdirSync(cache).toSorted();

test("making a bundle removes old ones, but none that was used today", { timeout: 120_000 }, async () => {
  const today = [1, 2, 3, 4, 5, 6].map((n) => used(`workflows-today${n}.cjs`, 24 - n));
  const other = used("temporal-v1", 9_000);
  used("workflows-old.cjs", 25);
  used("workflows-draft.cjs.123", 200);
  const { codePath } = await workflowBundle(() => {});
  expect(kept()).toEqual([path.basename(codePath), other, ...today].toSorted());
});

test("the few used last stay, however old; one used again counts as new", { timeout: 120_000 }, async () => {
  const old = [30, 40, 50, 60, 70].map((days) => used(`workflows-${days}.cjs`, days * 24));
  const { codePath } = await workflowBundle(() => {});
  expect(kept()).toEqual([path.basename(codePath), ...old.slice(0, 4)].toSorted());

  const before = new Date(Date.now() - 48 * HOUR);
  utimesSync(codePath, before, before);
  const log = vi.fn<(line: string) => void>();
  expect(await workflowBundle(log)).toEqual({ codePath });
  expect(log).not.toHaveBeenCalled();
  expect(statSync(codePath).mtimeMs).toBeGreaterThan(before.getTime() + 24 * HOUR);
});
