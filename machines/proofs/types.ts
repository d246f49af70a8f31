// What a proof says, and how far one is looked for.
import type { Text } from "../../programmes/types.ts";
import type { Json } from "../engine/types.ts";

/** How far is looked. Every proof that one of these cut short names it. */
export const LIMITS = {
  /** States of the network, those that differ in nothing that matters counted once. */
  configurations: 5_000,
  /** Triggers in one sequence. */
  depth: 400,
  /** Ideas that are past being captured at the same time, or as many as a criterion asks for; the others stay captured. */
  ideas: 1,
  /** Rounds of an idea or decision, and reopenings of a phase: where a programme allows more, so many are looked at. */
  rounds: 3,
} as const;

export type LimitName = keyof typeof LIMITS;
export type Limits = Record<LimitName, number>;

/** The trigger by which a counterexample says that nobody does anything. */
export const WAIT = "wait";

/** One trigger of a counterexample. */
export type ProofStep = {
  trigger: string;
  data?: { [key: string]: Json };
  /** Who, where it is not just anybody who has the right: a role, and which of its people. */
  by?: string;
  /** `wait` only: until when, a local date. */
  at?: string;
  /** What people must have contributed by then, by fact. */
  facts?: Record<string, number>;
  /** It is not taken, and these criteria are what stands in the way (none: it is not taken in that state at all). */
  refused?: Text[];
};

/**
 * One claim about a programme. Where it does not hold, `counterexample` is a shortest sequence that shows it. Where `limit` is
 * given, that limit was hit, and `holds` says that nothing was found against the claim as far as was looked.
 */
export type Proof = { claim: string; title: Text; holds: boolean; counterexample?: ProofStep[]; limit?: LimitName };
