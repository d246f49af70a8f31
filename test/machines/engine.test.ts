// How the engine calls XState's pure functions. Each case is a trap that was once fallen into.
import { assign, cancel, raise, sendParent, sendTo, setup, spawnChild, stopChild, type AnyStateMachine } from "xstate";
import { describe, expect, test } from "vitest";
import { init, step } from "../../machines/engine/step.ts";
import { advance, nextDue } from "../../machines/engine/timers.ts";
import { MAX_HOPS, NEVER, ROOT, type Machines, type State, type Step } from "../../machines/engine/types.ts";
import { can } from "../../machines/engine/xstate.ts";

const record = (kind: string) => ({ type: "record" as const, params: () => ({ kind }) });
const base = setup({ actions: { record: () => {} } });

const machines = (root: unknown, children: Record<string, unknown> = {}) =>
  ({ [ROOT]: root, ...children }) as unknown as Machines;
/** A state as it is after a night in a database. */
const stored = (state: State): State => JSON.parse(JSON.stringify(state));
const kinds = ({ effects }: Step) =>
  effects.flatMap((effect) => (effect.do === "act" ? [effect.params["kind"]] : effect.do === "fault" ? ["fault"] : []));
const value = (state: State, actor = ROOT) => (state.actors[actor]!.snap as { value: unknown }).value;
const context = (state: State, actor = ROOT) => (state.actors[actor]!.snap as { context: unknown }).context;

describe("timers", () => {
  const waiting = machines(
    base.createMachine({
      initial: "waiting",
      states: {
        waiting: { after: { 1000: "done" }, on: { leave: "left" } },
        done: { entry: record("done") as never },
        left: {},
      },
    }),
  );

  test("a delay is due so long after it was armed, and applies at its own instant", () => {
    const { state } = init(waiting, null, 5_000);
    expect(nextDue(state)?.dueAt).toBe(6_000);
    const late = advance(waiting, stored(state), 9_000);
    expect(value(late.state)).toBe("done");
    expect(late.effects).toEqual([expect.objectContaining({ do: "act", at: 6_000 })]);
    expect(late.state.now).toBe(9_000);
  });

  test("leaving the state cancels its timer", () => {
    const { state } = step(waiting, init(waiting, null, 0).state, ROOT, { type: "leave" }, 10);
    expect(state.timers).toEqual([]);
  });

  test("time never goes back", () => {
    const { state } = init(waiting, null, 5_000);
    expect(step(waiting, state, ROOT, { type: "nothing" }, 1_000).state.now).toBe(5_000);
  });

  test("of two timers due at one instant the one armed first goes first", () => {
    const both = machines(
      base.createMachine({
        type: "parallel",
        states: {
          second: { initial: "a", states: { a: { after: { 2000: "b" } }, b: { entry: record("second") as never } } },
          first: { initial: "a", states: { a: { after: { 2000: "b" } }, b: { entry: record("first") as never } } },
        },
      }),
    );
    const { state } = init(both, null, 0);
    const reversed = { ...state, timers: state.timers.toReversed() };
    expect(kinds(advance(both, reversed, 2_000))).toEqual(["second", "first"]);
  });

  const dated = machines(
    setup({
      types: {} as { context: { date: number } },
      actions: { record: () => {} },
      delays: { "at:date": ({ context: { date } }) => date },
    }).createMachine({
      context: { date: NEVER },
      initial: "waiting",
      states: {
        waiting: {
          after: {
            "at:date": [
              {
                guard: ({ event }) =>
                  (event as unknown as { armedAt: number; dueAt: number }).armedAt >
                  (event as unknown as { dueAt: number }).dueAt,
                actions: record("too late") as never,
              },
              { actions: record("in time") as never },
            ],
          },
        },
      },
      on: { move: { actions: assign({ date: ({ event }) => (event as unknown as { to: number }).to }) as never } },
    }),
  );

  test("an `at:` delay is an instant: without a date it is never due, and moving the date moves it without leaving the state", () => {
    const { state } = init(dated, null, 0);
    expect(nextDue(state)).toBeUndefined();
    const moved = step(dated, stored(state), ROOT, { type: "move", to: 700 }, 100).state;
    expect(nextDue(moved)).toMatchObject({ dueAt: 700, armedAt: 100 });
    expect(nextDue(step(dated, moved, ROOT, { type: "move", to: 900 }, 200).state)).toMatchObject({ dueAt: 900 });
  });

  test("its event tells whether the instant had passed when it was set", () => {
    const at = (to: number) => step(dated, init(dated, null, 0).state, ROOT, { type: "move", to }, 500).state;
    expect(kinds(advance(dated, at(700), 800))).toEqual(["in time"]);
    const late = advance(dated, at(300), 800);
    expect(kinds(late)).toEqual(["too late"]);
    expect(late.effects).toEqual([expect.objectContaining({ do: "act", at: 500 })]);
  });

  test("a delay that is no finite number is refused, never a timer that fires at once", () => {
    const broken = machines(
      setup({ delays: { soon: () => Number.NaN } }).createMachine({
        initial: "a",
        states: { a: { after: { soon: "b" } }, b: {} },
      }),
    );
    expect(() => init(broken, null, 0)).toThrow(/finite/);
  });

  test("a delayed raise can be cancelled by its id", () => {
    const raising = machines(
      base.createMachine({
        entry: raise({ type: "later" }, { id: "later", delay: 50 }),
        on: { later: { actions: record("later") as never }, stop: { actions: cancel("later") } },
      }),
    );
    const { state } = init(raising, null, 0);
    expect(kinds(advance(raising, stored(state), 60))).toEqual(["later"]);
    expect(step(raising, state, ROOT, { type: "stop" }, 10).state.timers).toEqual([]);
  });

  test("a timer whose step throws is dropped and recorded; what comes after it still happens", () => {
    const poisoned = machines(
      base.createMachine({
        type: "parallel",
        states: {
          bad: {
            initial: "a",
            states: {
              a: { after: { 10: "b" } },
              b: {
                entry: assign(() => {
                  throw new Error("poison");
                }) as never,
              },
            },
          },
          good: { initial: "a", states: { a: { after: { 20: "b" } }, b: { entry: record("good") as never } } },
        },
      }),
    );
    const { effects, state } = advance(poisoned, init(poisoned, null, 0).state, 30);
    expect(kinds({ effects, state })).toEqual(["fault", "good"]);
    expect(effects[0]).toMatchObject({ at: 10, message: "poison" });
  });
});

