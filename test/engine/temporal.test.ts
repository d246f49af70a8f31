// The contract suite on Temporal: the cases by name, and a sample of machines as in `oracle.test.ts`.
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { useInstances } from "../support/instances.ts";
import { CASES, NAMES } from "./cases.ts";
import { compare, type Verdict } from "./compare.ts";
import { plans } from "./generate.ts";
import { Outside } from "./outside.ts";
import { reporter } from "./report.ts";
import { temporalHost } from "./temporal-side.ts";

/** FREMDRIFT_TEMPORAL_RUNS: how many; FREMDRIFT_SEED: which. */
const RUNS = Number(process.env["FREMDRIFT_TEMPORAL_RUNS"] ?? 40);
const SEED = Number(process.env["FREMDRIFT_SEED"] ?? 20_270_301);

/** Whatever is found by then, is told in its smallest form so far. */
const IN_TIME = { interruptAfterTimeLimit: 60_000 + RUNS * 15_000, markInterruptAsFailure: true };

vi.spyOn(console, "warn").mockReturnValue();

const outside = new Outside();
const carried = useInstances({
  workflowsPath: fileURLToPath(new URL("temporal-workflows.ts", import.meta.url)),
  activities: outside.activitiesOf(NAMES),
});
const host = (eventsPerRun?: number) => temporalHost({ carried, outside }, { eventsPerRun });

test.for(CASES)("$title", { timeout: 60_000 }, async (script) => {
  // In one run, and in one after the other.
  for (const eventsPerRun of [undefined, 1]) await compare(script, host(eventsPerRun));
});

const title = `${RUNS} machines do the same on Temporal as under createActor (FREMDRIFT_SEED=${SEED})`;
test(title, { timeout: 60_000 + RUNS * 20_000 }, async () => {
  const ends: Record<Verdict["ended"], number> = { played: 0, failed: 0, refused: 0, loop: 0, apart: 0 };
  const sides = fc.asyncProperty(plans, fc.constantFrom(undefined, 1, 5), async (plan, eventsPerRun) => {
    const { ended } = await compare(plan, host(eventsPerRun));
    ends[ended] += 1;
  });
  await fc.assert(sides, { numRuns: RUNS, seed: SEED, reporter, ...IN_TIME });
  // Machines that mostly break down at once would prove little.
  expect(ends.played).toBeGreaterThan(RUNS / 3);
});
