// Statements that come again go by a name.
import { expect, test } from "vitest";
import { prepared } from "../../store/prepared.ts";

test("a statement has a name from the second time that it comes, always the same one, with its own values", () => {
  const named = prepared();
  expect(named("select $1", [1])).toEqual({ text: "select $1", values: [1] });
  const { name, ...again } = named("select $1", [2]);
  expect(again).toEqual({ text: "select $1", values: [2] });
  expect(name).toMatch(/^[0-9a-f]{32}$/);
  expect(named("select $1", [3]).name).toBe(name);
  named("select $2", []);
  expect(named("select $2", []).name).not.toBe(name);
});

test("those that come when many are kept are parsed each time, so that the server does not keep ever more", () => {
  const named = prepared();
  for (let i = 0; i < 1_000; i += 1) named(`select ${i}`, []);
  expect(named("select 0", []).name).toBeDefined();
  expect(named("select 999", []).name).toBeUndefined();
  expect(named("select 999", []).name).toBeUndefined();
});
