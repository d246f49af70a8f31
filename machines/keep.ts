// Texts stay in the store: what a network is given are ids, dates and reasons.
import type { Contribution } from "./ledger.ts";
import type { Trigger } from "./trigger.ts";
import { triggerOf } from "./trigger-types.ts";

/** A trigger without its texts, and the texts as a contribution under the trigger's key, where it has any. */
export function keepTexts<T extends Omit<Trigger, "facts">>(trigger: T): { trigger: T; kept?: Contribution } {
  const kind = triggerOf(trigger.type);
  const fields = kind?.by === "machine" ? (kind.keeps ?? []) : [];
  const texts = Object.entries(trigger.data).filter(([field]) => fields.includes(field));
  if (texts.length === 0) return { trigger };
  const data = Object.fromEntries(Object.entries(trigger.data).filter(([field]) => !fields.includes(field)));
  const { key, by, at, type } = trigger;
  const kept: Contribution = { kind: "text", person: by, item: type, key, at, data: Object.fromEntries(texts) };
  return { trigger: { ...trigger, data }, kept };
}
