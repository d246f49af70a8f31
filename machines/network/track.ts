// A local track: the same steps in order, once for each organisation that begins one.
import { assign, setup } from "xstate";
import type { Track } from "../../programmes/types.ts";
import { effects, reasonIn, record, type Scope } from "./actions.ts";

export type TrackInput = { organisation: string };

type Context = TrackInput & { done: number };

/** Id of the track of an organisation, as in the subject `track:local:Nordby`. */
export const trackId = (track: unknown, organisation: unknown): string =>
  `track:${String(track)}:${String(organisation)}`;

/** The machine of a track; each organisation's has its own state. */
export function trackMachine({ steps }: Track) {
  const isNext = ({ context, event }: Scope<Context>) => steps[context.done]?.id === event["step"];
  const stepDone = [
    assign(({ context }: Scope<Context>) => ({ done: context.done + 1 })),
    record<Context>("track.stepDone", ({ event }) => ({ ...reasonIn(event), data: { step: event["step"] } })),
  ];
  return setup({
    types: {} as { context: Context; input: TrackInput; events: Scope<Context>["event"] },
    actions: effects,
    guards: {
      isNext: (scope) => isNext(scope as Scope<Context>),
      isLast: (scope) => isNext(scope as Scope<Context>) && scope.context.done === steps.length - 1,
    },
  }).createMachine({
    context: ({ input }) => ({ ...input, done: 0 }),
    initial: "running",
    states: {
      running: {
        on: {
          completeStep: [
            { guard: "isLast", target: "ended", actions: [...stepDone, record<Context>("track.ended")] as never },
            { guard: "isNext", actions: stepDone as never },
          ],
        },
      },
      ended: {},
    },
  });
}
