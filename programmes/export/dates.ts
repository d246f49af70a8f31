// Dates as people read them in a printed table.
import { DateTime } from "luxon";
import type { Language } from "../problem.ts";
import type { Hours, IsoDate } from "../types.ts";

const MONTHS = {
  da: ["jan.", "feb.", "mar.", "apr.", "maj", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.", "dec."],
  en: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
};
const WEEKDAYS = {
  da: ["man.", "tir.", "ons.", "tor.", "fre.", "lør.", "søn."],
  en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
};

/** "tir. 25. feb. 2014", or of several days what they have in common once: "9.–10. apr. 2014". */
export function spanText(from: IsoDate, to: IsoDate, language: Language): string {
  if (from === to) return `${weekdayText(from, language)} ${dayText(from, "year", language)}`;
  const [sameYear, sameMonth] = [from.slice(0, 4) === to.slice(0, 4), from.slice(0, 7) === to.slice(0, 7)];
  const first = dayText(from, sameMonth ? "day" : sameYear ? "month" : "year", language);
  return `${first}${sameMonth ? "–" : " – "}${dayText(to, "year", language)}`;
}

/** "9.00–16.00", or `9:00–16:00` in English; empty where the time is not known. */
export function hoursText({ time, until }: Hours, language: Language): string {
  const clock = (text: string) => (language === "da" ? text.replace(":", ".") : text);
  if (time === undefined) return "";
  return until === undefined ? clock(time) : `${clock(time)}–${clock(until)}`;
}

/** "25. feb. 2014", without the year or with neither it nor the month. */
export function dayText(date: IsoDate, upTo: "day" | "month" | "year", language: Language): string {
  const [year, month, day] = date.split("-").map(Number);
  const parts = [`${day}${language === "da" ? "." : ""}`, MONTHS[language][month! - 1], String(year)];
  return parts.slice(0, { day: 1, month: 2, year: 3 }[upTo]).join(" ");
}

function weekdayText(date: IsoDate, language: Language): string {
  return WEEKDAYS[language][DateTime.fromISO(date, { zone: "utc" }).weekday - 1] ?? "";
}
