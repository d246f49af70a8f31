// What is left out of a line that is logged, and what stays so that it still helps.
import { expect, test } from "vitest";
import { sparing, spared } from "../../worker/sparing.ts";

const KEY = "k7Qz_9-aXb2LmN4pRs8TuVwY";

test.each([
  ["550 5.1.1 <åse.ø+x@kommune.example>: no such user", "550 5.1.1 <…>: no such user"],
  ['550 "åse ø"@kommune.example unknown', "550 … unknown"],
  ["a page broke: Error: no place for Åse.Ø@Kommune.Example, said mx", "a page broke: Error: no place for …, said mx"],
  ['Unexpected token "Åse siger" in JSON', 'Unexpected token "…" in JSON'],
  ["Idea «Færre skemaer» is not there", "Idea «…» is not there"],
  ["value 'Åse Ø' is too long", "value '…' is too long"],
  ["http://127.0.0.1:3000/a/" + KEY + " broke", "http://127.0.0.1:3000/… broke"],
  ["https://login.example/authorize?login_hint=x broke", "https://login.example/… broke"],
  [`the key ${KEY} is used`, "the key … is used"],
  ["token fd_k7Qz9aXb2LmN4pRs8TuVwY", "token …"],
])("%s", (line, left) => {
  expect(spared(line)).toBe(left);
});

test.each([
  'Error: duplicate key value violates unique constraint "person_email_key"\n    at Object.run (/work/main/store/people.ts:12:3)',
  "    at file:///work/main/node_modules/@hono/zod-openapi/dist/index.js:54:10",
  "Mail n1a2b3.12.p9 could not be delivered: 550",
  'new row for relation "ledger" violates check constraint "never"',
  "Cannot find module '/work/main/x.ts'",
  "den kan ikke læses: det er 'nu'",
  "it can't be read, and wasn't there",
  "temporal warn: Activity failed, network-0a1b2c3d4e5f",
])("%s stays as it is", (line) => {
  expect(spared(line)).toBe(line.replace("'nu'", "'…'"));
});

test("each line is spared before it is handed on, and is never long", () => {
  const lines: string[] = [];
  sparing((line) => lines.push(line))(`åse@kommune.example ${"ord ".repeat(5_000)}`);
  expect([lines[0]!.slice(0, 5), lines[0]!.length < 4_100]).toEqual(["… ord", true]);
});
