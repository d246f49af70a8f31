import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { ROOT, sources } from "./files.ts";

const LONGEST_LINES = 300;

test(`no file is longer than ${LONGEST_LINES} lines`, () => {
  expect(tooLong(sources())).toEqual([]);
  expect(tooLong([{ file: "a.ts", text: "a\n".repeat(LONGEST_LINES + 1) }])).toEqual(["a.ts"]);
});

test("no file only passes on what others export", () => {
  // Temporal takes the workflows from one module, so theirs has to be one.
  expect(barrels(sources()).filter((file) => file !== "workflows/index.ts")).toEqual([]);
  expect(
    barrels([{ file: "a.ts", text: `// All of it.\nexport { a } from "./a.ts";\nexport * from "./b.ts";\n` }]),
  ).toEqual(["a.ts"]);
});

test("no test keeps the others from running", () => {
  expect(lonely(sources(["test"]))).toEqual([]);
  expect(lonely([{ file: "a.test.ts", text: ["test", "only"].join(".") }])).toEqual(["a.test.ts"]);
});

test("the lock file names every optional package, of every platform, and no registry: else npm ci fails elsewhere", () => {
  const lock = readFileSync(path.join(ROOT, "package-lock.json"), "utf8");
  const { packages } = JSON.parse(lock) as Lock;
  expect(unnamed(packages)).toEqual([]);
  expect(unnamed({ "node_modules/a": { optionalDependencies: { "@a/other-platform": "1.0.0" } } })).toEqual([
    "@a/other-platform",
  ]);
  // A workspace of our own is found by its folder.
  expect(lock.replace('"resolved": "bridge"', "")).not.toContain('"resolved"');
});

test("decisions have a number each", () => {
  const numbers = readdirSync(path.join(ROOT, "docs", "decisions")).map((name) => /^(\d{4})-/.exec(name)?.[1] ?? name);
  expect(numbers.length).toBeGreaterThan(0);
  expect(numbers.filter((number, index) => !/^\d{4}$/.test(number) || numbers.indexOf(number) !== index)).toEqual([]);
});

type Lock = { packages: Record<string, { optionalDependencies?: Record<string, string> }> };
type Files = { file: string; text: string }[];

function tooLong(files: Files): string[] {
  return files.filter(({ text }) => text.trimEnd().split("\n").length > LONGEST_LINES).map(({ file }) => file);
}

function barrels(files: Files): string[] {
  return files.filter(({ text }) => /\S/.test(text) && !/\S/.test(withoutPassingOn(text))).map(({ file }) => file);
}

function withoutPassingOn(text: string): string {
  return text
    .replace(/^\s*\/\/.*$/gm, "")
    .replace(/export\s+(?:type\s+)?(?:\*(?:\s+as\s+\w+)?|\{[^}]*\})\s+from\s+["'][^"']+["'];?/g, "");
}

function lonely(files: Files): string[] {
  return files.filter(({ text }) => /\b(?:test|it|describe)\.only\b/.test(text)).map(({ file }) => file);
}

function unnamed(packages: Lock["packages"]): string[] {
  const named = new Set(
    Object.keys(packages).map((place) => place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length)),
  );
  const wanted = Object.values(packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}));
  return wanted.filter((name) => !named.has(name));
}
