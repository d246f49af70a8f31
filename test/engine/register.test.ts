// What is refused when a machine is registered: one fault planted in each machine, and a machine of the whole language.
import {
  and,
  assign,
  cancel,
  createMachine,
  emit,
  enqueueActions,
  fromCallback,
  fromObservable,
  fromPromise,
  fromTransition,
  log,
  not,
  raise,
  sendParent,
  sendTo,
  setup,
  spawnChild,
  stateIn,
  stopChild,
  type AnyStateMachine,
} from "xstate";
import { expect, test } from "vitest";
import { NotDurable, register } from "../../machines/engine/register.ts";
import { init } from "../../machines/engine/step.ts";
import { ROOT } from "../../machines/engine/types.ts";
import { compile } from "../../machines/network/compile.ts";
import { planOf } from "../../programmes/plan.ts";
import { P1, START } from "../machines/play.ts";

const SOON = { startToCloseTimeout: "5 seconds" };

/** Registers as `shop`, past the types: a planted fault is often one that they would not let through. */
const problemsOf = (root: unknown, more: object = {}) => {
  try {
    register({ name: "shop", version: 1, root: root as AnyStateMachine, ...more });
  } catch (error) {
    if (error instanceof NotDurable) return error.problems;
    throw error;
  }
  return [];
};

const bare = (config: object) => createMachine(config as never);
const acting = (actors: object, config: object = {}) => setup({ actors } as never).createMachine(config as never);
const nothing = () => {};

test.for<[string, unknown, string, RegExp]>([
  ["an inline action", bare({ entry: nothing }), "shop › entry", /inline action «nothing».*setup/],
  ["one in a list", bare({ exit: [assign({}), nothing] }), "shop › exit[1]", /inline action/],
  ["one on an event", bare({ on: { go: { actions: nothing } } }), "shop › on.go.actions", /inline action/],
  ["one of several moves", bare({ on: { go: [{}, { actions: [nothing] }] } }), "shop › on.go[1].actions[0]", /inline/],
  ["one after a delay", bare({ after: { 10: { actions: nothing } } }), "shop › after.10.actions", /inline action/],
  [
    "one of an eventless move",
    bare({ always: { actions: nothing, guard: () => false } }),
    "shop › always.actions",
    /inline/,
  ],
  [
    "one deep inside",
    bare({ initial: "a", states: { a: { initial: "b", states: { b: { onDone: { actions: nothing } } } } } }),
    "shop › states.a.states.b.onDone.actions",
    /inline action/,
  ],
  [
    "one of an initial transition",
    bare({ initial: { target: "a", actions: nothing }, states: { a: {} } }),
    "shop › initial.actions",
    /inline action/,
  ],
  [
    "one when an actor fails",
    acting({ a: bare({}) }, { invoke: [{ src: "a", onError: { actions: nothing } }] }),
    "shop › invoke[0].onError.actions",
    /inline action/,
  ],
  ["a callback actor", acting({ a: fromCallback(nothing) }), "shop › setup.actors.a", /a callback.*promise/],
  [
    "an observable actor",
    acting({ a: fromObservable(() => ({}) as never) }),
    "shop › setup.actors.a",
    /an observable.*poll/,
  ],
  ["a transition actor", acting({ a: fromTransition((n) => n, 0) }), "shop › setup.actors.a", /a transition.*machine/],
  [
    "an actor of another make",
    acting({ a: { transition: nothing, getInitialSnapshot: nothing } }),
    "shop › setup.actors.a",
    /unknown/,
  ],
  [
    "a promise without an activity",
    acting({ a: fromPromise(async () => 1) }),
    "shop › setup.actors.a",
    /startToCloseTimeout/,
  ],
  [
    "an action without an activity",
    setup({ actions: { mail: nothing } }).createMachine({ entry: "mail" }),
    "shop › setup.actions.mail",
    /startToCloseTimeout/,
  ],
  ["an inline invoke", bare({ invoke: { src: bare({}) } }), "shop › invoke.src", /inline actor.*setup/],
  ["an inline spawn", bare({ entry: spawnChild(bare({}), { id: "a" }) }), "shop › entry(spawnChild)", /inline actor/],
  [
    "a spawn without an id",
    acting({ a: bare({}) }, { entry: spawnChild("a" as never) }),
    "shop › entry(spawnChild)",
    /without an id/,
  ],
  ["an unending delay", bare({ after: { Infinity: {} } }), "shop › after", /Infinity.*finite/],
  [
    "a raise at no time",
    bare({ entry: raise({ type: "a" }, { delay: Number.NaN }) }),
    "shop › entry(raise)",
    /NaN.*finite/,
  ],
  ["a delay nobody gave", bare({ after: { soon: {} } }), "shop › after", /«soon» is not provided.*delays/],
  ["an action nobody gave", bare({ entry: "mail" }), "shop › entry", /«mail» is not provided.*actions/],
  ["an action object nobody gave", bare({ entry: { type: "mail" } }), "shop › entry", /«mail» is not provided/],
  [
    "a guard nobody gave",
    bare({ on: { go: { guard: "may" } } }),
    "shop › on.go.guard",
    /«may» is not provided.*guards/,
  ],
  ["a guard within others", bare({ on: { go: { guard: and([not("may")]) } } }), "shop › on.go.guard[0][0]", /«may»/],
  ["an actor nobody gave", bare({ invoke: { src: "a" } }), "shop › invoke.src", /«a» is not provided.*actors/],
  ["a dot in a state's id", bare({ initial: "a", states: { a: { id: "a.b" } } }), "shop › states.a.id", /dot/],
  ["a dot in a state's key", bare({ initial: "a.b", states: { "a.b": {} } }), "shop › states.a.b", /dot/],
  ["a dot in a machine's id", bare({ id: "a.b" }), "shop › id", /dot/],
  [
    "a slash in a child's id",
    acting({ a: bare({}) }, { invoke: { src: "a", id: "a/b" } }),
    "shop › invoke.id",
    /slash/,
  ],
  [
    "the root's id for a child",
    acting({ a: bare({}) }, { invoke: { src: "a", id: ROOT } }),
    "shop › invoke.id",
    /root/,
  ],
  ["the root's name for an actor", acting({ [ROOT]: bare({}) }), `shop › setup.actors.${ROOT}`, /root/],
  ["an id as XState's own", bare({ initial: "a", states: { a: { id: "xstate-a" } } }), "shop › states.a.id", /XState/],
  ["an action of XState's name", bare({ entry: "xstate.mail" }), "shop › entry", /XState/],
  ["a fault in a child", acting({ a: bare({ entry: nothing }) }), "a › entry", /inline action/],
  [
    "one name for two machines",
    acting({ a: bare({}), b: acting({ a: bare({}) }) }),
    "b › setup.actors.a",
    /another actor has that name/,
  ],
])("%s is refused", ([, machine, path, words]) => {
  const problems = problemsOf(machine);
  expect(problems.map(({ path }) => path)).toEqual([path]);
  expect(`${problems[0]?.problem}; ${problems[0]?.instead}`).toMatch(words);
});

