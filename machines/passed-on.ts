// What was given to somebody who leaves is not left lying: whoever has it now hears of it.
import type { Book, MemberChange } from "./ledger.ts";
import { recipientsOf } from "./recipients.ts";
import type { Instant } from "../programmes/types.ts";

/** The rule of the message. */
export const PASSED_ON = "task-passed";

/** What is still to be done of what somebody who left was given: by task who has it now, as `item:ID`; nothing for other changes. */
export function passedOn(
  after: Book,
  change: MemberChange | undefined,
  at: Instant,
): { subject: string; person: string }[] {
  if (change?.do !== "leave") return [];
  return Object.entries(after.view.items).flatMap(([id, { kind, state, owner }]) => {
    if (kind !== "task" || state !== "planned" || owner !== change.person) return [];
    const subject = `item:${id}`;
    return recipientsOf(["owner"], subject, after, at).map((person) => ({ subject, person: person.id }));
  });
}
