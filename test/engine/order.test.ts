// What the comparison with createActor found, each in its smallest form; and what the engine does on purpose otherwise.
import { assign, emit, fromPromise, raise, sendParent, sendTo, setup, spawnChild, stopChild } from "xstate";
import { describe, expect, test } from "vitest";
import { settle } from "../../machines/engine/answers.ts";
import { init, step } from "../../machines/engine/step.ts";
import { advance } from "../../machines/engine/timers.ts";
import { MAX_HOPS, ROOT, type Effect, type Machines, type State, type Step } from "../../machines/engine/types.ts";

// Configurations are written without their types: what they do is what matters here.
type Loose = any; // oxlint-disable-line typescript/no-explicit-any
const machine = (config: Loose, actors: Loose = {}, more: Loose = {}): Loose =>
  setup({ actors, actions: { act: () => {} }, ...more } as never).createMachine(config as never);
const tree = (root: Loose, children: Loose = {}) => ({ [ROOT]: root, ...children }) as Machines;
const act = (k: string) => ({ type: "act", params: { k } });

/** What left, in words: acts by their `k`, emitted events by their type. */
const words = (effects: Effect[]) =>
  effects.map((effect) => {
    if (effect.do === "act") return effect.params["k"];
    return effect.do === "emit" ? `emit ${(effect.event as Loose).type}` : effect.do;
  });
const stored = (state: State): State => JSON.parse(JSON.stringify(state));
/** Sends events to the root, one after the other, each after a night in a database. */
const play = (machines: Machines, ...types: string[]): Step =>
  types.reduce<Step>(
    ({ state, effects }, type) => {
      const next = step(machines, stored(state), ROOT, { type }, 0);
      return { state: next.state, effects: [...effects, ...next.effects] };
    },
    init(machines, null, 0),
  );
const context = (state: State, key: string = ROOT): Loose => (state.actors[key]!.snap as Loose).context;

describe("order", () => {
  test("at a start the children come first, but one that is over from its own start keeps its turn", () => {
    const kid = machine({ entry: act("kid") });
    const over = machine({ entry: act("over"), initial: "a", states: { a: { type: "final" } } });
    const root = machine({ entry: act("root"), invoke: [{ src: "over" }, { src: "kid" }] }, { kid, over });
    expect(words(init(tree(root, { kid, over }), null, 0).effects)).toEqual(["kid", "root", "over"]);
  });

  test("a child that makes its parent start it anew is replaced, and what it still sends arrives", () => {
    const tell = [sendParent({ type: "again" }), sendParent({ type: "still" })];
    const kid = machine({ on: { hi: { actions: [...tell, raise({ type: "later" }, { delay: 5 })] } } });
    const on = { again: { target: ".on", reenter: true, actions: act("again") }, still: { actions: act("still") } };
    const root = machine({ initial: "on", states: { on: { invoke: { src: "kid", id: "kid" } } }, on }, { kid });
    const machines = tree(root, { kid });
    const { effects, state } = step(machines, init(machines, null, 0).state, "kid", { type: "hi" }, 0);
    expect(words(effects)).toEqual(["again", "still"]);
    expect(Object.keys(state.actors)).toEqual([ROOT, "kid"]);
    expect(state.timers).toEqual([]);
  });

  test("what a step did before it failed is done, as its actions were; what it asked for is not", () => {
    const boom = assign(() => {
      throw new Error("boom");
    });
    const kid = machine({ on: { hi: { actions: [act("done"), emit({ type: "never" }), boom] } } });
    const onError = { actions: act("told") };
    const go = { actions: sendTo("kid", { type: "hi" }) };
    const root = machine({ invoke: { src: "kid", id: "kid", onError }, on: { go } }, { kid });
    expect(words(play(tree(root, { kid }), "go").effects)).toEqual(["done", "fault", "told"]);
  });

  test("parallel states act in the order in which they were entered, also after a night in a database", () => {
    const region = (k: string, on: Loose = {}) => ({
      initial: "a",
      states: { a: { on }, b: { always: { guard: "ready", target: "c", actions: act(k) } }, c: {} },
    });
    const left = region("left", { one: "b" });
    const right = region("right", { zero: "b" });
    const ready = ({ context }: Loose) => context.ready;
    const go = { actions: assign({ ready: true }) };
    const root = machine(
      { context: {}, type: "parallel", states: { left, right }, on: { go } },
      {},
      { guards: { ready } },
    );
    expect(words(play(tree(root), "zero", "one", "go").effects)).toEqual(["right", "left"]);
    expect(words(play(tree(root), "one", "zero", "go").effects)).toEqual(["left", "right"]);
  });
});

