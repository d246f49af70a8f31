// A parcel, from the shelf to whoever collects it: an XState machine as anybody would write it, and what makes it durable.
import { assign, emit, enqueueActions, fromPromise, sendParent, setup } from "xstate";
import { register } from "../../machines/engine/register.ts";

/** What an activity answers is given in activities.ts; here stands only what goes in and what comes back. */
const asked = <Output, Input>() =>
  fromPromise<Output, Input>(() => Promise.reject(new Error("on Temporal an activity answers this")));

/** One thing of the parcel: fetched from its shelf, tomorrow where it is not there today. */
const item = setup({
  types: {} as { context: { name: string; day: number }; input: { name: string; day: number } },
  actors: { fetch: asked<null, { name: string }>() },
  delays: { tomorrow: ({ context }) => context.day },
}).createMachine({
  context: ({ input }) => input,
  initial: "fetching",
  states: {
    fetching: {
      invoke: {
        src: "fetch",
        input: ({ context }) => ({ name: context.name }),
        onDone: "packed",
        onError: "missing",
      },
    },
    missing: { after: { tomorrow: "fetching" } },
    packed: { type: "final", entry: sendParent({ type: "packed" }) },
  },
});

/** The customs office decides in its own time: it runs apart, as a workflow of its own, with events of its own. */
const customs = setup({
  types: {} as {
    context: { things: string[]; day: number; why: string };
    input: { things: string[]; day: number };
    events: { type: "clear" } | { type: "hold"; why: string };
    output: { why: string };
  },
  actions: { declare: (_, _params: { things: string[] }) => {} },
  delays: { aMonth: ({ context }) => 30 * context.day },
}).createMachine({
  context: ({ input }) => ({ ...input, why: "" }),
  entry: { type: "declare", params: ({ context }) => ({ things: context.things }) },
  initial: "open",
  states: {
    open: {
      on: { clear: "over", hold: { target: "over", actions: assign({ why: ({ event }) => event.why }) } },
      after: { aMonth: { target: "over", actions: assign({ why: "the office never answered" }) } },
    },
    over: { type: "final" },
  },
  output: ({ context }) => ({ why: context.why }),
});

const parcel = setup({
  types: {} as {
    context: { things: string[]; day: number; packed: number; carrier: string; why: string };
    /** `day`: how long a day lasts (ms). */
    input: { things: string[]; day: number };
    events: { type: "packed" } | { type: "choose"; carrier: string } | { type: "arrived" } | { type: "collected" };
    emitted: { type: "moved"; to: string };
    output: { collected: boolean; why: string };
  },
  actors: { item, customs, book: asked<{ number: string }, { carrier: string }>() },
  actions: { write: (_, _params: { words: string }) => {} },
  guards: { allPacked: ({ context }) => context.packed === context.things.length },
  delays: { threeDays: ({ context }) => 3 * context.day, aMonth: ({ context }) => 30 * context.day },
}).createMachine({
  context: ({ input }) => ({ ...input, packed: 0, carrier: "bicycle", why: "" }),
  output: ({ context }) => ({ collected: context.why === "", why: context.why }),
  initial: "packing",
  states: {
    packing: {
      entry: enqueueActions(({ enqueue, context: { things, day } }) => {
        for (const name of things) enqueue.spawnChild("item", { id: `item-${name}`, input: { name, day } });
      }),
      on: { packed: { actions: assign({ packed: ({ context }) => context.packed + 1 }) } },
      always: { guard: "allPacked", target: "atCustoms" },
    },
    atCustoms: {
      entry: emit({ type: "moved", to: "customs" }),
      invoke: {
        src: "customs",
        id: "customs",
        input: ({ context: { things, day } }) => ({ things, day }),
        onDone: [
          { guard: ({ event }) => event.output.why === "", target: "booking" },
          { target: "returned", actions: assign({ why: ({ event }) => event.output.why }) },
        ],
        onError: { target: "returned", actions: assign({ why: "customs broke off" }) },
      },
    },
    booking: {
      invoke: {
        src: "book",
        input: ({ context }) => ({ carrier: context.carrier }),
        onDone: { target: "underWay", actions: emit({ type: "moved", to: "the road" }) },
        onError: {
          target: "undecided",
          actions: { type: "write", params: ({ event }) => ({ words: `no booking: ${messageOf(event.error)}` }) },
        },
      },
    },
    undecided: {
      on: { choose: { target: "booking", actions: assign({ carrier: ({ event }) => event.carrier }) } },
      after: { aMonth: { target: "returned", actions: assign({ why: "nobody chose a carrier" }) } },
    },
    underWay: { on: { arrived: { target: "atShop", actions: emit({ type: "moved", to: "the shop" }) } } },
    atShop: {
      initial: "fresh",
      states: {
        fresh: { after: { threeDays: "reminded" } },
        reminded: { entry: { type: "write", params: { words: "your parcel waits at the shop" } } },
      },
      on: { collected: "collected" },
      after: { aMonth: { target: "returned", actions: assign({ why: "nobody came for it" }) } },
    },
    collected: { type: "final" },
    returned: { type: "final" },
  },
});

const messageOf = (error: unknown): string => (error as Error).message;

const quick = { startToCloseTimeout: "5 seconds", retry: { initialInterval: "100ms", maximumAttempts: 3 } };

export const customsV1 = register({ name: "customs", version: 1, root: customs, activities: { declare: quick } });

export const parcelV1 = register({
  name: "parcel",
  version: 1,
  root: parcel,
  activities: { fetch: quick, book: quick, write: quick },
  apart: { customs: customsV1 },
  emitted: quick,
});
