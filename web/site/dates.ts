// Dates as pages say them, in the network's time zone: longer ones are those of mails.
import { dateOf, daysBetween, whenOf } from "../../mail/dates.ts";
import type { Language } from "../words-shape.ts";

export type Told = { zone: string; language: Language };

const FORMATS = new Map<string, Intl.DateTimeFormat>();
function format(options: Intl.DateTimeFormatOptions, { zone, language }: Told): Intl.DateTimeFormat {
  const key = JSON.stringify([options, zone, language]);
  const made =
    FORMATS.get(key) ?? new Intl.DateTimeFormat(language === "da" ? "da-DK" : "en-GB", { ...options, timeZone: zone });
  FORMATS.set(key, made);
  return made;
}

/** «tor. 11. mar.», with the year where it is another than now's. */
export const shortDay = (at: string, told: Told, now?: string): string =>
  format(
    {
      ...({ weekday: "short", day: "numeric", month: "short" } as const),
      ...(now !== undefined && now.slice(0, 4) !== at.slice(0, 4) && { year: "numeric" }),
    },
    told,
  ).format(new Date(at));

/** «torsdag den 11. marts 2027». */
export const longDay = (at: string, { zone, language }: Told): string => dateOf(Date.parse(at), zone, language);

/** «9.00», «9:00». */
export const clockTime = (at: string, { zone, language }: Told): string =>
  format({ hour: "numeric", minute: "2-digit" }, { zone, language })
    .format(new Date(at))
    .replace(":", language === "da" ? "." : ":");

/** «tor. 11. mar. kl. 9.00». */
export const moment = (at: string, told: Told, now?: string): string =>
  `${shortDay(at, told, now)}${told.language === "da" ? " kl. " : ", "}${clockTime(at, told)}`;

/** A stretch of time as mails say it: «torsdag den 11. marts 2027 kl. 9.00–12.00». */
export const stretch = (span: { start: string; end?: string; allDay?: boolean }, { zone, language }: Told): string =>
  whenOf(
    {
      start: Date.parse(span.start),
      ...(span.end !== undefined && { end: Date.parse(span.end) }),
      ...(span.allDay !== undefined && { allDay: span.allDay }),
      zone,
    },
    language,
  );

/** «i dag», «i morgen», «om 3 dage», «for 2 dage siden». */
export function inDays(at: string, now: string, { zone, language }: Told): string {
  const days = daysBetween(Date.parse(now), Date.parse(at), zone);
  return new Intl.RelativeTimeFormat(language === "da" ? "da-DK" : "en-GB", { numeric: "auto" }).format(days, "day");
}

/** ISO week number of a day. */
export function weekOf(at: string): number {
  const day = new Date(`${at.slice(0, 10)}T00:00Z`);
  day.setUTCDate(day.getUTCDate() + 4 - (day.getUTCDay() || 7));
  return Math.ceil(((day.getTime() - Date.UTC(day.getUTCFullYear(), 0, 1)) / 86_400_000 + 1) / 7);
}

/** «uge 10», «week 10». */
export const weekName = (at: string, language: Language): string =>
  `${language === "da" ? "uge" : "week"} ${weekOf(at)}`;
