// Triggers about decisions: of an idea in test, and those that a plan names.
import type { Programme } from "../../programmes/types.ts";
import { item, ofItem, type Data, type MachineTrigger } from "./make.ts";

const decisionOf = ({ items }: Programme, data: Data) => items.find(({ id }) => id === data["item"])?.decision;

/** A decision of the plan, or else the one on an idea. */
const ofEither = (data: Data) => (data["item"] === undefined ? `idea:${String(data["idea"])}` : ofItem(data));

export const DECISIONS = {
  decide: {
    by: "machine",
    to: ofEither,
    event: (data) => (data["item"] === undefined ? "decide" : "vote"),
    criteria: () => [],
  },
  propose: item("propose", {
    criteria: (programme, data) => decisionOf(programme, data)?.needs ?? [],
    keeps: ["text"],
  }),
  withdrawProposal: item("withdrawProposal"),
  withdrawVote: item("withdrawVote", { to: ofEither }),
} as const satisfies Record<string, MachineTrigger>;
