import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { bundleWorkflowCode } from "@temporalio/worker";
import { expect, onTestFinished, test } from "vitest";
import { codeOf, WORKFLOWS } from "../../worker/temporal-worker.ts";
import { ROOT } from "./files.ts";

// What a workflow carries into its sandbox, once for every network in memory. A new name here costs memory: measure first.
const CARRIED = [/^@temporalio\//, /^xstate$/, /^luxon$/, /^long$/, /^ms$/, /^nexus-rpc$/];

test("the workflows bundle, and carry only what they run on", async () => {
  const packages = await packagesIn(WORKFLOWS);
  expect(packages).toContain("xstate");
  expect(packages.filter((name) => !CARRIED.some((allowed) => allowed.test(name)))).toEqual([]);
});

test("a planted zod is seen in the bundle", async () => {
  const file = planted(`import { z } from "zod";\nexport async function bad() {\n  return z.string().parse("a");\n}\n`);
  expect(await packagesIn(file)).toContain("zod");
});

test("a planted use of Node's own modules does not bundle", async () => {
  const file = planted(`import { hostname } from "node:os";\nexport async function bad() {\n  return hostname();\n}\n`);
  await expect(packagesIn(file)).rejects.toThrow("Webpack finished with errors");
});

async function packagesIn(workflowsPath: string): Promise<string[]> {
  const silent = () => {};
  const logger = { trace: silent, debug: silent, info: silent, warn: silent, error: silent, log: silent };
  const { code } = await bundleWorkflowCode({ ...codeOf(workflowsPath), logger });
  const names = [...code.matchAll(/"\.\/node_modules\/((?:@[^/"]+\/)?[^/"]+)\//g)].map(([, name]) => name!);
  return [...new Set(names)].toSorted();
}

function planted(text: string): string {
  mkdirSync(path.join(ROOT, ".cache"), { recursive: true });
  const folder = mkdtempSync(path.join(ROOT, ".cache", "planted-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(path.join(folder, "index.ts"), text);
  return path.join(folder, "index.ts");
}
