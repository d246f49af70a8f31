// The rules that remind, as a network has set them: what holds for all, and for single items.
import { expect, test } from "vitest";
import type { LedgerRow } from "../../machines/ledger.ts";
import { rulesNow } from "../../machines/reminder-rules.ts";
import { shipped } from "../programmes/shipped.ts";

const programme = await shipped("innovationsnetvaerk");
const set = (rule: string, data?: LedgerRow["data"], item?: string): LedgerRow => {
  const subject = item === undefined ? "network" : `item:${item}`;
  return { seq: 1, at: 0, kind: "reminder.set", subject, rule, ...(data && { data }) };
};
const of = (rule: string, ...rows: LedgerRow[]) => {
  const { now, items } = rulesNow(programme, rows).find((one) => one.rule.id === rule)!;
  return [now, items];
};

test("all rules of the programme are there, each as the programme has it where nothing was set", () => {
  const rules = rulesNow(programme, [set("nothing", { off: true })]);
  expect(rules.map(({ rule }) => rule)).toEqual(programme.reminders);
  expect(rules.filter(({ now, items }) => Object.keys(now).length + items.length > 0)).toEqual([]);
});

test("what was set last holds, for all or for an item", () => {
  const rows = [set("meeting-7", { days: -5 }), set("meeting-7", { off: true }), set("meeting-2", { days: -3 }, "m1")];
  expect(of("meeting-7", ...rows)).toEqual([{ off: true }, []]);
  expect(of("meeting-2", ...rows)).toEqual([{}, [{ item: "m1", days: -3 }]]);
  expect(of("meeting-7", ...rows, set("meeting-7"))).toEqual([{}, []]);
});

test("what is set for all takes the place of what items had; one set back then has the programme's own", () => {
  const rows = [set("meeting-2", { days: -3 }, "m1"), set("meeting-2", { days: -4 })];
  expect(of("meeting-2", ...rows)).toEqual([{ days: -4 }, []]);
  expect(of("meeting-2", ...rows, set("meeting-2", undefined, "m2"))).toEqual([{ days: -4 }, [{ item: "m2" }]]);
  expect(of("meeting-2", ...rows, set("meeting-2", { days: -4 }, "m2"))).toEqual([{ days: -4 }, []]);
});
