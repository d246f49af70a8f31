import { beforeAll, describe, expect, test } from "vitest";
import { daysBetween, isWorkingDay, localInstant, reminderInstant } from "../../programmes/calendar.ts";
import { firstDateOf, startInYear } from "../../programmes/dates.ts";
import { planOf } from "../../programmes/plan.ts";
import type { Plan, Programme } from "../../programmes/types.ts";
import { ids, shipped, warned } from "./shipped.ts";

let programme: Programme;
beforeAll(async () => {
  programme = await shipped("partnerskab");
});
const meeting = (id: string) => programme.items.find((one) => one.id === id)!;
const planIn = (year: number) => planOf(programme, startInYear(programme, year)!);
const days = (plan: Plan) => ids(programme.items).map((id) => plan.intervals[id]!.from!);

/** id, day, from, until, the source's words. */
const TABLE = [
  ["m1", "08-27", "09:00", "16:00", "27. august kl. 9-16"],
  ["m2", "09-29", "09:00", "15:00", "29. september kl. 9-15"],
  ["m3", "10-29", "09:00", "15:00", "29. oktober kl. 9-15"],
  ["m4", "11-15", "09:00", "15:00", "15. november kl. 9-15"],
  ["m5", "12-01", "09:00", "15:00", "1. december kl. 9-15"],
] as const;

describe("P5, row by row", () => {
  test("is five meetings and nothing else", () => {
    expect(ids(programme.items)).toEqual(TABLE.map(([id]) => id));
    expect([programme.phases, programme.tracks, programme.success]).toEqual([[], [], []]);
    expect(firstDateOf(programme)).toBeUndefined();
  });

  test.each(TABLE)("%s is on %s from %s to %s", (id, day, time, until, quote) => {
    expect(meeting(id)).toMatchObject({
      kind: "meeting",
      when: { day, time, until, quote },
      audience: ["participant", "networkGroup", "consultant"],
    });
    expect([meeting(id).place, meeting(id).tentative]).toEqual([undefined, id === "m5" ? true : undefined]);
    expect(planIn(2027).intervals[id]).toEqual({
      from: `2027-${day}`,
      to: `2027-${day}`,
      precision: "time",
      time,
      until,
      quote,
    });
  });

  test("three consultants, of whom the coordinator leads", () => {
    expect(programme.roles.map(({ code, title, sample, group }) => [code, title.da, sample, group])).toEqual([
      ["networkLead", "koordinator", 1, undefined],
      ["consultant", "ansvarlig konsulent", 3, undefined],
      ["participant", "deltager", 6, undefined],
      ["networkGroup", "netværksgruppe", 6, true],
    ]);
  });
});

describe("P5, once its year or first date is chosen", () => {
  const gaps = (plan: Plan) => days(plan).map((day) => daysBetween(days(plan)[0]!, day));

  test.each([2026, 2027, 2028])("the year %i gives five dates", (year) => {
    expect(days(planIn(year))).toEqual(TABLE.map(([, day]) => `${year}-${day}`));
  });

  test("another first date moves all five and keeps the gaps, over a new year too", () => {
    for (const start of ["2027-09-03", "2028-02-29", "2026-12-15"]) {
      const moved = planOf(programme, start);
      expect([days(moved)[0], gaps(moved)]).toEqual([start, [0, 33, 63, 80, 96]]);
    }
  });

  test.each([
    [2010, []],
    [2021, []],
    [2027, []],
    [2026, ["m4"]],
    [2028, ["m1", "m3"]],
  ])("in %i the meetings not on a working day are %j", (year, off) => {
    const plan = planIn(year);
    const { nonWorking } = programme;
    const free = ids(programme.items).filter((id) => !isWorkingDay(plan.intervals[id]!.from!, nonWorking));
    expect(free).toEqual(off);
  });

  test("of the years 2010 to 2030 only three leave all five on weekdays", () => {
    const years = Array.from({ length: 21 }, (_, index) => 2010 + index);
    const weekday = (date: string) => daysBetween("2010-01-04", date) % 7 < 5;
    expect(years.filter((year) => days(planIn(year)).every(weekday))).toEqual([2010, 2021, 2027]);
  });
});

describe("P5 across the clock change", () => {
  const utc = (instant: number) => new Date(instant).toISOString().slice(0, 16);
  const dayOf = (year: number, id: string) => planIn(year).intervals[id]!.from!;
  const begins = (year: number, id: string) => utc(localInstant(dayOf(year, id), "09:00", programme.zone));
  const reminded = (year: number, id: string, before: number) => {
    const { zone, nonWorking } = programme;
    return utc(reminderInstant({ anchor: dayOf(year, id), days: -before, time: "09:00", zone, nonWorking }));
  };

  test.each([
    // 2026: the clock changes on 25 October, between 2 and 3.
    [2026, "m2", "2026-09-29T07:00"],
    [2026, "m3", "2026-10-29T08:00"],
    // 2027: on 31 October, between 3 and 4.
    [2027, "m3", "2027-10-29T07:00"],
    [2027, "m4", "2027-11-15T08:00"],
    // 2028: on 29 October, the day of 3.
    [2028, "m2", "2028-09-29T07:00"],
    [2028, "m3", "2028-10-29T08:00"],
  ])("in %i %s begins at %s UTC", (year, id, instant) => {
    expect(begins(year, id)).toBe(instant);
  });

  test.each([
    [2026, "m3", 14, "2026-10-15T07:00"],
    [2026, "m3", 7, "2026-10-22T07:00"],
    [2026, "m3", 2, "2026-10-27T08:00"],
    [2027, "m4", 14, "2027-11-01T08:00"],
    [2027, "m3", 2, "2027-10-27T07:00"],
    // A Sunday: all three roll back to a Friday.
    [2028, "m3", 14, "2028-10-13T07:00"],
    [2028, "m3", 7, "2028-10-20T07:00"],
    [2028, "m3", 2, "2028-10-27T07:00"],
    [2028, "m4", 14, "2028-11-01T08:00"],
  ])("in %i the reminder of %s goes %i days before, at 09:00 where it goes: %s UTC", (year, id, before, instant) => {
    expect(reminded(year, id, before)).toBe(instant);
  });
});

describe("what P5's source leaves open", () => {
  const LEFT_OPEN = [
    "open items.m4",
    "open items.m5",
    "open programme",
    "open programme",
    "open programme",
    "ours programme",
    "ours programme",
  ];

  test("is warned of, and so is every year it does not give", () => {
    expect(warned(programme)).toEqual([...LEFT_OPEN, ...TABLE.map(([id]) => `yearless items.${id}.when`)]);
  });

  test("with a year chosen, the years are no question", () => {
    expect(warned(programme, "2027-08-27")).toEqual(LEFT_OPEN);
  });
});
