// What tests of reminders share: what was said of a subject, and the triggers that change it.
import type { ScriptLine } from "../../machines/simulate.ts";
import type { Programme, ReminderRule } from "../../programmes/types.ts";
import { lead, P1, play } from "./play.ts";

/** What was said of a subject: when (local), the rule, and of what was not sent why. */
export function saidOf(script: ScriptLine[], subject: string, until: string, programme: Programme = P1): string[] {
  return play(script, until, programme)
    .entries.filter((one) => one.subject === subject && /^message\.(sent|suppressed)$/.test(one.kind))
    .map(({ at, rule, kind, reason }) =>
      [at.slice(0, 16), rule, kind === "message.suppressed" ? reason : ""].join(" ").trim(),
    );
}
export const only = (said: string[], ...rules: string[]) => said.filter((one) => rules.includes(one.split(" ")[1]!));
export const pin = (at: string, start: string) => lead(at, "pinItem", { item: "m1", start });
export const because = (at: string, trigger: string, data: ScriptLine["data"] = {}) =>
  lead(at, trigger, { ...data, reason: "Derfor" });
export const rest = (at: string, first: string, last: string, id = "ferie") =>
  because(at, "addItem", { id, kind: "break", title: "Ferie", extent: "full", first, last });
export const withRule = (id: string, change: Partial<ReminderRule>): Programme => ({
  ...P1,
  reminders: P1.reminders.map((rule) => (rule.id === id ? { ...rule, ...change } : rule)),
});
