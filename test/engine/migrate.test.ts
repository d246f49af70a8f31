// What becomes of a running tree under another version of its machines: versions and states, and on generated machines.
import fc from "fast-check";
import { assign } from "xstate";
import { describe, expect, test, vi } from "vitest";
import { migrate, type Migrations } from "../../machines/engine/migrate.ts";
import { settle } from "../../machines/engine/answers.ts";
import { init, step } from "../../machines/engine/step.ts";
import { advance } from "../../machines/engine/timers.ts";
import { ROOT, type Machines, type State, type Step } from "../../machines/engine/types.ts";
import { build } from "./build.ts";
import { plans } from "./generate.ts";
import type { Happening } from "./plan.ts";
import { after, machine, said, snap, stored, toNext, tree } from "./versions.ts";

// Configurations are written without their types: what they do is what matters here.
type Loose = any; // oxlint-disable-line typescript/no-explicit-any

// XState's development build warns of each event to an actor that is over.
const warned = vi.spyOn(console, "warn").mockReturnValue();

describe("versions", () => {
  const machines = tree(machine({ initial: "a", states: { a: {} } }));
  const state = after(machines);
  const identity = (same: State) => same;

  test("the version that runs already, and one that is newer than known, are refused", () => {
    const refused = (version: number, migrations?: Migrations) =>
      said(migrate({ machines, version: 2, ...(migrations && { migrations }) }, { version }, state));
    expect(refused(2)).toEqual(["version: it runs version 2 already"]);
    expect(refused(3)).toEqual(["version: version 3, which it runs, is newer than 2"]);
    expect(refused(3, { 3: identity })).toEqual([]);
    expect(refused(1)).toEqual([]);
  });

  test("one that is over stays where it is", () => {
    const ending = tree(machine({ initial: "a", states: { a: { on: { go: "end" } }, end: { type: "final" } } }));
    expect(said(toNext(ending, ending, after(ending, ["go", 1])))).toEqual([`${ROOT}: it is over`]);
  });

  test("a migration works on a copy, and what it throws or leaves that is not JSON is a problem", () => {
    const before = stored(state);
    const changing = toNext(machines, machines, state, (copy) => {
      snap(copy).context.found = 1;
      return { ...copy, now: -1, n: -1 };
    });
    expect(state).toEqual(before);
    expect(changing.changes).toEqual([{ change: "context", actor: ROOT, added: ["found"], removed: [] }]);
    expect(changing.state).toMatchObject({ now: state.now, n: state.n });
    const failed = (migration: Loose) => said(toNext(machines, machines, state, migration));
    const raising = () => {
      throw new Error("close the test first");
    };
    expect(failed(raising)).toEqual(["migrations[1]: close the test first"]);
    expect(failed(() => undefined)).toEqual(["migrations[1]: it returned no state"]);
    const dated = (copy: State) => ((snap(copy).context = { at: new Map(), often: NaN, ok: [1, null] }), copy);
    expect(failed(dated)).toEqual([
      `migrations[1] › actors.${ROOT}.snap.context.at: it is not JSON`,
      `migrations[1] › actors.${ROOT}.snap.context.often: it is not JSON`,
    ]);
  });
});

