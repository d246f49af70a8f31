// A theme that somebody wants a network for, before there is one: what is proposed, and what has become of it step by step.
import type { NetworkType } from "../../programmes/network-type.ts";
import type { Instant, IsoDate } from "../../programmes/types.ts";

/** What a theme is described against when it is qualified. */
export const CHARACTERISTICS = [
  "welfare",
  "currentChallenge",
  "crossCutting",
  "complex",
  "newLearning",
  "innovation",
  "showsValue",
] as const;
export type Characteristic = (typeof CHARACTERISTICS)[number];

/** Roles that whoever leads agrees with before the network begins. */
export const AGREED_WITH = ["referenceManager", "lineManager", "coDriver"] as const;

/** What the management forum says. */
export const OUTCOMES = ["yes", "no", "wait"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Roles that people have in the organisation as a whole. */
export const OFFICES = ["secretariat", "managementForum"] as const;
export type Office = (typeof OFFICES)[number];

/** People by their ids. `characteristics`: how the theme has each of those that were ticked. */
export type Theme = {
  id: string;
  title: string;
  /** What the challenge is. */
  challenge: string;
  type: NetworkType;
  /** Id of a programme, where one was named. */
  programme?: string;
  characteristics: { [name in Characteristic]?: string };
  proposer: string;
  referenceManager?: string;
  lineManager?: string;
  /** When the network is wished to begin. */
  start?: IsoDate;
  proposedAt: Instant;
};

/** Of which network is made of it; kept, so that a start that was broken off is gone on with. */
export type Begin = { start: IsoDate; programme: string; clock: "real" | "stepped" };

/** What the line manager says of the proposer's hours, in working days. */
export type Hours = { agreed: boolean; days?: number };

/** One step, never changed afterwards. `by`: a person's id, or the name of a token that belongs to nobody. */
export type ThemeStep = { at: Instant; by: string; reason?: string } & (
  | { kind: "decided"; data: { outcome: Outcome } }
  | { kind: "withdrawn"; data: object }
  | { kind: "hours"; data: Hours }
  | { kind: "starting"; data: Begin }
  | { kind: "made"; data: { network: string } }
);

export type ThemeState = "proposed" | "waiting" | "accepted" | "refused" | "withdrawn" | "starting" | "made";

type Said = { at: Instant; by: string; reason?: string };

/** How a proposal stands after its steps. */
export type Proposal = Theme & {
  state: ThemeState;
  /** What the forum said last. */
  decision?: Said & { outcome: Outcome };
  hours?: Said & Hours;
  begun?: Said & Begin;
  /** Id of the network that was made of it. */
  network?: string;
};
