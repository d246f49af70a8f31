// When the management forum meets, and how long a proposal has waited for it.
import { addDays, daysBetween, localDate } from "../../programmes/calendar.ts";
import type { Instant, IsoDate } from "../../programmes/types.ts";
import { isOpen } from "./proposal.ts";
import type { Proposal } from "./types.ts";

/** Where nothing else is known of the place. */
export const ZONE = "Europe/Copenhagen";

/** `proposed`: nobody has said so; it is what is usual. */
export type ForumMeeting = { date: IsoDate; proposed?: true };

/** For what a proposal waits, since when, and how many days that is; for the forum also when it is up next. */
export type Waiting = { for: "forum" | "start"; since: Instant; days: number; forum?: ForumMeeting };

const USUAL_MONTHS = ["04", "10"];
const TUESDAY = 2;

/** The meetings from a day on: those that were entered, else the next two that are usual: the first Tuesday of April and of October. */
export function forumMeetings(entered: readonly IsoDate[], from: IsoDate): ForumMeeting[] {
  const known = entered.filter((date) => date >= from).toSorted();
  if (known.length > 0) return known.map((date) => ({ date }));
  const year = Number(from.slice(0, 4));
  const usual = [year, year + 1].flatMap((one) => USUAL_MONTHS.map((month) => firstTuesday(`${one}-${month}-01`)));
  return usual
    .filter((date) => date >= from)
    .slice(0, USUAL_MONTHS.length)
    .map((date) => ({ date, proposed: true as const }));
}

/** What a proposal waits for at an instant; undefined where it waits for nothing. */
export function waitingOf(proposal: Proposal, entered: readonly IsoDate[], now: Instant): Waiting | undefined {
  const { state, proposedAt, decision } = proposal;
  const today = localDate(now, ZONE);
  const lasting = (since: Instant) => ({ since, days: Math.max(0, daysBetween(localDate(since, ZONE), today)) });
  if (state === "accepted" || state === "starting") return { for: "start", ...lasting(decision!.at) };
  if (!isOpen(state)) return undefined;
  // A meeting that has told it to wait does not take it up a second time.
  const after = decision ? addDays(localDate(decision.at, ZONE), 1) : today;
  const [forum] = forumMeetings(entered, after > today ? after : today);
  return { for: "forum", ...lasting(proposedAt), ...(forum && { forum }) };
}

function firstTuesday(first: IsoDate): IsoDate {
  const week = [0, 1, 2, 3, 4, 5, 6].map((days) => addDays(first, days));
  return week.find((date) => daysBetween(A_SUNDAY, date) % 7 === TUESDAY)!;
}

const A_SUNDAY = "2000-01-02";
