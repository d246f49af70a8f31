// A bundle of somebody's own workflows is made anew when one of its files changes, and only then.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { workflowBundle } from "../../worker/bundle.ts";
import { ROOT } from "../guards/files.ts";
import { tmpFolder } from "../support/tmp.ts";

// Inside the project, so that packages resolve as they do for real files.
let folder = "";
beforeEach(() => {
  mkdirSync(path.join(ROOT, ".cache"), { recursive: true });
  folder = mkdtempSync(path.join(ROOT, ".cache", "planted-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  vi.unstubAllEnvs();
});

const write = (file: string, text: string) => writeFileSync(path.join(folder, file), text);

test("what the workflows import, by whatever way, belongs to the bundle", { timeout: 120_000 }, async () => {
  vi.stubEnv("XDG_CACHE_HOME", tmpFolder());
  const made: string[] = [];
  const bundle = async () => await workflowBundle((line) => made.push(line), path.join(folder, "index.ts"));

  write("index.ts", `export { own } from "./near.ts";\n`);
  write("near.ts", `import { word } from "./far";\nexport const own = async () => word;\n`);
  write("far.ts", `export const word = "one";\n`);
  const first = await bundle();
  write("beside.ts", `export const word = "of nobody";\n`);
  expect(await bundle()).toEqual(first);
  expect(made).toHaveLength(1);
  write("far.ts", `export const word = "two";\n`);
  expect(await bundle()).not.toEqual(first);
  expect(made).toHaveLength(2);
});
