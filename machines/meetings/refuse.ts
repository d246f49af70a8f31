// What a network asks of triggers about minutes and the tasks that they lead to: who may, and why they are not taken.
import type { Text } from "../../programmes/types.ts";
import type { View } from "../ledger.ts";
import type { Trigger } from "../trigger.ts";
import { areApproved, hasMinutes, noMinutes } from "./words.ts";

/** Whether somebody says that a task is done which was given to them, or to whom they stand in for. */
export function doesOwn({ items }: View, { type, data, by, for: other }: Trigger): boolean {
  const owner = items[String(data["item"])]?.owner;
  return type === "completeItem" && owner !== undefined && (owner === by || owner === other);
}

/** Why the minutes of a meeting are not recorded or approved, in words; undefined where it is not for the minutes. */
export function minutesRefusal({ items }: View, { type, data }: Trigger): Text | undefined {
  const id = String(data["item"]);
  const item = items[id];
  if (item?.kind !== "meeting" || !["pinned", "held"].includes(item.state)) return undefined;
  if (type === "recordMinutes" && item.minutes) return hasMinutes(id);
  if (type !== "approveMinutes") return undefined;
  return item.minutes ? areApproved(id) : noMinutes(id);
}
