// One idea, from captured to decided. An adjusted idea is tested again, never more than the programme's rounds.
import { and, assign, enqueueActions, sendParent, setup } from "xstate";
import { addDays, endOfDay, localDate } from "../../programmes/calendar.ts";
import type { Instant, Programme } from "../../programmes/types.ts";
import { isMet } from "../criteria.ts";
import { effects, notify, reasonIn, record, type Scope } from "./actions.ts";
import { remindersOf, type RuleContext } from "./reminders.ts";

export type IdeaInput = { decideBy: Instant | null };

type Context = RuleContext & IdeaInput & { round: number; deadline?: Instant };

/** Told to the network when an idea goes to another round. */
export const ADJUSTED = "idea.adjusted";

const UNDECIDED = ["undecided"];

/** The machine of an idea. `decideBy` is the planned end of the phase in which ideas are decided. */
export function ideaMachine(programme: Programme) {
  const { rounds, decideWithin, zone, parameters } = programme;
  const rules = remindersOf<Context>(programme, {
    kind: "decision",
    sessions: [""],
    anchorOf: ({ deadline }) => (deadline === undefined ? undefined : { at: deadline }),
  });

  const deadlineOf = ({ context, event }: Scope<Context>): Instant =>
    context.decideBy !== null && context.decideBy > event["at"]
      ? context.decideBy
      : endOfDay(addDays(localDate(event["at"], zone), decideWithin), zone);
  const askForDecision = [
    assign((scope: Scope<Context>) => ({ deadline: deadlineOf(scope) })),
    record<Context>("decision.requested", ({ context }) => ({ data: { deadline: context.deadline! } })),
    notify<Context>(() => ({ rule: "decision-requested", to: UNDECIDED })),
    enqueueActions(({ context, event, enqueue }) => {
      const { at } = event as Scope<Context>["event"];
      for (const params of rules.plannedOf(context as Context, at)) enqueue({ type: "record", params });
    }),
  ];
  const startTest = [
    assign(({ context }: Scope<Context>) => ({ round: context.round + 1 })),
    record<Context>("idea.testStarted", ({ context }) => ({ data: { round: context.round } })),
  ];

  return setup({
    types: {} as { context: Context; input: IdeaInput; events: Scope<Context>["event"] },
    actions: effects,
    delays: rules.delays,
    guards: {
      needs: ({ event }, { of }: { of: string }) => isMet(programme.needs?.[of] ?? [], event, parameters),
      roundsLeft: ({ context }) => context.round < rounds,
      outcome: ({ event }, { is }: { is: string }) => event["outcome"] === is,
    },
  }).createMachine({
    context: ({ input }) => ({ decideBy: input.decideBy, round: 0 }),
    initial: "captured",
    entry: record<Context>("idea.captured") as never,
    states: {
      captured: {
        on: {
          shortlist: {
            guard: { type: "needs", params: { of: "shortlist" } },
            target: "shortlisted",
            actions: record<Context>("idea.shortlisted", ({ event }) => reasonIn(event)) as never,
          },
        },
      },
      shortlisted: {
        on: {
          startTest: {
            guard: and([{ type: "needs", params: { of: "startTest" } }, "roundsLeft"]) as never,
            target: "testing",
            actions: startTest as never,
          },
        },
      },
      testing: {
        on: {
          recordResult: {
            target: "deciding",
            actions: [
              record<Context>("idea.resultRecorded", ({ context }) => ({ data: { round: context.round } })),
              ...askForDecision,
            ] as never,
          },
          abandonTest: {
            target: "deciding",
            actions: [
              record<Context>("idea.testAbandoned", (scope) => ({
                ...reasonIn(scope.event),
                data: { round: scope.context.round },
              })),
              ...askForDecision,
            ] as never,
          },
        },
      },
      deciding: {
        after: rules.after as never,
        on: {
          decide: [
            {
              guard: { type: "outcome", params: { is: "approve" } },
              target: "approved",
              actions: record<Context>("idea.approved", (scope) => ({
                ...answered(scope),
                data: { next: scope.event["next"], to: scope.event["to"], due: scope.event["due"] },
              })) as never,
            },
            {
              guard: and([{ type: "outcome", params: { is: "adjust" } }, "roundsLeft"]) as never,
              target: "testing",
              actions: [
                record<Context>("idea.adjusted", answered),
                ...startTest,
                sendParent({ type: ADJUSTED }),
              ] as never,
            },
            {
              guard: { type: "outcome", params: { is: "discard" } },
              target: "discarded",
              actions: record<Context>("idea.discarded", answered) as never,
            },
          ],
        },
      },
      approved: {},
      discarded: {
        on: {
          reviveIdea: {
            guard: "roundsLeft",
            target: "shortlisted",
            actions: record<Context>("idea.revived", ({ event }) => reasonIn(event)) as never,
          },
        },
      },
    },
  });
}

/** Why, and by when it was to be decided. */
const answered = ({ context, event }: Scope<Context>) => ({
  ...reasonIn(event),
  ...(context.deadline !== undefined && { planned: context.deadline }),
});
