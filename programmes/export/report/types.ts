// What a report says, in one language and in the order it is read. It holds names of people only where they were asked for.
import type { Language } from "../../problem.ts";
import type { Executed } from "../executed.ts";
import type { Layout } from "../rows.ts";

/** A word with what it says: «Enhed: Telefonvagten». */
export type Fact = { label: string; text: string };

export type Report = {
  language: Language;
  /** The network's name, its programme's, from when to when, and how it stands. */
  title: string;
  programme: string;
  period: string;
  status: string;
  /** As of which day it was written. */
  asOf: string;
  purpose: string[];
  /** The network in a few numbers. */
  numbers: { value: string; label: string }[];
  /** The page for who was never there: each a heading with what is to be known, or that nothing is. */
  summary: { title: string; lines: string[] }[];
  next: FollowUp[];
  story: Chapter[];
  plan: { layout: Layout; executed: Executed };
  participants: Participants;
  /** Absent where the programme has no ideas. */
  ideas?: Idea[];
  decisions: Decision[];
  monitoring?: Monitoring;
  effort: Effort;
  budget?: Money;
  /** What nobody has noted, one line each. */
  unsaid: string[];
};

/** What comes next: what, who sees to it, to whom where it is given to somebody, by when, and how it stands. */
export type FollowUp = { what: string; who: string; to: string; due: string; state: string; done: boolean };

/** A phase, or the whole where a programme has none. */
export type Chapter = { title: string; planned?: string; executed?: string; late?: string; lines: string[] };

export type Participants = {
  total: string;
  /** `names`: only where they were asked for. Somebody with several roles stands in each. */
  roles: { title: string; count: number; names?: string }[];
  organisations: { title: string; count: number }[];
  changes: string[];
};

export type Idea = {
  title: string;
  text?: string;
  by?: string;
  fate: "approved" | "discarded" | "underway" | "captured";
  state: string;
  facts: Fact[];
  rounds: { title: string; facts: Fact[]; outcome?: string; reason?: string }[];
};

/** `about`: what was put, as it was written. */
export type Decision = {
  what: string;
  about: string;
  who: string;
  outcome: string;
  votes: string;
  reason: string;
  day: string;
};

/** `rows` hold a value for each point; numbers can be drawn. */
export type Monitoring = {
  points: string[];
  criteria: {
    number: string;
    title: string;
    rows: { organisation: string; values: (number | string | undefined)[] }[];
  }[];
  /** The mean of the organisations at each point where all have a number. */
  means: { number: string; title: string; values: string[] }[];
  remarks: string[];
};

export type Effort = {
  lines: { title: string; planned: string; recorded: string }[];
  people: { title: string; recorded: string }[];
  total: { planned: string; recorded: string };
  remarks: string[];
};

export type Money = {
  lines: { title: string; planned: string; spent: string; left: string }[];
  total: { planned: string; spent: string; left: string };
  remarks: string[];
};