const aside = bare({});
const asideV1 = register({ name: "aside", version: 1, root: aside });
const starting = (config: object = {}) => acting({ aside }, { invoke: { src: "aside", id: "a", ...config } });

test.for<[string, unknown, object, string, RegExp]>([
  [
    "another machine to run apart",
    starting(),
    { aside: { ...asideV1, root: bare({}) } },
    "shop › setup.actors.aside",
    /another machine/,
  ],
  [
    "one to run apart that no setup names",
    starting(),
    { aside: asideV1, asied: asideV1 },
    "apart.asied",
    /no setup names it.*actors/,
  ],
  [
    "snapshots of one apart",
    starting({ onSnapshot: {} }),
    { aside: asideV1 },
    "shop › invoke.onSnapshot",
    /apart.*sendParent/,
  ],
  [
    "snapshots of one spawned apart",
    acting({ aside }, { entry: spawnChild("aside" as never, { id: "a", syncSnapshot: true } as never) }),
    { aside: asideV1 },
    "shop › entry(spawnChild)",
    /apart.*sendParent/,
  ],
])("%s: refused", ([, machine, apart, path, words]) => {
  const problems = problemsOf(machine, { apart });
  expect(problems.map(({ path }) => path)).toEqual([path]);
  expect(`${problems[0]?.problem}; ${problems[0]?.instead}`).toMatch(words);
});

test("one that runs apart is no machine of the tree, also where a setup only declares it or a child starts it", () => {
  const apart = { aside: asideV1 };
  const declared = setup({ actors: { aside: {} as typeof aside } } as never).createMachine({});
  const below = acting({ child: starting() });
  for (const root of [starting(), declared, below])
    expect(
      Object.values(register({ name: "shop", version: 1, root: root as AnyStateMachine, apart }).machines),
    ).not.toContain(aside);
});

