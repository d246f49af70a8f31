// What people contribute: checked against the network as it stands, and written straight to the store.
import type { Person, Programme, Text } from "../programmes/types.ts";
import type { Json } from "./engine/types.ts";
import { journalContribution } from "./journal.ts";
import type { Book, Contribution, HandOver, Kind, LedgerRow, Writing } from "./ledger.ts";
import { refusals, stateRefusal } from "./refusals.ts";
import type { Refusal, RefusalCode, Trigger } from "./trigger.ts";
import { rolesFor, triggerOf, type StoreTrigger } from "./trigger-types.ts";
import { partsOf } from "./view.ts";

export type Contributed = { ok: true; writing: Writing } | Refusal;

/** Fields of a contribution that stand in the ledger; the rest, texts, stays with the contribution. */
const TOLD: Partial<Record<Kind, string[]>> = {
  "answer.given": ["answer"],
  "membership.answered": ["answer"],
  "discovery.added": ["perspective"],
  "agreement.made": ["with"],
  "theme.described": ["characteristic"],
  "role.handedOver": ["role"],
};

/** One contribution on a book: what it writes, or why it is refused. The trigger's data has been shaped. */
export function contribute(book: Book, trigger: Trigger): Contributed {
  const kind = triggerOf(trigger.type) as StoreTrigger;
  const subject = kind.subject(trigger.data);
  const refuse = (code: RefusalCode, why: Text): Refusal => ({ key: trigger.key, ok: false, code, why, unmet: [] });
  const { programme } = book.plan;

  if (book.view.ended) return refuse("ended", refusals.ended());
  const allowed = rolesFor(programme, trigger.type);
  if (!allowed.includes(trigger.role)) return refuse("role", refusals.role(trigger.type, trigger.role, allowed));
  const wrong = wrongItem(book, trigger.type, subject);
  if (wrong) return refuse("state", wrong);
  const who = personOf(book, programme, trigger);
  if ("why" in who) return refuse("role", who.why);
  const handOver = handOverOf(book, trigger);
  if (handOver && "why" in handOver) return refuse("state", handOver.why);

  const { at, key, by, role } = trigger;
  const told = pick(trigger.data, TOLD[kind.kind] ?? []);
  const { person: _, ...said } = trigger.data;
  // People stand by their ids, so that erasing one is one row.
  const whom = { ...(who.id !== by && { person: who.id }), ...(handOver && { from: handOver.from, to: handOver.to }) };
  const row: Omit<LedgerRow, "seq"> = { at, kind: kind.kind, subject, key, by, role, data: { ...told, ...whom } };
  const data = { ...said, ...whom };
  const contribution: Contribution = { kind: kind.kind, person: who.id, item: subject, key, at, data };
  return { ok: true, writing: journalContribution(book, row, contribution, handOver) };
}

/** Which kind of item a trigger is about, and the states of it in which it can be used. */
const ABOUT: Record<string, { kind: string; states: string[] }> = {
  answer: { kind: "meeting", states: ["planned", "pinned"] },
  deliver: { kind: "homework", states: ["planned", "pinned", "held"] },
  agreeFocusQuestion: { kind: "meeting", states: ["held"] },
};

function wrongItem(book: Book, type: string, subject: string): Text | undefined {
  const about = ABOUT[type];
  if (!about) return undefined;
  const item = book.view.items[partsOf(subject)[1]];
  if (!item || item.kind !== about.kind) return refusals.absent(subject);
  return about.states.includes(item.state) ? undefined : stateRefusal(book.plan.programme, book.view, type, subject);
}

/** The person a contribution counts for: oneself, or with the lead's rights somebody else. */
function personOf(book: Book, programme: Programme, { by, role, data }: Trigger): { id: string } | { why: Text } {
  if (data["person"] === undefined) return { id: by };
  const other = personBy(book.people, data["person"]);
  const isLead = rolesFor(programme, "openPhase").includes(role);
  if (!other) return { why: refusals.nobody(String(data["person"])) };
  return isLead || other.id === by ? { id: other.id } : { why: refusals.onBehalf() };
}

function handOverOf(book: Book, { type, data }: Trigger): HandOver | { why: Text } | undefined {
  if (type !== "handOver") return undefined;
  const [from, to] = [personBy(book.people, data["from"]), personBy(book.people, data["to"])];
  const role = String(data["role"]);
  if (!to) return { why: refusals.nobody(String(data["to"])) };
  if (!from?.roles.includes(role)) return { why: refusals.notInRole(String(data["from"]), role) };
  return { role, from: from.id, to: to.id };
}

const personBy = (people: Person[], email: Json | undefined) =>
  people.find((person) => person.email.toLowerCase() === String(email).toLowerCase());

const pick = (data: Trigger["data"], fields: string[]) =>
  Object.fromEntries(fields.filter((field) => field in data).map((field) => [field, data[field]]));
