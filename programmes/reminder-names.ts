// What reminder rules may say: what they are for, and whom they tell.

/** What a rule is for: `undated` are meetings of which only a window is known, `task` also monitoring points. */
export const REMINDED = ["meeting", "decision", "homework", "task", "minutes", "phase", "followUp", "undated"] as const;

/**
 * Found out at the moment of sending: whom a meeting invites, who has not decided or delivered, who owns a task, keeps the minutes or
 * stands in for somebody; and steps of an escalation that a programme may have nobody for.
 */
export const LIVE_AUDIENCES = [
  "invited",
  "undecided",
  "undelivered",
  "owner",
  "keeper",
  "substitutes",
  "chair",
  "forum",
  "coDriver",
] as const;
