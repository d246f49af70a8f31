import { defineConfig } from "vitest/config";

/** What is tested on the production topology, too: the ways people go, from end to end. */
const WHOLE_WAYS = [
  "test/api/once.test.ts",
  "test/api/meetings.test.ts",
  "test/api/ideas.test.ts",
  "test/api/decisions.test.ts",
  "test/api/answer-links.test.ts",
  "test/api/signup.test.ts",
  "test/api/themes.test.ts",
  "test/api/network-drafts.test.ts",
  "test/web/tasks.test.ts",
  "test/web/plan.test.ts",
  "test/web/meanwhile.test.ts",
];
const MADE = "./test/support/made.ts";
const ON = process.env["FREMDRIFT_TEST_ON"] ?? "machine";
const machine = {
  extends: true as const,
  test: { name: "one machine", include: ["test/**/*.test.ts"], globalSetup: [MADE] },
};
const cluster = {
  extends: true as const,
  test: {
    name: "cluster",
    include: ON === "cluster" ? ["test/**/*.test.ts"] : WHOLE_WAYS,
    globalSetup: [MADE, "./test/support/topology.ts"],
  },
};

// Forks, because a Temporal worker cannot live in a worker thread; two, because that many cores are to be had.
export default defineConfig({
  test: {
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 120_000,
    env: { TZ: "UTC" },
    reporters: ["./test/support/skipped.ts", "default"],
    projects: { machine: [machine], cluster: [cluster], both: [machine, cluster] }[ON] ?? [machine],
  },
});
