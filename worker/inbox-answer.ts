// Whether an answer that came by mail is one to the meeting as it now stands.
import type { MailModel, View } from "../machines/ledger.ts";
import type { Reply } from "../mail/reply.ts";

/** What was told of a meeting, in order, and the network as it is now. */
export type Standing = { told: readonly MailModel[]; view: View };

/** Rules whose mails ask something of a calendar. */
const OFFERS = ["meeting-invitation", "meeting-moved", "signup-seated", "signup-moved-up"];
const TAKEN_OFF = ["meeting-cancelled", "signup-withdrawn", "signup-opened"];
export const ASKING = [...OFFERS, ...TAKEN_OFF];

/**
 * The data of the trigger that an answer comes to, or why it is none. `not-invited`: no such meeting was offered to this person.
 * `cancelled`: it was taken off since. `old`: it says yes or no to a date that the meeting no longer has.
 */
export function answerData(
  { answer, sequence, note }: Pick<Reply, "answer" | "sequence" | "note">,
  { item, session }: { item: string; session?: string },
  { told, view }: Standing,
): { item: string; session?: string; answer: string; note?: string } | "not-invited" | "cancelled" | "old" {
  const subject = session === undefined ? `item:${item}` : `item:${item}/${session}`;
  const ofThis = told.filter((one) => one.subject === subject);
  const latest = ofThis.at(-1);
  const asked = ofThis.filter(({ rule }) => !TAKEN_OFF.includes(rule));
  const answered = asked.findLast((one) => (one.sequence ?? 0) <= sequence) ?? asked[0];
  if (!latest || !answered) return "not-invited";
  if (TAKEN_OFF.includes(latest.rule)) return "cancelled";
  // Compared with the meeting itself: who had declined was not told when it moved.
  const now = session === undefined ? view.items[item] : view.items[item]?.sessions?.[session];
  if (!now || now.start !== answered.start || now.end !== answered.end || !now.allDay !== !answered.allDay)
    return "old";
  const chooses = session !== undefined && answer !== "declined" && offered(told) > 1;
  return { item, answer, ...(note !== undefined && { note }), ...(chooses && { session }) };
}

/** How many parts of a meeting stand in the person's calendar: of several, a yes to one chooses it. */
function offered(told: readonly MailModel[]): number {
  const last = new Map(told.map(({ subject, rule }) => [subject, rule]));
  return [...last.values()].filter((rule) => !TAKEN_OFF.includes(rule)).length;
}
