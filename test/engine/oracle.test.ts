// The oracle: generated machines and sequences of events and time, on the engine and on XState's own createActor.
import fc from "fast-check";
import { beforeEach, expect, test, vi } from "vitest";
import { compare, engine } from "./compare.ts";
import { plans } from "./generate.ts";

const RUNS = Number(process.env["FREMDRIFT_RUNS"] ?? 300);
const SEED = Number(process.env["FREMDRIFT_SEED"] ?? 1);

// XState warns of events to actors that have ended; here they are sent on purpose.
beforeEach(() => void vi.spyOn(console, "warn").mockImplementation(() => {}));

test(`the engine does as createActor does (seed ${SEED}, ${RUNS} runs)`, { timeout: 300_000 }, async () => {
  const ends: Record<string, number> = {};
  await fc.assert(
    fc.asyncProperty(plans, async (plan) => {
      const { ended } = await compare(plan);
      ends[ended] = (ends[ended] ?? 0) + 1;
    }),
    { numRuns: RUNS, seed: SEED },
  );
  expect(ends["played"]).toBeGreaterThan(RUNS / 4);
});

test("a host that drops a timer is found", { timeout: 300_000 }, async () => {
  const step: typeof engine.step = (...args) => {
    const stepped = engine.step(...args);
    return { ...stepped, state: { ...stepped.state, timers: stepped.state.timers.slice(1) } };
  };
  const found = await fc.check(
    fc.asyncProperty(plans, async (plan) => void (await compare(plan, { ...engine, step }))),
    { numRuns: RUNS, seed: SEED, endOnFailure: true },
  );
  expect(found.failed).toBe(true);
});
