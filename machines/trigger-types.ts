// Every trigger by name: who takes it, and what it means there. Shapes of their data stand in trigger-shapes.ts, which a
// workflow does not load.
import type { Criterion, Item, Programme } from "../programmes/types.ts";
import { reopenCriteria } from "./criteria.ts";
import { ROOT, type Json } from "./engine/types.ts";
import type { Kind, View } from "./ledger.ts";
import { FOLLOWED_UP } from "./network/idea.ts";
import { closeOf, openOf } from "./network/phase.ts";
import { RULE, SEND, SKIP } from "./network/reminders.ts";
import { trackId } from "./network/track.ts";

type Data = { [key: string]: Json | undefined };

/** A trigger that an actor of the network takes. */
export type MachineTrigger = {
  by: "machine";
  /** The actor that takes it, and the event it gets. */
  to: (data: Data) => string;
  event: (data: Data) => string;
  /** What must hold, so that a refusal can say what is missing. */
  criteria?: (programme: Programme, data: Data, view: View) => Criterion[];
  /** Texts that stay in the store, under the trigger's key. */
  keeps?: string[];
};

/** A trigger that is a contribution: written straight to the store. */
export type StoreTrigger = {
  by: "store";
  kind: Kind;
  /** What it belongs to, as a ledger subject. */
  subject: (data: Data) => string;
};

const item = (event: string): MachineTrigger => ({
  by: "machine",
  to: (data) => `item:${String(data["item"])}`,
  event: () => event,
});
const needs = (type: string) => (programme: Programme) => programme.needs?.[type] ?? [];
const idea = (type: string, keeps: string[] = []): MachineTrigger => ({
  by: "machine",
  to: (data) => `idea:${String(data["idea"])}`,
  event: () => type,
  criteria: needs(type),
  keeps,
});
/** About one message: what it is about says who takes it. Of phases the network itself does. */
const message = (event: string): MachineTrigger => ({
  by: "machine",
  to: ({ phase, idea, item }) =>
    phase !== undefined ? ROOT : idea !== undefined ? `idea:${String(idea)}` : `item:${String(item)}`,
  event: () => event,
});
const store = (kind: Kind, subject: (data: Data) => string = () => ROOT): StoreTrigger => ({
  by: "store",
  kind,
  subject,
});
const ofItem = (data: Data) => `item:${String(data["item"])}`;

