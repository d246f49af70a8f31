import { expect, it } from "vitest";
import { remembered } from "../../mail/remembered.ts";

it("asks once for the same arguments, whatever they are, and again for others", () => {
  const asked: unknown[] = [];
  const answer = remembered((about: { zone: string; end?: number }, day: number) => {
    asked.push([about, day]);
    return `${about.zone} ${about.end} ${day}`;
  });
  const tell = () => [answer({ zone: "a" }, 1), answer({ zone: "a", end: 1 }, 1), answer({ zone: "a" }, 11)];
  expect(tell()).toEqual(["a undefined 1", "a 1 1", "a undefined 11"]);
  expect(tell()).toEqual(["a undefined 1", "a 1 1", "a undefined 11"]);
  expect(asked).toHaveLength(3);
});

it("keeps no error", () => {
  let fails = true;
  const answer = remembered((day: number) => {
    if (fails) throw new Error("not now");
    return day;
  });
  expect(() => answer(1)).toThrow("not now");
  fails = false;
  expect(answer(1)).toBe(1);
});

it("forgets all before it keeps too many, and goes on answering", () => {
  let asked = 0;
  const answer = remembered((day: number) => (asked++, day * 2));
  const days = [...Array(2_000).keys()];
  expect(days.map((day) => answer(day))).toEqual(days.map((day) => day * 2));
  answer(0);
  expect(asked).toBe(2_001);
});
