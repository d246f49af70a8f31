// The engine beside XState's own createActor: generated machines, the same events and times, compared after every step.
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { compare, type Verdict } from "./compare.ts";
import { plans } from "./generate.ts";
import { reporter } from "./report.ts";

const RUNS = 3_000;
/** FREMDRIFT_SEED varies the machines; the seed of a run that failed stands in its message. */
const SEED = Number(process.env["FREMDRIFT_SEED"] ?? 20_270_301);

// XState's development build warns of each event to an actor that is over.
vi.spyOn(console, "warn").mockReturnValue();

test(
  `${RUNS} machines do the same here as under createActor (FREMDRIFT_SEED=${SEED})`,
  { timeout: 180_000 },
  async () => {
    const ends: Record<Verdict["ended"], number> = { played: 0, failed: 0, refused: 0, loop: 0, apart: 0 };
    const sides = fc.asyncProperty(plans, async (plan) => {
      const { ended } = await compare(plan);
      ends[ended] += 1;
    });
    await fc.assert(sides, { numRuns: RUNS, seed: SEED, reporter });
    // Machines that mostly break down at once would prove little.
    expect(ends.played).toBeGreaterThan(RUNS / 3);
    expect(ends.apart).toBeLessThan(RUNS / 10);
  },
);
