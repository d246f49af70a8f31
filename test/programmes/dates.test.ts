// What every start must keep of a plan's dates, and what counts from others.
import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import { addDays, daysBetween, monthNumber } from "../../programmes/calendar.ts";
import { startInYear } from "../../programmes/dates.ts";
import type { When } from "../../programmes/types.ts";
import { alone, days, intervals, numbered, programmeOf } from "./resolved.ts";

const date = fc.integer({ min: 0, max: 22_000 }).map((count) => addDays("2000-01-01", count));
const month = date.map((day) => day.slice(0, 7));
const someDates = fc.array(date, { minLength: 1, maxLength: 8 });
const monthDay = date.map((day) => day.slice(5)).filter((day) => day !== "02-29");
const season = fc
  .tuple(fc.constantFrom("winter", "spring", "summer", "autumn"), fc.integer({ min: 2001, max: 2059 }))
  .map(([name, year]) => `${name} ${year}`);
const inOrder = <T extends string | number>(part: fc.Arbitrary<T>) =>
  fc
    .tuple(part, part)
    .filter(([a, b]) => a !== b)
    .map(([a, b]): [T, T] => (a < b ? [a, b] : [b, a]));
const programmeWeek = fc.integer({ min: 1, max: 120 });

/** Every kind of date that does not count from another part. */
const anyWhen: fc.Arbitrary<When> = fc.oneof(
  date.map((day) => ({ date: day })),
  inOrder(date).map((both) => ({ days: both })),
  monthDay.map((day) => ({ day })),
  fc.tuple(month, fc.constantFrom("early", "mid", "late", undefined)).map(([of, part]) => ({
    month: of,
    ...(part && { part }),
  })),
  inOrder(month).map((both) => ({ months: both })),
  season.map((name) => ({ season: name })),
  date.map((day) => ({ isoWeek: DateTime.fromISO(day, { zone: "utc" }).toFormat("kkkk-'W'WW") })),
  programmeWeek.map((week) => ({ week })),
  inOrder(programmeWeek).map((weeks) => ({ weeks })),
  inOrder(programmeWeek).map((either) => ({ either })),
);

describe("under any start", () => {
  test("exact dates keep every gap, and the first of them falls on the start", () => {
    fc.assert(
      fc.property(someDates, date, (own, start) => {
        const moved = intervals(numbered(own.map((day) => ({ date: day }))), start);
        const first = own.toSorted()[0]!;
        for (const [index, day] of own.entries())
          expect(daysBetween(start, moved[`i${index}`]!.from!)).toBe(daysBetween(first, day));
      }),
      { examples: [[["2024-02-28", "2024-03-01"], "2027-02-28"]] },
    );
  });

  test("several days stay as many", () => {
    fc.assert(
      fc.property(inOrder(date), date, ([first, last], start) => {
        const [from, to] = alone({ days: [first, last] }, start);
        expect([from, daysBetween(from!, to!)]).toEqual([start, daysBetween(first, last)]);
      }),
    );
  });

  test("months move by whole months, from a first to a last day, and stay as many", () => {
    fc.assert(
      fc.property(inOrder(month), date, ([first, last], start) => {
        const [from, to] = alone({ months: [first, last] }, start);
        expect(from).toBe(`${start.slice(0, 7)}-01`);
        expect(addDays(to!, 1).slice(8)).toBe("01");
        expect(monthNumber(to!) - monthNumber(from!)).toBe(monthNumber(last) - monthNumber(first));
      }),
    );
  });

  test("seasons are three months, and whole years later the same season", () => {
    fc.assert(
      fc.property(season, fc.integer({ min: 1, max: 30 }), (name, years) => {
        const [own = "", end = ""] = alone({ season: name });
        expect(monthNumber(end) - monthNumber(own)).toBe(2);
        const [word, year] = name.split(" ");
        const later = `${Number(own.slice(0, 4)) + years}${own.slice(4)}`;
        expect(alone({ season: name }, later)).toEqual(alone({ season: `${word} ${Number(year) + years}` }));
      }),
    );
  });

  test("days without a year keep their order and the gaps of the start's year; each is the next such day", () => {
    fc.assert(
      fc.property(fc.array(monthDay, { minLength: 1, maxLength: 8 }), date, (list, start) => {
        const whens = numbered(list.map((day) => ({ day })));
        const froms = (of: string) => Object.values(intervals(whens, of)).map(({ from }) => from!);
        const gaps = (of: string[]) => of.slice(1).map((day, index) => daysBetween(of[index]!, day));
        const own = startInYear(programmeOf(whens), Number(start.slice(0, 4)))!;
        expect(froms(start)[0]).toBe(start);
        expect(gaps(froms(start))).toEqual(gaps(froms(own)));
        expect(froms(own).map((day) => day.slice(5))).toEqual(list);
        for (const gap of gaps(froms(own))) expect(gap >= 0 && gap < 366).toBe(true);
      }),
    );
  });

  test("week 1 is the ISO week that holds the start, whichever of its days that is", () => {
    fc.assert(
      fc.property(date, inOrder(programmeWeek), (start, [first, last]) => {
        const [from, to] = alone({ weeks: [first, last] }, start);
        const monday = DateTime.fromISO(start, { zone: "utc" }).startOf("week");
        expect(from).toBe(monday.plus({ weeks: first - 1 }).toFormat("yyyy-MM-dd"));
        expect(to).toBe(monday.plus({ weeks: last }).minus({ days: 1 }).toFormat("yyyy-MM-dd"));
        expect(alone({ either: [first, last] }, start)).toEqual([from, to]);
        expect(alone({ week: last }, start)[1]).toBe(to);
      }),
    );
  });

  test("an ISO week of the calendar stays a week from Monday to Sunday", () => {
    fc.assert(
      fc.property(date, date, date, (exact, day, start) => {
        const isoWeek = DateTime.fromISO(day, { zone: "utc" }).toFormat("kkkk-'W'WW");
        const { from, to } = intervals({ exact: { date: exact }, week: { isoWeek } }, start)["week"]!;
        expect(DateTime.fromISO(from!, { zone: "utc" }).weekday).toBe(1);
        expect(daysBetween(from!, to!)).toBe(6);
      }),
    );
  });

  test("nothing ends before it begins, and the same plan comes of the same start", () => {
    const whens = fc.array(anyWhen, { minLength: 2, maxLength: 6 }).map((list) => ({
      ...numbered(list),
      between: { between: ["i0", "i1"] as [string, string] },
      before: { before: "i0", within: 5 },
      after: { after: "i1", within: 5 },
      midway: { midwayOf: "i0" },
    }));
    fc.assert(
      fc.property(whens, date, (all, start) => {
        const resolved = intervals(all, start);
        for (const { from, to } of Object.values(resolved)) expect([from, to].toSorted()).toEqual([from, to]);
        expect(intervals(all, start)).toEqual(resolved);
      }),
      { numRuns: 300 },
    );
  });
});

