// Machines that try their host: one for each kind of thing that goes wrong outside.
import { assign, emit, fromPromise, sendTo, setup } from "xstate";
import { register } from "../../../machines/engine/register.ts";

const quick = { startToCloseTimeout: "5s", retry: { initialInterval: "10ms", maximumAttempts: 3 } };
const asked = <Output, Input>() => fromPromise<Output, Input>(() => Promise.reject(new Error("never called")));

/** Asks outside, and tells outside: each with what its activity does in its input. */
const asker = setup({
  types: {} as {
    context: { got: string; name: string; wait: number; size: number };
    input: { wait?: number };
    events:
      | { type: "ask"; how: string }
      | { type: "act"; how: string }
      | { type: "shout"; times: number }
      | { type: "emit"; from: number }
      | { type: "grow"; size: number }
      | { type: "hurry" }
      | { type: "leave" }
      | { type: "end" };
    emitted: { type: "counted"; n: number };
  },
  actors: { ask: asked<string, { how: string }>() },
  actions: { act: (_, _params: { how: string }) => {} },
  delays: { wait: ({ context }) => context.wait },
}).createMachine({
  context: ({ input }) => ({ got: "", name: "", wait: input.wait ?? Number.NaN, size: 0 }),
  initial: "idle",
  on: {
    grow: { actions: assign({ got: ({ event }) => "x".repeat(event.size) }) },
    act: { actions: { type: "act", params: ({ event }) => ({ how: event.how }) } },
    shout: { actions: { type: "act", params: ({ event }) => ({ how: "x".repeat(event.times) }) } },
    emit: { actions: [0, 1, 2, 3, 4].map((n) => emit(({ event }) => ({ type: "counted", n: event.from + n }))) },
    end: ".over",
  },
  states: {
    idle: { on: { ask: "asking", hurry: "hurrying" } },
    asking: {
      invoke: {
        src: "ask",
        id: "ask",
        systemId: "desk",
        input: ({ event }) => ({ how: (event as { how: string }).how }),
        onDone: { target: "idle", actions: assign({ got: ({ event }) => event.output }) },
        onError: {
          target: "idle",
          actions: assign({
            got: ({ event }) => (event.error as Error).message,
            name: ({ event }) => (event.error as Error).name,
          }),
        },
      },
      on: { leave: "idle" },
    },
    hurrying: { after: { wait: "idle" } },
    over: { type: "final" },
  },
});
export const askerV1 = register({
  name: "asker",
  version: 1,
  root: asker,
  activities: { act: quick, ask: { ...quick, heartbeatTimeout: "5s" } },
  emitted: quick,
});

/** Runs apart, until it is told to end, to fail, or is ended by hand. */
const worker = setup({
  types: {} as {
    context: { broken: boolean };
    input: { broken: boolean };
    events: { type: "finish" } | { type: "fail" };
    output: string;
  },
}).createMachine({
  context: ({ input }) => {
    if (input.broken) throw new Error("no work without tools");
    return input;
  },
  initial: "working",
  output: "done",
  states: {
    working: {
      on: {
        finish: "over",
        fail: {
          actions: assign(() => {
            throw new TypeError("the work failed");
          }),
        },
      },
    },
    over: { type: "final" },
  },
});
export const workerV1 = register({ name: "worker", version: 1, root: worker });

const boss = setup({
  types: {} as {
    context: { heard: string };
    input: { broken: boolean };
    events: { type: "finish" } | { type: "fail" } | { type: "giveUp" } | { type: "introduce" } | { type: "end" };
  },
  actors: { worker },
}).createMachine({
  context: { heard: "" },
  initial: "working",
  on: { end: ".over" },
  states: {
    working: {
      invoke: {
        src: "worker",
        id: "worker",
        systemId: "helper",
        input: ({ event }) => (event as unknown as { input: { broken: boolean } }).input,
        onDone: { target: "resting", actions: assign({ heard: ({ event }) => event.output }) },
        onError: {
          target: "alone",
          actions: assign({
            heard: ({ event }) => `${(event.error as Error).name}: ${(event.error as Error).message}`,
          }),
        },
      },
      on: {
        finish: { actions: sendTo(({ system }) => system.get("helper"), { type: "finish" }) },
        fail: { actions: sendTo("worker", { type: "fail" }) },
        introduce: { actions: sendTo("worker", ({ self }) => ({ type: "meet", whom: self }) as never) },
        giveUp: "resting",
      },
    },
    resting: {},
    alone: {},
    over: { type: "final" },
  },
});
export const bossV1 = register({ name: "boss", version: 1, root: boss, apart: { worker: workerV1 } });
