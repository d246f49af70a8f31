// Danish public holidays, by rule with the years each rule is valid. Checked in a test against date-holidays.
import { DateTime } from "luxon";
import type { IsoDate, Text } from "./types.ts";

type Rule = { title: Text; until?: number } & ({ day: string } | { afterEaster: number });

const RULES: Rule[] = [
  { day: "01-01", title: { da: "nytårsdag", en: "New Year's Day" } },
  { afterEaster: -3, title: { da: "skærtorsdag", en: "Maundy Thursday" } },
  { afterEaster: -2, title: { da: "langfredag", en: "Good Friday" } },
  { afterEaster: 0, title: { da: "påskedag", en: "Easter Sunday" } },
  { afterEaster: 1, title: { da: "2. påskedag", en: "Easter Monday" } },
  // Abolished by law from 1 January 2024.
  { afterEaster: 26, until: 2023, title: { da: "store bededag", en: "General Prayer Day" } },
  { afterEaster: 39, title: { da: "Kristi himmelfartsdag", en: "Ascension Day" } },
  { afterEaster: 49, title: { da: "pinsedag", en: "Whit Sunday" } },
  { afterEaster: 50, title: { da: "2. pinsedag", en: "Whit Monday" } },
  { day: "12-25", title: { da: "juledag", en: "Christmas Day" } },
  { day: "12-26", title: { da: "2. juledag", en: "Second Day of Christmas" } },
];

/** The public holidays of a year by local date. Two may share a day; the later rule then gives the name. */
export function danishHolidays(year: number): ReadonlyMap<IsoDate, Text> {
  const known = byYear.get(year);
  if (known) return known;
  const easter = easterSunday(year);
  const holidays = new Map<IsoDate, Text>();
  for (const rule of RULES) {
    if (rule.until !== undefined && year > rule.until) continue;
    const date = "day" in rule ? `${year}-${rule.day}` : easter.plus({ days: rule.afterEaster }).toFormat("yyyy-MM-dd");
    holidays.set(date, rule.title);
  }
  byYear.set(year, holidays);
  return holidays;
}

// The answer for a year never changes, and reminders ask for the same few years again and again.
const byYear = new Map<number, ReadonlyMap<IsoDate, Text>>();

/** Easter Sunday of the Gregorian calendar, by the anonymous algorithm (Meeus, Astronomical Algorithms, ch. 8). */
function easterSunday(year: number): DateTime {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor((8 * b + 13) / 25);
  const e = (19 * a + b - Math.floor(b / 4) - d + 15) % 30;
  const f = Math.floor((a + 11 * e) / 319);
  const g = (2 * (b % 4) + 2 * Math.floor(c / 4) - (c % 4) - e + f + 32) % 7;
  const month = Math.floor((e - f + g + 90) / 25);
  const day = (e - f + g + month + 19) % 32;
  const iso = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return DateTime.fromISO(iso, { zone: "utc" });
}
