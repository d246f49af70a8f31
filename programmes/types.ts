// What a programme is, once read and checked. Everything here is plain data: it travels as JSON into a network.
import type { NetworkType } from "./network-type.ts";
import type { REMINDED } from "./reminder-names.ts";

/** A text that people read, in both languages. */
export type Text = { da: string; en: string };

/** An instant: milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

/** A calendar date, `2027-02-01`. */
export type IsoDate = string;

/** A day without a year, `11-22`. */
export type MonthDay = string;

/** How precisely a date is known. Only `time`, `day` and `days` let anything date-specific be sent. */
export type Precision =
  | "time"
  | "day"
  | "days"
  | "week"
  | "weeks"
  | "either"
  | "month"
  | "months"
  | "season"
  | "between"
  | "before"
  | "after"
  | "condition"
  | "yearless"
  | "unknown";

/**
 * A date as the source says it. `quote` keeps the source's own words, `label` a label such as "Dag 41", `yearless` a day
 * without a year beside the week that governs: a question to a person, where the week does not already hold that day.
 * `condition` beside another kind: it waits for that condition, whatever the date says.
 */
export type When = { quote?: string; label?: string; yearless?: MonthDay; condition?: string } & (
  | ({ date: IsoDate } & Hours)
  | ({ days: [first: IsoDate, last: IsoDate] } & Hours)
  /** A day whose year the source does not say. */
  | ({ day: MonthDay } & Hours)
  /** `2014-03`; `part`: its first ten days, the middle, or its last ten. */
  | { month: string; part?: "early" | "mid" | "late" }
  | { months: [first: string, last: string] }
  /** `spring 2015`, `spring/summer 2015`, `winter 2015/2016`; `winter 2015` begins in December 2014. */
  | { season: string }
  /** An ISO week of the calendar, `2014-W17`. */
  | { isoWeek: string }
  /** Weeks of the programme: week 1 is the ISO week that holds the start. */
  | { week: number }
  | { weeks: [first: number, last: number] }
  | { either: [week: number, week: number] }
  /** From the day after one item to the day before another. */
  | { between: [item: string, item: string] }
  /** Up to the day before an item, or from the day after it; with `within` at most so many days from it. */
  | { before: string; within?: number }
  | { after: string; within?: number }
  /** The day in the middle of a phase, computed. */
  | { midwayOf: string }
  /** When a condition of the programme holds, and no date is given. */
  | { condition: string }
  | { unknown: true }
);

/** Local times of day, `09:00`. */
export type Hours = { time?: string; until?: string };

/** When something is, resolved against a start: whole local days, `to` inclusive; absent where the source does not say. */
export type Interval = {
  from?: IsoDate;
  to?: IsoDate;
  precision: Precision;
  quote?: string;
  label?: string;
  /** Of several sessions, each by its id: the whole then spans them all. */
  sessions?: Record<string, Interval>;
} & Hours;

/** A condition that must hold: a named fact reaches a number. A string names a parameter of the programme. */
export type Criterion = { id: string; title: Text; fact: string } & ({ atLeast: number | string } | { atMost: number });

/** A phase of the method: what lets it open, what lets it close, and the bounded loops that open it again. */
export type Phase = {
  id: string;
  title: Text;
  mode: "opening" | "closing" | "neither";
  opens: Criterion[];
  closes: Criterion[];
  when: When;
  description?: Text;
  /** While the named phase is open this one may be opened again, at most so many times. */
  reopens?: { while: string; most: number };
  /** An adjusted idea opens this phase again by itself. */
  reopensOnAdjust?: boolean;
  /** It may be closed as not carried out, with a reason, whatever its criteria say. */
  mayBeSkipped?: boolean;
};

export type ItemKind = "meeting" | "homework" | "task" | "break" | "note" | "decision" | "monitoring" | "deliverable";

/** One of several gatherings of a meeting, or one of several deadlines of a homework. A person belongs to exactly one. */
export type Session = { id: string; title?: Text; when: When; place?: string; region?: string };

/** Anything in a plan that is not a phase. */
export type Item = {
  id: string;
  kind: ItemKind;
  title: Text;
  when: When;
  phases: string[];
  /** Codes of roles and groups; empty where the source does not say. Of a decision: who decides. */
  audience: string[];
  place?: string;
  sessions?: Session[];
  tentative?: boolean;
  voluntary?: boolean;
  /** Others than those invited may sign up. */
  openSignUp?: boolean;
  /** Breaks only: nothing happens, something happens, or work goes on. */
  extent?: "full" | "partial" | "work";
  /** Days of work, `base + perIdea × ideas in test`. */
  effort?: Effort;
  /** Homework: so many people of a role in each organisation of its audience. */
  target?: { role: string; atLeast: number };
  /** Homework: the questions to answer. */
  asks?: Text[];
  /** Monitoring: numbers of the criteria of success that each record has to measure. */
  against?: number[];
  /** Decisions that are not one for each idea. */
  decision?: DecisionRules;
  /** Rules that are off for this item, or count other days. */
  reminders?: Record<string, { off?: true; days?: number }>;
  description?: Text;
};

export type Effort = { base?: number; perIdea?: number };

