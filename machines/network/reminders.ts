// Reminder rules of an actor as one timer: it rings at the next instant that any rule comes to, and says of each rule that is due
// whether its message goes, or why not.
import { assign, enqueueActions } from "xstate";
import { localDate } from "../../programmes/calendar.ts";
import type { Instant, IsoDate, Item, Programme, ReminderRule } from "../../programmes/types.ts";
import { AT, NEVER } from "../engine/types.ts";
import { type Scope } from "./actions.ts";
import { instantsOf, isBeyond, lapsed, rulesFor } from "./rules-for.ts";

/** Where a rule counts from: an instant, a date, or nothing yet. `vague`: then nothing date-specific may go. */
export type Anchor = { at: Instant | IsoDate; vague?: boolean } | undefined;

/** What a network has changed of a rule: off, or other days. */
export type RuleChange = { off?: true; days?: number };

/** Days on which everybody is away, first and last. */
export type Closed = [first: IsoDate, last: IsoDate];

/**
 * What an actor remembers of its rules. `movedAt`: when each session was moved. `told`: all up to that instant has been dealt with.
 * `rearmed`: the sessions that were dated last; what is past of the others was told. `aside`: messages that somebody skipped or sent
 * ahead of time, by name and instant. `said`: of duties what was told of which day: a break that is another does not tell it again.
 */
export type RuleContext = {
  movedAt?: Record<string, Instant>;
  rearmed?: string[];
  told?: Instant | undefined;
  aside?: string[];
  said?: string[];
  rules?: Record<string, RuleChange>;
  breaks?: Closed[];
};

/** Why a message was not sent. `nothing-missing` and `nobody` are found when it is addressed. */
export type Suppressed =
  | "date-not-precise"
  | "too-late"
  | "nearer-same-day"
  | "just-moved"
  | "skipped"
  | "nothing-missing"
  | "nobody";

/** What the rules are for: all sessions of one item, each with its own instants, an idea, or a phase. */
export type About<C> = {
  kinds: readonly ReminderRule["for"][];
  /** Ids of sessions; `[""]` for what has none. */
  sessionsOf: (context: C) => readonly string[];
  anchorOf: (context: C, session: string, rule: ReminderRule) => Anchor;
  /** The ledger's subject of a session; without, the actor's own. */
  subjectOf?: (context: C, session: string) => { subject?: string };
  item?: Pick<Item, "reminders" | "voluntary"> & { id?: string };
  /** Full breaks of the plan, where the network has no others. */
  breaks?: readonly Closed[];
  /** Where the actor keeps what it remembers, if it has several lots of rules. */
  slot?: { read: (context: C) => RuleContext; write: (context: C, change: RuleContext) => Partial<C> };
};

/** Events: one message skipped, or sent now; a rule that the network changes. */
export const SKIP = "skipMessage";
export const SEND = "sendMessage";
export const RULE = "rule";
/** Told to whatever waits in breaks, when they are others. */
export const BREAKS = "breaks";

/** The name of the action that says what is due. */
export const REMIND = "remind";

/** What somebody is to do alone, which waits while everybody is away. Meetings, and what others wait for, are told of in breaks, too. */
export const DUTIES: readonly ReminderRule["for"][] = ["task", "minutes", "phase", "followUp", "undated"];

const DAY = 86_400_000;

type Timer = { rule: ReminderRule; session: string };
type Event = Scope<unknown>["event"];
type Enqueue = { (action: never): void };