describe("children", () => {
  const child = base.createMachine({
    id: "child",
    initial: "idle",
    context: { n: 1 },
    output: ({ context }: { context: { n: number } }) => ({ n: context.n }),
    states: {
      idle: {
        after: { 500: { actions: record("child waited") as never } },
        on: { finish: "over", tell: { actions: sendParent({ type: "told" }) as never } },
      },
      over: { type: "final" },
    },
  } as never);
  const parent = setup({ actors: { child: child as never }, actions: { record: () => {} } }).createMachine({
    context: { output: null as unknown },
    on: {
      spawn: { actions: spawnChild("child", { id: "kid" }) as never },
      ask: { actions: sendTo("kid", { type: "tell" }) as never },
      askLater: { actions: sendTo("kid", { type: "tell" }, { id: "ask", delay: 100 }) as never },
      end: { actions: sendTo("kid", { type: "finish" }) as never },
      stop: { actions: stopChild("kid") as never },
      told: { actions: record("parent told") as never },
      "xstate.done.actor.kid": {
        actions: assign({ output: ({ event }) => (event as unknown as { output: unknown }).output }) as never,
      },
    },
  });
  const family = machines(parent, { child });
  const spawned = () => step(family, init(family, null, 0).state, ROOT, { type: "spawn" }, 0).state;
  const send = (state: State, type: string, now = 10) => step(family, stored(state), ROOT, { type }, now);

  test("a child lives in the state, with its timers", () => {
    const state = spawned();
    expect(value(state, "kid")).toBe("idle");
    expect(kinds(advance(family, stored(state), 500))).toEqual(["child waited"]);
  });

  test("parent and child send to each other within one step", () => {
    expect(kinds(send(spawned(), "ask"))).toEqual(["parent told"]);
  });

  test("a delayed send is a timer for its receiver", () => {
    const { state } = send(spawned(), "askLater");
    expect(nextDue(state)).toMatchObject({ dueAt: 110, to: "kid" });
    expect(kinds(advance(family, stored(state), 110))).toEqual(["parent told"]);
  });

  test("a child that is done tells its parent its output, and its timers are gone", () => {
    const { state } = send(spawned(), "end");
    expect(context(state)).toEqual({ output: { n: 1 } });
    expect(state.timers).toEqual([]);
  });

  test("events still sent to a child that is done do nothing", () => {
    const { state } = send(spawned(), "end");
    expect(send(state, "ask", 20).effects).toEqual([]);
  });

  test("stopping a child drops it with its timers and those addressed to it", () => {
    const { state } = send(send(spawned(), "askLater").state, "stop", 20);
    expect(state.actors["kid"]).toBeUndefined();
    expect(state.timers).toEqual([]);
  });

  test("an id that is taken is refused instead of replaced", () => {
    expect(() => send(spawned(), "spawn")).toThrow(/already/);
  });

  test("what a child would not take, the parent's can() does not promise", () => {
    const state = spawned();
    expect(can({ machines: family, state, key: "kid" }, { type: "finish" })).toBe(true);
    expect(can({ machines: family, state, key: "kid" }, { type: "nonsense" })).toBe(false);
  });

  test("an inline actor is refused by name", () => {
    const inline = machines(
      base.createMachine({ entry: spawnChild(child as unknown as AnyStateMachine, { id: "kid" }) as never }),
    );
    expect(() => init(inline, null, 0)).toThrow(/kid.*inline/);
  });

  test("a promise becomes something to run, with a generation of its own", () => {
    const running = machines(
      setup({ actors: { task: {} as never } }).createMachine({
        invoke: { src: "task", id: "t", input: () => ({ a: 1 }) as never },
      }),
    );
    const { effects } = init(running, null, 0);
    expect(effects).toEqual([
      { do: "run", at: 0, actor: ROOT, id: "t", gen: expect.any(Number), src: "task", input: { a: 1 } },
    ]);
  });
});

describe("limits", () => {
  test("a loop of internal events is an error, not a hang", () => {
    const loop = machines(
      base.createMachine({ on: { again: { actions: sendTo(({ self }) => self, { type: "again" }) } } }),
    );
    expect(() => step(loop, init(loop, null, 0).state, ROOT, { type: "again" }, 0)).toThrow(`${MAX_HOPS}`);
  });

  test("so is a loop of eventless transitions", () => {
    const loop = machines(base.createMachine({ initial: "a", states: { a: { always: "b" }, b: { always: "a" } } }));
    expect(() => init(loop, null, 0)).toThrow(/loop/);
  });

  test("an action of the machine's own leaves under its name, for its host to carry out", () => {
    const own = machines(
      setup({ actions: { mail: () => {} } }).createMachine({ entry: { type: "mail", params: { to: "you" } } as never }),
    );
    expect(init(own, null, 7).effects).toEqual([
      { do: "act", at: 7, actor: ROOT, type: "mail", params: { to: "you" } },
    ]);
  });
});
