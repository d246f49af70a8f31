// The example, run as its first line says; what docs/own-machine.md quotes stands in its files.
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { ROOT } from "../guards/files.ts";

test("a parcel goes all its way, and says so", { timeout: 120_000 }, async () => {
  const main = path.join(ROOT, "examples/parcel/main.ts");
  const env = { ...process.env, TEMPORAL_ADDRESS: "" };
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", main], { cwd: ROOT, env });
  const told = [
    /the kettle is fetched/,
    /it is "atCustoms"/,
    /> \{"type":"collected"\}: not taken now/,
    /> \{"type":"clear"\}: taken/,
    /it is "undecided"/,
    /> \{"type":"choose","carrier":"van"\}: taken/,
    /it is "underWay"/,
    /no worker for four days/,
    /it is \{"atShop":"reminded"\}/,
    /over: \{"collected":true,"why":""\}\n$/,
  ];
  const places = told.map((line) => stdout.search(line));
  expect(places, stdout).toEqual(places.toSorted((a, b) => a - b));
  expect(places, stdout).not.toContain(-1);
  expect(stdout.match(/the van is called/g)).toHaveLength(3);
  expect(stdout.match(/a letter:.*/g)).toEqual([
    "a letter: no booking: too heavy for a bicycle",
    "a letter: your parcel waits at the shop",
  ]);
  expect(stdout.match(/"to":"[^"]*"/g)).toEqual(['"to":"customs"', '"to":"the road"', '"to":"the shop"']);
});

const doc = readFileSync(path.join(ROOT, "docs/own-machine.md"), "utf8");
const quotes = [...doc.matchAll(/^`(examples\/[^`]+)`:\n\n```ts\n([^]*?)^```$/gm)].map(
  ([, file, code]) => [file!, code!] as const,
);

test("docs/own-machine.md quotes the example", () => {
  expect(quotes.length).toBeGreaterThan(2);
  expect([...doc.matchAll(/^```ts$/gm)]).toHaveLength(quotes.length);
});

test.each(quotes)("%s holds what is quoted of it", (file, code) => {
  expect(readFileSync(path.join(ROOT, file), "utf8")).toContain(code);
});
