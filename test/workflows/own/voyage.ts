// A machine with everything in it that a long life could lose, for the tests of continue-as-new.
import { assign, cancel, emit, fromPromise, log, raise, sendParent, sendTo, setup } from "xstate";
import { register } from "../../../machines/engine/register.ts";

/** The query for all that a run hands on: actors, timers, tasks, records. */
export const WHOLE = "whole";

const soon = { startToCloseTimeout: "20s", retry: { initialInterval: "10ms", maximumAttempts: 3 } };
const never = () => Promise.reject(new Error("never called"));
const actions = { note: (_: unknown, params: { what: string }) => void params };
const note = (what: string) => ({ type: "note" as const, params: { what } });

/** In the ship's own workflow: weighs what it is given, and rests after it. */
const clerk = setup({
  types: {} as { context: { total: number }; events: { type: "weigh"; kilos: number } },
  actors: { scale: fromPromise<{ kilos: number }, { kilos: number }>(never) },
  actions,
}).createMachine({
  id: "clerk",
  context: { total: 0 },
  initial: "idle",
  states: {
    idle: { on: { weigh: "weighing" } },
    weighing: {
      invoke: {
        src: "scale",
        id: "scale",
        input: ({ event }) => ({ kilos: event.kilos }),
        onDone: {
          target: "resting",
          actions: [
            assign({ total: ({ context, event }) => context.total + event.output.kilos }),
            sendParent(({ context }) => ({ type: "weighed", total: context.total })),
          ],
        },
      },
    },
    resting: { after: { 700: { target: "idle", actions: note("rested") } } },
  },
});

/** Runs apart: tells the ship what it sees, and comes back with how much that was. */
const scout = setup({
  types: {} as {
    context: { seen: number };
    events: { type: "look"; at: string } | { type: "return" };
    output: number;
  },
  actions,
}).createMachine({
  id: "scout",
  context: { seen: 0 },
  initial: "out",
  output: ({ context }) => context.seen,
  states: {
    out: {
      on: {
        look: {
          actions: [
            assign({ seen: ({ context }) => context.seen + 1 }),
            { type: "note", params: ({ event }) => ({ what: `looked ${event.at}` }) },
            sendParent(({ event, context }) => ({ type: "seen", what: `${context.seen} ${event.at}` })),
          ],
        },
        return: { target: "back", actions: sendParent({ type: "seen", what: "land" }) },
      },
    },
    back: { type: "final" },
  },
});
export const scoutV1 = register({ name: "scout", version: 1, root: scout, activities: { note: soon } });

type Ship = { leaveAt: number; postponed: number; found: number; total: number; seen: string[]; wind: string };

const ship = setup({
  types: {} as {
    context: Ship;
    events:
      | { type: "plan"; at: number }
      | { type: "postpone"; by: number }
      | { type: "call" }
      | { type: "weigh" | "hand"; kilos: number }
      | { type: "weighed"; total: number }
      | { type: "look"; at: string }
      | { type: "seen"; what: string }
      | { type: "sail" | "anchor" | "home" | "break" };
    emitted: { type: "logged"; what: string };
    output: Ship;
  },
  actors: { clerk, scout, forecast: fromPromise<string, { day: number }>(never) },
  actions,
  delays: {
    patience: ({ context }) => 1_000 * (1 + context.postponed),
    "at:departure": ({ context }) => context.leaveAt,
  },
}).createMachine({
  id: "ship",
  context: { leaveAt: Number.MAX_SAFE_INTEGER, postponed: 0, found: 0, total: 0, seen: [], wind: "" },
  initial: "planning",
  output: ({ context }) => context,
  entry: [note("begun"), log("begun"), raise({ type: "call" }, { id: "call", delay: 250 })],
  invoke: { src: "clerk", id: "clerk", systemId: "clerk" },
  on: {
    weigh: { actions: sendTo("clerk", ({ event }) => ({ type: "weigh", kilos: event.kilos })) },
    hand: {
      actions: sendTo(
        ({ system }) => system.get("clerk")!,
        ({ event }) => ({ type: "weigh", kilos: event.kilos }),
      ),
    },
    weighed: {
      actions: [
        assign({ total: ({ event }) => event.total }),
        emit(({ event }) => ({ type: "logged", what: `weighed ${event.total}` })),
        note("stowed"),
      ],
    },
    postpone: {
      actions: [
        assign({ postponed: ({ context }) => context.postponed + 1 }),
        cancel("call"),
        raise({ type: "call" }, { id: "call", delay: ({ event }) => event.by }),
      ],
    },
    call: { actions: [note("called"), log("called"), emit({ type: "logged", what: "called" })] },
    seen: {
      actions: [
        assign({ seen: ({ context, event }) => [...context.seen, event.what] }),
        emit(({ event }) => ({ type: "logged", what: event.what })),
      ],
    },
    break: {
      actions: assign(() => {
        throw new Error("broken on purpose");
      }),
    },
  },
  states: {
    planning: {
      on: { plan: { actions: assign({ leaveAt: ({ event }) => event.at }) } },
      after: { patience: { actions: note("impatient") }, "at:departure": "sailing" },
    },
    sailing: {
      entry: note("sailing"),
      invoke: [
        {
          src: "scout",
          id: "scout",
          onDone: { target: "home", actions: assign({ found: ({ event }) => event.output }) },
        },
        {
          src: "forecast",
          id: "forecast",
          input: ({ context }) => ({ day: context.seen.length }),
          onDone: { actions: assign({ wind: ({ event }) => event.output }) },
          onError: { actions: assign({ wind: ({ event }) => (event.error as Error).message }) },
        },
      ],
      after: { 5000: "anchored" },
      on: {
        look: { actions: sendTo("scout", ({ event }) => event) },
        anchor: "anchored",
        home: { actions: sendTo("scout", { type: "return" }) },
      },
    },
    anchored: { entry: note("anchored"), on: { sail: "sailing" } },
    home: { entry: note("home"), type: "final" },
  },
});

export const shipV1 = register({
  name: "ship",
  version: 1,
  root: ship,
  activities: { note: soon, scale: soon, forecast: soon },
  emitted: soon,
  apart: { scout: scoutV1 },
});
