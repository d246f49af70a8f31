// What a network does about its ideas: it captures them, and passes on between a concept and the ideas it is made of.
import { assign, enqueueActions, spawnChild } from "xstate";
import type { Plan } from "../../programmes/types.ts";
import type { Scope } from "./actions.ts";
import { MERGED, RELEASED, TAKEN_APART } from "./concept.ts";
import { changedBefore, type RemindingContext } from "./phase-reminders.ts";

type Context = RemindingContext & { ideas: number };

/** The events of a network that are about ideas; those of one idea it takes itself. A concept is an idea with `sources`. */
export function ideaEvents(plan: Plan) {
  const capture = [
    assign(({ context }: Scope<Context>) => ({ ideas: context.ideas + 1 })),
    spawnChild("idea", {
      id: ({ context }: Scope<Context>) => `idea:i${context.ideas}`,
      input: ({ context, event: { ideas: sources } }: Scope<Context>) => ({
        ...(sources !== undefined && { sources }),
        decideBy: context.phases[plan.programme.decideIn ?? ""]?.to ?? null,
        ...changedBefore(plan, context),
      }),
    } as never),
  ];
  const merged = enqueueActions(({ context, event, enqueue }) => {
    const { ideas: sources, at, reason } = event as Scope<unknown>["event"];
    const into = `i${(context as Context).ideas}`;
    for (const id of sources) enqueue.sendTo(`idea:${id}`, { type: MERGED, into, at, reason } as never);
  });
  const released = enqueueActions(({ event, enqueue }) => {
    const { sources, at } = event as Scope<unknown>["event"];
    for (const id of sources) enqueue.sendTo(`idea:${id}`, { type: RELEASED, at } as never);
  });
  return {
    addIdea: { actions: capture },
    mergeIdeas: { actions: [...capture, merged] },
    [TAKEN_APART]: { actions: released },
  };
}
