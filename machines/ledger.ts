// The ledger: what a network remembers. One closed list of kinds; a row is never changed after it is written.
import type { Instant, IsoDate, Item, Person, Plan, Session, Text } from "../programmes/types.ts";
import type { DecisionView } from "./decision-view.ts";
import type { Json } from "./engine/types.ts";
import type { Point } from "./meetings/agenda.ts";
import type { BallotView, IdeaView } from "./ideas/types.ts";
import type { PollView } from "./poll/standing.ts";
import type { SignUpView } from "./signup/standing.ts";

/** Who and what caused a step; stands in every entry of it. Absent for timers. */
export type Cause = { key: string; by: string; role: string };

/** What happened, as the machine tells it. `n` counts the machine's own entries from 1 without gaps. */
export type Entry = Partial<Cause> & {
  n: number;
  at: Instant;
  kind: string;
  subject: string;
  rule?: string;
  /** The instant this was planned for, where it was. */
  planned?: Instant;
  reason?: string;
  /** Audience of a message: role codes or `invited`. */
  to?: string[];
  data?: { [key: string]: Json | undefined };
};

/** An entry to record, or one whose audience is to be told as well. */
export type Told = { do: "record" | "notify"; entry: Entry };

/** Every kind of entry, and who writes it: the network's machine, or the store for what people contribute. */
export const KINDS = {
  "network.created": "machine",
  "network.stopAsked": "machine",
  "network.ended": "machine",
  "machine.migrated": "machine",
  "phase.due": "machine",
  "phase.opened": "machine",
  "phase.closed": "machine",
  "phase.reopened": "machine",
  "item.drafted": "machine",
  "item.pinned": "machine",
  "item.moved": "machine",
  "item.cancelled": "machine",
  "item.tightened": "machine",
  "item.renamed": "machine",
  "item.added": "machine",
  "item.restored": "machine",
  "phase.replanned": "machine",
  "meeting.held": "machine",
  "item.completed": "machine",
  "item.split": "machine",
  "item.audience": "machine",
  "reminder.set": "machine",
  "message.planned": "machine",
  "message.sent": "machine",
  "message.suppressed": "machine",
  "message.failed": "store",
  "idea.captured": "machine",
  "idea.shortlisted": "machine",
  "idea.testStarted": "machine",
  "idea.resultRecorded": "machine",
  "idea.testAbandoned": "machine",
  "idea.approved": "machine",
  "idea.adjusted": "machine",
  "idea.discarded": "machine",
  "idea.revived": "machine",
  "idea.followedUp": "machine",
  "idea.merged": "machine",
  "idea.split": "machine",
  "idea.released": "machine",
  "ballot.opened": "machine",
  "ballot.closed": "machine",
  "ballot.cancelled": "machine",
  "decision.requested": "machine",
  "decision.proposed": "machine",
  "decision.voted": "machine",
  "decision.voteWithdrawn": "machine",
  "decision.withdrawn": "machine",
  "decision.taken": "machine",
  "decision.rejected": "machine",
  "decision.reopened": "machine",
  "poll.started": "machine",
  "poll.answered": "store",
  "poll.ended": "machine",
  "poll.chosen": "machine",
  "poll.cancelled": "machine",
  "signUp.opened": "machine",
  "signUp.closed": "machine",
  "signUp.seated": "machine",
  "signUp.waiting": "machine",
  "signUp.movedUp": "machine",
  "signUp.withdrawn": "machine",
  "track.started": "machine",
  "track.stepDone": "machine",
  "track.ended": "machine",
  "machine.fault": "machine",
  "answer.given": "store",
  "membership.answered": "store",
  "homework.delivered": "store",
  "minutes.recorded": "machine",
  "minutes.approved": "machine",
  "minutes.added": "store",
  "agenda.set": "store",
  "attendance.recorded": "store",
  "guest.invited": "store",
  "guest.uninvited": "store",
  "file.added": "store",
  "file.removed": "store",
  "link.added": "store",
  "link.removed": "store",
  "substitute.named": "store",
  "test.planned": "store",
  "test.backed": "store",
  "test.checkedIn": "store",
  "discovery.added": "store",
  "theme.added": "store",
  "idea.commented": "store",
  "ballot.cast": "store",
  "ballot.overruled": "store",
  "agreement.made": "store",
  "theme.described": "store",
  "focusQuestion.agreed": "store",
  "themes.chosen": "store",
  "role.handedOver": "store",
  "person.joined": "store",
  "person.changed": "store",
  "person.left": "store",
  "condition.met": "store",
  "measure.recorded": "store",
  "budget.planned": "store",
  "spending.recorded": "store",
  "effort.recorded": "store",
  "hours.agreed": "store",
  "network.reset": "store",
} as const;
export type Kind = keyof typeof KINDS;

/**
 * One row of the ledger. `seq` is given by the journal in the order of writing, from 1 without gaps.
 * `n` is the machine's own number of the entry, absent for what the store wrote; a machine's entry is written once.
 */
