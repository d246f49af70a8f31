// A job that is done every night, three times at the most when it fails. Play it: `npx tsx examples/play.ts nightly`.
import { assign, fromPromise, setup } from "xstate";
import { activitiesOf } from "../activities/instances.ts";
import { register } from "../machines/engine/register.ts";
import type { Example, Say } from "./stage.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const ATTEMPTS = 3;

const machine = setup({
  types: {} as {
    /** `next`: the instant of the next night (ms). `attempt`: this night's, from 1. */
    context: { next: number; night: number; attempt: number; done: number };
    input: { first: number };
    events: { type: "now" } | { type: "stop" };
    output: { nights: number; done: number };
  },
  actors: {
    // Its function is under `activities`.
    work: fromPromise<{ rows: number }, { night: number; attempt: number }>(() => Promise.reject(new Error("unused"))),
  },
  actions: { call: (_, _params: { words: string }) => {} },
  guards: { mayTryAgain: ({ context }) => context.attempt < ATTEMPTS },
  // A name that begins `at:` gives an instant. However long a night takes, the next is not later for it.
  delays: { "at:next": ({ context }) => context.next },
}).createMachine({
  context: ({ input }) => ({ next: input.first, night: 0, attempt: 0, done: 0 }),
  output: ({ context: { night, done } }) => ({ nights: night, done }),
  initial: "waiting",
  states: {
    waiting: {
      entry: assign({ attempt: 0 }),
      on: { now: { target: "working", actions: assign({ night: ({ context }) => context.night + 1 }) }, stop: "over" },
      after: {
        "at:next": {
          target: "working",
          actions: assign(({ context: { night, next } }) => ({ night: night + 1, next: next + DAY })),
        },
      },
    },
    working: {
      entry: assign({ attempt: ({ context }) => context.attempt + 1 }),
      invoke: {
        src: "work",
        input: ({ context: { night, attempt } }) => ({ night, attempt }),
        onDone: { target: "waiting", actions: assign({ done: ({ context }) => context.done + 1 }) },
        onError: [
          { guard: "mayTryAgain", target: "resting" },
          {
            target: "waiting",
            actions: { type: "call", params: ({ context }) => ({ words: `night ${context.night} was not done` }) },
          },
        ],
      },
    },
    resting: { after: { [10 * MINUTE]: "working" } },
    over: { type: "final" },
  },
});

/** Once: when to try again is the machine's to say. A worker that dies is noticed after two hours at the latest. */
const once = { startToCloseTimeout: "2 hours", retry: { maximumAttempts: 1 } };

const nightlyV1 = register({
  name: "nightly",
  version: 1,
  root: machine,
  activities: { work: once, call: { startToCloseTimeout: "5 seconds" } },
});

const activities = (say: Say) =>
  activitiesOf(nightlyV1, {
    work: ({ night, attempt }) => {
      say(`   night ${night}, attempt ${attempt}`);
      if (night === 3 || (night === 2 && attempt < 3)) throw new Error("the disk is full");
      return { rows: 100 * night };
    },
    call: ({ words }) => say(`   whoever is on call is woken: ${words}`),
  });

async function story({ start }: Parameters<Example["story"]>[0]): Promise<void> {
  const job = await start(nightlyV1, { first: DAY });
  await job.pass(DAY);
  await job.reach("waiting");
  for (const sinceTheLast of [DAY, DAY - 20 * MINUTE]) {
    await job.pass(sinceTheLast);
    for (let n = 1; n < ATTEMPTS; n++) {
      await job.reach("resting");
      await job.pass(10 * MINUTE);
    }
    await job.reach("waiting");
  }
  await job.send({ type: "now" });
  await job.reach("waiting");
  await job.send({ type: "stop" });
  await job.over();
}

export const nightly: Example = { machine: nightlyV1, activities, story };
