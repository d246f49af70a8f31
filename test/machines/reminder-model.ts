// Reference model of reminders, written from the domain alone: given the plan, the people and what was done, it says who is told what
// and when, and what is to come. What was done it reads from the entries of a ledger that are no messages.
import type { LedgerRow } from "../../machines/ledger.ts";
import { isPrecise } from "../../programmes/dates.ts";
import type { Instant, IsoDate, Item, ReminderRule, Session } from "../../programmes/types.ts";
import type { Given } from "./random-given.ts";
import { dayOf, instantOn, type Span } from "./reminder-model-days.ts";
import { peopleAfterRow, peopleOf, toldOf, type People } from "./reminder-model-people.ts";

/** What reminders are of: one session of an item, an idea or a phase. `kinds`: of which rules, for now. */
type Thing = {
  subject: string;
  item?: Item;
  session: string;
  kinds: ReminderRule["for"][];
  first?: IsoDate;
  last?: IsoDate;
  begins?: IsoDate | undefined;
  ends?: IsoDate | undefined;
  due?: IsoDate | undefined;
  movedAt?: Instant;
  /** What it has been told of: rule, days and the day they count from. Nobody hears the same of the same day twice. */
  said: Set<string>;
  /** Nothing of up to then is told late. */
  since: Instant;
};
type Change = { off?: boolean; days?: number };

export type Model = {
  given: Given;
  people: People;
  clock: Instant;
  things: Map<string, Thing>;
  breaks: Map<string, Span>;
  changes: Map<string, Change>;
  aside: Set<string>;
  ended: boolean;
  /** `instant|rule|subject|person` of all that was to be told. */
  mails: string[];
};

const DAY = 86_400_000;
const DUTIES = ["task", "minutes", "phase", "followUp", "undated"];
const OF_KIND: Partial<Record<Item["kind"], ReminderRule["for"][]>> = {
  meeting: ["meeting", "minutes", "undated"],
  homework: ["homework"],
  task: ["task"],
  monitoring: ["task"],
};

/** The model of a network that begins. */
export function modelOf(given: Given): Model {
  const { plan, people, begins } = given;
  const { programme, intervals } = plan;
  const things = new Map<string, Thing>();
  const breaks = new Map<string, Span>();
  const put = (thing: Omit<Thing, "said" | "since">) =>
    things.set(thing.subject, { ...thing, said: new Set(), since: begins - 1 });
  for (const item of programme.items) {
    const whole = intervals[item.id];
    if (item.extent === "full" && whole?.from && whole.to) breaks.set(item.id, [whole.from, whole.to]);
    const kinds = item.decision ? [] : (OF_KIND[item.kind] ?? []);
    for (const [session, interval] of Object.entries(whole?.sessions ?? { "": whole })) {
      const { from, to } = interval ?? {};
      const isDated = item.kind === "meeting" && interval && isPrecise(interval);
      put({
        subject: `item:${item.id}${session && `/${session}`}`,
        item,
        session,
        kinds,
        ...(from && { first: from }),
        ...(to && { last: to }),
        ...(isDated && { begins: from, ends: to }),
      });
    }
  }
  for (const { id, closes } of programme.phases) {
    const last = intervals[id]?.to;
    put({ subject: `phase:${id}`, session: "", kinds: closes.length > 0 ? ["phase"] : [], ...(last && { last }) });
  }
  const model = {
    given,
    people: peopleOf(people),
    clock: begins,
    things,
    breaks,
    changes: new Map(),
    aside: new Set<string>(),
  };
  return { ...model, ended: false, mails: [] };
}

/** Time passes: all that falls due up to an instant is told. */
export function passes(model: Model, until: Instant): void {
  const due = timersOf(model).flatMap(({ thing, rule }) =>
    instantsOf(model, thing, rule, until).map((at) => ({ at, thing, rule })),
  );
  for (const one of due.filter(({ at }) => at > model.clock).toSorted((a, b) => a.at - b.at)) say(model, one);
  model.clock = Math.max(until, model.clock);
}

/** What was done at one instant: the entries that one trigger led to. It tells of itself: no reminder goes at that very instant. */
export function done(model: Model, rows: LedgerRow[]): void {
  for (const row of rows) apply(model, row);
}

/** What is to come as of now: `subject|rule|instant`, of rules that repeat the next. */
export function toCome(model: Model): string[] {
  return timersOf(model).flatMap(({ thing, rule }) => {
    const next = nextOf(model, thing, rule);
    return next === undefined || isVague(thing, rule) ? [] : [`${thing.subject}|${rule.id}|${next}`];
  });
}

type Timer = { thing: Thing; rule: ReminderRule };

function timersOf({ given, things, ended }: Model): Timer[] {
  const { reminders } = given.plan.programme;
  if (ended) return [];
  return [...things.values()].flatMap((thing) =>
    reminders
      .filter((rule) => thing.kinds.includes(rule.for) && (!rule.only || rule.only.includes(thing.item?.id ?? "")))
      .map((rule) => ({ thing, rule })),
  );
}

