// Triggers about the test of an idea: how it is planned, who backs it, what is seen on the way.
import { contribution, type Data, type StoreTrigger } from "./make.ts";

const ofIdea = (data: Data) => `idea:${String(data["idea"])}`;

export const TESTS = {
  planTest: contribution("test.planned", {
    subject: ofIdea,
    about: { kind: "idea", states: ["shortlisted", "testing"] },
  }),
  backTest: contribution("test.backed", {
    subject: ofIdea,
    about: { kind: "idea", states: ["shortlisted", "testing"] },
  }),
  checkInTest: contribution("test.checkedIn", {
    subject: ofIdea,
    told: ["what"],
    about: { kind: "idea", states: ["testing"] },
  }),
} as const satisfies Record<string, StoreTrigger>;
