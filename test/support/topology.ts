// With FREMDRIFT_TEST_ON=cluster every house of a test is as in docker-compose.yml: a Temporal server on PostgreSQL, one for the whole run; two
// workers and two API processes' worth of objects for each file, which answer by turns.
import { hasCluster, startCluster } from "./cluster.ts";

/** Starts what all files share, before the first. */
export default async function setup(): Promise<() => Promise<void>> {
  if (!hasCluster())
    throw new Error("FREMDRIFT_TEST_ON=cluster needs PostgreSQL (Debian: apt-get install postgresql).");
  const cluster = await startCluster((line) => process.stderr.write(`${line}\n`));
  process.env["FREMDRIFT_TEST_TEMPORAL"] = cluster.address;
  process.env["FREMDRIFT_TEST_POSTGRES"] = await cluster.postgres.database();
  return () => cluster.stop();
}
