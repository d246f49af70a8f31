// Dates as people write them, in the network's own time zone.
import { DateTime } from "luxon";
import type { Instant, Person } from "../programmes/types.ts";
import { remembered } from "./remembered.ts";

export type Language = Person["language"];

/** A stretch of time as a mail gets it. `end` is inclusive; `allDay`: the days are known but not the hours. */
export type Span = { start: Instant; end?: Instant; allDay?: boolean; zone: string };

/**
 * When something is: "torsdag den 11. marts 2027 kl. 9.00–12.00", "Thursday 11 March 2027, 9:00–12:00".
 * Days without an hour say that the time follows. Throws on an unknown time zone.
 */
export const whenOf = remembered((span: Span, language: Language): string => {
  if (span.allDay) return `${daysOf(span, language)} (${TIME_FOLLOWS[language]})`;
  const start = local(span.start, span.zone, language);
  const end = span.end === undefined ? undefined : local(span.end, span.zone, language);
  const sameDay = end === undefined || start.hasSame(end, "day");
  if (end === undefined || +end <= +start) return moment(start);
  return sameDay ? `${moment(start)}–${clockOf(end)}` : `${moment(start)} – ${moment(end)}`;
});

/** The days of a stretch, first and last: "onsdag den 9. april 2014 – torsdag den 10. april 2014". Throws on an unknown time zone. */
export const daysOf = remembered(({ start, end = start, zone }: Omit<Span, "allDay">, language: Language): string => {
  const [first, last] = [local(start, zone, language), local(end, zone, language)];
  return first.hasSame(last, "day") ? dayOf(first) : `${dayOf(first)} – ${dayOf(last)}`;
});

/** The day alone: "torsdag den 11. marts 2027", "Thursday 11 March 2027". Throws on an unknown time zone. */
export const dateOf = remembered((at: Instant, zone: string, language: Language): string =>
  dayOf(local(at, zone, language)),
);

/** A deadline. One at the end of a day is named by its day, since 23.59 says no more than "that day". */
export const deadlineOf = remembered((at: Instant, zone: string, language: Language): string => {
  const end = local(at, zone, language);
  return end.hour === 23 && end.minute === 59 ? dayOf(end) : moment(end);
});

/** Whole local days from one instant to another: 1 from late in the evening to early the next morning. */
export const daysBetween = remembered((from: Instant, to: Instant, zone: string): number => {
  const [first, last] = [local(from, zone, "da").startOf("day"), local(to, zone, "da").startOf("day")];
  return Math.round(last.diff(first, "days").days);
});

const TIME_FOLLOWS: Record<Language, string> = { da: "tidspunkt følger", en: "time to follow" };

function local(at: Instant, zone: string, language: Language): DateTime<true> {
  const time = DateTime.fromMillis(at, { zone, locale: language === "da" ? "da-DK" : "en-GB" });
  if (!time.isValid) throw new Error(`"${zone}" is no time zone: give the programme one such as Europe/Copenhagen.`);
  return time;
}

const isDanish = (time: DateTime) => time.locale === "da-DK";
const dayOf = (time: DateTime) => time.toFormat(isDanish(time) ? "cccc 'den' d. LLLL yyyy" : "cccc d LLLL yyyy");
const clockOf = (time: DateTime) => time.toFormat(isDanish(time) ? "H.mm" : "H:mm");
const moment = (time: DateTime) => `${dayOf(time)}${isDanish(time) ? " kl. " : ", "}${clockOf(time)}`;
