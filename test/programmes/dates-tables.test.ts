// Tables of what calendars and plans really hold: seasons, parts of months, ISO weeks, leap years, turns of the year.
import { describe, expect, test } from "vitest";
import { firstDateOf, precisionOf, startInYear } from "../../programmes/dates.ts";
import type { Precision, When } from "../../programmes/types.ts";
import { alone, intervals, numbered, programmeOf } from "./resolved.ts";
import { problems, small } from "./texts.ts";

describe("what calendars hold", () => {
  test.each([
    ["winter 2015", "2014-12-01", "2015-02-28"],
    ["winter 2016", "2015-12-01", "2016-02-29"],
    ["winter 2015/2016", "2015-12-01", "2016-02-29"],
    ["winter 2014/2015", "2014-12-01", "2015-02-28"],
    ["winter 1999/2000", "1999-12-01", "2000-02-29"],
    ["spring 2015", "2015-03-01", "2015-05-31"],
    ["summer 2015", "2015-06-01", "2015-08-31"],
    ["autumn 2014", "2014-09-01", "2014-11-30"],
    ["spring/summer 2015", "2015-03-01", "2015-08-31"],
    ["summer/autumn 2020", "2020-06-01", "2020-11-30"],
    ["winter/spring 2015", "2014-12-01", "2015-05-31"],
    ["autumn/winter 2015", "2015-09-01", "2016-02-29"],
  ])("%s is %s to %s", (name, from, to) => {
    expect(alone({ season: name })).toEqual([from, to]);
  });

  test.each([
    ["2014-01", "2014-01-01/2014-01-10", "2014-01-11/2014-01-21", "2014-01-22/2014-01-31"],
    ["2014-04", "2014-04-01/2014-04-10", "2014-04-11/2014-04-20", "2014-04-21/2014-04-30"],
    ["2015-02", "2015-02-01/2015-02-10", "2015-02-11/2015-02-18", "2015-02-19/2015-02-28"],
    ["2016-02", "2016-02-01/2016-02-10", "2016-02-11/2016-02-19", "2016-02-20/2016-02-29"],
    ["2016-12", "2016-12-01/2016-12-10", "2016-12-11/2016-12-21", "2016-12-22/2016-12-31"],
  ])("primo, medio and ultimo of %s are %s, %s and %s", (of, ...parts) => {
    const all = (["early", "mid", "late"] as const).map((part) => alone({ month: of, part }).join("/"));
    expect(all).toEqual(parts);
    expect(alone({ month: of })).toEqual([`${of}-01`, parts[2]!.slice(11)]);
  });

  test("ultimo is the last ten days of whatever month it moves to", () => {
    const ultimo: When = { month: "2014-05", part: "late" };
    expect(alone(ultimo, "2015-02-03")).toEqual(["2015-02-19", "2015-02-28"]);
    expect(alone(ultimo, "2016-02-03")).toEqual(["2016-02-20", "2016-02-29"]);
  });

  // The Mondays of week 1, and of week 53 where the year has one.
  test.each([
    [2014, "2013-12-30", undefined],
    [2015, "2014-12-29", "2015-12-28"],
    [2016, "2016-01-04", undefined],
    [2019, "2018-12-31", undefined],
    [2020, "2019-12-30", "2020-12-28"],
    [2021, "2021-01-04", undefined],
    [2026, "2025-12-29", "2026-12-28"],
    [2027, "2027-01-04", undefined],
    [2028, "2028-01-03", undefined],
  ])("week 1 of %i begins %s, and week 53 %s", (year, first, last) => {
    expect(alone({ isoWeek: `${year}-W01` })[0]).toBe(first);
    expect(alone({ isoWeek: `${year}-W53` }, "2027-01-04")[0] !== undefined).toBe(last !== undefined);
    expect(firstDateOf(programmeOf({ a: { isoWeek: `${year}-W53` } }))).toBe(last);
  });

  test.each(["2021-W53", "2026-W54", "2027-W00", "2027-W5"])("a programme cannot ask for %s", (isoWeek) => {
    const found = problems(small.replace("when: { week: 1 }\n    phases", `when: { isoWeek: ${isoWeek} }\n    phases`));
    expect(found).toMatchObject([{ code: "shape", path: "items.m1.when.isoWeek" }]);
  });

  test.each([
    // A course that starts in week 53 goes on in week 1.
    ["2020-12-31", 1, "2020-12-28", "2021-01-03"],
    ["2020-12-31", 2, "2021-01-04", "2021-01-10"],
    ["2021-01-01", 1, "2020-12-28", "2021-01-03"],
    ["2026-12-28", 2, "2027-01-04", "2027-01-10"],
    ["2027-01-03", 1, "2026-12-28", "2027-01-03"],
    // 27 weeks from August end in February.
    ["2027-08-25", 27, "2028-02-21", "2028-02-27"],
    ["2028-02-29", 1, "2028-02-28", "2028-03-05"],
  ])("from %s programme week %i is %s to %s", (start, week, from, to) => {
    expect(alone({ week }, start)).toEqual([from, to]);
  });

  test("29 February moves to a day of its own, and a year without one has no such start", () => {
    expect(alone({ date: "2016-02-29" }, "2027-03-01")).toEqual(["2027-03-01", "2027-03-01"]);
    expect(startInYear(programmeOf({ a: { date: "2016-02-29" } }), 2027)).toBeUndefined();
    expect(startInYear(programmeOf({ a: { date: "2016-02-29" } }), 2028)).toBe("2028-02-29");
    const over: Record<string, When> = { a: { day: "02-28" }, b: { day: "02-29" }, c: { day: "03-01" } };
    const froms = (start: string) => Object.values(intervals(over, start)).map(({ from }) => from);
    expect(froms("2028-02-28")).toEqual(["2028-02-28", "2028-02-29", "2028-03-01"]);
    expect(froms("2027-02-28")).toEqual(["2027-02-28", "2027-03-01", "2027-03-01"]);
  });

  test("days without a year run on into the next one", () => {
    const over: Record<string, When> = { a: { day: "11-15" }, b: { day: "12-31" }, c: { day: "01-10" } };
    expect(Object.values(intervals(over, "2027-11-15")).map(({ from }) => from)).toEqual([
      "2027-11-15",
      "2027-12-31",
      "2028-01-10",
    ]);
  });
});

