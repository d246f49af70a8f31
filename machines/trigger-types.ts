// Every trigger by name, from the areas in triggers/, and who may use it. Shapes of their data stand in trigger-shapes.ts, which a
// workflow does not load.
import type { Item, Programme } from "../programmes/types.ts";
import { ACCOUNTS } from "./triggers/accounts.ts";
import { DECISIONS } from "./triggers/decisions.ts";
import { IDEAS } from "./triggers/ideas.ts";
import { MEETINGS } from "./triggers/meetings.ts";
import { PEOPLE } from "./triggers/people.ts";
import { PLAN } from "./triggers/plan.ts";
import { TESTS } from "./triggers/tests.ts";
import { POLLS } from "./triggers/poll.ts";
import { SIGN_UPS } from "./triggers/signup.ts";
import type { Data, MachineTrigger, StoreTrigger } from "./triggers/make.ts";

export const TRIGGERS = {
  ...PLAN,
  ...MEETINGS,
  ...IDEAS,
  ...TESTS,
  ...DECISIONS,
  ...PEOPLE,
  ...ACCOUNTS,
  ...SIGN_UPS,
  ...POLLS,
} as const;

export type TriggerName = keyof typeof TRIGGERS;

export function isTrigger(type: string): type is TriggerName {
  return Object.hasOwn(TRIGGERS, type);
}

/** What a trigger is; undefined where there is none of that name. */
export function triggerOf(type: string): MachineTrigger | StoreTrigger | undefined {
  return isTrigger(type) ? TRIGGERS[type] : undefined;
}

/** The lead's rights are also those of whoever acts for the lead. */
const ACTS_FOR_LEAD = ["coDriver", "administrator"];

/** Role codes that may use a trigger in a programme; about a decision its own rules say who. */
export function rolesFor(programme: Programme, type: string, data: Data = {}): string[] {
  return withActing(rolesOf(programme, type, data));
}

/** With the lead, also those who act for the lead. */
export const withActing = (roles: string[]): string[] =>
  roles.includes(LEAD) ? [...new Set([...roles, ...ACTS_FOR_LEAD])] : roles;

/** Whoever comes to an open meeting from outside has this role, whether or not the programme has it. */
export const GUEST = "guest";

const LEAD = "networkLead";
const OPEN_TO_GUESTS = ["answer", "signUp", "withdrawSignUp"];
const VOTES = ["decide", "withdrawVote"];
const PROPOSALS = ["propose", "withdrawProposal"];

/** Taking something back is the right of whoever may put it. */
const RIGHT_OF: Record<string, string> = { withdrawProposal: "propose", withdrawVote: "decide", removeLink: "addLink" };

function rolesOf(programme: Programme, type: string, data: Data): string[] {
  const rights = programme.rights[RIGHT_OF[type] ?? type] ?? [];
  if (OPEN_TO_GUESTS.includes(type)) return [...new Set([...rights, GUEST])];
  const item = programme.items.find(({ id, decision }) => decision && id === data["item"]);
  if (!item) return rights;
  const { kind, proposedBy } = item.decision!;
  if (PROPOSALS.includes(type)) return proposedBy.length > 0 ? proposedBy : rights;
  if (!VOTES.includes(type)) return rights;
  // What a meeting agrees is recorded by whoever put it, too.
  const deciders = decidersOf(item);
  return kind === "consensus" ? [...new Set([...deciders, ...proposedBy])] : deciders;
}

/** Roles that decide; where nobody is named, whoever leads. */
export const decidersOf = ({ audience }: Pick<Item, "audience">): string[] => (audience.length > 0 ? audience : [LEAD]);