describe("states", () => {
  const old = tree(machine({ initial: "a", states: { a: {}, b: {} } }));
  const state = after(old);
  const problems = (config: Loose, migration?: Migrations[number]) =>
    said(toNext(old, tree(machine(config)), state, migration));

  test("each state that is gone, has become several or is new beside others is a problem, all at once", () => {
    expect(problems({ initial: "b", states: { b: {} } })).toEqual([`${ROOT} › a: the state does not exist any more`]);
    const inner = { initial: "x", states: { x: {} } };
    expect(problems({ initial: "a", states: { a: inner } })).toEqual([`${ROOT} › a: it has states of its own now`]);
    const { a, b } = { a: inner, b: {} };
    expect(problems({ type: "parallel", states: { a, b, again: { type: "history" } } })).toEqual([
      `${ROOT} › b: the region is new`,
      `${ROOT} › a: it has states of its own now`,
    ]);
    expect(problems({ initial: "a", states: { a: { type: "history" }, b: {} } })).toEqual([
      `${ROOT} › a: the state does not exist any more`,
    ]);
    const both = (copy: State) => ((snap(copy).value = { a: {}, b: {} }), copy);
    expect(problems({ initial: "a", states: { a: {}, b: {} } }, both)).toEqual([
      `${ROOT} › value: it is in several of its states at once`,
    ]);
  });

  test("a region that is new is given by the migration", () => {
    const parallel = { type: "parallel", states: { a: {}, c: { initial: "x", states: { x: {}, y: {} } } } };
    const given = toNext(old, tree(machine(parallel)), state, (copy) => ((snap(copy).value = { a: {}, c: "y" }), copy));
    expect(given.changes).toEqual([{ change: "value", actor: ROOT, was: "a", is: { a: {}, c: "y" } }]);
    expect(snap(given.state!).value).toEqual({ a: {}, c: "y" });
  });

  test("an end that nobody came to is a problem: nobody would hear of it", () => {
    const ended = { initial: "a", states: { a: { type: "final" }, b: {} } };
    expect(problems(ended)).toEqual([`${ROOT} › a: it would be at an end without having come to it`]);
    expect(said(migrate({ machines: tree(machine(ended)), version: 2 }, { version: 1 }, state))).toHaveLength(1);
    const region = { initial: "x", states: { x: { type: "final" } } };
    const half = tree(machine({ type: "parallel", states: { region, other: {} } }));
    expect(said(toNext(half, half, after(half)))).toEqual([]);
  });

  test("what a history remembers must exist; a history that is gone forgets", () => {
    const inner = (states: Loose) => ({ initial: "x", states });
    const back = { type: "history" };
    const config = (states: Loose, more: Loose = {}) => ({
      initial: "on",
      states: { on: { ...inner(states), on: { out: "off" } }, off: { on: { back: "on" } }, ...more },
    });
    const machines = tree(machine(config({ x: { on: { next: "y" } }, y: {}, back })));
    const out = after(machines, ["next", 1], ["out", 2]);
    const lost = toNext(machines, tree(machine(config({ x: {}, back }, { y: {} }))), out);
    expect(said(lost)).toEqual([
      `${ROOT} › on.back: it remembers the state «m.on.y», which does not exist there any more`,
    ]);
    const forgot = toNext(machines, tree(machine(config({ x: {} }))), out);
    expect(forgot.changes).toEqual([{ change: "history gone", actor: ROOT, id: "m.on.back" }]);
    expect(snap(forgot.state!).historyValue).toEqual({});
    const stateNow = toNext(machines, tree(machine(config({ x: {}, y: {}, back: {} }))), out);
    expect(stateNow.changes).toEqual(forgot.changes);
    const elsewhere = (copy: State) => ((snap(copy).historyValue["m.on.back"] = [{ id: "m.off" }]), copy);
    expect(said(toNext(machines, machines, out, elsewhere))[0]).toMatch("it remembers the state «m.off»");
    expect(warned).not.toHaveBeenCalledWith(expect.stringContaining("Could not resolve"));
  });

  test("the order of parallel states stays, though they have other numbers", () => {
    const region = (k: string, on: Loose) => ({
      initial: "a",
      states: {
        a: { on },
        b: { always: { guard: "ready", target: "c", actions: { type: "act", params: { k } } } },
        c: {},
      },
    });
    const both = { left: region("left", { one: "b" }), right: region("right", { zero: "b" }) };
    const config = (states: Loose): Loose => ({
      context: {},
      type: "parallel",
      states,
      on: { go: { actions: "set" } },
    });
    const more = {
      guards: { ready: ({ context }: Loose) => context.ready },
      actions: { act: () => {}, set: assign({ ready: true }) },
    };
    const machines = tree(machine(config(both), {}, more));
    const next = tree(machine(config({ front: { initial: "a", states: { a: {} } }, ...both }), {}, more));
    const front = (copy: State) => ((snap(copy).value = { front: "a", ...snap(copy).value }), copy);
    const order = (state: State, on: Machines) =>
      step(on, state, ROOT, { type: "go" }, 5).effects.map((effect) => (effect as Loose).params.k);
    for (const events of [
      ["one", "zero"],
      ["zero", "one"],
    ]) {
      const state = after(machines, ...events.map((type): [string, number] => [type, 1]));
      expect(order(toNext(machines, next, state, front).state!, next)).toEqual(order(state, machines));
    }
  });
});

