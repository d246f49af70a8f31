// What the pages behind links from mails have words for.
import type { AnswerLinkJson } from "../api/client.ts";

export type Language = AnswerLinkJson["language"];
type Kind = AnswerLinkJson["kind"];

/** `does`: what pressing it comes to; `done`: how it reads when it is answered. */
export type ChoiceWords = { label: string; does: string; done: string };

export type Words = {
  other: string;
  hello: (name: string) => string;
  thanks: (name: string) => string;
  network: string;
  when: string;
  dateToCome: string;
  where: string;
  deadline: string;
  tentative: string;
  ask: Record<Kind, string>;
  choices: Record<string, ChoiceWords>;
  confirm: (label: string) => string;
  orElse: string;
  /** Above the form, where it is answered already. */
  instead: Record<Kind, string>;
  sessions: string;
  sendHomework: string;
  sendHomeworkAgain: string;
  yourText: string;
  sendDecision: string;
  /** Of a substitute: whose vote it is. */
  whose: string;
  myself: string;
  insteadOf: (name: string) => string;
  next: string;
  nextChoices: Record<"scale" | "spread" | "handOver", string>;
  to: string;
  due: string;
  reason: string;
  reasonHint: (choices: string) => string;
  and: string;
  pick: (count: number) => string;
  idea: {
    text: string;
    round: (round: number, rounds: number) => string;
    unit: string;
    what: string;
    how: string;
    result: string;
    abandoned: string;
  };
  proposal: string;
  earlier: string;
  answered: (done: string, at: string) => string;
  delivered: (at: string) => string;
  decided: (done: string, at: string, mine: boolean) => string;
  because: string;
  notOpen: string;
  notOpenHint: string;
  until: (until: string) => string;
  untilTaken: string;
  final: string;
  after: Record<Kind, string>;
  missing: Record<string, string>;
  wrong: string;
  notSent: Record<"state" | "criteria" | "later" | "role" | "other", [title: string, detail: string]>;
  yourWords: string;
  privacy: string;
  problem: {
    unreachable: [title: string, detail: string, hint: string];
    elsewhere: [string, string, string];
  };
};
