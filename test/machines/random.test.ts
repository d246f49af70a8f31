// Whatever people ask of a network, and whenever they ask it: what must be true of every ledger is true of theirs.
import { expect, test } from "vitest";
import { search, told } from "./random-search.ts";

/** FREMDRIFT_RUNS: how many; FREMDRIFT_SEED: which. */
const RUNS = Number(process.env["FREMDRIFT_RUNS"] ?? 1_000);
const SEED = Number(process.env["FREMDRIFT_SEED"] ?? 20_270_301);

test(`${RUNS} random scripts keep every rule (FREMDRIFT_SEED=${SEED})`, { timeout: RUNS * 300 }, () => {
  const { found, seen } = search(RUNS, SEED);
  expect(found && told(found, SEED, seen)).toBeUndefined();
  // Scripts of which nothing came would prove little.
  expect(seen.lines).toBeGreaterThan(5 * RUNS);
  expect(seen.refused).toBeLessThan(0.8 * seen.lines);
});
