// Triggers about what a network comes to: measurements, money and hours.
import { contributionTo, type StoreTrigger } from "./make.ts";

export const ACCOUNTS = {
  recordMeasure: contributionTo("measure.recorded", {
    told: ["organisation"],
    about: { kind: "monitoring", states: ["planned", "pinned"] },
  }),
} as const satisfies Record<string, StoreTrigger>;