/** The rules of some kinds, bound to a programme's calendar and to what they count from. `lot` tells several of one actor apart. */
export function remindersOf<C extends object>(programme: Programme, about: About<C>, lot = "") {
  const { zone } = programme;
  const rules = rulesFor(programme, about);
  const instantAt = instantsOf(programme, about.breaks);
  const known = new Map<string, Timer[]>();
  const timersOf = (context: C): Timer[] => {
    const sessions = about.sessionsOf(context);
    const key = sessions.join("/");
    const timers = known.get(key) ?? sessions.flatMap((session) => rules.map((rule) => ({ rule, session })));
    if (!known.has(key)) known.set(key, timers);
    return timers;
  };
  const order = programme.reminders.map(({ id }) => id);
  const read = about.slot?.read ?? ((context: C) => context as RuleContext);
  const write = about.slot?.write ?? ((_: C, change: RuleContext) => change as Partial<C>);

  /** The first instant of a rule that lies after another; all its later ones follow from it. */
  const instantOf = ({ rule, session }: Timer, context: C, after = -Infinity): Instant => {
    const { rules, breaks = about.breaks, aside, said } = read(context);
    const change = rules?.[rule.id];
    const isOff = change?.off || (about.item?.voluntary && (change?.days ?? 0) > 0);
    const anchor = isOff ? undefined : about.anchorOf(context, session, rule)?.at;
    if (anchor === undefined || isBeyond(anchor, zone)) return NEVER;
    if (said?.includes(toldName({ rule, session }, context))) return NEVER;
    const { unit, every } = rule;
    const days = change?.days ?? rule.days;
    const closed = DUTIES.includes(rule.for) ? breaks : undefined;
    const at = (more: number) => instantAt(rule, anchor, days + more, closed);
    const isLeft = (instant: Instant) => instant > after && !aside?.includes(nameOf({ rule, session }, instant));
    for (
      let more = lapsed(at, after, unit ? undefined : every), instant = at(more);
      ;
      more += every ?? 0, instant = at(more)
    ) {
      if (isLeft(instant)) return instant;
      if (every === undefined) return NEVER;
    }
  };
  /** A rule as it is, and the day that it counts from. */
  const toldName = ({ rule, session }: Timer, context: C): string => {
    const days = read(context).rules?.[rule.id]?.days ?? rule.days;
    return `${rule.id}@${session} ${days} ${about.anchorOf(context, session, rule)?.at}`;
  };
  const nextOf = (timer: Timer, context: C): Instant => instantOf(timer, context, read(context).told);
  const next = (context: C): Instant => {
    let first = NEVER;
    for (const timer of timersOf(context)) first = Math.min(first, nextOf(timer, context));
    return first;
  };
  const isNearerSameDay = ({ rule, session }: Timer, context: C, at: Instant): boolean => {
    const day = localDate(at, zone);
    const distance = (of: ReminderRule) => Math.abs(read(context).rules?.[of.id]?.days ?? of.days);
    // Of two that are equally near the later one of the programme goes.
    const isNearer = (other: ReminderRule) =>
      distance(other) === distance(rule)
        ? order.indexOf(other.id) > order.indexOf(rule.id)
        : distance(other) < distance(rule);
    return timersOf(context).some(
      (other) =>
        other.session === session &&
        isNearer(other.rule) &&
        other.rule.to.some((audience) => rule.to.includes(audience)) &&
        isOn(day, instantOf(other, context)),
    );
  };
  const isOn = (day: IsoDate, instant: Instant) => instant < NEVER && localDate(instant, zone) === day;
  const whySuppressed = (timer: Timer, context: C, { dueAt, armedAt }: Event): Suppressed | undefined => {
    const movedAt = timer.rule.for === "meeting" ? read(context).movedAt?.[timer.session] : undefined;
    if (about.anchorOf(context, timer.session, timer.rule)?.vague) return "date-not-precise";
    // What is done at an instant tells of itself.
    if (armedAt >= dueAt) return "too-late";
    if (isNearerSameDay(timer, context, dueAt)) return "nearer-same-day";
    if (movedAt !== undefined && dueAt - movedAt < DAY) return "just-moved";
    return undefined;
  };
  const isOld = ({ session }: Timer, context: C, { armedAt, dueAt }: Event) => {
    const { rearmed } = read(context);
    return armedAt >= dueAt && rearmed !== undefined && !rearmed.includes(session);
  };
  const words = ({ rule, session }: Timer, context: C, planned: Instant) => ({
    ...about.subjectOf?.(context, session),
    rule: rule.id,
    planned,
  });
  const plan = (timer: Timer, context: C, planned: Instant) => ({
    kind: "message.planned" as const,
    ...words(timer, context, planned),
    to: timer.rule.to,
  });

  const remind = enqueueActions(({ context, event, enqueue }) => {
    const scope = { context: context as C, event: event as Event };
    const { dueAt, armedAt } = scope.event;
    const due = timersOf(scope.context).filter((one) => nextOf(one, scope.context) === dueAt);
    for (const timer of due) tell(timer, scope, enqueue as unknown as Enqueue);
    const duties = due.filter(({ rule }) => armedAt < dueAt && DUTIES.includes(rule.for) && rule.every === undefined);
    const names = duties.map((timer) => toldName(timer, scope.context));
    const said = names.length > 0 && { said: [...(read(scope.context).said ?? []), ...names] };
    enqueue.assign((({ context: now }: { context: C }) => write(now, { told: dueAt, ...said })) as never);
  });
  const tell = (timer: Timer, { context, event }: { context: C; event: Event }, enqueue: Enqueue): void => {
    if (isOld(timer, context, event)) return;
    const said = words(timer, context, event["dueAt"]);
    const reason = whySuppressed(timer, context, event);
    if (reason) enqueue(record({ kind: "message.suppressed", ...said, reason }));
    else enqueue(notify({ ...said, to: timer.rule.to }));
    if (timer.rule.every === undefined) return;
    // Of what had passed the next is the first that has not.
    enqueue(record(plan(timer, context, instantOf(timer, context, Math.max(event["dueAt"], event["armedAt"])))));
  };

  /** The message of a rule that is to come, as somebody names it: its timer and its instant. */
  const named = (context: C, event: Event): { timer: Timer; at: Instant } | undefined => {
    const timer = timersOf(context).find(
      ({ rule, session }) => rule.id === event["rule"] && session === (event["session"] ?? ""),
    );
    if (!timer || about.anchorOf(context, timer.session, timer.rule)?.vague) return undefined;
    const at = instantOf(timer, context, Math.max(event["at"], read(context).told ?? 0));
    return at < NEVER ? { timer, at } : undefined;
  };
  const aside = (does: "skip" | "send") =>
    enqueueActions(({ context, event, enqueue }) => {
      const { timer, at } = named(context as C, event as Event)!;
      const why = (event as Event)["reason"];
      const said = { ...words(timer, context as C, at), data: { why } };
      enqueue(
        does === "skip"
          ? (record({ kind: "message.suppressed", ...said, reason: "skipped" }) as never)
          : (notify({ ...said, to: timer.rule.to }) as never),
      );
      enqueue.assign((({ context: now }: { context: C }) =>
        write(now, { aside: [...(read(now).aside ?? []), nameOf(timer, at)] })) as never);
      if (timer.rule.every !== undefined)
        enqueue(record(plan(timer, context as C, instantOf(timer, context as C, at))) as never);
    });
  const putAside = { skip: aside("skip"), send: aside("send") };
  const isNamed = (scope: Scope<C>) => named(scope.context, scope.event) !== undefined;

  /** Entries that say what will go, for rules whose instant is still ahead of `now`. */
  const plannedOf = (
    context: C,
    now: Instant,
    only: { sessions?: readonly string[] | undefined; rule?: string } = {},
  ) =>
    timersOf(context)
      .filter(({ session }) => only.sessions === undefined || only.sessions.includes(session))
      .filter(({ rule }) => only.rule === undefined || only.rule === rule.id)
      .filter(({ rule, session }) => !about.anchorOf(context, session, rule)?.vague)
      .map((timer) => ({ timer, at: instantOf(timer, context, now) }))
      .filter(({ at }) => at < NEVER)
      .map(({ timer, at }) => plan(timer, context, at));

  /** Other breaks: a duty goes at another instant, or no more where that lies before what has been dealt with. */
  const breaksChanged = enqueueActions(({ context, event, enqueue }) => {
    const { at: now, breaks } = event as Event;
    const [before, after] = [context as C, { ...context, breaks } as C];
    for (const timer of timersOf(after).filter(({ rule }) => DUTIES.includes(rule.for))) {
      const [was, at] = [instantOf(timer, before, now), instantOf(timer, after, now)];
      const isMissed = was < NEVER && nextOf(timer, after) === NEVER;
      if (at < NEVER) enqueue(record(plan(timer, after, at)));
      else if (isMissed)
        enqueue(record({ kind: "message.suppressed", ...words(timer, after, was), reason: "too-late" }));
    }
    enqueue.assign({ breaks } as never);
  });

  return {
    /** For an actor's own BREAKS: takes them, and says anew what waits in them. */
    breaksChanged,
    /** For `setup({ delays })`. */
    delays: { [`${AT}next${lot}`]: ({ context }: { context: C }) => next(context) },
    /** For `setup({ actions })`. */
    actions: { [`${REMIND}${lot}`]: remind },
    /** For a state's `after`, in which the rules hold. */
    after: { [`${AT}next${lot}`]: { actions: { type: `${REMIND}${lot}` } } },
    /** For a state's `on`: one message skipped, or sent now, and a rule changed. */
    on: {
      [SKIP]: { guard: isNamed, actions: putAside.skip },
      [SEND]: { guard: isNamed, actions: putAside.send },
      [RULE]: {
        actions: [
          ruleChanged.actions,
          enqueueActions(({ context, event, enqueue }) => {
            const { at, rule } = event as Event;
            for (const params of plannedOf(context as C, at, { rule })) enqueue(record(params));
          }),
        ],
      },
    } as unknown as Record<string, never>,
    isNamed,
    putAside,
    plannedOf,
  };
}

/** Takes a change of a rule. For a machine's own `on`: in states in which its rules hold `on` of the rules says what follows. */
export const ruleChanged = { actions: assign(({ context, event }: Scope<RuleContext>) => changed(context, event)) };

const changed = ({ rules }: RuleContext, event: Event) => ({ rules: changedRules(rules, event) });

/** The changes of rules with one more; without days and not off it is as the programme has it. */
export function changedRules(rules: Record<string, RuleChange> = {}, event: Event): Record<string, RuleChange> {
  const { [String(event["rule"])]: _, ...others } = rules;
  const change = {
    ...(event["off"] && { off: true as const }),
    ...(event["days"] !== undefined && { days: event["days"] }),
  };
  return Object.keys(change).length === 0 ? others : { ...others, [String(event["rule"])]: change };
}

const record = (params: object) => ({ type: "record", params }) as never;
const notify = (params: object) => ({ type: "notify", params: { kind: "message.sent", ...params } }) as never;

const nameOf = ({ rule, session }: Timer, at: Instant): string => `${at}|${rule.id}${session && `@${session}`}`;
