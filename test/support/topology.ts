// The production topology for a whole run of tests: one Temporal server on PostgreSQL, on which every house stands with two workers and two API
// objects that answer by turns, as two processes would.
import type { TestProject } from "vitest/node";
import { hasCluster, startCluster } from "./cluster.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** host:port of Temporal, and a database from which others are made; empty where a house has its own. */
    cluster: { address: string; database: string } | undefined;
  }
}

/** Starts what all files share, before the first. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!hasCluster()) throw new Error("The cluster's tests need PostgreSQL (Debian: apt-get install postgresql).");
  const cluster = await startCluster((line) => process.stderr.write(`${line}\n`));
  project.provide("cluster", { address: cluster.address, database: await cluster.postgres.database() });
  return () => cluster.stop();
}