export const TRIGGERS = {
  openPhase: {
    by: "machine",
    to: () => ROOT,
    event: (data) => openOf(String(data["phase"])),
    criteria: (programme, data, view) => {
      const phase = programme.phases.find(({ id }) => id === data["phase"]);
      const closed = phase && view.phases[phase.id]?.state === "closed";
      return [...(phase?.opens ?? []), ...(closed ? reopenCriteria(programme, phase) : [])];
    },
  },
  closePhase: {
    by: "machine",
    to: () => ROOT,
    event: (data) => closeOf(String(data["phase"])),
    // One that is not carried out closes whatever is missing.
    criteria: (programme, data) =>
      data["outcome"] !== undefined ? [] : (programme.phases.find(({ id }) => id === data["phase"])?.closes ?? []),
  },
  pinItem: item("pin"),
  moveItem: item("move"),
  cancelItem: item("cancel"),
  holdMeeting: item("hold"),
  completeItem: item("complete"),
  splitItem: item("split"),
  setAudience: item("setAudience"),
  tightenItem: item("tighten"),
  renameItem: item("rename"),
  addItem: { by: "machine", to: () => ROOT, event: () => "addItem" },
  replanPhase: { by: "machine", to: () => ROOT, event: () => "replanPhase" },
  // What it takes back stands in its data, put there by undo.ts before the network gets it.
  undo: {
    by: "machine",
    to: (data) => (data["item"] === undefined ? ROOT : ofItem(data)),
    event: (data) => String(data["does"] ?? "undo"),
  },
  addIdea: { by: "machine", to: () => ROOT, event: () => "addIdea", keeps: ["title", "text"] },
  shortlist: idea("shortlist"),
  startTest: idea("startTest", ["unit", "leads", "what", "how"]),
  recordResult: idea("recordResult", ["result"]),
  abandonTest: idea("abandonTest"),
  decide: {
    by: "machine",
    to: (data) => (data["item"] === undefined ? `idea:${String(data["idea"])}` : ofItem(data)),
    event: (data) => (data["item"] === undefined ? "decide" : "vote"),
    criteria: () => [],
  },
  propose: {
    ...item("propose"),
    criteria: (programme, data) => decisionOf(programme, data)?.needs ?? [],
    keeps: ["text"],
  },
  withdrawProposal: item("withdrawProposal"),
  withdrawVote: item("withdrawVote"),
  startTrack: { by: "machine", to: () => ROOT, event: () => "startTrack", criteria: needs("startTrack") },
  completeStep: {
    by: "machine",
    to: (data) => trackId(data["track"], data["organisation"]),
    event: () => "completeStep",
  },
  reviveIdea: idea("reviveIdea"),
  completeFollowUp: idea(FOLLOWED_UP),
  skipMessage: message(SKIP),
  sendMessage: message(SEND),
  setReminder: { by: "machine", to: () => ROOT, event: () => RULE },
  closeNetwork: { by: "machine", to: () => ROOT, event: () => "closeNetwork", criteria: needs("closeNetwork") },
  stopNetwork: { by: "machine", to: () => ROOT, event: () => "stopNetwork" },
  answer: store("answer.given", ofItem),
  answerMembership: store("membership.answered"),
  deliver: store("homework.delivered", ofItem),
  recordMinutes: store("minutes.recorded", ofItem),
  nameSubstitute: store("substitute.named"),
  addDiscovery: store("discovery.added"),
  recordAgreement: store("agreement.made"),
  describeTheme: store("theme.described"),
  agreeFocusQuestion: store("focusQuestion.agreed", ofItem),
  chooseThemes: store("themes.chosen"),
  handOver: store("role.handedOver"),
  addPerson: store("person.joined"),
  changePerson: store("person.changed"),
  removePerson: store("person.left"),
  confirmCondition: store("condition.met"),
  recordMeasure: store("measure.recorded", ofItem),
} as const satisfies Record<string, MachineTrigger | StoreTrigger>;

export type TriggerName = keyof typeof TRIGGERS;

export function isTrigger(type: string): type is TriggerName {
  return Object.hasOwn(TRIGGERS, type);
}

/** What a trigger is; undefined where there is none of that name. */
export function triggerOf(type: string): MachineTrigger | StoreTrigger | undefined {
  return isTrigger(type) ? TRIGGERS[type] : undefined;
}

/** The lead's rights are also those of whoever acts for the lead. */
const ACTS_FOR_LEAD = ["coDriver", "administrator"];

/** Role codes that may use a trigger in a programme; about a decision its own rules say who. */
export function rolesFor(programme: Programme, type: string, data: Data = {}): string[] {
  return withActing(rolesOf(programme, type, data));
}

/** With the lead, also those who act for the lead. */
export const withActing = (roles: string[]): string[] =>
  roles.includes(LEAD) ? [...new Set([...roles, ...ACTS_FOR_LEAD])] : roles;

const LEAD = "networkLead";
const VOTES = ["decide", "withdrawVote"];
const PROPOSALS = ["propose", "withdrawProposal"];

function rolesOf(programme: Programme, type: string, data: Data): string[] {
  const rights = programme.rights[type] ?? [];
  const item = programme.items.find(({ id, decision }) => decision && id === data["item"]);
  if (!item) return rights;
  const { kind, proposedBy } = item.decision!;
  if (PROPOSALS.includes(type)) return proposedBy.length > 0 ? proposedBy : rights;
  if (!VOTES.includes(type)) return rights;
  // What a meeting agrees is recorded by whoever put it, too.
  const deciders = decidersOf(item);
  return kind === "consensus" ? [...new Set([...deciders, ...proposedBy])] : deciders;
}

/** Roles that decide; where nobody is named, whoever leads. */
export const decidersOf = ({ audience }: Pick<Item, "audience">): string[] => (audience.length > 0 ? audience : [LEAD]);

const decisionOf = ({ items }: Programme, data: Data) => items.find(({ id }) => id === data["item"])?.decision;
