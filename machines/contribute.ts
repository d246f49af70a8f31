// What people contribute: checked against the network as it stands, and written straight to the store.
import type { Person, Programme, Text } from "../programmes/types.ts";
import { endedRefusal } from "./accounts/late.ts";
import { beside, wrongAccount } from "./accounts/refuse.ts";
import type { Json } from "./engine/types.ts";
import { journalContribution } from "./journal.ts";
import { wrongContribution } from "./ideas/checks-contributed.ts";
import type { Book, Contribution, LedgerRow, MemberChange, Writing } from "./ledger.ts";
import { answerRefusal } from "./meetings/invited.ts";
import { meetingPart } from "./meetings/part.ts";
import { pollRefusal } from "./poll/standing.ts";
import { refusals, stateRefusal } from "./refusals.ts";
import type { Refusal, RefusalCode, Trigger } from "./trigger.ts";
import { rolesFor, triggerOf } from "./trigger-types.ts";
import type { StoreTrigger } from "./triggers/make.ts";
import { itemIn } from "./recipients.ts";
import { partsOf } from "./view.ts";

export type Contributed = { ok: true; writing: Writing } | Refusal;

/** One contribution on a book: what it writes, or why it is refused. The trigger's data has been shaped. */
export function contribute(book: Book, trigger: Trigger): Contributed {
  const kind = triggerOf(trigger.type) as StoreTrigger;
  const subject = kind.subject(trigger.data);
  const refuse = (code: RefusalCode, why: Text): Refusal => ({ key: trigger.key, ok: false, code, why, unmet: [] });
  const { programme } = book.plan;

  const over = endedRefusal(book, trigger);
  if (over) return refuse("ended", over);
  const allowed = rolesFor(programme, trigger.type, trigger.data);
  if (!allowed.includes(trigger.role)) return refuse("role", refusals.role(trigger.type, trigger.role, allowed));
  const wrong =
    wrongItem(book, trigger, { subject, about: kind.about }) ??
    wrongAccount(book, trigger) ??
    wrongContribution(book, trigger) ??
    pollRefusal(programme, book.view, trigger);
  if (wrong) return refuse("state", wrong);
  const part = meetingPart(book, trigger);
  if (part && "why" in part) return refuse("state", part.why);
  const change = part?.change ?? memberChange(book, trigger);
  if (change && "why" in change) return refuse("state", change.why);
  const standIn = trigger.type === "nameSubstitute" ? substituteIn(book, trigger.data) : undefined;
  if (standIn && "why" in standIn) return refuse("state", standIn.why);
  const who =
    part?.person !== undefined
      ? { id: part.person }
      : change
        ? { id: subjectOfChange(change) }
        : personOf(book, programme, trigger);
  if ("why" in who) return refuse("role", who.why);
  const uninvited = trigger.type === "answer" ? answerRefusal(book, String(trigger.data["item"]), who.id) : undefined;
  if (uninvited) return refuse("role", uninvited);

  const { at, key, by, role, for: other } = trigger;
  const told = pick(trigger.data, kind.told ?? []);
  const { person: _, reason: __, ...said } = part?.data ?? (change?.do === "join" ? told : trigger.data);
  // People stand by their ids, so that erasing one is one row.
  const passed = change?.do === "handOver" ? { from: change.from, to: change.to } : {};
  const whom = { ...(who.id !== by && { person: who.id }), ...passed, ...standIn };
  const why = trigger.data["reason"] === undefined ? {} : { reason: String(trigger.data["reason"]) };
  const row: Omit<LedgerRow, "seq"> = {
    at,
    kind: kind.kind,
    subject,
    key,
    by,
    role,
    ...why,
    data: { ...told, ...beside(book, trigger), ...part?.told, ...whom, ...(other !== undefined && { for: other }) },
  };
  // A vote is that of whom it is cast for.
  const whose = trigger.type === "castBallot" ? (other ?? who.id) : who.id;
  const data = { ...said, ...whom, ...(whose !== who.id && { castBy: by }) };
  const contribution: Contribution = { kind: kind.kind, person: whose, item: subject, key, at, data };
  return { ok: true, writing: journalContribution(book, row, contribution, change) };
}

