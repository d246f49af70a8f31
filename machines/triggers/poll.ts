// Triggers about date polls.
import { pollId } from "../poll/standing.ts";
import { contribution, network, type MachineTrigger, type StoreTrigger } from "./make.ts";

export const POLLS = {
  startPoll: network("startPoll"),
  answerPoll: contribution("poll.answered", { subject: (data) => pollId(data["item"]) }),
  closePoll: network("closePoll"),
  cancelPoll: { by: "machine", to: (data) => pollId(data["item"]), event: () => "cancelPoll" },
} as const satisfies Record<string, MachineTrigger | StoreTrigger>;
