// What a programme is, once read and checked. Everything here is plain data: it travels as JSON into a network.

/** A text that people read, in both languages. */
export type Text = { da: string; en: string };

/** An instant: milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

/** A calendar date, `2027-02-01`. */
export type IsoDate = string;

/** How precisely a date is known. Only `time` and `day` let anything date-specific be sent. */
export type Precision = "time" | "day" | "week" | "weeks" | "either" | "unknown";

/**
 * A date as the source says it. `quote` keeps the source's own words, `label` a label such as "Dag 41", `yearless` a day
 * without a year (`11-22`): a question to a person, where the rest does not already hold that day.
 */
export type When = { quote?: string; label?: string; yearless?: string } & (
  | { date: IsoDate; time?: string }
  | { week: number }
  | { weeks: [first: number, last: number] }
  | { either: [week: number, week: number] }
  | { unknown: true }
);

/** When something is, resolved against a start date: whole local days, `to` inclusive; absent where the source does not say. */
export type Interval = {
  from?: IsoDate;
  to?: IsoDate;
  precision: Precision;
  quote?: string;
  label?: string;
};

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
  /** While the named phase is open this one may be opened again, at most so many times. */
  reopens?: { while: string; most: number };
  /** An adjusted idea opens this phase again by itself. */
  reopensOnAdjust?: boolean;
};

export type ItemKind = "meeting" | "homework" | "task" | "break" | "note" | "decision";

/** Anything in a plan that is not a phase. */
export type Item = {
  id: string;
  kind: ItemKind;
  title: Text;
  when: When;
  phases: string[];
  /** Role codes; empty where the source does not say. */
  audience: string[];
  place?: string;
  tentative?: boolean;
  voluntary?: boolean;
  /** Breaks only: nothing happens, something happens, or work goes on. */
  extent?: "full" | "partial" | "work";
  /** Days of work, `base + perIdea × ideas in test`. */
  effort?: { base?: number; perIdea?: number };
  description?: Text;
};

export type Role = {
  code: string;
  title: Text;
  /** How many people a sample network has in this role. */
  sample: number;
  required?: boolean;
};

/** A reminder rule: `offset` from the anchor, at a local time, rolled to a working day. */
export type ReminderRule = {
  id: string;
  for: "meeting" | "decision";
  /** Negative: before; the rule then rolls back to the working day before. Positive: after, rolls forward. */
  days: number;
  time: string;
  /** `invited`, `undecided` or role codes. */
  to: string[];
  title: Text;
};

export type Programme = {
  id: string;
  version: number;
  title: Text;
  description: Text;
  /** IANA time zone of every local time in the programme. */
  zone: string;
  /** Weeks from the first to the last planned one; absent for dated programmes. */
  weeks?: number;
  gates: "blocking" | "advisory";
  parameters: Record<string, number>;
  /** An idea is tested at most so many times. */
  rounds: number;
  /** Days a decision may take where its phase has no planned end. */
  decideWithin: number;
  phases: Phase[];
  items: Item[];
  roles: Role[];
  /** Trigger type → role codes. Whoever acts for the lead (`coDriver`) holds the lead's rights. */
  rights: Record<string, string[]>;
  reminders: ReminderRule[];
  /** What must hold before a trigger about an item or idea is taken, by trigger type. */
  needs?: Record<string, Criterion[]>;
  /** The phase in which tested ideas are decided: its planned end is their deadline. */
  decideIn?: string;
  /** Working days that are none: local dates `MM-DD`, in addition to the Danish public holidays. */
  nonWorking: string[];
  /** What the source leaves open or says twice: shown as warnings, never resolved by a guess. */
  openQuestions: { path: string; text: Text }[];
};

/** A programme with every date resolved against one start: what a network runs. JSON throughout. */
export type Plan = {
  programme: Programme;
  start: IsoDate;
  /** Interval of every phase and item by id. */
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