/** What it is about is there, and can take it now. */
function wrongItem(
  book: Book,
  { type, data }: Trigger,
  { subject, about }: { subject: string; about: StoreTrigger["about"] },
): Text | undefined {
  const { conditions } = book.plan.programme;
  if (type === "confirmCondition" && !conditions.some(({ id }) => id === data["condition"]))
    return refusals.noCondition(
      String(data["condition"]),
      conditions.map(({ id }) => id),
    );
  const session = ["answer", "recordAttendance"].includes(type) ? data["session"] : undefined;
  const sessions = itemIn(book, String(data["item"]))?.sessions?.map(({ id }) => id) ?? [];
  if (session !== undefined && !sessions.includes(String(session)))
    return refusals.noSession(String(session), sessions);
  if (!about) return undefined;
  const [what, id] = partsOf(subject);
  const idea = book.view.ideas[id];
  if (what === "idea" && idea)
    return about.states.includes(idea.state) ? undefined : stateRefusal(book.plan.programme, book.view, type, subject);
  const item = book.view.items[id];
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

/** Whom a change of people is about, as the ledger says. */
function subjectOfChange(change: MemberChange): string {
  if (change.do === "join") return change.person.id;
  return change.do === "handOver" ? change.from : change.person;
}

function memberChange(book: Book, trigger: Trigger): MemberChange | { why: Text } | undefined {
  const { type, data } = trigger;
  if (type === "handOver") return handOverOf(book, data);
  if (type === "addPerson") return joining(book, trigger);
  if (type !== "changePerson" && type !== "removePerson") return undefined;
  const person = personBy(book.people, data["person"]);
  if (!person) return { why: refusals.nobody(String(data["person"])) };
  if (type === "changePerson") return { do: "change", person: person.id, ...placeIn(data) };
  const last = requiredBy(book.plan.programme, person, book.people);
  return last ? { why: refusals.lastInRole(person.email, last) } : { do: "leave", person: person.id };
}

const placeIn = ({ organisation, region }: Trigger["data"]) => ({
  ...(organisation !== undefined && { organisation: String(organisation) }),
  ...(region !== undefined && { region: String(region) }),
});

/** A role that nobody would have if the person left, though somebody must: the plan says so, or it alone decides on ideas in test. */
function requiredBy(programme: Programme, { id, roles: own }: Person, people: Person[]): string | undefined {
  const others = people.filter((other) => other.id !== id).flatMap(({ roles }) => roles);
  const required = programme.roles.find(
    ({ code, ...role }) => role.required && own.includes(code) && !others.includes(code),
  );
  const decides = rolesFor(programme, "decide");
  return (
    required?.code ??
    (others.some((role) => decides.includes(role)) ? undefined : own.find((role) => decides.includes(role)))
  );
}

/** `personId` is set by whoever keeps the people: the same person has the same id in every network. */
function joining({ plan, people }: Book, { key, data }: Trigger): MemberChange | { why: Text } {
  const roles = (data["roles"] as string[]).map(String);
  const codes = plan.programme.roles.map(({ code }) => code);
  const unknown = roles.find((role) => !codes.includes(role));
  if (unknown !== undefined) return { why: refusals.noRole(unknown, codes) };
  const email = String(data["email"]);
  const id = personBy(people, email)?.id ?? String(data["personId"] ?? `joined:${key}`);
  const language = data["language"] === "en" ? ("en" as const) : ("da" as const);
  return { do: "join", person: { id, name: String(data["name"] ?? email), email, language, roles, ...placeIn(data) } };
}

/** Who stands in, by id: somebody of the network, for a period that is one. */
function substituteIn(
  { people }: Book,
  { substitute, from, to }: Trigger["data"],
): { substitute: string } | { why: Text } {
  const person = personBy(people, substitute);
  if (!person) return { why: refusals.nobody(String(substitute)) };
  return String(from) < String(to) ? { substitute: person.id } : { why: refusals.noPeriod() };
}

function handOverOf(book: Book, data: Trigger["data"]): MemberChange | { why: Text } {
  const [from, to] = [personBy(book.people, data["from"]), personBy(book.people, data["to"])];
  const role = String(data["role"]);
  if (!to) return { why: refusals.nobody(String(data["to"])) };
  if (!from?.roles.includes(role)) return { why: refusals.notInRole(String(data["from"]), role) };
  return { do: "handOver", role, from: from.id, to: to.id };
}

const personBy = (people: Person[], email: Json | undefined) =>
  people.find((person) => person.email.toLowerCase() === String(email).toLowerCase());

const pick = (data: Trigger["data"], fields: string[]) =>
  Object.fromEntries(fields.filter((field) => field in data).map((field) => [field, data[field]]));