describe("the first date and how precise a date is", () => {
  test.each<[When[], string | undefined]>([
    [[{ date: "2014-03-03" }, { days: ["2014-02-25", "2014-02-26"] }], "2014-02-25"],
    [[{ month: "2014-01" }, { date: "2014-02-25" }], "2014-02-25"],
    [[{ season: "winter 2015" }, { months: ["2015-02", "2015-03"] }], "2014-12-01"],
    [[{ week: 1 }, { unknown: true }], undefined],
    [[{ day: "08-27" }, { week: 3 }], undefined],
    [[{ condition: "ready" }], undefined],
  ])("of %j is %s", (whens, first) => {
    expect(firstDateOf(programmeOf(numbered(whens)))).toBe(first);
  });

  test.each<[When, Precision]>([
    [{ date: "2014-02-25" }, "day"],
    [{ date: "2014-02-25", time: "09:00" }, "time"],
    [{ days: ["2014-04-09", "2014-04-10"] }, "days"],
    [{ day: "11-22" }, "yearless"],
    [{ isoWeek: "2014-W17" }, "week"],
    [{ week: 10 }, "week"],
    [{ weeks: [20, 24] }, "weeks"],
    [{ either: [17, 18] }, "either"],
    [{ month: "2014-03" }, "month"],
    [{ months: ["2014-04", "2014-05"] }, "months"],
    [{ season: "autumn 2014" }, "season"],
    [{ season: "winter 2015/2016", condition: "ready" }, "season"],
    [{ between: ["a", "b"] }, "between"],
    [{ before: "a" }, "before"],
    [{ after: "a" }, "after"],
    [{ midwayOf: "a" }, "day"],
    [{ condition: "ready" }, "condition"],
    [{ unknown: true }, "unknown"],
  ])("%j is known to the %s", (when, precision) => {
    expect(precisionOf(when)).toBe(precision);
  });
});
