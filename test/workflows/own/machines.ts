// Machines as a developer would bring them, for the tests of their host.
import { and, assign, emit, fromPromise, log, not, sendParent, sendTo, setup, spawnChild, stopChild } from "xstate";
import { register } from "../../../machines/engine/register.ts";

const soon = { startToCloseTimeout: "5s", retry: { initialInterval: "10ms", maximumAttempts: 3 } };

/** Runs apart: counts what it is told, tells its parent now and then, and ends with its sum. */
const counter = setup({
  types: {} as {
    context: { sum: number };
    input: { from: number };
    events: { type: "add"; by: number } | { type: "finish" } | { type: "fail" };
    output: number;
  },
  actions: { noted: (_, params: { sum: number }) => void params },
}).createMachine({
  id: "counter",
  context: ({ input }) => ({ sum: input.from }),
  initial: "counting",
  output: ({ context }) => context.sum,
  states: {
    counting: {
      on: {
        add: {
          actions: [
            assign({ sum: ({ context, event }) => context.sum + event.by }),
            sendParent(({ context }) => ({ type: "counted", sum: context.sum })),
            { type: "noted", params: ({ context }) => ({ sum: context.sum }) },
          ],
        },
        finish: "done",
        fail: {
          actions: assign(() => {
            throw new Error("it cannot count");
          }),
        },
      },
    },
    done: { type: "final" },
  },
});
export const counterV1 = register({ name: "counter", version: 1, root: counter, activities: { noted: soon } });

/** An order of something that is paid, sent, and perhaps comes back: a bit of everything that reaches outside. */
const order = setup({
  types: {} as {
    context: { paid: number; sum: number; tries: number; why: string };
    input: { paid: number };
    events:
      | { type: "pay"; amount: number }
      | { type: "count"; by: number }
      | { type: "counted"; sum: number }
      | { type: "enough" }
      | { type: "giveUp" }
      | { type: "break" };
    emitted: { type: "heard"; sum: number };
    output: { sum: number };
  },
  actors: {
    counter,
    charge: fromPromise<{ receipt: string }, { amount: number }>(() => Promise.reject(new Error("never called"))),
  },
  actions: { tell: (_, params: { what: string }) => void params },
  guards: { isPaid: ({ context }) => context.paid >= 10, isTried: ({ context }) => context.tries > 1 },
  delays: { patience: ({ context }) => 60_000 * (1 + context.tries) },
}).createMachine({
  id: "order",
  context: ({ input }) => ({ paid: input.paid, sum: 0, tries: 0, why: "" }),
  initial: "open",
  output: ({ context }) => ({ sum: context.sum }),
  entry: [{ type: "tell", params: { what: "begun" } }, log("begun")],
  states: {
    open: {
      on: {
        pay: { target: "charging", guard: not("isTried") },
        break: {
          actions: assign(() => {
            throw new Error("broken on purpose");
          }),
        },
      },
      after: { patience: { target: "forgotten" } },
    },
    charging: {
      invoke: {
        src: "charge",
        input: ({ event }) => ({ amount: (event as { amount: number }).amount }),
        onDone: { target: "counting", actions: assign({ paid: ({ context }) => context.paid + 10 }) },
        onError: {
          target: "open",
          actions: assign({
            tries: ({ context }) => context.tries + 1,
            why: ({ event }) => (event.error as Error).message,
          }),
        },
      },
      on: { giveUp: "forgotten" },
    },
    counting: {
      invoke: {
        src: "counter",
        id: "counter",
        input: { from: 100 },
        onDone: { target: "finished", actions: assign({ sum: ({ event }) => event.output }) },
        onError: {
          target: "forgotten",
          actions: assign({ why: ({ event }) => (event.error as Error).message }),
        },
      },
      on: {
        count: { actions: sendTo("counter", ({ event }) => ({ type: "add", by: event.by })) },
        counted: {
          actions: [
            assign({ sum: ({ event }) => event.sum }),
            emit(({ event }) => ({ type: "heard", sum: event.sum })),
          ],
        },
        enough: { actions: sendTo("counter", { type: "finish" }), guard: and(["isPaid"]) },
        break: { actions: sendTo("counter", { type: "fail" }) },
        giveUp: "forgotten",
      },
    },
    forgotten: { entry: { type: "tell", params: { what: "forgotten" } }, type: "final" },
    finished: { entry: { type: "tell", params: { what: "finished" } }, type: "final" },
  },
});
void [spawnChild, stopChild];

const options = { charge: soon, tell: soon, noted: soon };
/** The counter as a child in the order's own workflow, and as a workflow of its own. */
export const orderV1 = register({ name: "order", version: 1, root: order, activities: options, emitted: soon });
export const orderApart = register({
  name: "order-apart",
  version: 1,
  root: order,
  activities: options,
  emitted: soon,
  apart: { counter: counterV1 },
});