export type LedgerRow = {
  seq: number;
  n?: number;
  at: Instant;
  kind: Kind;
  /** `network`, `phase:ID`, `item:ID` (of one session `item:ID/SESSION`), `idea:ID`, `ballot:ID` `track:ID:ORGANISATION` or `poll:ITEM`. */
  subject: string;
  key?: string;
  /** Id of the person who did it; absent for timers. */
  by?: string;
  role?: string;
  rule?: string;
  planned?: Instant;
  reason?: string;
  to?: string[];
  data?: { [key: string]: Json | undefined };
};

/** What a person contributed. Texts live here, never in a workflow; criteria count these rows. */
export type Contribution = {
  kind: Kind | "text";
  person?: string;
  /** The item or idea it belongs to, where it does. */
  item?: string;
  key: string;
  at: Instant;
  data: { [key: string]: Json | undefined };
};

/** One mail to one person because of one ledger row. Rendered when it is sent. */
export type Delivery = { seq: number; person: string; model: MailModel };

/** All a mail needs, apart from its reader's name and address. */
export type MailModel = {
  rule: string;
  network: string;
  networkTitle: string;
  zone: string;
  /** The network's own instant of the message: the mail counts «om 5 dage» from it. */
  at?: Instant;
  /** Where its row stands in the ledger: of two mails about one meeting, calendars hold the higher for the newer. */
  sequence?: number;
  subject: string;
  /** The address of the page it is about, from its first slash. What waited before there were such has none. */
  page?: string;
  title: { da: string; en: string };
  tentative?: boolean;
  start?: Instant;
  /** The day is known but not the hour: the mail says "tidspunkt følger". */
  allDay?: boolean;
  end?: Instant;
  place?: string;
  deadline?: Instant;
  round?: number;
  reason?: string;
  /** What a phase still needs before it can close: titles of its unmet criteria. */
  missing?: Text[];
  /** Of a meeting: its points as they stand when the mail is made. Whoever has one stands by id; named when the mail goes. */
  agenda?: Point[];
  /** By the id of a reader who stands in for others: theirs. */
  actsFor?: Record<string, string[]>;
  /** Names of those whom its one reader stands in for; found when the mail goes, so that none is kept with it. */
  insteadOf?: string[];
};

/** What reads show: the fold of a network's ledger. */
export type View = {
  now: Instant;
  /** The machine it runs on, as `network@1`. */
  machine?: string;
  phases: Record<string, PhaseView>;
  items: Record<string, ItemView>;
  ideas: Record<string, IdeaView>;
  /** Rounds of prioritisation; sign-ups and date polls by the ids of their meetings. Where there have been any. */
  ballots?: Record<string, BallotView>;
  signUps?: Record<string, SignUpView>;
  polls?: Record<string, PollView>;
  /** By `track:organisation`. */
  tracks: Record<string, TrackView>;
  /** Messages to come, by `subject|rule`. */
  planned: Record<string, PlannedMessage>;
  ended?: { at: Instant; outcome: string; reason?: string };
};
export type PhaseView = {
  state: "waiting" | "open" | "closed";
  due?: boolean;
  openedAt?: Instant;
  closedAt?: Instant;
  /** The window it was given anew, where it was. */
  replanned?: { first?: IsoDate; last?: IsoDate };
  reopened: number;
};
export type ItemView = {
  kind: string;
  state: "planned" | "drafted" | "pinned" | "held" | "done" | "cancelled" | "proposed" | "decided";
  /** Of several sessions, each by its id. */
  sessions?: Record<string, DatesView>;
  decision?: DecisionView;
  /** Its name, audience and sessions, where the network has given it others. */
  title?: Text;
  audience?: string[];
  split?: Session[];
  /** As it was added by the network, where it is none of the programme's, and who is to do it. */
  added?: Item;
  /** It was agreed as the network ended, and is done after that. */
  afterEnd?: true;
  owner?: string;
  minutes?: MinutesView;
} & DatesView;
/** `key` of the trigger that recorded them: under it the store keeps the text. */
export type MinutesView = { key: string; at: Instant; by?: string; approved?: { at: Instant; by?: string } };
/** Instants where they are known, else the first and last day. */
export type DatesView = {
  start?: Instant;
  end?: Instant;
  allDay?: boolean;
  place?: string;
  first?: IsoDate;
  last?: IsoDate;
};
export type TrackView = { track: string; organisation: string; state: "running" | "ended"; done: string[] };
export type PlannedMessage = { subject: string; rule: string; at: Instant; to: string[] };

/** What the journal needs to know of a network to write the next rows. */
export type Book = {
  network: { id: string; title: string };
  plan: Plan;
  seq: number;
  n: number;
  view: View;
  people: Person[];
  contributions: Contribution[];
};

/** What writing some entries comes to: rows to insert, the new view, mails to queue. */
export type Writing = {
  rows: LedgerRow[];
  n: number;
  view: View;
  deliveries: Delivery[];
  contributions: Contribution[];
  /** In order: of two, the second finds what the first left. */
  members: MemberChange[];
};

/** What becomes of the people of a network, by their ids: one joins, changes place, leaves, or passes a role to another. */
export type MemberChange =
  | { do: "join"; person: Person }
  | { do: "change"; person: string; organisation?: string; region?: string }
  | { do: "leave"; person: string }
  | { do: "handOver"; role: string; from: string; to: string };
