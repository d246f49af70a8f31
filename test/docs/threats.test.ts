// docs/threats.md is true: each line names tests that are there.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../guards/files.ts";
import { rowsOf } from "./markdown.ts";

const text = readFileSync(path.join(ROOT, "docs/threats.md"), "utf8");
const named = (cell: string) =>
  [...cell.matchAll(/`(test\/[\w./-]+\.ts)` “([^”]+)”/g)].map(([, file, name]) => [file!, name!]);

/** Tests that are not there, of those that a cell names. A name may be the beginning of one. */
const missing = (cell: string): string[] =>
  named(cell)
    .filter(([file, name]) => {
      const place = path.join(ROOT, file!);
      return !existsSync(place) || !titles(place).some((one) => one.includes(name!));
    })
    .map(([file, name]) => `${file}: ${name}`);

/** Every text in a test file: what stands in quotes is a title, or part of a table of them. */
const titles = (file: string): string[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => /["`]/.test(line));

test("every line has what stops it, and tests that are there", () => {
  const [, ...rows] = rowsOf(text);
  expect(rows.length).toBeGreaterThan(30);
  for (const row of rows) {
    expect(row).toHaveLength(4);
    expect([row[0], named(row[3]!).length > 0]).toEqual([row[0], true]);
    expect(missing(row[3]!)).toEqual([]);
  }
  expect(missing("`test/docs/threats.test.ts` “a test that nobody wrote”".replace("nobody", "no one"))).toHaveLength(1);
});

test("what is not defended is said", () => {
  const left = text
    .split("## Not defended")[1]!
    .split("\n")
    .filter((line) => line.startsWith("- **"));
  expect(left.length).toBeGreaterThan(5);
});
