// What keeps a step short: a machine that goes round for ever is refused before its host is taken for dead.
import { assign, raise, setup, spawnChild } from "xstate";
import { expect, test } from "vitest";
import { begin, pass, send } from "../../machines/engine/instance.ts";
import { register } from "../../machines/engine/register.ts";
import { init, step } from "../../machines/engine/step.ts";
import { advance, nextDue } from "../../machines/engine/timers.ts";
import { MAX_AT_ONCE, MAX_EVENT_BYTES, MAX_STATE_BYTES, MAX_TRANSITIONS, ROOT } from "../../machines/engine/types.ts";

type Counting = { context: { n: number } };
const isBelow400 = ({ context }: Counting) => context.n < 400;
const more = assign({ n: ({ context }: Counting) => context.n + 1 });

/** Counts to 400 by eventless transitions, which one machine may. */
const counter = setup({ types: {} as Counting }).createMachine({
  id: "counter",
  context: { n: 0 },
  initial: "up",
  states: { up: { always: { target: "up", reenter: true, guard: isBelow400, actions: more as never } } },
});

const family = setup({ types: {} as Counting, actors: { counter } }).createMachine({
  id: "family",
  context: { n: 0 },
  on: {
    child: {
      actions: [more as never, spawnChild("counter", { id: ({ context }: Counting) => `c${context.n}` } as never)],
    },
    children: { actions: Array.from({ length: 20 }, () => raise({ type: "child" })) },
  },
});

test("transitions are counted over all actors of a step", () => {
  const machines = { [ROOT]: family, counter };
  const { state } = init(machines, null, 0);
  expect(() => step(machines, state, ROOT, { type: "child" }, 0)).not.toThrow();
  expect(() => step(machines, state, ROOT, { type: "children" }, 0)).toThrow(`${MAX_TRANSITIONS} transitions`);
});

const ticking = setup({ types: {} as { context: { n: number } } }).createMachine({
  id: "ticking",
  context: { n: 0 },
  initial: "on",
  states: {
    on: { after: { 1: { target: "on", reenter: true, actions: assign({ n: ({ context }) => context.n + 1 }) } } },
  },
});

test("of very many timers that are due a host takes so many at once, and misses none", () => {
  const of = register({ name: "ticking", version: 1, root: ticking });
  const day = 9_000;
  let { instance } = begin(of, null, 0);
  let turns = 0;
  while (instance.state.now < day) {
    const before = instance.state.now;
    ({ instance } = pass(of, instance, day));
    expect(instance.state.now - before).toBeLessThanOrEqual(MAX_AT_ONCE + 1);
    turns += 1;
  }
  expect(turns).toBeGreaterThan(5);
  expect(instance.state.actors[ROOT]!.snap).toMatchObject({ context: { n: day } });
});

test("one who simulates goes on to the end", () => {
  const machines = { [ROOT]: ticking };
  const { state } = advance(machines, init(machines, null, 0).state, 5_000);
  expect(state.now).toBe(5_000);
  expect(nextDue(state)?.dueAt).toBe(5_001);
});

const keeper = setup({
  types: {} as { context: { kept: string[] }; events: { type: "keep"; what: string } },
}).createMachine({
  id: "keeper",
  context: { kept: [] },
  on: { keep: { actions: assign({ kept: ({ context, event }) => [...context.kept, event.what] }) } },
});

test("an event or a state that is too large is refused, with the bytes it may have; the state stays", () => {
  const of = register({ name: "keeper", version: 1, root: keeper });
  const keep = (what: string) => ({ key: "k", event: { type: "keep", what } });
  let { instance } = begin(of, null, 0);
  const large = send(of, instance, keep("ø".repeat(MAX_EVENT_BYTES / 2)), 0);
  expect(large.answer).toMatchObject({ ok: false, code: "fault", why: expect.stringContaining(`${MAX_EVENT_BYTES}`) });
  let refused;
  for (let n = 0; n < 10 && !refused; n++) {
    const next = send(of, instance, keep("x".repeat(200_000)), 0);
    if (next.answer.ok) ({ instance } = next);
    else refused = next;
  }
  expect(refused?.answer).toMatchObject({ code: "fault", why: expect.stringContaining(`${MAX_STATE_BYTES}`) });
  expect(refused?.instance.state.actors).toEqual(instance.state.actors);
  expect(refused?.instance.records).toMatchObject([{ do: "fault" }]);
  expect(send(of, instance, keep("small"), 0).answer).toMatchObject({ ok: true });
});