/** How a decision is taken. Its audience decides. */
export type DecisionRules = {
  /** Yes or no; some of several candidates; agreement that is recorded from a meeting. */
  kind: "approve" | "select" | "consensus";
  /** Who may put the proposal; where nobody is named, whoever leads. */
  proposedBy: string[];
  /** Which votes carry it: one, more than half of those who decide, or all. */
  carriedBy: "one" | "majority" | "all";
  /** Who proposed it may not alone have approved it. */
  notAlone?: boolean;
  /** `select`: so many are chosen. */
  choose?: number;
  /** At least so many must have voted. */
  quorum?: number;
  /** What must hold before it can be put. */
  needs: Criterion[];
  /** Rejected, it is drafted anew, and these decisions are taken again before it. At most so many rounds. */
  again: string[];
  rounds: number;
};

/** How those who may decide do it, on each tested idea. */
export type IdeaDecision = Pick<DecisionRules, "carriedBy" | "quorum"> & {
  /** Who laid the result before them may not alone decide on it. */
  notAlone: boolean;
  /** Role whose vote decides where all have voted and none of the outcomes is carried. */
  castingVote?: string;
};

export type Role = {
  code: string;
  title: Text;
  /** How many people a sample network has in this role. */
  sample: number;
  required?: boolean;
  /** How many there are in each organisation. */
  perOrganisation?: { least?: number; most?: number };
  /** A named sub-group, which people are in beside their role. */
  group?: boolean;
};

/** The same steps once for each organisation, each with its own state and lead. */
export type Track = {
  id: string;
  title: Text;
  /** Role that leads the track in its organisation. */
  lead: string;
  phases: string[];
  steps: { id: string; title: Text }[];
  /** At most so many organisations. */
  most: number;
  when: When;
};

/** Something that is to be true in the end, numbered as the source numbers it. */
export type SuccessCriterion = { id: string; title: Text };

export type Budget = {
  /** In whole units of the currency; absent where the source gives none. */
  total?: number;
  currency: string;
  lines: { id: string; title: Text; amount?: number; phases: string[] }[];
};

/** What a rule counts in; days where nothing is said. */
export type ReminderUnit = "workingDays" | "hours";

/** A reminder rule: so far from the anchor, at a local time, rolled to a working day. */
export type ReminderRule = {
  id: string;
  for: (typeof REMINDED)[number];
  /** Negative: before; the rule then rolls back to the working day before. Positive: after, rolls forward. */
  days: number;
  unit?: ReminderUnit;
  /** Again after so many days, as long as it holds. */
  every?: number;
  /** Of a task it counts from the first day of its window; else from the end. */
  anchor?: "start";
  /** Ids of the only items that it is for. */
  only?: string[];
  time: string;
  /** Role codes, and audiences that are worked out when it goes (LIVE_AUDIENCES). */
  to: string[];
  title: Text;
};

export type Programme = {
  id: string;
  version: number;
  title: Text;
  description: Text;
  /** What its networks are for; innovation where nothing is said. */
  type?: NetworkType;
  /** IANA time zone of every local time in the programme. */
  zone: string;
  /** Weeks from the first to the last planned one; absent for dated programmes. */
  weeks?: number;
  /** Days that a network begins before the first date of a dated programme. */
  leadDays: number;
  gates: "blocking" | "advisory";
  parameters: Record<string, number>;
  /** An idea is tested at most so many times. */
  rounds: number;
  /** Days a decision may take where its phase has no planned end. */
  decideWithin: number;
  phases: Phase[];
  items: Item[];
  roles: Role[];
  tracks: Track[];
  /** What some dates wait for, by id. */
  conditions: { id: string; title: Text }[];
  success: SuccessCriterion[];
  budget?: Budget;
  /** At most so many organisations take part. */
  organisations?: { most: number };
  /** Trigger type → role codes. Whoever acts for the lead (`coDriver`) holds the lead's rights. */
  rights: Record<string, string[]>;
  reminders: ReminderRule[];
  /** What must hold before a trigger about an item or idea is taken, by trigger type. */
  needs?: Record<string, Criterion[]>;
  /** The phase in which tested ideas are decided: its planned end is their deadline. */
  decideIn?: string;
  decideIdeas: IdeaDecision;
  /** Working days that are none: local dates `MM-DD`, in addition to the Danish public holidays. */
  nonWorking: MonthDay[];
  /** What the source leaves open or says twice (`open`), and what we add ourselves (`ours`): warnings, never a silent guess. */
  openQuestions: { code: "open" | "ours"; path: string; text: Text }[];
};

/** A programme with every date resolved against one start: what a network runs. JSON throughout. */
export type Plan = {
  programme: Programme;
  start: IsoDate;
  /** Interval of every phase, item and track by id. */
  intervals: Record<string, Interval>;
};

export type Person = {
  id: string;
  name: string;
  email: string;
  language: "da" | "en";
  roles: string[];
  organisation?: string;
  region?: string;
  /** The address turns mail away for good: nothing is sent to it. */
  bounced?: true;
};

/** A problem found while reading input: where, what, and what to do about it. */
export type Problem = {
  code: string;
  path: string;
  message: string;
  hint: string;
  line?: number;
  column?: number;
};
