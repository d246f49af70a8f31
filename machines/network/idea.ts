// One idea, from captured to decided. An adjusted idea is tested again, never more than the programme's rounds.
import { and, assign, enqueueActions, sendParent, setup } from "xstate";
import { addDays, endOfDay, localDate } from "../../programmes/calendar.ts";
import type { Instant, IsoDate, Programme, ReminderRule } from "../../programmes/types.ts";
import { isMet } from "../criteria.ts";
import { effects, notify, reasonIn, record, type Scope } from "./actions.ts";
import { BREAKS, remindersOf, RULE, ruleChanged, type Anchor, type Closed, type RuleContext } from "./reminders.ts";

/** `rules` and `breaks`: what the network has changed of them before there was the idea. */
export type IdeaInput = { decideBy: Instant | null } & Pick<RuleContext, "rules" | "breaks">;

type Context = RuleContext & IdeaInput & { round: number; deadline?: Instant | undefined; due?: IsoDate | undefined };

/** Told to the network when an idea goes to another round. */
export const ADJUSTED = "idea.adjusted";

/** The next step with an approved idea has been taken. */
export const FOLLOWED_UP = "completeFollowUp";

const UNDECIDED = ["undecided"];

function anchorOf({ deadline, due }: Context, _: string, { for: kind }: ReminderRule): Anchor {
  const at = kind === "followUp" ? due : deadline;
  return at === undefined ? undefined : { at };
}

/** The machine of an idea. `decideBy` is the planned end of the phase in which ideas are decided. */
export function ideaMachine(programme: Programme, breaks: readonly Closed[] = []) {
  const { rounds, decideWithin, zone, parameters } = programme;
  const rules = remindersOf<Context>(programme, {
    kinds: ["decision", "followUp"],
    sessionsOf: () => [""],
    anchorOf,
    breaks,
  });

  const deadlineOf = ({ context, event }: Scope<Context>): Instant =>
    context.decideBy !== null && context.decideBy > event["at"]
      ? context.decideBy
      : endOfDay(addDays(localDate(event["at"], zone), decideWithin), zone);
  const planned = enqueueActions(({ context, event, enqueue }) => {
    const { at } = event as Scope<Context>["event"];
    for (const params of rules.plannedOf(context as Context, at)) enqueue({ type: "record", params });
  });
  /** What is decided is asked for no more; `due`: the next step with what was approved. */
  const settled = assign(({ event }: Scope<Context>) => ({ deadline: undefined, due: event["due"], told: undefined }));
  const askForDecision = [
    assign((scope: Scope<Context>) => ({ deadline: deadlineOf(scope), told: undefined })),
    record<Context>("decision.requested", ({ context }) => ({ data: { deadline: context.deadline! } })),
    notify<Context>(() => ({ rule: "decision-requested", to: UNDECIDED })),
    planned,
  ];
  const breaksAre = assign(({ event }: Scope<Context>) => ({ breaks: event["breaks"] }));
  const startTest = [
    assign(({ context }: Scope<Context>) => ({ round: context.round + 1 })),
    record<Context>("idea.testStarted", ({ context }) => ({ data: { round: context.round } })),
  ];

  return setup({
    types: {} as { context: Context; input: IdeaInput; events: Scope<Context>["event"] },
    actions: { ...effects, ...rules.actions } as never,
    delays: rules.delays,
    guards: {
      needs: ({ event }, { of }: { of: string }) => isMet(programme.needs?.[of] ?? [], event, parameters),
      roundsLeft: ({ context }) => context.round < rounds,
      outcome: ({ event }, { is }: { is: string }) => event["outcome"] === is,
    },
  }).createMachine({
    context: ({ input }) => ({ ...input, round: 0 }),
    initial: "captured",
    entry: record<Context>("idea.captured") as never,
    on: { [RULE]: ruleChanged as never, [BREAKS]: { actions: breaksAre as never } },
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
          ...rules.on,
          decide: [
            {
              guard: { type: "outcome", params: { is: "approve" } },
              target: "approved",
              actions: [
                record<Context>("idea.approved", (scope) => ({
                  ...answered(scope),
                  data: {
                    ...actedFor(scope),
                    next: scope.event["next"],
                    to: scope.event["to"],
                    due: scope.event["due"],
                  },
                })),
                settled,
                planned,
              ] as never,
            },
            {
              guard: and([{ type: "outcome", params: { is: "adjust" } }, "roundsLeft"]) as never,
              target: "testing",
              actions: [
                record<Context>("idea.adjusted", decided),
                settled,
                ...startTest,
                sendParent(({ event }: Scope<Context>) => ({ type: ADJUSTED, at: event["at"] })),
              ] as never,
            },
            {
              guard: { type: "outcome", params: { is: "discard" } },
              target: "discarded",
              actions: record<Context>("idea.discarded", decided) as never,
            },
          ],
        },
      },
      approved: {
        after: rules.after as never,
        on: {
          ...rules.on,
          [BREAKS]: { actions: rules.breaksChanged as never },
          [FOLLOWED_UP]: {
            target: "followedUp",
            actions: record<Context>("idea.followedUp", ({ event }) => reasonIn(event)) as never,
          },
        },
      },
      followedUp: {},
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

/** Whom a substitute decided for. */
const actedFor = ({ event }: Scope<Context>) => (event["for"] === undefined ? {} : { for: String(event["for"]) });

const decided = (scope: Scope<Context>) => ({
  ...answered(scope),
  ...(scope.event["for"] !== undefined && { data: actedFor(scope) }),
});
