// Which reminder rules an item has, by its kind, and where each of them counts from.
import type { Item, ReminderRule } from "../../programmes/types.ts";
import type { Dates } from "./item-dates.ts";
import type { About, Anchor } from "./reminders.ts";

/** Kinds of items that rules remind of, and what the rules call it. */
export const RULED: Partial<Record<Item["kind"], About<unknown>["kinds"]>> = {
  meeting: ["meeting", "minutes", "undated"],
  homework: ["homework"],
  task: ["task"],
  monitoring: ["task"],
};

/** Kinds that somebody says are done. */
export const COMPLETED: readonly Item["kind"][] = ["task", "monitoring", "deliverable"];

/** Homework and tasks count from their window; a meeting's rules each from their own. */
export function anchorOf(
  { sessions, isHeld }: { sessions: Record<string, Dates>; isHeld?: true },
  session: string,
  { for: kind, anchor }: ReminderRule,
): Anchor {
  const dates = sessions[session]!;
  switch (kind) {
    case "meeting":
      return isHeld ? undefined : startOf(dates);
    case "minutes":
      return dates.start === undefined ? undefined : { at: dates.end ?? dates.start };
    case "undated":
      return dates.start === undefined ? windowStartOf(dates) : undefined;
    default:
      return anchor === "start" ? windowStartOf(dates) : endOf(dates);
  }
}

/** A meeting is reminded of by its instant; where only its window is known the rule is suppressed when its day comes. */
function startOf({ start, from }: Dates): Anchor {
  if (start !== undefined) return { at: start };
  return from === undefined ? undefined : { at: from, vague: true };
}

const windowStartOf = ({ from }: Dates): Anchor => (from === undefined ? undefined : { at: from });

/** Homework is due at the end of its window. */
const endOf = ({ to }: Dates): Anchor => (to === undefined ? undefined : { at: to });
