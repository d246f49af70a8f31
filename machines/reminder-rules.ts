// Which rules of a network remind of something, as the network has them by now.
import type { Programme, ReminderRule } from "../programmes/types.ts";
import type { LedgerRow } from "./ledger.ts";
import type { RuleChange } from "./network/reminders.ts";
import { partsOf } from "./view.ts";

/** A rule, what holds of it for all items in place of the programme, and for single ones that have something else. */
type RuleNow = { rule: ReminderRule; now: RuleChange; items: (RuleChange & { item: string })[] };

/** The programme's rules in its order. `rows`: the ledger's of kind `reminder.set`, in order; what is set for all holds for every item. */
export function rulesNow({ reminders }: Programme, rows: LedgerRow[]): RuleNow[] {
  return reminders.map((rule) => {
    const own = rows.filter((row) => row.rule === rule.id);
    const last = own.findLastIndex(({ subject }) => partsOf(subject)[0] !== "item");
    const now = last < 0 ? {} : changeIn(own[last]!);
    const items = new Map(own.slice(last + 1).map((row) => [partsOf(row.subject)[1], changeIn(row)]));
    const others = [...items].filter(([, change]) => change.off !== now.off || change.days !== now.days);
    return { rule, now, items: others.map(([item, change]) => ({ item, ...change })) };
  });
}

function changeIn({ data = {} }: LedgerRow): RuleChange {
  const { off, days } = data;
  return { ...(off === true && { off }), ...(typeof days === "number" && { days }) };
}
