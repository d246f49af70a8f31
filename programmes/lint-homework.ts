// Homework against the meetings around it: due before it is set, or after the next meeting of those who do it.
import { isPrecise } from "./dates.ts";
import { asErrors, asWarnings, together, words, type Finds } from "./lint-words.ts";
import { refsOf } from "./plan.ts";
import type { Finding } from "./problem.ts";
import type { Interval, Item, Plan } from "./types.ts";

/** Whatever in a plan's homework does not go with its meetings. */
export function lintHomework(plan: Plan): Finds {
  const homework = plan.programme.items.filter(({ kind }) => kind === "homework");
  return together(
    asErrors(
      homework.filter((item) => isBeforeSet(item, plan)).map((item) => words.beforeSet(`items.${item.id}.when`, item)),
    ),
    asWarnings(homework.flatMap((item) => pastMeetings(item, plan))),
  );
}

/** Between two items of which the second is over before the first is, or due before the network begins. */
function isBeforeSet({ id, when }: Item, { intervals, start, programme }: Plan): boolean {
  if ("between" in when) {
    const [set, due] = when.between.map((ref) => intervals[ref]);
    const [after, before] = [set?.to ?? set?.from, due?.from];
    return after !== undefined && before !== undefined && before <= after;
  }
  const end = intervals[id]?.to;
  return programme.weeks === undefined && end !== undefined && end < start;
}

/** Meetings of the same people that begin while the homework is under way, but for those that its deadline counts from. */
function pastMeetings(item: Item, { programme, intervals }: Plan): Finding[] {
  const { from, to } = intervals[item.id] ?? {};
  if (from === undefined || to === undefined || item.voluntary) return [];
  return programme.items
    .filter(({ id }) => !refsOf(item.when).includes(id))
    .filter(({ kind, audience }) => kind === "meeting" && audience.some((role) => item.audience.includes(role)))
    .flatMap((meeting) => gatheringsOf(meeting, intervals[meeting.id]).map((day) => ({ meeting, day })))
    .filter(({ day }) => from < day && day <= to)
    .map(({ meeting, day }) => words.pastMeeting(`items.${item.id}.when`, item, meeting, day));
}

/** The first day of a meeting, of its sessions the earliest; none where it is not known. */
function gatheringsOf(meeting: Item, interval: Interval | undefined): string[] {
  const parts = meeting.sessions ? Object.values(interval?.sessions ?? {}) : interval ? [interval] : [];
  const days = parts.filter(isPrecise).flatMap(({ from }) => from ?? []);
  return days.toSorted().slice(0, 1);
}