describe("what counts from others", () => {
  const anchors: Record<string, When> = { a: { date: "2014-05-20" }, b: { days: ["2014-09-10", "2014-09-11"] } };
  const from = (when: When, start = "2014-05-20", others = anchors) =>
    days(intervals({ ...others, x: when }, start)["x"]!);

  test.each<[When, (string | undefined)[]]>([
    [{ between: ["a", "b"] }, ["2014-05-21", "2014-09-09"]],
    [{ before: "b" }, [undefined, "2014-09-09"]],
    [{ before: "b", within: 14 }, ["2014-08-27", "2014-09-09"]],
    [{ after: "b" }, ["2014-09-12", undefined]],
    [{ after: "b", within: 1 }, ["2014-09-12", "2014-09-12"]],
    [{ midwayOf: "b" }, ["2014-09-10", "2014-09-10"]],
  ])("%j is %j", (when, expected) => {
    expect(from(when)).toEqual(expected);
  });

  test("follows when they move", () => {
    fc.assert(
      fc.property(date, date, fc.integer({ min: 2, max: 400 }), (first, start, gap) => {
        const others: Record<string, When> = { a: { date: first }, b: { date: addDays(first, gap) } };
        expect(from({ between: ["a", "b"] }, start, others)).toEqual([addDays(start, 1), addDays(start, gap - 1)]);
        expect(from({ before: "b" }, start, others)).toEqual([undefined, addDays(start, gap - 1)]);
        expect(from({ after: "a" }, start, others)).toEqual([addDays(start, 1), undefined]);
      }),
    );
  });

  test("where no day lies between two, it is due the day before the second", () => {
    const touching: Record<string, When> = { a: { date: "2014-05-20" }, b: { date: "2014-05-21" } };
    expect(from({ between: ["a", "b"] }, "2014-05-20", touching)).toEqual(["2014-05-20", "2014-05-20"]);
    expect(from({ between: ["b", "a"] }, "2014-05-20", touching)).toEqual(["2014-05-19", "2014-05-19"]);
  });

  test("a chain of them is resolved whatever its order", () => {
    const resolved = intervals(
      { last: { after: "middle", within: 3 }, middle: { after: "a", within: 2 }, a: { date: "2016-02-27" } },
      "2016-02-27",
    );
    expect([resolved["middle"], resolved["last"]].map((one) => days(one!))).toEqual([
      ["2016-02-28", "2016-02-29"],
      ["2016-03-01", "2016-03-03"],
    ]);
  });

  test("what counts from what nobody knows is not known either", () => {
    const unknown: Record<string, When> = { a: { date: "2014-05-20" }, b: { unknown: true } };
    expect(from({ between: ["a", "b"] }, "2014-05-20", unknown)).toEqual(["2014-05-21", undefined]);
    expect(from({ midwayOf: "b" }, "2014-05-20", unknown)).toEqual([undefined, undefined]);
  });
});