describe("timers", () => {
  const on = { later: { actions: act("later") } };

  test("without an id of their own they are each its own, and end with their actor", () => {
    const told = sendParent({ type: "later" }, { delay: 5 });
    const kid = machine({ entry: [told, told] });
    const root = machine(
      { invoke: { src: "kid", id: "kid" }, on: { ...on, end: { actions: stopChild("kid") } } },
      { kid },
    );
    const machines = tree(root, { kid });
    expect(words(advance(machines, stored(init(machines, null, 0).state), 5).effects)).toEqual(["later", "later"]);
    expect(play(machines, "end").state.timers).toEqual([]);
  });

  test("a loop of timers at one instant ends with a fault", () => {
    const machines = tree(machine({ initial: "a", states: { a: { after: { 0: { target: "a", reenter: true } } } } }));
    const { effects, state } = advance(machines, init(machines, null, 0).state, 10);
    expect(effects).toEqual([
      expect.objectContaining({ do: "fault", undone: true, message: expect.stringContaining(`${MAX_HOPS}`) }),
    ]);
    expect(state).toMatchObject({ now: 10, timers: [] });
  });

  test("a computed delay that is none is its actor's error, never a timer that fires at once", () => {
    const config = { initial: "a", states: { a: { after: { soon: "b" } }, b: { entry: act("at once") } } };
    const kid = machine(config, {}, { delays: { soon: () => undefined } });
    const root = machine({ invoke: { src: "kid", id: "kid", onError: { actions: act("told") } } }, { kid });
    expect(words(init(tree(root, { kid }), null, 0).effects)).toEqual(["fault", "told"]);
  });
});

