// Breaks and notes: they have no machine of their own, so the network itself says what becomes of them.
import { localDate } from "../../programmes/calendar.ts";
import type { Instant, ItemKind } from "../../programmes/types.ts";
import { ROOT } from "../engine/types.ts";
import type { Kind, View } from "../ledger.ts";
import { partsOf } from "../view.ts";
import { reasonIn, record, type Scope } from "./actions.ts";
import { inBoth } from "./item.ts";

/** Kinds of items that are only shown. */
export const SHOWN_ONLY: readonly string[] = ["break", "note"] satisfies ItemKind[];

/** What the network gets instead of an event of such an item; `does` names that event. */
export const SHOWN = "shown";

type Event = Scope<unknown>["event"];

const KINDS: Record<string, Kind> = {
  pin: "item.pinned",
  move: "item.moved",
  tighten: "item.tightened",
  cancel: "item.cancelled",
  rename: "item.renamed",
};

/** An event for an actor as the network gets it: for what is only shown the network's own actor takes it. */
export function addressed<E extends { type: string }>(view: View, to: string, event: E): { to: string; event: E } {
  const [what, id] = partsOf(to);
  const item = what === "item" ? view.items[id] : undefined;
  const isShown = item !== undefined && SHOWN_ONLY.includes(item.kind) && item.state !== "cancelled";
  return isShown ? { to: ROOT, event: { ...event, type: SHOWN, does: event.type } } : { to, event };
}

/** Whether such an item can have that happen to it. */
export const takes = ({ event }: Scope<unknown>): boolean => Object.hasOwn(KINDS, String(event["does"]));

/** Says what happened; whole days, since nobody is called together for it. */
export const shownChanged = (zone: string) => ({
  type: "record" as const,
  params: (scope: Scope<unknown>) => {
    const { event } = scope;
    const { type: _, ...words } = record(KINDS[String(event["does"])]!, () => reasonIn(event));
    return { ...words.params(scope), subject: `item:${event["item"]}`, data: dataOf(event, zone) };
  },
});

function dataOf({ does, title, start, end, first, last }: Event, zone: string) {
  const day = (instant: Instant) => localDate(instant, zone);
  if (does === "rename") return { title: inBoth(title) };
  if (does === "tighten") return { first, last };
  return start === undefined ? {} : { first: day(start), last: day(end ?? start) };
}
