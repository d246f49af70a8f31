// Every trigger by name: who takes it, and what it means there. Shapes of their data stand in trigger-shapes.ts, which a
// workflow does not load.
import type { Criterion, Programme } from "../programmes/types.ts";
import { reopenCriteria } from "./criteria.ts";
import { ROOT, type Json } from "./engine/types.ts";
import type { Kind, View } from "./ledger.ts";
import { closeOf, openOf } from "./network/phase.ts";

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
    criteria: (programme, data) => programme.phases.find(({ id }) => id === data["phase"])?.closes ?? [],
  },
  pinItem: item("pin"),
  moveItem: item("move"),
  cancelItem: item("cancel"),
  holdMeeting: item("hold"),
  addIdea: { by: "machine", to: () => ROOT, event: () => "addIdea", keeps: ["title", "text"] },
  shortlist: idea("shortlist"),
  startTest: idea("startTest", ["unit", "leads", "what", "how"]),
  recordResult: idea("recordResult", ["result"]),
  abandonTest: idea("abandonTest"),
  decide: idea("decide"),
  reviveIdea: idea("reviveIdea"),
  closeNetwork: { by: "machine", to: () => ROOT, event: () => "closeNetwork", criteria: needs("closeNetwork") },
  stopNetwork: { by: "machine", to: () => ROOT, event: () => "stopNetwork" },
  answer: store("answer.given", ofItem),
  answerMembership: store("membership.answered"),
  deliver: store("homework.delivered", ofItem),
  addDiscovery: store("discovery.added"),
  recordAgreement: store("agreement.made"),
  describeTheme: store("theme.described"),
  agreeFocusQuestion: store("focusQuestion.agreed", ofItem),
  chooseThemes: store("themes.chosen"),
  handOver: store("role.handedOver"),
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

/** Role codes that may use a trigger in a programme. */
export function rolesFor(programme: Programme, type: string): string[] {
  const roles = programme.rights[type] ?? [];
  return roles.includes("networkLead") ? [...new Set([...roles, ...ACTS_FOR_LEAD])] : roles;
}
