// One idea, from captured to decided. An adjusted idea is tested again, never more than the programme's rounds.
import { and, assign, enqueueActions, not, or, setup } from "xstate";
import { addDays, endOfDay, localDate } from "../../programmes/calendar.ts";
import type { Instant, IsoDate, Programme, ReminderRule } from "../../programmes/types.ts";
import { isMet } from "../criteria.ts";
import { startNeeds } from "../test-start.ts";
import { DONE, effects, notify, reasonIn, record, tellParent, type Scope } from "./actions.ts";
import { conceptStates, sourcesOf, whileCaptured } from "./concept.ts";
import { outcomeOf } from "./idea-votes.ts";
import { castFor, castIn, IDEA_DECIDERS, tallyOf, withVote, type Votes } from "./votes.ts";
import { votingGuards, withdrawVote } from "./voting.ts";
import { BREAKS, remindersOf, RULE, ruleChanged, type Anchor, type Closed, type RuleContext } from "./reminders.ts";

/** `rules` and `breaks`: what the network has changed of them before there was the idea; `sources`: of a concept what it is made of. */
export type IdeaInput = { decideBy: Instant | null; sources?: string[] } & Pick<RuleContext, "rules" | "breaks">;

type Context = RuleContext &
  IdeaInput & {
    round: number;
    deadline?: Instant | undefined;
    due?: IsoDate | undefined;
    votes: Votes;
    /** Who laid the result before those who decide. */
    proposer?: string;
  };

/** Told to the network when an idea goes to another round. */
export const ADJUSTED = "idea.adjusted";

/** Told to the network when the next step with an idea has a date. */
export const FOLLOWS = "followUp.dated";

/** The next step with an approved idea has been taken. */
export const FOLLOWED_UP = "completeFollowUp";

const UNDECIDED = ["undecided"];

function anchorOf({ deadline, due }: Context, _: string, { for: kind }: ReminderRule): Anchor {
  const at = kind === "followUp" ? due : deadline;
  return at === undefined ? undefined : { at };
}

/** The machine of an idea. `decideBy` is the planned end of the phase in which ideas are decided. */
export function ideaMachine(programme: Programme, breaks: readonly Closed[] = []) {
  const { rounds, decideWithin, zone, parameters, decideIdeas } = programme;
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
  const settled = assign(({ event }: Scope<Context>) => ({
    deadline: undefined,
    due: event["due"],
    told: undefined,
    votes: {},
  }));
  const askForDecision = [
    assign((scope: Scope<Context>) => ({
      deadline: deadlineOf(scope),
      told: undefined,
      votes: {},
      proposer: scope.event["by"],
    })),
    record<Context>("decision.requested", ({ context }) => ({ data: { deadline: context.deadline! } })),
    notify<Context>(() => ({ rule: "decision-requested", to: UNDECIDED })),
    planned,
  ];
  const cast = ({ event }: Scope<Context>) => ({
    ...castIn(event),
    isCasting: decideIdeas.castingVote !== undefined && event["role"] === decideIdeas.castingVote,
  });
  const after = (scope: Scope<Context>): Votes => withVote(scope.context.votes, cast(scope));
  const carried = (scope: Scope<Context>) =>
    outcomeOf(decideIdeas, {
      votes: after(scope),
      deciders: scope.event["facts"]?.[IDEA_DECIDERS] ?? 1,
      proposer: scope.context.proposer,
    });
  /** Of one vote that is enough nothing more is to be said; of several, how many voted what. */
  const tally = (scope: Scope<Context>) =>
    decideIdeas.carriedBy === "one"
      ? {}
      : { votes: tallyOf(after(scope)), ...castFor(scope.context.votes, cast(scope)) };
  const decided = (scope: Scope<Context>) => {
    const data = { ...actedFor(scope), ...tally(scope) };
    return { ...answered(scope), ...(Object.keys(data).length > 0 && { data }) };
  };
  const tellAll = (rule: string) => notify<Context>(({ event }) => ({ rule, to: concerned, ...reasonIn(event) }));
  const concerned = concernedIn(programme);
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
      mayStart: ({ context, event }) => isMet(startNeeds(programme, context.round), event, parameters),
      roundsLeft: ({ context }) => context.round < rounds,
      /** What this vote would carry, of what is offered. */
      carries: (scope, { is }: { is: string }) => carried(scope as Scope<Context>) === is,
      isAdjust: ({ event }) => event["outcome"] === "adjust",
      ...votingGuards,
    },
  }).createMachine({
    context: ({ input }) => ({ ...input, round: 0, votes: {} }),
    initial: "captured",
    entry: record<Context>("idea.captured", sourcesOf) as never,
    on: { [RULE]: ruleChanged as never, [BREAKS]: { actions: breaksAre as never } },
    states: {
      ...(conceptStates as object),
      captured: {
        on: {
          ...(whileCaptured as object),
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
            guard: and(["mayStart", "roundsLeft"]) as never,
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
              tellAll("idea-abandoned"),
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
              guard: and(["free", { type: "carries", params: { is: "approve" } }]) as never,
              target: "approved",
              actions: [
                record<Context>("idea.approved", (scope) => ({
                  ...answered(scope),
                  data: { ...actedFor(scope), ...nextIn(scope), ...tally(scope) },
                })),
                settled,
                planned,
                tellAll("idea-approved"),
                tellParent(FOLLOWS),
              ] as never,
            },
            {
              guard: and(["free", "roundsLeft", { type: "carries", params: { is: "adjust" } }]) as never,
              target: "testing",
              actions: [
                record<Context>("idea.adjusted", decided),
                settled,
                ...startTest,
                tellAll("idea-adjusted"),
                tellParent(ADJUSTED),
              ] as never,
            },
            {
              guard: and(["free", { type: "carries", params: { is: "discard" } }]) as never,
              target: "discarded",
              actions: [record<Context>("idea.discarded", decided), settled, tellAll("idea-discarded")] as never,
            },
            {
              guard: and(["free", or([not("isAdjust"), "roundsLeft"])]) as never,
              actions: [
                record<Context>("decision.voted", (scope) => ({
                  ...reasonIn(scope.event),
                  data: {
                    outcome: scope.event["outcome"],
                    ...nextIn(scope),
                    ...castFor(scope.context.votes, cast(scope)),
                  },
                })),
                assign((scope: Scope<Context>) => ({ votes: after(scope) })),
              ] as never,
            },
          ],
          withdrawVote,
        },
      },
      approved: {
        after: rules.after as never,
        on: {
          ...rules.on,
          [BREAKS]: { actions: rules.breaksChanged as never },
          [FOLLOWED_UP]: {
            target: "followedUp",
            actions: [record<Context>("idea.followedUp", ({ event }) => reasonIn(event)), tellParent(DONE)] as never,
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

/** The next step with what is approved: what, to whom, by when. */
const nextIn = ({ event }: Scope<Context>) =>
  event["outcome"] === "approve" ? { next: event["next"], to: event["to"], due: event["due"] } : {};

/** Roles that hear what becomes of an idea in test: who leads, who decides, who tests, and those who are in it all the way. */
function concernedIn({ roles, rights }: Programme): string[] {
  const all = ["networkLead", ...(rights["decide"] ?? []), "testHost", "testLead", "coreMember"];
  return [...new Set(all)].filter((one) => roles.some(({ code }) => code === one));
}
