// What becomes of delays that are under way when their machine becomes another version of itself.
import { raise } from "xstate";
import { describe, expect, test } from "vitest";
import { migrate } from "../../machines/engine/migrate.ts";
import { renamed } from "../../machines/engine/migrate-tools.ts";
import { advance } from "../../machines/engine/timers.ts";
import { NEVER, ROOT } from "../../machines/engine/types.ts";
import { after, due, machine, said, snap, stored, toNext, tree } from "./versions.ts";

// Configurations are written without their types: what they do is what matters here.
type Loose = any; // oxlint-disable-line typescript/no-explicit-any

const DAY = 86_400_000;

describe("delays", () => {
  const waiting = (delays: Loose, more: Loose = {}) =>
    machine(
      { context: {}, initial: "a", states: { a: { after: delays, ...more }, b: {} } },
      {},
      { delays: { soon: 7 } },
    );

  test("a changed delay counts from when its state was entered, and is due at once if that has passed", () => {
    const old = tree(waiting({ [10 * DAY]: "b" }));
    const state = advance(old, after(old), 5 * DAY).state;
    const to = (days: number) => toNext(old, tree(waiting({ [days * DAY]: "b" })), state);
    expect(to(7).changes).toEqual([
      { change: "timer dropped", actor: ROOT, id: `xstate.after.${10 * DAY}.m.a`, dueAt: 10 * DAY },
      { change: "timer armed", actor: ROOT, id: `xstate.after.${7 * DAY}.m.a`, dueAt: 7 * DAY },
    ]);
    expect(to(7).state!.timers).toMatchObject([{ dueAt: 7 * DAY, armedAt: 0, n: state.n }]);
    expect(to(7).state!.n).toBe(state.n + 1);
    const sooner = tree(waiting({ [3 * DAY]: "b" }));
    expect(snap(advance(sooner, to(3).state!, 5 * DAY).state).value).toBe("b");
  });

  test("a delay that is new counts from then too; one that has gone by is not armed again", () => {
    const reminding = { actions: "act" };
    const old = tree(waiting({ 10: reminding, 100: "b" }));
    const state = advance(old, after(old), 50).state;
    const next = tree(waiting({ 10: reminding, 60: reminding, 100: "b", soon: "b" }));
    const { state: made } = toNext(old, next, state);
    expect(due(made!)).toEqual([
      ["xstate.after.100.m.a", 100],
      ["xstate.after.60.m.a", 60],
      ["xstate.after.soon.m.a", 7],
    ]);
    const bare = tree(waiting({}));
    expect(due(toNext(bare, next, advance(bare, after(bare), 50).state).state!)[0]).toEqual([
      "xstate.after.10.m.a",
      60,
    ]);
  });

  test("without the old machines a changed delay is a problem: it may have gone by", () => {
    const state = after(tree(waiting({ 10: "b" })));
    const next = (delay: number) =>
      migrate({ machines: tree(waiting({ [delay]: "b" })), version: 2 }, { version: 1 }, state);
    expect(said(next(10))).toEqual([]);
    expect(said(next(20))).toEqual([
      `${ROOT} › a.after.20: whether it is new cannot be told without the machines of version 1`,
    ]);
  });

  test("without the old machines a delay that has no timer is left alone", () => {
    const machines = tree(waiting({ 10: { actions: "act" }, 20: "b" }));
    const state = advance(machines, after(machines), 15).state;
    const made = migrate({ machines, version: 2 }, { version: 1 }, state);
    expect(made).toEqual({ state, changes: [], problems: [] });
  });

  test("a delay of a state that the migration leaves is dropped, and those of the one it puts it in are armed", () => {
    const two = tree(machine({ initial: "a", states: { a: { after: { 10: "b" } }, b: { after: { 20: "a" } } } }));
    const state = advance(two, after(two), 5).state;
    const moved = toNext(two, two, state, (copy) => ((snap(copy).value = "b"), copy));
    expect(due(moved.state!)).toEqual([["xstate.after.20.m.b", 25]]);
  });

  test("a renamed state keeps the time that has passed", () => {
    const inside = (name: string, more: Loose = {}) =>
      tree(
        machine({
          initial: "on",
          states: { on: { initial: name, states: { [name]: { after: { 10: "b" } }, b: {}, ...more } } },
        }),
      );
    const [old, next] = [inside("a"), inside("waits", { h: { type: "history" } })];
    const state = advance(old, after(old), 5).state;
    const how = { src: ROOT, state: "m.on.a", to: "waits" };
    const made = toNext(old, next, state, (copy) => renamed(copy, how));
    expect(made).toMatchObject({ problems: [], changes: [{ change: "value", was: { on: "a" }, is: { on: "waits" } }] });
    expect(made.changes).toHaveLength(1);
    expect(made.state!.timers).toEqual([
      { ...state.timers[0], id: "xstate.after.10.m.on.waits", event: { type: "xstate.after.10.m.on.waits" } },
    ]);
    expect(snap(advance(next, made.state!, 10).state).value).toEqual({ on: "b" });
    expect(renamed(state, { ...how, src: "kid" })).toEqual(state);
    const remembering = stored(state);
    snap(remembering).historyValue = { "m.on.a.h": [{ id: "m.on.a" }], "m.on.ab": [{ id: "m.on.ab" }] };
    expect(snap(renamed(remembering, how)).historyValue).toEqual({
      "m.on.waits.h": [{ id: "m.on.waits" }],
      "m.on.ab": [{ id: "m.on.ab" }],
    });
  });

  test("an `at:` delay is read again from the new machine; what it cannot compute is a problem", () => {
    const dated = (date: (context: Loose) => number) =>
      tree(
        machine(
          { context: { day: 30 }, initial: "a", states: { a: { after: { "at:day": "b" } }, b: {} } },
          {},
          { delays: { "at:day": ({ context }: Loose) => date(context) } },
        ),
      );
    const old = dated(({ day }) => day);
    const state = advance(old, after(old), 5).state;
    const later = toNext(
      old,
      dated(({ day }) => day + 1),
      state,
    );
    expect(later.changes).toEqual([
      { change: "timer moved", actor: ROOT, id: "xstate.after.at:day.m.a", was: 30, dueAt: 31 },
    ]);
    expect(later.state!.timers).toMatchObject([{ dueAt: 31, armedAt: 5, at: "at:day" }]);
    const bare = tree(waiting({}));
    expect(
      toNext(
        bare,
        dated(() => NEVER),
        after(bare),
      ).state!.timers,
    ).toMatchObject([{ dueAt: NEVER, at: "at:day" }]);
    const none = "the delay «at:day» is undefined: a delay must be a finite number of milliseconds";
    expect(
      said(
        toNext(
          old,
          dated(({ date }) => date),
          state,
        ),
      ),
    ).toEqual([`${ROOT} › delays: ${none}`]);
    expect(
      said(
        toNext(
          bare,
          dated(({ date }) => date),
          after(bare),
        ),
      ),
    ).toEqual([`${ROOT} › a.after.at:day: ${none}`]);
  });

  test("an instant is no duration: it neither counts from the state's entry nor tells when that was", () => {
    const dated = (day: number, delays: Loose) =>
      tree(
        machine(
          { context: {}, initial: "a", states: { a: { after: { ...delays, "at:day": "b" } }, b: {} } },
          {},
          { delays: { "at:day": () => day } },
        ),
      );
    const plain = tree(waiting({ 10: "b" }));
    const entered = advance(plain, after(plain), 5).state;
    const armed = toNext(plain, dated(30, { 10: "b" }), entered).state!;
    expect(armed.timers).toMatchObject([{ dueAt: 10 }, { dueAt: 30, armedAt: 5, at: "at:day" }]);
    const other = { ...entered, timers: [{ ...entered.timers[0]!, armedAt: 2 }] };
    expect(toNext(plain, dated(30, { 10: "b" }), other).state!.timers[1]).toMatchObject({ dueAt: 30 });
    const moved = toNext(dated(30, { 10: "b" }), dated(40, { 20: "b" }), armed).state!;
    expect(moved.timers).toMatchObject([{ dueAt: 40 }, { dueAt: 20 }]);
  });

  test("states whose ids end alike are told apart", () => {
    const config = (delay: number) => {
      const later = { after: { [delay]: { actions: "act" } } };
      const region = { initial: "w", states: { w: { on: { go: "v" } }, v: { id: "x", ...later } } };
      return tree(machine({ type: "parallel", states: { x: later, region } }));
    };
    const state = after(config(10), ["go", 5]);
    expect(due(toNext(config(10), config(20), state).state!)).toEqual([
      ["xstate.after.20.m.x", 20],
      ["xstate.after.20.x", 25],
    ]);
  });

  test("a delay that has outlived its state stays while its machine knows it", () => {
    const two = (delay: number) =>
      tree(machine({ initial: "a", states: { a: {}, b: { after: { [delay]: { actions: "act" } } } } }));
    const id = "xstate.after.10.m.b";
    const timer = { actor: ROOT, id, event: { type: id }, dueAt: 10, armedAt: 0, n: 0, loose: true as const };
    const state = { ...after(two(10)), timers: [timer] };
    expect(toNext(two(10), two(10), state)).toMatchObject({ changes: [], state: { timers: [timer] } });
    expect(toNext(two(10), two(20), state)).toMatchObject({ changes: [{ change: "timer dropped", id }] });
  });

  test("delayed events of the machine's own stay as they are", () => {
    const config = (delay: number) => ({
      entry: raise({ type: "later" }, { delay, id: "x" }),
      on: { later: { actions: "act" } },
    });
    const old = tree(machine(config(10)));
    expect(due(toNext(old, tree(machine(config(20))), after(old)).state!)).toEqual([["x", 10]]);
  });
});
