// Reference model, what somebody did: how each entry of a ledger that is no message changes dates, rules and people.
import type { LedgerRow } from "../../machines/ledger.ts";
import type { IsoDate, Item, Session } from "../../programmes/types.ts";
import { dayOf, type Span } from "./reminder-model-days.ts";
import { peopleAfterRow } from "./reminder-model-people.ts";
import { OF_KIND, tell, type Change, type Model, type Thing } from "./reminder-model.ts";

/** What was done at one instant: the entries that one trigger led to. It tells of itself: no reminder goes at that very instant. */
export function done(model: Model, rows: LedgerRow[]): void {
  for (const row of rows) apply(model, row);
}

function apply(model: Model, row: LedgerRow): void {
  const { kind, subject, at, data = {} } = row;
  const { things } = model;
  const thing = things.get(subject);
  const all = [...things.values()].filter((one) => one.subject === subject || one.subject.startsWith(`${subject}/`));
  const anew = (one: Thing, change: Partial<Thing>) => {
    Object.assign(one, { since: at }, change);
  };
  peopleAfterRow(model.people, row);
  if (kind === "network.ended") model.ended = true;
  if (kind.startsWith("message.")) aside(model, row);
  if (kind === "reminder.set") setRule(model, row);
  if (kind === "item.audience")
    for (const one of all) one.item = { ...one.item!, audience: data["audience"] as string[] };
  if (kind === "item.split") split(model, thing!, data["sessions"] as unknown as Session[], anew);
  if (kind === "item.added") addItem(model, row, anew);
  if (["item.drafted", "item.pinned", "item.moved", "item.tightened", "item.restored"].includes(kind))
    date(model, row, all, anew);
  if (kind === "item.cancelled") model.breaks.delete(subject.slice("item:".length));
  if (kind === "item.cancelled" || kind === "item.completed") for (const one of all) one.kinds = [];
  if (kind === "meeting.held") for (const one of all) one.kinds = ["minutes"];
  if (kind === "phase.closed") thing!.kinds = [];
  if (kind === "phase.reopened") Object.assign(thing!, { kinds: phaseKinds(model, subject), since: at });
  if (kind === "phase.replanned" && "last" in data) thing!.last = (data["last"] ?? undefined) as IsoDate;
  if (kind === "phase.replanned") anew(thing!, {});
  if (kind.startsWith("decision.") || kind.startsWith("idea.")) decide(model, row, anew);
}

const phaseKinds = ({ given }: Model, subject: string): Thing["kinds"] =>
  given.plan.programme.phases.some(({ id, closes }) => `phase:${id}` === subject && closes.length > 0) ? ["phase"] : [];

/** Skipped, or sent by somebody, the message of that instant is out of the world. */
function aside(model: Model, { kind, at, subject, rule: id, planned, reason }: LedgerRow): void {
  const thing = model.things.get(subject)!;
  const rule = model.given.plan.programme.reminders.find((one) => one.id === id)!;
  model.aside.add(`${subject}|${id}|${planned}`);
  if (kind === "message.sent" && reason !== "skipped") tell(model, thing, rule, at);
}

function setRule({ things, changes }: Model, { subject, rule: id = "", data = {} }: LedgerRow): void {
  for (const thing of things.values()) {
    const whole = thing.subject.split("/")[0]!;
    if (subject !== "network" && subject !== whole) continue;
    changes.set(`${id}|${whole}`, data as Change);
  }
  if (subject === "network") changes.set(`${id}|`, data as Change);
}

function inherit({ changes, given }: Model, subject: string): void {
  for (const { id } of given.plan.programme.reminders) {
    const change = changes.get(`${id}|`);
    if (change) changes.set(`${id}|${subject}`, change);
  }
}

type Anew = (thing: Thing, change: Partial<Thing>) => void;

function addItem(model: Model, { subject, data, at }: LedgerRow, anew: Anew): void {
  const item = data!["item"] as unknown as Item;
  const { when } = item;
  const span: Span | undefined = "date" in when ? [when.date, when.date] : "days" in when ? when.days : undefined;
  if (item.extent === "full" && item.kind === "break" && span) model.breaks.set(item.id, span);
  const kinds = OF_KIND[item.kind] ?? [];
  const thing: Thing = { subject, item, session: "", kinds, said: new Set(), since: at };
  model.things.set(subject, thing);
  inherit(model, subject);
  anew(thing, span ? { first: span[0], last: span[1] } : {});
}

/** One meeting becomes several, each in the time of the whole until it has a day. */
function split(
  { things }: Model,
  { begins: _, ends: __, movedAt: ___, ...whole }: Thing,
  sessions: Session[],
  anew: Anew,
): void {
  things.delete(whole.subject);
  const item = { ...whole.item!, sessions };
  for (const { id } of sessions) {
    const thing: Thing = { ...whole, item, subject: `${whole.subject}/${id}`, session: id };
    things.set(thing.subject, thing);
    anew(thing, {});
  }
}

function date(model: Model, { subject, kind, at, data = {}, key }: LedgerRow, all: Thing[], anew: Anew): void {
  const { zone } = model.given.plan.programme;
  const { start, end, first, last, follows } = data as {
    start?: number;
    end?: number;
    first?: string;
    last?: string;
    follows?: string;
  };
  const [from, to] = start === undefined ? [first, last] : [dayOf(start, zone), dayOf(end ?? start, zone)];
  const id = subject.slice("item:".length);
  const { extent, kind: what } = all[0]?.item ?? {};
  if (extent === "full" && what === "break" && from && to) model.breaks.set(id, [from, to]);
  for (const one of all) {
    const dated =
      start !== undefined && what === "meeting" ? { begins: from, ends: to } : { begins: undefined, ends: undefined };
    const kinds = one.item?.decision || data["draft"] ? [] : (OF_KIND[one.item!.kind] ?? []);
    const isMoved = !data["draft"] && kind === "item.moved" && key !== undefined && follows === undefined;
    anew(one, { first: from!, last: to!, ...dated, kinds, ...(isMoved && { movedAt: at }) });
  }
}

/** Decisions and ideas are asked for from when they are put until they are answered; what is approved has a next step. */
function decide(model: Model, { kind, subject, data = {}, at }: LedgerRow, anew: Anew): void {
  const { zone } = model.given.plan.programme;
  if (kind === "idea.captured") {
    model.things.set(subject, { subject, session: "", kinds: [], said: new Set(), since: at });
    inherit(model, subject);
  }
  const thing = model.things.get(subject)!;
  const isAsked = kind === "decision.requested" || kind === "decision.proposed";
  if (isAsked)
    return anew(thing, { kinds: ["decision"], said: new Set(), last: dayOf(Number(data["deadline"]), zone) });
  if (kind === "idea.approved") return anew(thing, { kinds: ["followUp"], due: String(data["due"]) });
  if (kind === "decision.voted" || kind === "decision.voteWithdrawn") return;
  thing.kinds = [];
}