describe("children", () => {
  const kid = machine({
    on: { hi: { actions: act("hi") }, ask: { actions: sendTo(({ event }: Loose) => event.from, { type: "answer" }) } },
  });

  test("one spawned by an assignment lives, and its reference in the context stays one", () => {
    const root = machine(
      {
        context: ({ spawn }: Loose) => ({ ref: spawn("kid", { id: "kid" }) }),
        on: { go: { actions: sendTo(({ context }: Loose) => context.ref, { type: "hi" }) } },
      },
      { kid },
    );
    const machines = tree(root, { kid });
    expect(words(play(machines, "go", "go").effects)).toEqual(["hi", "hi"]);
    // The same without a night in a database.
    expect(words(step(machines, init(machines, null, 0).state, ROOT, { type: "go" }, 0).effects)).toEqual(["hi"]);
  });

  test("a reference in an event can be answered; one to an actor that is gone reaches nobody", () => {
    const from = ({ self }: Loose) => ({ type: "ask", from: self });
    const root = machine(
      {
        context: {},
        entry: assign({ ref: ({ spawn }: Loose) => spawn("kid", { id: "kid" }) }),
        on: {
          go: { actions: sendTo(({ context }: Loose) => context.ref, from) },
          answer: { actions: act("answered") },
          stop: { actions: stopChild("kid") },
        },
      },
      { kid },
    );
    expect(words(play(tree(root, { kid }), "go", "stop", "go").effects)).toEqual(["answered"]);
  });

  test("one spawned without an id is refused: its key would be another at every start", () => {
    const root = machine({ entry: assign({ ref: ({ spawn }: Loose) => spawn("kid") }) }, { kid });
    expect(() => init(tree(root, { kid }), null, 0)).toThrow(/without an id/);
  });

  test("those of one id live under different parents", () => {
    const middle = machine({ invoke: { src: "kid", id: "kid" } }, { kid });
    const root = machine(
      {
        invoke: [
          { src: "kid", id: "kid" },
          { src: "middle", id: "middle" },
        ],
      },
      { kid, middle },
    );
    const { state } = init(tree(root, { kid, middle }), null, 0);
    expect(Object.keys(state.actors).sort()).toEqual(["kid", "middle", "middle/kid", ROOT]);
  });

  describe("a name", () => {
    const holder = machine({ invoke: { src: "kid", id: "kid", systemId: "it" } }, { kid });
    const short = machine({ initial: "a", states: { a: { type: "final" } } });
    const actors = { kid, holder, short };
    const taken = spawnChild("kid", { id: "b", systemId: "it" });
    const keys = (entry: Loose, go: Loose) => {
      const root = machine({ entry, on: { go: { actions: go } } }, actors);
      return Object.keys(play(tree(root, actors), "go", "nothing").state.actors).sort();
    };

    test("is free in the step that stops its holder", () => {
      expect(keys(spawnChild("kid", { id: "a", systemId: "it" }), [stopChild("a"), taken])).toEqual(["b", ROOT]);
    });

    test("is free in the step that stops one above its holder", () => {
      expect(keys(spawnChild("holder", { id: "a" }), [stopChild("a"), taken])).toEqual(["b", ROOT]);
    });

    test("is free when its holder is over", () => {
      expect(keys(spawnChild("short", { id: "a", systemId: "it" }), taken)).toEqual(["a", "b", ROOT]);
    });

    test("is not found any more while its holder is being stopped", () => {
      const hi = sendTo(({ system, self }: Loose) => system.get("it") ?? self, { type: "hi" });
      const asker = machine({ on: { ask: { actions: hi }, hi: { actions: act("nobody") } } });
      const entry = [spawnChild("kid", { id: "a", systemId: "it" }), spawnChild("asker", { id: "asker" })];
      const go = { actions: [sendTo("asker", { type: "ask" }), stopChild("a")] };
      const root = machine({ entry, on: { go } }, { kid, asker });
      expect(words(play(tree(root, { kid, asker }), "go").effects)).toEqual(["nobody"]);
    });
  });
});

describe("answers and events from outside", () => {
  const task = fromPromise(async () => 1);
  const invoke = { src: "task", id: "t", onDone: { actions: assign({ got: ({ event }: Loose) => event.output }) } };
  const again = { target: ".on", reenter: true };
  const root = machine({ context: {}, initial: "on", states: { on: { invoke } }, on: { again } }, { task });

  test("a task's answer arrives; one to an asking that was given up does not", () => {
    const { state } = play(tree(root), "again");
    const [now] = state.tasks;
    const early = settle(tree(root), state, { ...now!, gen: now!.gen - 1 }, { ok: true, output: 1 }, 0);
    expect(context(early.state)).toEqual({});
    expect(context(settle(tree(root), stored(state), now!, { ok: true, output: 2 }, 0).state)).toEqual({ got: 2 });
  });

  test("an error that nobody takes is a fault, and the task is over: it would only fail again", () => {
    const { state } = init(tree(root), null, 0);
    const { effects, state: after } = settle(tree(root), state, state.tasks[0]!, { ok: false, error: "no" }, 7);
    expect(effects).toEqual([{ do: "fault", at: 7, actor: ROOT, message: "no", undone: true }]);
    expect(after).toEqual({ ...state, tasks: [], now: 7 });
  });

  test("nobody outside can send what only XState itself sends", () => {
    const { state } = init(tree(root), null, 0);
    expect(() => step(tree(root), state, ROOT, { type: "xstate.done.actor.t" }, 0)).toThrow(/another name/);
  });
});
