// A round of prioritisation: what it goes by, and how it stands.
import type { Instant, Text } from "../../programmes/types.ts";

/** How a round is voted in. `first`: so many are to be chosen; `dots` a voter has, at the most `most` on one idea; criteria of scores. */
export type BallotRules = {
  method: "dots" | "scores" | "pairs";
  ideas: string[];
  first: number;
  dots?: number;
  most?: number;
  criteria?: { id: string; title: Text; weight: number }[];
  secret?: true;
  closes?: Instant;
};
/** `overruled`: the order that people put beside the computed one, and who did (an id). */
export type BallotView = BallotRules & {
  state: "open" | "closed" | "cancelled";
  openedAt: Instant;
  closedAt?: Instant;
  reason?: string;
  overruled?: { order: string[]; reason: string; by: string; at: Instant };
};
