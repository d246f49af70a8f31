// Triggers about the plan: phases, dates, what is added or changed, messages to come, tracks, and the end of it all.
import { reopenCriteria } from "../criteria.ts";
import { ROOT } from "../engine/types.ts";
import { closeOf, openOf } from "../network/phase.ts";
import { RULE, SEND, SKIP } from "../network/reminders.ts";
import { trackId } from "../network/track.ts";
import { contribution, item, needs, network, ofItem, type MachineTrigger, type StoreTrigger } from "./make.ts";

/** About one message: what it is about says who takes it. Of phases the network itself does. */
const message = (event: string): MachineTrigger => ({
  by: "machine",
  to: ({ phase, idea, item: id }) =>
    phase !== undefined ? ROOT : idea !== undefined ? `idea:${String(idea)}` : `item:${String(id)}`,
  event: () => event,
});

export const PLAN = {
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
  completeItem: item("complete"),
  splitItem: item("split"),
  setAudience: item("setAudience"),
  tightenItem: item("tighten"),
  renameItem: item("rename"),
  addItem: network("addItem"),
  replanPhase: network("replanPhase"),
  // What it takes back stands in its data, put there by undo.ts before the network gets it.
  undo: {
    by: "machine",
    to: (data) => (data["item"] === undefined ? ROOT : ofItem(data)),
    event: (data) => String(data["does"] ?? "undo"),
  },
  skipMessage: message(SKIP),
  sendMessage: message(SEND),
  setReminder: network(RULE),
  startTrack: network("startTrack", { criteria: needs("startTrack") }),
  completeStep: {
    by: "machine",
    to: (data) => trackId(data["track"], data["organisation"]),
    event: () => "completeStep",
  },
  confirmCondition: contribution("condition.met", { told: ["condition"] }),
  closeNetwork: network("closeNetwork", { criteria: needs("closeNetwork") }),
  stopNetwork: network("stopNetwork"),
} as const satisfies Record<string, MachineTrigger | StoreTrigger>;
