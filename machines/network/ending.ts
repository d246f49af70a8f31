// How a network ends: at once, or with what is left to do. What is left has dates, and is reminded of after the network has closed.
import { and, assign, enqueueActions, not } from "xstate";
import { DONE, notify, reasonIn, record, type Scope } from "./actions.ts";
import { FOLLOWS } from "./idea.ts";
import { TASKED, tasksOf, type Asked } from "./minutes.ts";

/** `left`: ids of the actors with something left to do: approved ideas, and what was agreed at the end. */
export type EndingContext = { left: string[] };

type Event = Scope<EndingContext>["event"];

/** The end as the ledger has it. */
export const ending = (outcome: string, event: Event) => ({
  ...(event["reason"] !== undefined && { reason: event["reason"] as string }),
  data: { outcome },
});

export const endingGuards = {
  leavesNothing: ({ context, event }: Scope<EndingContext>) =>
    context.left.length === 0 && followUpsIn(event).length === 0,
  isAllDone: ({ context }: Scope<EndingContext>) => context.left.length === 0,
};

/** What is left to do is counted while the network runs, and after. */
export const leftOn = {
  [FOLLOWS]: {
    actions: assign(({ context, event }: Scope<EndingContext>) => ({
      left: [...context.left, event["from"]],
    })) as never,
  },
  [DONE]: {
    actions: assign(({ context, event }: Scope<EndingContext>) => ({
      left: context.left.filter((id) => id !== event["from"]),
    })) as never,
  },
};

/** `closeNetwork` of a network that runs. `living`: the ids of its actors, of which those with nothing left to do are let go. */
export function closing(
  { everybody, zone }: { everybody: string[]; zone: string },
  living: (context: never) => string[],
): object[] {
  const ended = [
    notify<EndingContext>(({ event }) => ({ rule: "network-closed", to: everybody, ...reasonIn(event) })),
    record<EndingContext>("network.ended", ({ event }) => ending(event["outcome"], event)),
  ];
  const letGo = enqueueActions(({ context, enqueue }) => {
    const { left } = context as EndingContext;
    for (const id of living(context as never)) if (!left.includes(id)) enqueue.stopChild(id);
  });
  const ask = enqueueActions(({ context, event, enqueue }) => {
    const { at } = event as Event;
    const tasks = tasksOf(followUpsIn(event as Event), { of: "closing", at, zone });
    enqueue.assign({ left: [...(context as EndingContext).left, ...tasks.map(({ id }) => `item:${id}`)] } as never);
    for (const task of tasks) enqueue.raise({ type: TASKED, ...task } as never);
  });
  return [
    { guard: and(["mayClose", "leavesNothing"]), target: "ended", actions: ended },
    { guard: and(["mayClose", not("leavesNothing")]), target: "following", actions: [...ended, letGo, ask] },
  ];
}

const followUpsIn = ({ followUps }: Event): Asked[] => followUps ?? [];
