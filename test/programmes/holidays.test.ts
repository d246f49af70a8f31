import Holidays from "date-holidays";
import { expect, test } from "vitest";
import { danishHolidays } from "../../programmes/holidays.ts";

test("the public holidays are those of date-holidays, 2000–2060", () => {
  const theirs = new Holidays("DK");
  for (let year = 2000; year <= 2060; year++) {
    const expected = theirs
      .getHolidays(year)
      .filter((day) => day.type === "public")
      .map((day) => day.date.slice(0, 10));
    expect([...danishHolidays(year).keys()].sort()).toEqual([...new Set(expected)].sort());
  }
});

test("store bededag is a holiday until 2023", () => {
  expect(danishHolidays(2014).get("2014-05-16")?.da).toBe("store bededag");
  expect(danishHolidays(2023).has("2023-05-05")).toBe(true);
  expect(danishHolidays(2024).has("2024-04-26")).toBe(false);
});
