// Reference model of reminders, written from the domain alone: given the plan, the people and what was done, it says who is told what
// and when, and what is to come. What was done it reads from the entries of a ledger that are no messages.
import { isPrecise } from "../../programmes/dates.ts";
import type { Instant, IsoDate, Item, ReminderRule } from "../../programmes/types.ts";
import type { Given } from "./random-given.ts";
import { dayOf, instantOn, type Span } from "./reminder-model-days.ts";
import { peopleOf, toldOf, type People } from "./reminder-model-people.ts";

/** What reminders are of: one session of an item, an idea or a phase. `kinds`: of which rules, for now. */
export type Thing = {
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
export type Change = { off?: boolean; days?: number };

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
/** Which rules an item of a kind has. */
export const OF_KIND: Partial<Record<Item["kind"], ReminderRule["for"][]>> = {
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

/** One reminder to all for whom it is, at an instant. */
export function tell({ given, people, mails }: Model, thing: Thing, rule: ReminderRule, at: Instant): void {
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
