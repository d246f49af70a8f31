// Reminder rules as timers of an actor: sent, or suppressed with the reason, at the rule's own instant.
import { localDate, reminderInstant } from "../../programmes/calendar.ts";
import type { Instant, IsoDate, Programme, ReminderRule } from "../../programmes/types.ts";
import { AT, NEVER } from "../engine/types.ts";
import { notify, record, type Scope } from "./actions.ts";

/** Where a rule counts from: an instant, a date, or nothing yet. */
export type Anchor = Instant | IsoDate | undefined;

export type RuleContext = { movedAt?: Instant };

/** Why a message was not sent. */
export type Suppressed = "date-not-precise" | "too-late" | "nearer-same-day" | "just-moved" | "nobody";

const DAY = 86_400_000;

/** The rules of one kind, bound to a programme's calendar and to what they count from. */
export function remindersOf<C extends RuleContext>(
  programme: Programme,
  about: ReminderRule["for"],
  anchorOf: (context: C) => Anchor,
) {
  const rules = programme.reminders.filter((rule) => rule.for === about);
  const { zone, nonWorking } = programme;

  const instantOf = (rule: ReminderRule, context: C): Instant => {
    const anchor = anchorOf(context);
    if (anchor === undefined) return NEVER;
    return reminderInstant({ anchor, days: rule.days, time: rule.time, zone, nonWorking });
  };
  const nearerSameDay = (rule: ReminderRule, context: C): boolean => {
    const day = localDate(instantOf(rule, context), zone);
    const nearer = (other: ReminderRule) => Math.abs(other.days) < Math.abs(rule.days);
    return rules.some((other) => nearer(other) && localDate(instantOf(other, context), zone) === day);
  };
  const whySuppressed = (rule: ReminderRule, { context, event }: Scope<C>): Suppressed | undefined => {
    if (event["armedAt"] > event["dueAt"]) return "too-late";
    if (nearerSameDay(rule, context)) return "nearer-same-day";
    if (context.movedAt !== undefined && event["dueAt"] - context.movedAt < DAY) return "just-moved";
    return undefined;
  };
  const suppressed = (rule: ReminderRule, why: (scope: Scope<C>) => Suppressed) =>
    record<C>("message.suppressed", (scope) => ({
      rule: rule.id,
      planned: scope.event["dueAt"],
      reason: why(scope),
    }));

  return {
    /** For `setup({ delays })`: the instant of each rule. */
    delays: Object.fromEntries(
      rules.map((rule) => [AT + rule.id, ({ context }: { context: C }) => instantOf(rule, context)]),
    ),
    /** For `after`, where the date is precise. */
    after: Object.fromEntries(
      rules.map((rule) => [
        AT + rule.id,
        [
          {
            guard: (scope: Scope<C>) => whySuppressed(rule, scope) !== undefined,
            actions: suppressed(rule, (scope) => whySuppressed(rule, scope)!),
          },
          { actions: notify<C>(({ event }) => ({ rule: rule.id, planned: event["dueAt"], to: rule.to })) },
        ],
      ]),
    ),
    /** For `after`, where it is not: nothing date-specific may go. */
    afterFuzzy: Object.fromEntries(
      rules.map((rule) => [AT + rule.id, { actions: suppressed(rule, () => "date-not-precise") }]),
    ),
    /** Entries that say what will go, for rules whose instant is still ahead of `event.at`. */
    plannedOf: ({ context, event }: Scope<C>) =>
      rules
        .map((rule) => ({ rule, planned: instantOf(rule, context) }))
        .filter(({ planned }) => planned > event["at"] && planned < NEVER)
        .map(({ rule, planned }) => ({ kind: "message.planned" as const, rule: rule.id, planned, to: rule.to })),
  };
}
