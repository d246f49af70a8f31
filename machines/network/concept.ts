// Ideas put together as a concept, and a concept taken apart again: the states of an idea.
import { sendParent } from "xstate";
import { reasonIn, record, type Scope } from "./actions.ts";

/** Told to an idea: it is part of a concept now; the concept it was part of has been taken apart. */
export const MERGED = "merged";
export const RELEASED = "released";

/** Told to the network when a concept is taken apart. */
export const TAKEN_APART = "idea.takenApart";

type Context = { sources?: string[] };

/** Of a concept what it is made of. */
export const sourcesOf = ({ context: { sources } }: { context: Context }) => (sources ? { data: { sources } } : {});

/** What an idea that is captured takes. */
export const whileCaptured = {
  [MERGED]: {
    target: "merged",
    actions: record<Context>("idea.merged", ({ event }) => ({ ...reasonIn(event), data: { into: event["into"] } })),
  },
  splitIdea: {
    guard: ({ context }: { context: Context }) => context.sources !== undefined,
    target: "split",
    actions: [
      record<Context>("idea.split", ({ context, event }) => ({
        ...reasonIn(event),
        data: { sources: context.sources! },
      })),
      sendParent(({ context, event }: Scope<Context>) => ({
        type: TAKEN_APART,
        sources: context.sources,
        at: event["at"],
      })),
    ],
  },
};

/** The states of an idea beside those on its way to a decision. */
export const conceptStates = {
  merged: { on: { [RELEASED]: { target: "captured", actions: record("idea.released") } } },
  split: {},
};
