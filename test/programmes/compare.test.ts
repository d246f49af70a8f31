// Two editions of a programme beside each other.
import { describe, expect, test } from "vitest";
import { compareProgrammes, sameJson } from "../../programmes/compare.ts";
import { laidBeside, sameTime } from "../../programmes/compare-dates.ts";
import { firstDateOf } from "../../programmes/dates.ts";
import { planOf } from "../../programmes/plan.ts";
import { shifted } from "../../programmes/shift.ts";
import type { Interval, Item, Programme, When } from "../../programmes/types.ts";
import { rich } from "./export/given.ts";
import { shipped } from "./shipped.ts";

const withItem = (programme: Programme, id: string, change: Partial<Item>): Programme => ({
  ...programme,
  items: programme.items.map((item) => (item.id === id ? { ...item, ...change } : item)),
});

describe("two editions", () => {
  test("that are the same have no differences, whatever their version, questions and order of parts", () => {
    const own = rich();
    const same = { ...own, version: 9, openQuestions: [], items: own.items.toReversed() };
    expect(compareProgrammes(own, same)).toEqual([]);
  });

  test("differ part by part: what is new, gone and changed, with the fields and both values", () => {
    const own = rich();
    const [first, ...rest] = own.items;
    const edition: Programme = {
      ...withItem(own, "skift", { title: { da: "Ny", en: "New" }, place: "Odense" }),
      title: { da: "Andet", en: "Other" },
      rights: Object.fromEntries(
        Object.entries({ ...own.rights, openPhase: ["agent"] }).filter(([type]) => type !== "answer"),
      ),
    };
    edition.items = [...edition.items.filter(({ id }) => id !== first!.id), { ...first!, id: "nyt" }];
    expect(compareProgrammes(own, edition)).toEqual([
      { piece: "title", kind: "changed", before: own.title, after: edition.title, fields: ["da", "en"] },
      {
        piece: "items.skift",
        kind: "changed",
        before: { title: rest.find(({ id }) => id === "skift")!.title },
        after: { title: { da: "Ny", en: "New" }, place: "Odense" },
        fields: ["title", "place"],
      },
      { piece: "items.nyt", kind: "added", after: { ...first, id: "nyt" }, fields: [] },
      { piece: `items.${first!.id}`, kind: "removed", before: first, fields: [] },
      { piece: "rights.openPhase", kind: "changed", before: own.rights["openPhase"], after: ["agent"], fields: [] },
      { piece: "rights.answer", kind: "removed", before: own.rights["answer"], fields: [] },
    ]);
  });

  test("are the same JSON in whatever order keys stand, but not lists", () => {
    expect(sameJson({ a: 1, b: [{ c: 1, d: 2 }], e: undefined }, { b: [{ d: 2, c: 1 }], a: 1 })).toBe(true);
    expect(sameJson([1, 2], [2, 1])).toBe(false);
  });
});

describe("an edition's dates in a plan", () => {
  const when = (date: string): When => ({ date });

  test("stand where the plan's own do, though the first of them has changed", async () => {
    const own = await shipped("faellesskabsagenter");
    const edition = withItem(own, "E1", { when: when("2014-02-18") });
    const plan = planOf(own, "2027-03-02");
    const laid = laidBeside(edition, plan);
    expect([laid["E1"]!.from, laid["E2"], laid["H1"]]).toEqual([
      "2027-02-23",
      plan.intervals["E2"],
      plan.intervals["H1"],
    ]);
  });

  test("stand so in a plan that says other dates as its own, in seasons, and in days without a year", async () => {
    for (const [id, start] of [
      ["faellesskabsagenter", "2028-02-29"],
      ["borgerservice", "2026-09-01"],
      ["beskaeftigelsesindsats", "2026-08-03"],
      ["partnerskab", "2028-08-25"],
      ["innovationsnetvaerk", "2028-02-09"],
    ] as const) {
      const own = await shipped(id);
      const plan = planOf(own, start);
      const moved = shifted(plan, start).plan;
      expect(laidBeside(own, plan)).toEqual(plan.intervals);
      expect(laidBeside(own, moved)).toEqual(moved.intervals);
      expect(firstDateOf(moved.programme) === undefined).toBe(id === "innovationsnetvaerk");
    }
  });

  test("are no other time where they are what was planned, what is so now, or a span around its day", () => {
    const week: Interval = { from: "2027-03-15", to: "2027-03-21", precision: "week" };
    const day: Interval = { from: "2027-03-18", to: "2027-03-18", precision: "day" };
    expect(sameTime(week, week, day)).toBe(true);
    expect(sameTime(week, undefined, day)).toBe(true);
    expect(sameTime(day, week, day)).toBe(true);
    expect(sameTime(day, week, week)).toBe(false);
    expect(sameTime(week, undefined, { ...day, from: "2027-03-22", to: "2027-03-22" })).toBe(false);
    expect(sameTime({ ...day, time: "09:00", precision: "time" }, undefined, day)).toBe(false);
    expect(sameTime({ precision: "unknown" }, undefined, { precision: "condition" })).toBe(true);
    expect(sameTime({ precision: "unknown" }, undefined, day)).toBe(false);
  });
});
