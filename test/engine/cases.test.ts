// The cases by name, on the engine alone.
import { expect, test, vi } from "vitest";
import { CASES } from "./cases.ts";
import { compare } from "./compare.ts";
import { wordsOf } from "./report.ts";

vi.spyOn(console, "warn").mockReturnValue();

test.for(CASES)("$title", async (script) => {
  const { trace } = await compare(script);
  expect(wordsOf(trace)).toEqual(script.leaves);
});
