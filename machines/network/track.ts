// A local track: the same steps in order, once for each organisation that begins one.
import { assign, setup, spawnChild } from "xstate";
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

type Tracks = { tracks: string[] };
type Event = Scope<Tracks>["event"];

/** For the network: a track begins in an organisation, with what is missing all the same. */
export function trackStarted(track: Track, unmetIn: (event: Event) => string[]) {
  const id = ({ event }: Scope<Tracks>) => trackId(event["track"], event["organisation"]);
  return [
    assign((scope: Scope<Tracks>) => ({ tracks: [...scope.context.tracks, id(scope)] })),
    spawnChild(`track.${track.id}`, {
      id,
      input: ({ event }: Scope<Tracks>) => ({ organisation: event["organisation"] }),
    } as never),
    record<Tracks>("track.started", (scope) => {
      const unmet = unmetIn(scope.event);
      const data = { track: track.id, organisation: scope.event["organisation"], ...(unmet.length > 0 && { unmet }) };
      return { subject: id(scope), ...reasonIn(scope.event), data };
    }),
  ];
}
