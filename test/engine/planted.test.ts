// Faults planted in the engine, each of which the comparison with createActor has to find.
import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import type * as book from "../../machines/engine/book.ts";
import type * as xstate from "../../machines/engine/xstate.ts";
import { settle } from "../../machines/engine/answers.ts";
import { compare } from "./compare.ts";
import { engine, hostOf, type Engine } from "./engine-side.ts";
import { plans } from "./generate.ts";

/** Each is found well before; a comparison that saw nothing would not get there either. */
const RUNS = 300;

const planted = vi.hoisted(() => ({ bug: undefined as string | undefined }));

vi.mock("../../machines/engine/book.ts", async (original) => {
  const real = await original<typeof book>();
  return {
    ...real,
    disarm: (...args: Parameters<typeof book.disarm>) => planted.bug !== "cancel" && real.disarm(...args),
    dropTimers: (...args: Parameters<typeof book.dropTimers>) => planted.bug !== "stop" && real.dropTimers(...args),
    arm(...args: Parameters<typeof book.arm>) {
      real.arm(...args);
      const last = args[0].timers.at(-1)!;
      if (planted.bug === "order") last.n = -last.n;
    },
  };
});

vi.mock("../../machines/engine/xstate.ts", async (original) => {
  const real = await original<typeof xstate>();
  return {
    ...real,
    transition(...[spot, actor, event]: Parameters<typeof xstate.transition>) {
      const isLost = planted.bug === "done" && event.type.startsWith("xstate.done.actor.");
      return real.transition(spot, actor, isLost ? { type: "lost" } : event);
    },
  };
});

/** Takes whatever answer comes for a task of that name, also one to an earlier asking. */
const gullible: Engine["settle"] = (machines, state, task, ...rest) => {
  const current = state.tasks.find(({ actor, id }) => actor === task.actor && id === task.id);
  return settle(machines, state, current ?? task, ...rest);
};

// XState's development build warns of each event to an actor that is over.
vi.spyOn(console, "warn").mockReturnValue();

afterEach(() => {
  planted.bug = undefined;
});

const search = (engine: Engine) =>
  fc.check(
    fc.asyncProperty(plans, async (plan) => void (await compare(plan, hostOf(engine)))),
    { numRuns: RUNS, seed: 1, endOnFailure: true },
  );

test("nothing is planted, nothing is found", { timeout: 120_000 }, async () => {
  expect((await search(engine)).failed).toBe(false);
});

test.for([
  ["a cancel is dropped", "cancel", engine],
  ["two timers due at one instant change places", "order", engine],
  ["a child's done event is lost", "done", engine],
  ["a stop leaves timers behind", "stop", engine],
  ["an answer to an earlier asking is taken", "stale", { ...engine, settle: gullible }],
] as const)("%s: found", { timeout: 120_000 }, async ([, bug, engine]) => {
  planted.bug = bug;
  expect((await search(engine)).failed).toBe(true);
});
