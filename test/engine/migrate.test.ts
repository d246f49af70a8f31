// What becomes of a running tree under another version of its machines; each rule planted, and on generated machines.
import fc from "fast-check";
import { assign, fromPromise, raise, sendTo, setup } from "xstate";
import { describe, expect, test, vi } from "vitest";
import { migrate, type Migration, type Migrations } from "../../machines/engine/migrate.ts";
import { renamed, struck } from "../../machines/engine/migrate-tools.ts";
import { init, settle, step } from "../../machines/engine/step.ts";
import { advance } from "../../machines/engine/timers.ts";
import { NEVER, ROOT, type Effect, type Machines, type State, type Step } from "../../machines/engine/types.ts";
import { build } from "./build.ts";
import { plans, type Happening } from "./generate.ts";

// Configurations are written without their types: what they do is what matters here.
type Loose = any; // oxlint-disable-line typescript/no-explicit-any

// XState's development build warns of each event to an actor that is over.
const warned = vi.spyOn(console, "warn").mockReturnValue();

describe("on generated machines", () => {
  const RUNS = 1_000;

  test(
    `an identical copy of the machines takes the state as it is, and goes on as the old ones do, ${RUNS} times`,
    { timeout: 120_000 },
    () => {
      const counts = { living: 0, timers: 0, children: 0 };
      const same = fc.property(plans, fc.nat(12), (plan, moment) => {
        const hooks = { act: () => {}, task: () => Promise.resolve() };
        const [old, copy] = [build(plan, hooks as Loose), build(plan, hooks as Loose)];
        const asks = plan.happenings.map((happening, at) => ({ happening, at }));
        const before = attempt(() => init(old, { n: 0 }, 0));
        if (!before) return;
        const first = asks.slice(0, moment).reduce((state, ask) => happen(old, state, ask).state, before.state);
        const { status } = first.actors[ROOT]!.snap as Loose;
        if (status !== "active") return;
        counts.living += 1;
        if (first.timers.length > 0) counts.timers += 1;
        if (Object.keys(first.actors).length > 1) counts.children += 1;
        const unsure = migrate({ machines: copy, version: 2 }, { version: 1 }, first);
        // Without the old machines it may refuse what it cannot tell, and never guesses.
        expect(unsure).toEqual({
          ...(unsure.problems.length === 0 && { state: first }),
          changes: [],
          problems: unsure.problems,
        });
        const migrated = migrate({ machines: copy, version: 2 }, { version: 1, machines: old }, first);
        expect(migrated).toEqual({ state: first, changes: [], problems: [] });
        let [left, right] = [first, migrated.state!];
        for (const ask of asks.slice(moment)) {
          const [theirs, ours] = [happen(old, left, ask), happen(copy, right, ask)];
          expect(ours).toEqual(theirs);
          [left, right] = [theirs.state, ours.state];
        }
      });
      fc.assert(same, { numRuns: RUNS, seed: 20_270_301, endOnFailure: true });
      expect(Math.min(...Object.values(counts))).toBeGreaterThan(RUNS / 10);
    },
  );

  const attempt = (apply: () => Step): Step | undefined => {
    try {
      return apply();
    } catch {
      return undefined;
    }
  };

  /** One happening, or the state as it is where it is refused. */
  function happen(machines: Machines, state: State, { happening, at }: { happening: Happening; at: number }): Step {
    const kept = { state, effects: [] as Effect[] };
    const given = stored(state);
    if ("wait" in happening) return advance(machines, given, given.now + happening.wait);
    if ("send" in happening) {
      const keys = Object.keys(state.actors).sort();
      const to = happening.to === 0 ? ROOT : keys[happening.to % keys.length]!;
      return attempt(() => step(machines, given, to, { type: happening.send }, given.now)) ?? kept;
    }
    const task = state.tasks[happening.answer % Math.max(1, state.tasks.length)];
    const settled = happening.ok ? { ok: true as const, output: at } : { ok: false as const, error: "refused" };
    return task ? settle(machines, given, task, settled, given.now) : kept;
  }
});

const stored = (state: State): State => JSON.parse(JSON.stringify(state));