test.for<[string, object, string]>([
  ["a name with a space", { name: "my shop" }, "name"],
  ["a name with an at", { name: "shop@2" }, "name"],
  ["no name", { name: "" }, "name"],
  ["version 0", { version: 0 }, "version"],
  ["half a version", { version: 1.5 }, "version"],
  ["an activity with the name of emitted events", { activities: { emitted: SOON } }, "activities.emitted"],
])("%s is refused", ([, more, path]) => {
  expect(problemsOf(bare({}), more).map(({ path }) => path)).toEqual([path]);
});

test("all that is wrong is told at once", () => {
  const broken = bare({ entry: nothing, invoke: { src: "a" }, on: { go: { guard: "may" } } });
  expect(() => register({ name: "shop", version: 1, root: broken })).toThrow(
    /«shop» cannot be made durable:\n- .*entry.*\n- .*guard.*\n- .*invoke/,
  );
});

const child = setup({ actors: { ask: fromPromise(async () => 1) } }).createMachine({
  initial: "asking",
  states: { asking: { invoke: { src: "ask", id: "ask", onDone: "over" } }, over: { type: "final" } },
  exit: sendParent({ type: "bye" }),
});

const whole = setup({
  actors: { child, pay: fromPromise(async () => true) },
  actions: { mail: (_, _params: { to: string }) => {}, count: assign({}) },
  guards: { may: () => true, both: and(["may", stateIn("shop")]) },
  delays: { soon: 10, later: () => 20, "at:date": () => 30 },
}).createMachine({
  context: ({ spawn }) => ({ ref: spawn("child", { id: "first" }) }),
  initial: "open",
  entry: ["count", { type: "mail", params: { to: "you" } }, log("hello"), emit({ type: "seen" })],
  states: {
    open: {
      tags: "tag",
      meta: { title: "open" },
      invoke: { src: "pay", id: "pay", systemId: "till", onDone: "both", onError: { actions: raise({ type: "no" }) } },
      after: { 5: {}, soon: {}, later: "both", "at:date": { guard: not("both") } },
      on: { "*": { guard: () => false, reenter: true, target: "open" }, "x.*": { actions: cancel("it") } },
    },
    both: {
      type: "parallel",
      states: { a: { initial: "a", states: { a: {}, h: { type: "history", history: "deep" } } }, b: {} },
      exit: enqueueActions(({ enqueue }) => enqueue.raise({ type: "again" }, { delay: 10 })),
      on: {
        go: { actions: [spawnChild("child", { id: "second" }), sendTo("first", { type: "hi" }), stopChild("first")] },
      },
    },
    over: { type: "final" },
  },
  output: 1,
});

test("a machine that uses the whole language registers, with the machines it starts, and runs", () => {
  const activities = { mail: SOON, pay: { ...SOON, retry: { maximumAttempts: 3 } }, ask: SOON };
  const registered = register({ name: "shop", version: 1, root: whole, activities });
  expect(Object.keys(registered.machines)).toEqual([ROOT, "child"]);
  const { effects } = init(registered.machines, null, 0);
  expect(effects.map((effect) => effect.do)).toEqual(["run", "run", "act", "log", "emit"]);
});

test("names of activities are checked by type, those of children too", () => {
  const activities = { mail: SOON, pay: SOON, ask: SOON };
  // @ts-expect-error -- no setup names it
  register({ name: "shop", version: 1, root: whole, activities: { ...activities, nonsense: SOON } });
  // @ts-expect-error -- an activity has a time limit
  expect(register({ name: "shop", version: 1, root: whole, activities: { ...activities, mail: {} } }).version).toBe(1);
});

test("a machine that a setup only declares is given beside it", () => {
  const root = setup({ actors: { later: {} as typeof child } }).createMachine({ invoke: { src: "later", id: "l" } });
  const { machines } = register({
    name: "shop",
    version: 1,
    root,
    machines: { later: child },
    activities: { ask: SOON },
  });
  expect(machines["later"]).toBe(child);
});

test("our own networks register", () => {
  const { [ROOT]: root, ...machines } = compile(planOf(P1, START));
  expect(problemsOf(root, { machines, activities: { record: SOON, notify: SOON } })).toEqual([]);
});
