// Triggers about what a network comes to: measurements, money and hours.
import { ROOT } from "../engine/types.ts";
import { contribution, contributionTo, ofItem, type Data, type StoreTrigger } from "./make.ts";

/** What hours were spent on: an item, an idea or a phase; else the network as a whole. */
function spentOn(data: Data): string {
  if (data["item"] !== undefined) return ofItem(data);
  if (data["idea"] !== undefined) return `idea:${String(data["idea"])}`;
  return data["phase"] === undefined ? ROOT : `phase:${String(data["phase"])}`;
}

export const ACCOUNTS = {
  recordMeasure: contributionTo("measure.recorded", {
    told: ["organisation"],
    about: { kind: "monitoring", states: ["planned", "pinned"] },
  }),
  planBudget: contribution("budget.planned", { told: ["line", "amount"] }),
  recordSpending: contribution("spending.recorded", { told: ["line", "amount", "date"] }),
  recordEffort: contribution("effort.recorded", { told: ["days", "hours", "date"], subject: spentOn }),
  agreeHours: contribution("hours.agreed", { told: ["days"] }),
} as const satisfies Record<string, StoreTrigger>;
