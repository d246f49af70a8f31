// Triggers about meetings and the homework between them.
import { contribution, contributionTo, item, type MachineTrigger, type StoreTrigger } from "./make.ts";

const TO_COME = { kind: "meeting", states: ["planned", "drafted", "pinned"] };

export const MEETINGS = {
  publishMeeting: item("publish"),
  holdMeeting: item("hold"),
  answer: contributionTo("answer.given", {
    told: ["answer", "session"],
    about: { kind: "meeting", states: ["planned", "pinned"] },
  }),
  setAgenda: contributionTo("agenda.set", { about: TO_COME }),
  inviteGuest: contributionTo("guest.invited", { about: TO_COME }),
  uninviteGuest: contributionTo("guest.uninvited", { about: TO_COME }),
  recordAttendance: contributionTo("attendance.recorded", {
    told: ["session"],
    about: { kind: "meeting", states: ["held"] },
  }),
  recordMinutes: item("recordMinutes", { keeps: ["text", "decisions"] }),
  approveMinutes: item("approveMinutes"),
  addToMinutes: contributionTo("minutes.added", { about: { kind: "meeting", states: ["pinned", "held"] } }),
  agreeFocusQuestion: contributionTo("focusQuestion.agreed", { about: { kind: "meeting", states: ["held"] } }),
  deliver: contributionTo("homework.delivered", {
    told: ["organisation"],
    about: { kind: "homework", states: ["planned", "pinned", "held"] },
  }),
  addLink: contribution("link.added", { subject: ({ about }) => String(about) }),
  removeLink: contribution("link.removed", { subject: ({ about }) => String(about), told: ["link"] }),
} as const satisfies Record<string, MachineTrigger | StoreTrigger>;
