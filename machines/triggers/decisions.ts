// Triggers about decisions: of an idea in test, and those that a plan names.
import type { Programme } from "../../programmes/types.ts";
import { item, ofItem, type Data, type MachineTrigger } from "./make.ts";

const decisionOf = ({ items }: Programme, data: Data) => items.find(({ id }) => id === data["item"])?.decision;

export const DECISIONS = {
  decide: {
    by: "machine",
    to: (data) => (data["item"] === undefined ? `idea:${String(data["idea"])}` : ofItem(data)),
    event: (data) => (data["item"] === undefined ? "decide" : "vote"),
    criteria: () => [],
  },
  propose: item("propose", {
    criteria: (programme, data) => decisionOf(programme, data)?.needs ?? [],
    keeps: ["text"],
  }),
  withdrawProposal: item("withdrawProposal"),
  withdrawVote: item("withdrawVote"),
} as const satisfies Record<string, MachineTrigger>;
