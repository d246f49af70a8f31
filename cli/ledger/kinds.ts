import { KINDS, type Kind } from "../../machines/ledger.ts";
import { KIND_WORDS } from "../../machines/narrate-words.ts";
import { table } from "../layout.ts";
import type { Output, World } from "../world.ts";

/** `[{ kind, title, by, data }]`: every kind there is, who writes it, and the fields of its data. */
export function run({ language, words }: World): Promise<Output> {
  const list = (Object.keys(KINDS) as Kind[]).map((kind) => ({
    kind,
    title: KIND_WORDS[kind][language],
    by: KINDS[kind],
    data: DATA[kind] ?? {},
  }));
  const rows = list.map((one) => [
    one.kind,
    one.title,
    Object.keys(one.data).join(", "),
    words.writers[one.by] ?? one.by,
  ]);
  const { kind, what, data, by } = words.columns;
  return Promise.resolve({ json: list, text: table(rows, [kind, what, data, by]) });
}

const DATED = {
  start: "RFC 3339",
  end: "RFC 3339",
  allDay: "boolean",
  place: "string",
  first: "date",
  last: "date",
  follows: "string",
  before: "the same, as they were",
};
const DRAFTED = { ...DATED, draft: "boolean" };
const FILE = { file: "string", type: "string", size: "number" };
const UNMET = { unmet: "string[]" };
const CHOICES = { choices: "string[]" };
const ROUND = { round: "number" };
const PERSON = { person: "e-mail" };
const FOR = { for: "e-mail" };
const CAST = { ...FOR, replaces: "e-mail" };

/** Fields of each kind's data, where it has any; all may be absent. Texts and reasons stand elsewhere. */
export const DATA: Partial<Record<Kind, Record<string, string>>> = {
  "network.created": { programme: "string", version: "number", machine: "string" },
  "machine.migrated": { from: "string", machine: "string" },
  "network.stopAsked": { side: "string" },
  "network.ended": { outcome: "scale | spread | handOver | evaluate | end | stopped" },
  "phase.opened": UNMET,
  "phase.closed": { outcome: "notCarriedOut", ...UNMET },
  "phase.reopened": { byAdjust: "boolean" },
  "item.drafted": DRAFTED,
  "item.pinned": DATED,
  "item.moved": DRAFTED,
  "item.tightened": DATED,
  "item.restored": DRAFTED,
  "item.renamed": { title: "{ da, en }" },
  "item.added": { item: "the item", owner: "e-mail" },
  "phase.replanned": { first: "date", last: "date", before: "the same, as they were" },
  "message.sent": { why: "string" },
  "message.suppressed": { why: "string" },
  "message.failed": { seq: "number" },
  "item.split": { sessions: "the sessions" },
  "item.audience": { audience: "string[]" },
  "reminder.set": { off: "boolean", days: "number" },
  "idea.captured": { sources: "string[]" },
  "idea.merged": { into: "string" },
  "idea.split": { sources: "string[]" },
  "ballot.opened": {
    method: "dots | scores | pairs",
    ideas: "string[]",
    first: "number",
    dots: "number",
    most: "number",
    criteria: "object[]",
    secret: "boolean",
    closes: "RFC 3339",
  },
  "ballot.cast": FOR,
  "ballot.overruled": { order: "string[]" },
  "theme.added": { discoveries: "string[]" },
  "idea.testStarted": ROUND,
  "idea.resultRecorded": ROUND,
  "idea.testAbandoned": ROUND,
  "idea.approved": { next: "scale | spread | handOver", to: "string", due: "date", votes: "object", ...CAST },
  "idea.adjusted": { votes: "object", ...CAST },
  "idea.discarded": { votes: "object", ...CAST },
  "decision.requested": { deadline: "RFC 3339" },
  "decision.proposed": { ...ROUND, deadline: "RFC 3339", options: "string[]" },
  "decision.voted": {
    outcome: "approve | reject | agree | disagree | select | adjust | discard",
    next: "scale | spread | handOver",
    to: "string",
    due: "date",
    ...CAST,
  },
  "decision.voteWithdrawn": FOR,
  "decision.taken": { outcome: "approve | agree | select", ...CHOICES, ...ROUND, votes: "object", ...CAST },
  "decision.rejected": { outcome: "reject | disagree", ...ROUND, votes: "object", ...CAST },
  "poll.started": { dates: "RFC 3339[]", allDay: "boolean", minutes: "number", closes: "RFC 3339" },
  "poll.answered": PERSON,
  "poll.chosen": DATED,
  "signUp.opened": { capacity: "number", deadline: "RFC 3339" },
  "signUp.seated": PERSON,
  "signUp.waiting": PERSON,
  "signUp.movedUp": PERSON,
  "signUp.withdrawn": PERSON,
  "track.started": { track: "string", organisation: "string", ...UNMET },
  "track.stepDone": { step: "string" },
  "condition.met": { condition: "string", ...PERSON },
  "measure.recorded": { organisation: "string", ...PERSON },
  "budget.planned": { line: "string", amount: "number", before: "the same, as they were" },
  "spending.recorded": { line: "string", amount: "number", date: "date" },
  "effort.recorded": { days: "number", hours: "number", date: "date", ...PERSON },
  "hours.agreed": { days: "number" },
  "person.joined": { roles: "string[]", organisation: "string", region: "string", ...PERSON },
  "person.changed": { organisation: "string", region: "string", ...PERSON },
  "person.left": PERSON,
  "answer.given": { answer: "accepted | declined | tentative", session: "string", ...PERSON },
  "membership.answered": { answer: "accepted | declined", ...PERSON },
  "homework.delivered": { organisation: "string", late: "boolean", ...PERSON },
  "minutes.recorded": { tasks: "number" },
  "agenda.set": { points: "number" },
  "attendance.recorded": { session: "string", present: "number", absent: "number", guests: "number" },
  "guest.invited": { joined: "boolean", ...PERSON },
  "guest.uninvited": { left: "boolean", ...PERSON },
  "file.added": FILE,
  "file.removed": FILE,
  "link.removed": { link: "string" },
  "substitute.named": { substitute: "e-mail", from: "date", to: "date", ...PERSON },
  "discovery.added": { perspective: "string" },
  "test.planned": PERSON,
  "test.backed": PERSON,
  "test.checkedIn": { what: "checkIn | visit", ...PERSON },
  "agreement.made": { with: "referenceManager | lineManager | coDriver" },
  "theme.described": { characteristic: "string" },
  "role.handedOver": { role: "string" },
  "network.reset": { to: "RFC 3339" },
};