describe("on generated machines", () => {
  const RUNS = 150;

  test(
    `an identical copy of the machines takes the state as it is, and goes on as the old ones do, ${RUNS} times`,
    { timeout: 120_000 },
    () => {
      const counts = { moved: 0, timers: 0, children: 0 };
      const same = fc.property(plans, fc.nat(12), (plan, moment) => {
        const hooks = { act: () => {}, task: () => Promise.resolve() } as Loose;
        const [old, copy] = [build(plan, hooks), build(plan, hooks)];
        const asks = plan.happenings.map((happening, at) => ({ happening, at }));
        const start = attempt(() => init(old, { n: 0 }, 0));
        const first = asks.slice(0, moment).reduce((last, ask) => last && happen(old, last.state, ask), start)?.state;
        if (!first || (first.actors[ROOT]!.snap as Loose).status !== "active") return;
        counts.moved += 1;
        if (first.timers.length > 0) counts.timers += 1;
        if (Object.keys(first.actors).length > 1) counts.children += 1;
        const { problems, ...unsure } = migrate({ machines: copy, version: 2 }, { version: 1 }, first);
        // Without the old machines it may refuse what it cannot tell, and never guesses.
        expect(unsure).toEqual({ ...(problems.length === 0 && { state: first }), changes: [] });
        const migrated = migrate({ machines: copy, version: 2 }, { version: 1, machines: old }, first);
        expect(migrated).toEqual({ state: first, changes: [], problems: [] });
        let [left, right]: (Step | undefined)[] = [
          { state: first, effects: [] },
          { state: migrated.state!, effects: [] },
        ];
        for (const ask of asks.slice(moment)) {
          if (!left || !right) break;
          [left, right] = [happen(old, left.state, ask), happen(copy, right.state, ask)];
          expect(JSON.stringify(right)).toBe(JSON.stringify(left));
        }
      });
      fc.assert(same, { numRuns: RUNS, seed: 20_270_301, endOnFailure: true });
      expect(Math.min(...Object.values(counts))).toBeGreaterThan(RUNS / 10);
    },
  );

  /** Machines that go round in a loop take long, and prove nothing: a run ends where something is refused. */
  const attempt = (apply: () => Step): Step | undefined => {
    try {
      const made = apply();
      return made.effects.some((effect) => effect.do === "fault" && effect.undone) ? undefined : made;
    } catch {
      return undefined;
    }
  };

  /** One thing that happens, after a night in a database. */
  function happen(
    machines: Machines,
    state: State,
    { happening, at }: { happening: Happening; at: number },
  ): Step | undefined {
    const given = stored(state);
    if ("wait" in happening) return attempt(() => advance(machines, given, given.now + happening.wait));
    if ("send" in happening) {
      const keys = Object.keys(state.actors).sort();
      const to = happening.to === 0 ? ROOT : keys[happening.to % keys.length]!;
      return attempt(() => step(machines, given, to, { type: happening.send }, given.now));
    }
    const task = state.tasks[happening.answer % Math.max(1, state.tasks.length)];
    const settled = happening.ok ? { ok: true as const, output: at } : { ok: false as const, error: "refused" };
    return task ? attempt(() => settle(machines, given, task, settled, given.now)) : { state, effects: [] };
  }
});
