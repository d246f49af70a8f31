// Which mails can wait for a person's daily mail, and until when.
import { DateTime } from "luxon";
import type { MailModel } from "../machines/ledger.ts";
import type { Instant } from "../programmes/types.ts";

/** The hour of the daily mail, in the programme's own zone. */
const HOUR = 7;

/**
 * When a mail can go in the daily mail of whoever wants one: the next morning after it; undefined where it goes by itself at
 * once: what is no reminder, and what its matter would not be reminded of in time.
 */
export function digestAt({ rule, at, zone, start, deadline }: MailModel): Instant | undefined {
  if (at === undefined || !isReminder(rule)) return undefined;
  const local = DateTime.fromMillis(at, { zone });
  const today = local.startOf("day").set({ hour: HOUR });
  const next = today > local ? today : today.plus({ days: 1 });
  const morning = next.toMillis();
  const isOver = [start, deadline].some((end) => end !== undefined && end > at && end <= morning);
  return isOver || Number.isNaN(morning) ? undefined : morning;
}

/** Reminders count days, or say that something begins, is late, or has climbed; all else is news, which its reader is to have at once. */
const isReminder = (rule: string): boolean =>
  /-(?:\d+[hw]?|first|overdue|lead|codriver|substitute|chair|forum)$/.test(rule);
