// An item of another edition as the trigger that adds it to a running network.
import { isPrecise } from "../programmes/dates.ts";
import type { Interval, Item, ItemKind, Programme, Text } from "../programmes/types.ts";
import { startIn, type Asking } from "./adopt-time.ts";
import { whyNot } from "./adopt-words.ts";

/** What a network can add to its plan. */
const ADDABLE: ItemKind[] = ["meeting", "homework", "task", "break", "note"];

/** What an item that is added can say of itself; `when` becomes its days. */
const SAID = ["id", "kind", "title", "when", "phases", "audience", "place", "extent", "tentative", "voluntary"];

/** How a network gets an item that it has not; `own` is its programme. */
export function addingOf(
  item: Item,
  interval: Interval | undefined,
  own: Programme,
): { triggers: Asking[]; whys: Text[] } {
  const { id, kind, title, audience, phases, place, extent, tentative, voluntary } = item;
  if (!ADDABLE.includes(kind)) return { triggers: [], whys: [whyNot.kind(kind)] };
  if (item.sessions) return { triggers: [], whys: [whyNot.sessions()] };
  const unknown = [
    ...audience.filter((code) => !own.roles.some((role) => role.code === code)),
    ...phases.filter((phase) => !own.phases.some((one) => one.id === phase)),
  ];
  if (unknown.length > 0) return { triggers: [], whys: [whyNot.unknownParts(unknown)] };
  const left = Object.keys(item).filter((field) => !SAID.includes(field));
  const data = {
    id,
    kind,
    title,
    audience,
    phases,
    ...daysOf(interval),
    ...(place !== undefined && { place }),
    ...(extent !== undefined && { extent }),
    ...(tentative && { tentative }),
    ...(voluntary && { voluntary }),
  };
  return { triggers: [{ type: "addItem", data }], whys: left.length > 0 ? [whyNot.fields(left)] : [] };
}

function daysOf(interval: Interval | undefined): { [key: string]: string } {
  if (interval?.from === undefined || interval.to === undefined) return {};
  return isPrecise(interval) ? startIn(interval) : { first: interval.from, last: interval.to };
}
