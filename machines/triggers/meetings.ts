// Triggers about meetings and the homework between them.
import { contributionTo, item, type MachineTrigger, type StoreTrigger } from "./make.ts";

export const MEETINGS = {
  holdMeeting: item("hold"),
  answer: contributionTo("answer.given", {
    told: ["answer", "session"],
    about: { kind: "meeting", states: ["planned", "pinned"] },
  }),
  recordMinutes: contributionTo("minutes.recorded", { about: { kind: "meeting", states: ["pinned", "held"] } }),
  agreeFocusQuestion: contributionTo("focusQuestion.agreed", { about: { kind: "meeting", states: ["held"] } }),
  deliver: contributionTo("homework.delivered", { about: { kind: "homework", states: ["planned", "pinned", "held"] } }),
} as const satisfies Record<string, MachineTrigger | StoreTrigger>;
