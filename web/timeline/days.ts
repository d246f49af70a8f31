// Days of a timeline: how far apart they are, and how they read, short.
import { WORDS, type Language } from "./words.ts";

type Days = { from?: string | undefined; to?: string | undefined };

/** Days since 1970. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

const partsOf = (day: string): [year: string, month: number, day: number] => {
  const [year = "", month, own] = day.split("-");
  return [year, Number(month), Number(own)];
};

/** «18. mar. 2027», "18 Mar 2027"; without the year, or the month. */
export function dayText(day: string, language: Language, upTo: "day" | "month" | "year" = "year"): string {
  const [year, month, own] = partsOf(day);
  const parts = [language === "da" ? `${own}.` : String(own), WORDS[language].months[month - 1] ?? "", year];
  return parts.slice(0, { day: 1, month: 2, year: 3 }[upTo]).join(" ");
}

/** The same with its weekday: «tor. 18. mar. 2027». */
export const weekdayText = (day: string, language: Language): string =>
  `${WORDS[language].weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()]} ${dayText(day, language)}`;

/** A stretch of days with what they have in common once: «5.–25. apr. 2027»; undefined where neither end is known. */
export function daysText({ from, to }: Days, language: Language): string | undefined {
  const words = WORDS[language];
  if (from === undefined) return to === undefined ? undefined : words.until(dayText(to, language));
  if (to === undefined) return words.from(dayText(from, language));
  if (from === to) return weekdayText(from, language);
  if (from.slice(0, 7) === to.slice(0, 7)) return `${dayText(from, language, "day")}–${dayText(to, language)}`;
  const first = dayText(from, language, from.slice(0, 4) === to.slice(0, 4) ? "month" : "year");
  return `${first} – ${dayText(to, language)}`;
}

/** The name of a month: «apr. 2027», or without the year. */
export function monthText(day: string, language: Language, withYear: boolean): string {
  const [year, month] = partsOf(day);
  const name = WORDS[language].months[month - 1] ?? "";
  return withYear ? `${name} ${year}` : name;
}

/** A day or days in short, without the year: «18. mar.», «10.–11. sep.». */
export function shortText({ from, to = from }: Days, language: Language): string | undefined {
  if (from === undefined || to === undefined) return undefined;
  const last = dayText(to, language, "month");
  if (from === to) return last;
  return `${dayText(from, language, from.slice(0, 7) === to.slice(0, 7) ? "day" : "month")}–${last}`;
}
