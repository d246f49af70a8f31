// Full breaks, in which nobody is asked for anything: those of the plan, and what a network makes of them.
import { localDate } from "../../programmes/calendar.ts";
import type { Instant, Plan, Programme } from "../../programmes/types.ts";
import type { Scope } from "./actions.ts";
import type { Closed } from "./reminders.ts";

/** Breaks that the network has changed or added, by id; null: cancelled. */
export type BreaksContext = { breaks?: Record<string, Closed | null> };

type Event = Scope<unknown>["event"];

/** The full breaks of a plan that have dates. */
export const plannedBreaks = (plan: Plan): Closed[] => breaksIn(plan, {});

/** All full breaks there now are. */
export function breaksIn({ programme, intervals }: Plan, changed: NonNullable<BreaksContext["breaks"]>): Closed[] {
  const planned = programme.items
    .filter(({ id, extent }) => extent === "full" && !(id in changed))
    .flatMap(({ id }): Closed[] => {
      const { from, to } = intervals[id] ?? {};
      return from !== undefined && to !== undefined ? [[from, to]] : [];
    });
  return [...planned, ...Object.values(changed).filter((one) => one !== null)];
}

/** What an event makes of a full break, by its id; undefined where it is about none. */
export function breakAfter(
  { items, zone }: Programme,
  { breaks = {} }: BreaksContext,
  event: Event,
): BreaksContext["breaks"] | undefined {
  const isAdded = event.type === "addItem";
  const id = String(isAdded ? event["id"] : event["item"]);
  const isFull = isAdded
    ? event["kind"] === "break" && event["extent"] === "full"
    : id in breaks || items.some((item) => item.id === id && item.extent === "full");
  if (!isFull) return undefined;
  if (event["does"] === "cancel") return { ...breaks, [id]: null };
  const { start, end = start, first, last } = event;
  const day = (instant: Instant) => localDate(instant, zone);
  const span: Closed | undefined =
    start !== undefined
      ? [day(start), day(end)]
      : first !== undefined && last !== undefined
        ? [first, last]
        : undefined;
  return span && { ...breaks, [id]: span };
}
