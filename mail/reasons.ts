// Which reason to write a rule is, and what each reason lets its reader answer.
import { CATALOGUE, type Reason } from "./catalogue.ts";

/** What a link in a mail lets its reader do. */
export type Purpose = "answer" | "deliver" | "decide" | "poll" | "signUp" | "withdraw";

/**
 * The reason behind a rule. A programme names its own reminders by their days (`homework-5`), so that a number counts only
 * where it has texts of its own. `news`, the general letter, for what nobody wrote a text for.
 */
export function reasonOf(rule: string): Reason {
  return [rule, rule.replace(/-\d+$/, "-reminder")].find(isReason) ?? "news";
}

const isReason = (name: string): name is Reason => Object.hasOwn(CATALOGUE.da, name);

/** What the reader of such a mail can answer; undefined where it only tells. */
export const purposeOf = (reason: Reason): Purpose | undefined => PURPOSES[reason];

const PURPOSES: Partial<Record<Reason, Purpose>> = {
  "meeting-invitation": "answer",
  "meeting-14": "answer",
  "meeting-reminder": "answer",
  "meeting-moved": "answer",
  "homework-reminder": "deliver",
  "homework-overdue": "deliver",
  "decision-requested": "decide",
  "decision-reminder": "decide",
  "decision-overdue": "decide",
  "decision-substitute": "decide",
  "poll-opened": "poll",
  "poll-reminder": "poll",
  "signup-opened": "signUp",
  "signup-seated": "withdraw",
  "signup-waiting": "withdraw",
  "signup-moved-up": "withdraw",
};

/** Whether its reader may choose to get fewer of such mails: of reminders, not of what changes a meeting or awaits a decision. */
export const isOptional = (reason: Reason): boolean => !SERVICE.test(reason);

const SERVICE =
  /^(?:meeting-(?:invitation|moved|cancelled)|decision-.*|task-passed|idea-.*|signup-.*|poll-(?:opened|ended|cancelled)|network-(?:closed|stopped)|news)$/;
