// Reminder rules as timers of an actor: sent, or suppressed with the reason, at the rule's own instant.
import { localDate, reminderInstant } from "../../programmes/calendar.ts";
import type { Instant, IsoDate, Item, Programme, ReminderRule } from "../../programmes/types.ts";
import { AT, NEVER } from "../engine/types.ts";
import { notify, record, type Scope } from "./actions.ts";

/** Where a rule counts from: an instant, a date, or nothing yet. `vague`: then nothing date-specific may go. */
export type Anchor = { at: Instant | IsoDate; vague?: boolean } | undefined;

/** `rearmed`: the sessions that were dated last; the timers of the others are armed with it, and what is past of them was told. */
export type RuleContext = { movedAt?: Instant; rearmed?: string[] };

/** Why a message was not sent. */
export type Suppressed = "date-not-precise" | "too-late" | "nearer-same-day" | "just-moved" | "nobody";

/** What the rules are for: all sessions of one item, each with its own instants, or an idea. */
export type About<C> = {
  kind: ReminderRule["for"];
  /** Ids of sessions; `[""]` for what has none. */
  sessions: readonly string[];
  anchorOf: (context: C, session: string, rule: ReminderRule) => Anchor;
  /** The ledger's subject of a session; without, the actor's own. */
  subjectOf?: (context: C, session: string) => { subject?: string };
  item?: Pick<Item, "reminders" | "voluntary"> & { id?: string };
};

const DAY = 86_400_000;

/** The rules of one kind, bound to a programme's calendar and to what they count from. */
export function remindersOf<C extends RuleContext>(programme: Programme, about: About<C>) {
  const rules = rulesFor(programme, about);
  const { zone, nonWorking } = programme;
  const timers = about.sessions.flatMap((session) => rules.map((rule) => ({ rule, session })));
  type Timer = (typeof timers)[number];

  const instantOf = ({ rule, session }: Timer, context: C): Instant => {
    const anchor = about.anchorOf(context, session, rule)?.at;
    if (anchor === undefined) return NEVER;
    return reminderInstant({ anchor, days: rule.days, time: rule.time, zone, nonWorking });
  };
  const nearerSameDay = ({ rule, session }: Timer, context: C): boolean => {
    const day = localDate(instantOf({ rule, session }, context), zone);
    const nearer = (other: ReminderRule) =>
      Math.abs(other.days) < Math.abs(rule.days) && other.to.some((audience) => rule.to.includes(audience));
    return rules.some(
      (other) => nearer(other) && localDate(instantOf({ rule: other, session }, context), zone) === day,
    );
  };
  const whySuppressed = (timer: Timer, { context, event }: Scope<C>): Suppressed | undefined => {
    if (about.anchorOf(context, timer.session, timer.rule)?.vague) return "date-not-precise";
    if (event["armedAt"] > event["dueAt"]) return "too-late";
    if (nearerSameDay(timer, context)) return "nearer-same-day";
    if (context.movedAt !== undefined && event["dueAt"] - context.movedAt < DAY) return "just-moved";
    return undefined;
  };
  const isOld = ({ session }: Timer, { context, event }: Scope<C>) =>
    event["armedAt"] > event["dueAt"] && context.rearmed !== undefined && !context.rearmed.includes(session);
  const subject = ({ session }: Timer, context: C) => about.subjectOf?.(context, session) ?? {};
  const suppressed = (timer: Timer) =>
    record<C>("message.suppressed", (scope) => ({
      ...subject(timer, scope.context),
      rule: timer.rule.id,
      planned: scope.event["dueAt"],
      reason: whySuppressed(timer, scope)!,
    }));
  const sent = (timer: Timer) =>
    notify<C>(({ context, event }) => ({
      ...subject(timer, context),
      rule: timer.rule.id,
      planned: event["dueAt"],
      to: timer.rule.to,
    }));

  return {
    /** For `setup({ delays })`: the instant of each rule. */
    delays: Object.fromEntries(
      timers.map((timer) => [nameOf(timer), ({ context }: { context: C }) => instantOf(timer, context)]),
    ),
    /** For `after`: where the date is not precise nothing date-specific goes. */
    after: Object.fromEntries(
      timers.map((timer) => [
        nameOf(timer),
        [
          { guard: (scope: Scope<C>) => isOld(timer, scope) },
          { guard: (scope: Scope<C>) => whySuppressed(timer, scope) !== undefined, actions: suppressed(timer) },
          { actions: sent(timer) },
        ],
      ]),
    ),
    /** Entries that say what will go, for rules whose instant is still ahead of `now`. */
    plannedOf: (context: C, now: Instant, only?: readonly string[]) =>
      timers
        .filter(({ session }) => only === undefined || only.includes(session))
        .filter(({ rule, session }) => !about.anchorOf(context, session, rule)?.vague)
        .map((timer) => ({ timer, planned: instantOf(timer, context) }))
        .filter(({ planned }) => planned > now && planned < NEVER)
        .map(({ timer, planned }) => ({
          kind: "message.planned" as const,
          ...subject(timer, context),
          rule: timer.rule.id,
          planned,
          to: timer.rule.to,
        })),
  };
}

const nameOf = ({ rule, session }: { rule: ReminderRule; session: string }): string =>
  `${AT}${rule.id}${session && `@${session}`}`;

/** The programme's rules with the item's own days, without those that are off. What is voluntary is never overdue. */
function rulesFor<C>(programme: Programme, { kind, item }: About<C>): ReminderRule[] {
  return programme.reminders
    .filter((rule) => rule.for === kind && !item?.reminders?.[rule.id]?.off)
    .filter(({ only }) => only === undefined || (item?.id !== undefined && only.includes(item.id)))
    .map((rule) => ({ ...rule, days: item?.reminders?.[rule.id]?.days ?? rule.days }))
    .filter(({ days }) => !(item?.voluntary && days > 0));
}
