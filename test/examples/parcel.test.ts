// The example, run as its first line says; what docs/own-machine.md quotes stands in its files.
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../guards/files.ts";
import { expectInOrder, printed } from "./run.ts";

test("a parcel goes all its way, and says so", { timeout: 120_000 }, async () => {
  const stdout = await printed("examples/parcel/main.ts");
  expectInOrder(stdout, [
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
  ]);
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
