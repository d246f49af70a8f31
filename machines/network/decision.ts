// A decision of a plan: drafted, put to those who decide, voted on, taken. Rejected it is drafted anew, never more than its rounds.
import { and, assign, enqueueActions, sendParent, setup } from "xstate";
import { addDays, endOfDay, localDate } from "../../programmes/calendar.ts";
import type { Instant, Item, Programme } from "../../programmes/types.ts";
import { isMet } from "../criteria.ts";
import { effects, notify, reasonIn, record, type Scope } from "./actions.ts";
import { remindersOf, RULE, ruleChanged, type RuleContext } from "./reminders.ts";
import { carried, castFor, castIn, tallyOf, withVote, type Votes } from "./votes.ts";
import { votingGuards, withdrawVote } from "./voting.ts";

/** `decideBy`: the planned end of its window. */
export type DecisionInput = { id: string; decideBy: Instant | null };

type Context = RuleContext &
  DecisionInput & { round: number; votes: Votes; proposer?: string; deadline?: Instant; options?: string[] };

/** Told to the network when others are to be taken again, and to those. */
export const REJECTED = "decision.rejected";
export const REDRAFT = "redraft";

const UNDECIDED = ["undecided"];

/** The machine of a decision that is not one for each idea. */
export function decisionMachine(programme: Programme, item: Item) {
  const decision = item.decision!;
  const { zone, decideWithin, parameters, gates } = programme;
  const rules = remindersOf<Context>(programme, {
    kinds: ["decision"],
    sessionsOf: () => [""],
    anchorOf: ({ deadline }) => (deadline === undefined ? undefined : { at: deadline }),
    item,
  });
  const deadlineOf = ({ context, event }: Scope<Context>): Instant =>
    context.decideBy !== null && context.decideBy > event["at"]
      ? context.decideBy
      : endOfDay(addDays(localDate(event["at"], zone), decideWithin), zone);
  const propose = [
    assign((scope: Scope<Context>) => ({
      round: scope.context.round + 1,
      votes: {},
      proposer: scope.event["by"],
      options: scope.event["options"],
      deadline: deadlineOf(scope),
      told: undefined,
    })),
    record<Context>("decision.proposed", ({ context, event }) => ({
      ...reasonIn(event),
      data: {
        round: context.round,
        deadline: context.deadline!,
        ...(context.options && { options: context.options }),
      },
    })),
    notify<Context>(() => ({ rule: "decision-requested", to: UNDECIDED })),
    enqueueActions(({ context, event, enqueue }) => {
      const { at } = event as Scope<Context>["event"];
      for (const params of rules.plannedOf(context as Context, at)) enqueue({ type: "record", params });
    }),
  ];
  const after = ({ context, event }: Scope<Context>): Votes => withVote(context.votes, castIn(event));
  const outcomeOf = (scope: Scope<Context>) =>
    carried(decision, {
      votes: after(scope),
      deciders: scope.event["facts"]?.[`deciders:${item.id}`] ?? 0,
      proposer: scope.context.proposer,
    });
  const vote = assign((scope: Scope<Context>) => ({ votes: after(scope) }));
  const taken = (kind: "decision.taken" | "decision.rejected") => [
    record<Context>(kind, (scope) => {
      const { context, event } = scope;
      return {
        ...reasonIn(event),
        ...(context.deadline !== undefined && { planned: context.deadline }),
        data: {
          outcome: event["outcome"],
          round: context.round,
          votes: tallyOf(after(scope)),
          ...(event["choices"] && { choices: event["choices"] }),
          ...castFor(context.votes, castIn(event)),
        },
      };
    }),
    vote,
  ];

  // Whoever has it taken again counts the rounds: its own begin anew.
  const redrafted = {
    target: "drafting",
    actions: [assign({ round: 0, votes: {} }), record<Context>("decision.reopened")] as never,
  };

  return setup({
    types: {} as { context: Context; input: DecisionInput; events: Scope<Context>["event"] },
    actions: { ...effects, ...rules.actions } as never,
    delays: rules.delays,
    guards: {
      ready: ({ event }) =>
        isMet(decision.needs, event, parameters) || (gates === "advisory" && Boolean(event["note"])),
      roundsLeft: ({ context }) => context.round < decision.rounds,
      optionsFit: ({ event }) => decision.kind !== "select" || (event["options"]?.length ?? 0) >= decision.choose!,
      fits: ({ context, event }) => fits(item, context, event),
      carries: (scope) => outcomeOf(scope as Scope<Context>) === "carried",
      fails: (scope) => outcomeOf(scope as Scope<Context>) === "failed",
      /** In the last round there is no way back: it is agreed to, or left. */
      mayReject: ({ context, event }) => !isAgainst(event["outcome"]) || context.round < decision.rounds,
      ...votingGuards,
    },
  }).createMachine({
    context: ({ input }) => ({ ...input, round: 0, votes: {} }),
    initial: "drafting",
    on: { [RULE]: ruleChanged as never },
    states: {
      drafting: {
        on: {
          propose: {
            guard: and(["ready", "roundsLeft", "optionsFit"]) as never,
            target: "proposed",
            actions: propose as never,
          },
          cancel: {
            target: "cancelled",
            actions: record<Context>("item.cancelled", ({ event }) => reasonIn(event)) as never,
          },
        },
      },
      proposed: {
        after: rules.after as never,
        on: {
          ...rules.on,
          vote: [
            {
              guard: and(["free", "fits", "mayReject", "carries"]) as never,
              target: "taken",
              actions: taken("decision.taken") as never,
            },
            {
              guard: and(["free", "fits", "mayReject", "fails"]) as never,
              target: "drafting",
              actions: [...taken("decision.rejected"), sendParent({ type: REJECTED, again: decision.again })] as never,
            },
            {
              guard: and(["free", "fits", "mayReject"]) as never,
              actions: [
                record<Context>("decision.voted", ({ context, event }) => ({
                  ...reasonIn(event),
                  data: { outcome: event["outcome"], ...castFor(context.votes, castIn(event)) },
                })),
                vote,
              ] as never,
            },
          ],
          withdrawVote,
          withdrawProposal: {
            target: "drafting",
            actions: [
              // Taking it back is no round: nobody has answered.
              assign(({ context }: Scope<Context>) => ({ round: context.round - 1, votes: {} })),
              record<Context>("decision.withdrawn", ({ event }) => reasonIn(event)),
            ] as never,
          },
          [REDRAFT]: redrafted,
        },
      },
      taken: { on: { [REDRAFT]: redrafted } },
      cancelled: {},
    },
  });
}

const AGAINST = ["reject", "disagree"];
const isAgainst = (outcome: unknown) => AGAINST.includes(String(outcome));

/** Whether a vote is one that this kind of decision knows, on candidates that were put. */
function fits({ decision }: Item, { options = [] }: Context, event: Scope<Context>["event"]): boolean {
  const { kind, choose } = decision!;
  const choices: string[] = event["choices"] ?? [];
  if (kind === "approve") return ["approve", "reject"].includes(event["outcome"]);
  if (kind === "consensus") return ["agree", "disagree"].includes(event["outcome"]);
  const known = choices.every((choice) => options.includes(choice)) && new Set(choices).size === choices.length;
  return event["outcome"] === "select" ? known && choices.length === choose : event["outcome"] === "reject";
}
