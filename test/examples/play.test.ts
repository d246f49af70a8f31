// The three examples of one file each, played as docs/own-machine.md says, on a real Temporal.
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../guards/files.ts";
import { expectInOrder, printed } from "./run.ts";

const LONG = { timeout: 120_000 };
const LONGEST_EXAMPLE = 100;
const NAMES = ["order", "nightly", "vote"];

test("an order is paid with another card, and may be sent back for thirty days and no longer", LONG, async () => {
  const text = await printed("examples/play.ts", "order");
  expectInOrder(text, [
    /it is "unpaid"/,
    /> \{"type":"payWith","card":"visa"\}: taken/,
    /the bank takes 200 from visa/,
    /-- day 31/,
    /a letter: you may send it back for another week/,
    /> \{"type":"sendBack","why":"too small"\}: taken/,
    /the bank is to pay visa-200 back, call 3/,
    /over: \{"kept":false,"why":"too small"\}/,
    /-- day 30/,
    /> \{"type":"sendBack","why":"too late"\}: refused: .*ended/,
    /over: \{"kept":true,"why":""\}\n$/,
  ]);
  expect(text.match(/the card was declined/g)).toHaveLength(1);
  expect(text.match(/for another week/g)).toHaveLength(2);
  expect(text).not.toContain("call 4");
});

test("a job that fails is tried three times a night, and the next night comes all the same", LONG, async () => {
  const text = await printed("examples/play.ts", "nightly");
  expect(text.match(/night \d, attempt \d/g)).toEqual(
    ["1, attempt 1", "2, attempt 1", "2, attempt 2", "2, attempt 3", "3, attempt 1", "3, attempt 2", "3, attempt 3"]
      .concat("4, attempt 1")
      .map((which) => `night ${which}`),
  );
  expect(text.match(/is woken: .*/g)).toEqual(["is woken: night 3 was not done"]);
  expectInOrder(text, [/-- day 3\n/, /night 3, attempt 1/, /> \{"type":"stop"\}: taken/, /over: .*"done":3\}\n$/]);
});

test(
  "a vote's deadline and its reminder are moved together, and another worker knows who has voted",
  LONG,
  async () => {
    const text = await printed("examples/play.ts", "vote");
    expectInOrder(text, [
      /"who":"Eva".*: not taken now/,
      /"deadline":1209600000\}: taken/,
      /"deadline":345600000\}: not taken now/,
      /-- day 8\n +it is "open"/,
      /another worker goes on/,
      /"who":"Ane","choice":"yes"\}: taken/,
      /-- day 12/,
      /a letter to Cille and Dan/,
      /\{"type":"counted","yes":2,"no":0\}/,
      /over: \{"passed":true\}\n$/,
    ]);
    expect(text.match(/a letter/g)).toHaveLength(1);
    expect(text).toMatch(/"who":"Dan".*: refused/);
  },
);

test("each is one file, short enough to be read, and its command is told in the file and in docs/own-machine.md", () => {
  const doc = readFileSync(path.join(ROOT, "docs/own-machine.md"), "utf8");
  for (const name of NAMES) {
    const text = readFileSync(path.join(ROOT, `examples/${name}.ts`), "utf8");
    expect(text.trimEnd().split("\n").length, name).toBeLessThanOrEqual(LONGEST_EXAMPLE);
    for (const told of [text, doc]) expect(told).toContain(`\`npx tsx examples/play.ts ${name}\``);
  }
});

test("a name that is none is answered with those there are", async () => {
  await expect(printed("examples/play.ts", "tea")).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining(NAMES.join(", ")),
  });
});