/** Days of a rule as they are for a thing: undefined where it is off. What is voluntary is never overdue. */
function daysOf({ changes }: Model, { item, subject }: Thing, { id, days }: ReminderRule): number | undefined {
  const own = item?.reminders?.[id];
  const change = changes.get(`${id}|${subject.split("/")[0]}`);
  const planned = own?.days ?? days;
  const now = change?.days ?? planned;
  return own?.off || change?.off || (item?.voluntary && (planned > 0 || now > 0)) ? undefined : now;
}

const isVague = ({ begins }: Thing, rule: ReminderRule) => rule.for === "meeting" && begins === undefined;

/** The day that a rule counts from. */
function anchorOf(thing: Thing, { for: kind, anchor }: ReminderRule): IsoDate | undefined {
  const { first, last, begins, ends, due } = thing;
  if (kind === "meeting") return begins ?? first;
  if (kind === "minutes") return begins === undefined ? undefined : (ends ?? begins);
  if (kind === "undated") return begins === undefined ? first : undefined;
  if (kind === "followUp") return due;
  return anchor === "start" ? first : last;
}

/** All instants of a rule up to another that are still to be told. */
function instantsOf(model: Model, thing: Thing, rule: ReminderRule, until: Instant): Instant[] {
  const found = new Set<Instant>();
  for (const at of runOf(model, thing, rule)) {
    if (at > until) break;
    if (isLeft(model, thing, rule, at)) found.add(at);
  }
  return [...found];
}

/** The next one after now that is still to be told. */
function nextOf(model: Model, thing: Thing, rule: ReminderRule): Instant | undefined {
  for (const at of runOf(model, thing, rule)) if (at > model.clock && isLeft(model, thing, rule, at)) return at;
  return undefined;
}

const isLeft = (model: Model, thing: Thing, rule: ReminderRule, at: Instant): boolean =>
  at > thing.since &&
  !thing.said.has(saying(model, thing, rule)) &&
  !model.aside.has(`${thing.subject}|${rule.id}|${at}`);

const saying = (model: Model, thing: Thing, rule: ReminderRule): string =>
  [rule.id, anchorOf(thing, rule), daysOf(model, thing, rule)].join("|");

/** One instant, or of a rule that repeats one after the other. */
function* runOf(model: Model, thing: Thing, rule: ReminderRule): Generator<Instant> {
  const [day, days] = [anchorOf(thing, rule), daysOf(model, thing, rule)];
  if (day === undefined || days === undefined) return;
  const breaks = DUTIES.includes(rule.for) ? [...model.breaks.values()] : [];
  for (let more = 0; ; more += rule.every ?? 0) {
    yield instantOn(day, days + more, rule, model.given.plan.programme, breaks);
    if (rule.every === undefined) return;
  }
}

/** When a rule comes first: what a change of rules or breaks may alter. */
const firstOf = (model: Model, thing: Thing, rule: ReminderRule): Instant | undefined =>
  runOf(model, thing, rule).next().value ?? undefined;

function say(model: Model, { at, thing, rule }: Timer & { at: Instant }): void {
  const isJustMoved = rule.for === "meeting" && thing.movedAt !== undefined && at - thing.movedAt < DAY;
  const isFarther = isVague(thing, rule) || isFartherOf(model, thing, rule, at);
  if (!isJustMoved && !isFarther) tell(model, thing, rule, at);
  if (rule.every === undefined) thing.said.add(saying(model, thing, rule));
}

function tell({ given, people, mails }: Model, thing: Thing, rule: ReminderRule, at: Instant): void {
  const { programme } = given.plan;
  const asked = { programme, item: thing.item, session: thing.session, day: dayOf(at, programme.zone) };
  const ids = new Set(rule.to.flatMap((audience) => toldOf(people, audience, asked)));
  for (const person of ids) mails.push(`${at}|${rule.id}|${thing.subject}|${person}`);
}

/** Two that land on one day for the same people: the nearer one is told. */
function isFartherOf(model: Model, thing: Thing, rule: ReminderRule, at: Instant): boolean {
  const { reminders, zone } = model.given.plan.programme;
  const distance = (one: ReminderRule) => Math.abs(daysOf(model, thing, one) ?? Infinity);
  return timersOf(model).some(({ thing: of, rule: other }) => {
    if (of !== thing || other === rule || !other.to.some((audience) => rule.to.includes(audience))) return false;
    const first = firstOf(model, thing, other);
    if (first === undefined || dayOf(first, zone) !== dayOf(at, zone)) return false;
    if (model.aside.has(`${thing.subject}|${other.id}|${first}`)) return false;
    const by = distance(rule) - distance(other);
    return by > 0 || (by === 0 && reminders.indexOf(other) > reminders.indexOf(rule));
  });
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
  if (["item.pinned", "item.moved", "item.tightened", "item.restored"].includes(kind)) date(model, row, all, anew);
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
    const kinds = one.item?.decision ? [] : (OF_KIND[one.item!.kind] ?? []);
    const isMoved = kind === "item.moved" && key !== undefined && follows === undefined;
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
