// Instants as people and scripts write them.
import { DateTime } from "luxon";
import { endOfDay, isDate, localInstant } from "./calendar.ts";
import type { Instant } from "./types.ts";

/** An instant as RFC 3339 with the zone's offset: `2027-03-11T09:00:00+01:00`, milliseconds only where there are any. */
export function rfc3339(instant: Instant, zone: string): string {
  return DateTime.fromMillis(instant, { zone }).toISO({ suppressMilliseconds: true }) ?? "";
}

/**
 * The instant a text says, in the zone unless it carries an offset; a date alone is its first instant, `allDay`.
 * Undefined where it is no date: `2027-03-11`, `2027-03-11T09:00` and `2027-03-11T09:00+01:00` are.
 */
export function readInstant(text: string, zone: string): { instant: Instant; allDay: boolean } | undefined {
  if (isDate(text)) return { instant: localInstant(text, "00:00", zone), allDay: true };
  const parts = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?)(Z|[+-]\d\d:?\d\d)?$/.exec(text);
  if (!parts || !isDate(parts[1]!)) return undefined;
  const parsed = DateTime.fromISO(`${parts[1]}T${parts[2]}${parts[3] ?? "Z"}`);
  if (!parsed.isValid) return undefined;
  const instant = parts[3] === undefined ? localInstant(parts[1]!, parts[2]!, zone) : parsed.toMillis();
  return { instant, allDay: false };
}

/** The last instant of what a text says: the end of the day where it is a date alone. */
export function readEnd(text: string, zone: string): Instant | undefined {
  return isDate(text) ? endOfDay(text, zone) : readInstant(text, zone)?.instant;
}
