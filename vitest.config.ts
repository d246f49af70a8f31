import { defineConfig } from "vitest/config";

// Forks, because a Temporal worker cannot live in a worker thread; two, because that many cores are to be had.
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 120_000,
    env: { TZ: "UTC" },
    globalSetup: process.env["FREMDRIFT_TEST_ON"] === "cluster" ? ["./test/support/topology.ts"] : [],
    reporters: ["./test/support/skipped.ts", "default"],
  },
});
