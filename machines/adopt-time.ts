// A time of another edition as the trigger that gives it to an item of a running network.
import { isPrecise } from "../programmes/dates.ts";
import type { Interval, Text } from "../programmes/types.ts";
import { whyNot } from "./adopt-words.ts";
import type { Json } from "./engine/types.ts";
import type { ItemView } from "./ledger.ts";
import type { TriggerName } from "./trigger-types.ts";

/** A trigger to ask of the network, as the API takes it. */
export type Asking = { type: TriggerName; data: { [key: string]: Json } };
export type Asked = { asking: Asking[] } | { why: Text };

/** The days and hours of something precise, as triggers take them. */
export function startIn({ from, to, time, until }: Interval): { start: string; end?: string } {
  const start = time === undefined ? from! : `${from!}T${time}`;
  if (until !== undefined) return { start, end: `${to!}T${until}` };
  return { start, ...(to !== undefined && to !== from && { end: to }) };
}

/** How an item, or one of its sessions, gets the edition's time, and with it a place. */
export function redating(
  what: { item: string; session?: string },
  edition: Interval | undefined,
  state: ItemView["state"] | undefined,
  place?: string,
): Asked {
  const isDated = state === "pinned" || state === "drafted";
  if (state !== "planned" && !isDated) return { why: whyNot.over() };
  if (edition?.from === undefined || edition.to === undefined) return { why: whyNot.undated() };
  const narrowed: Asking = { type: "tightenItem", data: { ...what, first: edition.from, last: edition.to } };
  if (isPrecise(edition)) {
    const data = { ...what, ...startIn(edition), ...(place !== undefined && { place }) };
    if (isDated) return { asking: [{ type: "moveItem", data }] };
    // A date that is set says no reason, so that the days are narrowed first, with it.
    return { asking: [narrowed, { type: "pinItem", data }] };
  }
  return isDated ? { why: whyNot.dated() } : { asking: [narrowed] };
}

/** How something that has a date gets another place: the same date is said anew with it. */
export function replacing(
  what: { item: string; session?: string },
  now: Interval | undefined,
  state: ItemView["state"] | undefined,
  place: string,
): Asked {
  if (state !== "pinned" || !now || !isPrecise(now)) return { why: whyNot.placeless() };
  return { asking: [{ type: "moveItem", data: { ...what, ...startIn(now), place } }] };
}

/** The triggers of a piece with the reason that the ledger is to say; one that sets a date says none. */
export function withReason<T extends { type: string; data: object }>(triggers: T[], reason: string): T[] {
  return triggers.map((one) => (one.type === "pinItem" ? one : { ...one, data: { ...one.data, reason } }));
}
