// Triggers about discoveries, themes and ideas, and about an idea in test.
import { FOLLOWED_UP } from "../network/idea.ts";
import { PLANNED, startNeeds } from "../test-start.ts";
import { contribution, idea, network, type MachineTrigger, type StoreTrigger } from "./make.ts";

export const IDEAS = {
  addDiscovery: contribution("discovery.added", { told: ["perspective"] }),
  chooseThemes: contribution("themes.chosen"),
  addIdea: network("addIdea", { keeps: ["title", "text"] }),
  shortlist: idea("shortlist"),
  startTest: {
    ...idea("startTest", Object.keys(PLANNED)),
    criteria: (programme, data, view) => startNeeds(programme, view.ideas[String(data["idea"])]?.round ?? 0),
  },
  recordResult: idea("recordResult", ["result"]),
  abandonTest: idea("abandonTest"),
  reviveIdea: idea("reviveIdea"),
  completeFollowUp: idea(FOLLOWED_UP),
} as const satisfies Record<string, MachineTrigger | StoreTrigger>;
