// How an idea stands, and a round of prioritisation: what it goes by, and how it stands.
import type { Instant, Text } from "../../programmes/types.ts";

export type IdeaView = {
  state: "captured" | "shortlisted" | "testing" | "deciding" | "approved" | "discarded" | "merged" | "split";
  round: number;
  reason?: string;
  /** Key of the trigger that captured it: under it the store keeps title and text. */
  key: string;
  deadline?: Instant;
  /** By person, while it is decided on; `castBy` who cast one for its person. */
  votes?: Record<string, string>;
  castBy?: Record<string, string>;
  follow?: { next: string; to: string; due: string; done?: true };
  /** A concept: the ideas it was made of. And the concept that an idea is now part of. */
  sources?: string[];
  into?: string;
};

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
