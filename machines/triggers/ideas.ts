// Triggers about discoveries, themes and ideas, and about an idea in test.
import { FOLLOWED_UP } from "../network/idea.ts";
import { PLANNED, startNeeds } from "../test-start.ts";
import { contribution, idea, network, type Data, type MachineTrigger, type StoreTrigger } from "./make.ts";

const ofBallot = ({ ballot }: Data): string => `ballot:${String(ballot)}`;
const ballot = (type: string): MachineTrigger => ({ by: "machine", to: ofBallot, event: () => type });

export const IDEAS = {
  addDiscovery: contribution("discovery.added", { told: ["perspective"] }),
  addTheme: contribution("theme.added", { told: ["discoveries"] }),
  chooseThemes: contribution("themes.chosen"),
  addIdea: network("addIdea", { keeps: ["title", "text", "theme", "authors"] }),
  commentIdea: contribution("idea.commented", { subject: ({ idea }) => `idea:${String(idea)}` }),
  mergeIdeas: network("mergeIdeas", { keeps: ["title", "text"] }),
  splitIdea: idea("splitIdea"),
  openBallot: network("openBallot"),
  castBallot: contribution("ballot.cast", { subject: ofBallot }),
  closeBallot: ballot("closeBallot"),
  cancelBallot: ballot("cancelBallot"),
  overruleOrder: contribution("ballot.overruled", { subject: ofBallot, told: ["order"] }),
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
