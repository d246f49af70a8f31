import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import {
  addDays,
  endOfDay,
  isDate,
  isWorkingDay,
  isoWeekStart,
  localDate,
  localInstant,
  reminderInstant,
  startOfDay,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
} from "../../programmes/calendar.ts";

const zone = "Europe/Copenhagen";
const nonWorking = ["06-05", "12-24", "12-31"];
const utc = (instant: number) => DateTime.fromMillis(instant, { zone: "utc" }).toISO();
const remind = (anchor: number | string, days: number) =>
  localDate(reminderInstant({ anchor, days, time: "09:00", zone, nonWorking }), zone);
const previousWorkingDay = (date: string) => workingDayOnOrBefore(addDays(date, -1), nonWorking);

describe("the calendar facts of the domain", () => {
  test("14 days before 9 Apr 2014 09:00 is 09:00 in winter time", () => {
    const meeting = localInstant("2014-04-09", "09:00", zone);
    expect(utc(meeting)).toBe("2014-04-09T07:00:00.000Z");
    const reminder = reminderInstant({
      anchor: meeting,
      days: -14,
      time: "09:00",
      zone,
      nonWorking,
    });
    expect(utc(reminder)).toBe("2014-03-26T08:00:00.000Z");
  });

  test("three working days before 20 May 2014 is 14 May", () => {
    expect(previousWorkingDay(previousWorkingDay(previousWorkingDay("2014-05-20")))).toBe("2014-05-14");
  });

  test.each([
    ["E5, 2 days before", "2014-05-20", -2, "2014-05-15"],
    ["H2, 7 days before", "2014-05-31", -7, "2014-05-23"],
    ["H2, 2 days before", "2014-05-31", -2, "2014-05-28"],
    ["H2, 1 day overdue", "2014-05-31", 1, "2014-06-02"],
    ["back over Christmas and New Year's Eve", "2027-01-02", -1, "2026-12-30"],
    ["forward over Christmas", "2026-12-23", 1, "2026-12-28"],
    ["back from Constitution Day", "2026-06-07", -2, "2026-06-04"],
  ])("%s", (_name, anchor, days, expected) => {
    expect(remind(anchor, days)).toBe(expected);
  });

  test("an anchor as an instant counts from its local date, not that of UTC", () => {
    expect(remind(localInstant("2026-10-08", "00:30", zone), -2)).toBe("2026-10-06");
  });

  test("ends are inclusive", () => {
    expect(utc(endOfDay("2014-03-31", zone))).toBe("2014-03-31T21:59:59.999Z");
  });
});

describe("clock changes", () => {
  test("a time that occurs twice is the first", () => {
    expect(utc(localInstant("2026-10-25", "02:30", zone))).toBe("2026-10-25T00:30:00.000Z");
  });

  test("a time that is skipped is an hour later", () => {
    expect(utc(localInstant("2027-03-28", "02:30", zone))).toBe("2027-03-28T01:30:00.000Z");
  });

  test("the answer does not depend on the date on which it is asked", () => {
    const zones = [zone, "America/New_York", "Australia/Lord_Howe", "Pacific/Apia"];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 946_684_800_000, max: 2_524_608_000_000 }),
        (place, instant) => {
          const there = DateTime.fromMillis(instant, { zone: place });
          const earliest = Math.min(...there.getPossibleOffsets().map((possible) => possible.toMillis()));
          expect(localInstant(there.toFormat("yyyy-MM-dd"), there.toFormat("HH:mm:ss.SSS"), place)).toBe(earliest);
        },
      ),
      {
        numRuns: 500,
        examples: [
          [zone, 1_792_893_600_000 + 1],
          [zone, 1_792_890_000_000 + 1],
        ],
      },
    );
  });
});

describe("properties of every date", () => {
  const dates = fc.integer({ min: 0, max: 22_000 }).map((days) => addDays("2000-01-01", days));

  test("a day begins and ends on itself, and the next one begins a millisecond after", () => {
    fc.assert(
      fc.property(dates, (date) => {
        expect(localDate(startOfDay(date, zone), zone)).toBe(date);
        expect(endOfDay(date, zone) + 1).toBe(startOfDay(addDays(date, 1), zone));
      }),
      { examples: [["2026-10-25"], ["2027-03-28"], ["2028-02-29"], ["2026-12-31"]] },
    );
  });

  test("rolling finds the nearest working day and leaves a working day alone", () => {
    fc.assert(
      fc.property(dates, (date) => {
        const [before, after] = [workingDayOnOrBefore(date, nonWorking), workingDayOnOrAfter(date, nonWorking)];
        expect(isWorkingDay(before, nonWorking) && isWorkingDay(after, nonWorking)).toBe(true);
        expect(before <= date && date <= after).toBe(true);
        expect(before === after).toBe(isWorkingDay(date, nonWorking));
        for (let day = addDays(before, 1); day < after; day = addDays(day, 1))
          expect(isWorkingDay(day, nonWorking)).toBe(false);
      }),
    );
  });

  test("a reminder stands at 09:00 local on a working day, never later than its rule before nor earlier after", () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -30, max: 30 }), (date, days) => {
        const instant = reminderInstant({ anchor: date, days, time: "09:00", zone, nonWorking });
        const local = DateTime.fromMillis(instant, { zone });
        expect(local.toFormat("HH:mm")).toBe("09:00");
        expect(isWorkingDay(local.toFormat("yyyy-MM-dd"), nonWorking)).toBe(true);
        const rolled = local.toFormat("yyyy-MM-dd");
        expect(days > 0 ? rolled >= addDays(date, days) : rolled <= addDays(date, days)).toBe(true);
      }),
    );
  });

  test("the ISO week begins on the Monday of the same ISO week", () => {
    fc.assert(
      fc.property(dates, (date) => {
        const monday = DateTime.fromISO(isoWeekStart(date), { zone: "utc" });
        expect(monday.weekday).toBe(1);
        expect(monday.toFormat("kkkk-WW")).toBe(DateTime.fromISO(date, { zone: "utc" }).toFormat("kkkk-WW"));
      }),
      { examples: [["2026-12-31"], ["2027-01-01"], ["2020-12-31"], ["2024-02-29"]] },
    );
  });
});

describe("what is no date", () => {
  test.each(["2027-02-30", "2027-2-1", "1/2/2027", "", "2027-02-01T00:00", "2027-W05-1"])("%s", (text) => {
    expect(isDate(text)).toBe(false);
    expect(() => localInstant(text, "09:00", zone)).toThrow("is no date");
    expect(() => addDays(text, 1)).toThrow("is no date");
  });

  test("an unknown zone or time is named", () => {
    expect(() => localInstant("2027-02-01", "09:00", "Europe/Kobenhavn")).toThrow("Europe/Kobenhavn");
    expect(() => localInstant("2027-02-01", "25:00", zone)).toThrow("25:00");
  });

  test("a calendar of nothing but days off stops with an error", () => {
    const all = Array.from({ length: 366 }, (_, day) => addDays("2028-01-01", day).slice(5));
    expect(() => workingDayOnOrAfter("2027-02-01", all)).toThrow("nonWorking");
  });
});
