// The rules about phases: whoever leads is told when one should have ended. A phase that needs nothing to close is never overdue.
import { assign, enqueueActions } from "xstate";
import type { Instant, Plan } from "../../programmes/types.ts";
import { record, type Scope } from "./actions.ts";
import { breaksIn, plannedBreaks, type BreaksContext } from "./breaks.ts";
import type { PhaseContext } from "./phase.ts";
import { remindersOf, SEND, SKIP, type RuleChange, type RuleContext } from "./reminders.ts";

/** What the network remembers of them: by phase, and what it has changed of any rule. */
export type RemindingContext = PhaseContext &
  BreaksContext & {
    reminding?: Record<string, RuleContext>;
    rules?: Record<string, RuleChange>;
  };

/** What the network has changed of rules and of breaks, for whatever comes later. */
export const changedBefore = (plan: Plan, { rules, breaks }: RemindingContext): RuleContext => ({
  ...(rules && { rules }),
  ...(breaks && { breaks: breaksIn(plan, breaks) }),
});

/** A phase's own, for its region. `again`: what follows when it is opened once more. */
export type PhaseRules = { after: object; on: object; again: object[] };

type Event = Scope<unknown>["event"];

/** The rules of each phase, and what the network's machine needs to carry them out. */
export function phaseReminders(plan: Plan) {
  const lots = plan.programme.phases
    .filter(({ closes }) => closes.length > 0)
    .map(({ id }) => ({ id, rules: rulesOf(plan, id) }));
  return {
    delays: Object.assign({}, ...lots.map(({ rules }) => rules.delays)) as object,
    actions: Object.assign({}, ...lots.map(({ rules }) => rules.actions)) as object,
    of: (phase: string): PhaseRules | undefined => {
      const rules = lots.find(({ id }) => id === phase)?.rules;
      return rules && { after: rules.after, on: onlyOf(phase, rules), again: againOf(phase, rules) };
    },
    /** Says what will go, of all phases, when the network begins. */
    begun: enqueueActions(({ context, enqueue }) => {
      for (const { rules } of lots)
        for (const params of rules.plannedOf(context as RemindingContext, context.startedAt as Instant))
          enqueue({ type: "record", params } as never);
    }),
  };
}

/**
 * Raised for the regions of phases when what their rules come to is another, with `phase` and `anew` where one has other dates. Those
 * that are over do not hear it.
 */
export const DUTIES_CHANGED = "duties.changed";

type Rules = ReturnType<typeof rulesOf>;

const NOTHING: RuleContext = {};

function rulesOf(plan: Plan, phase: string) {
  return remindersOf<RemindingContext>(
    plan.programme,
    {
      breaks: plannedBreaks(plan),
      kinds: ["phase"],
      sessionsOf: () => [""],
      anchorOf: ({ phases }) => {
        const to = phases[phase]?.to;
        return to == null ? undefined : { at: to };
      },
      subjectOf: () => ({ subject: `phase:${phase}` }),
      slot: {
        read: (context) => {
          const own = context.reminding?.[phase] ?? NOTHING;
          return context.rules || context.breaks ? { ...changedBefore(plan, context), ...own } : own;
        },
        write: ({ reminding }, change) => ({
          reminding: { ...reminding, [phase]: { ...reminding?.[phase], ...change } },
        }),
      },
    },
    `-${phase}`,
  );
}

const forgotten =
  (phase: string) =>
  ({ context: { reminding } }: { context: RemindingContext }) => ({ reminding: { ...reminding, [phase]: {} } });

/** Words about a message name its phase; a change of a rule concerns all of them, and is kept by the network. */
function onlyOf(phase: string, { isNamed, putAside, plannedOf }: Rules): object {
  const guard = (scope: Scope<RemindingContext>) => scope.event["phase"] === phase && isNamed(scope);
  const said = enqueueActions(({ context, event, enqueue }) => {
    const { at, rule, anew } = event as Event;
    if (anew) enqueue.assign(forgotten(phase) as never);
    const only = rule === undefined ? {} : { rule: String(rule) };
    for (const params of plannedOf(context as RemindingContext, at, only)) enqueue({ type: "record", params } as never);
  });
  return {
    [SKIP]: { guard, actions: putAside.skip },
    [SEND]: { guard, actions: putAside.send },
    [DUTIES_CHANGED]: {
      guard: ({ event }: Scope<RemindingContext>) => event["phase"] === undefined || event["phase"] === phase,
      actions: said,
    },
  };
}

/** Opened once more after its planned end it is overdue from then on: what lies between is not told late. */
function againOf(phase: string, rules: Rules): object[] {
  return [
    assign(({ context: { reminding }, event }: Scope<RemindingContext>) => ({
      reminding: { ...reminding, [phase]: { ...reminding?.[phase], told: event["at"] } },
    })),
    enqueueActions(({ context, event, enqueue }) => {
      for (const { kind, ...words } of rules.plannedOf(context as RemindingContext, (event as Event)["at"]))
        enqueue(record(kind, () => words) as never);
    }),
  ];
}
