// PostgreSQL: dumps of Fremdrift's database and Temporal's, one after the other while all runs, restored as docs/operations.md says: all goes on.
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FremdriftClient } from "../../api/client.ts";
import { samplePeople } from "../../library/programmes.ts";
import { hasCluster, startCluster, type Cluster } from "../support/cluster.ts";
import { postgresBin } from "../support/postgres.ts";
import { clientOf, startStack, until, type Stack } from "./stack.ts";

const run = promisify(execFile);
const HOOK = 180_000;
const PROGRAMME = "innovationsnetvaerk";

describe.skipIf(!hasCluster())("dumps of three databases", { timeout: 180_000 }, () => {
  let cluster: Cluster;
  let home: string;
  const stacks: Stack[] = [];

  beforeAll(async () => {
    home = await mkdtemp(path.join(tmpdir(), "fremdrift-dumps-"));
    cluster = await startCluster((line) => console.log(line));
  }, HOOK);
  afterAll(async () => {
    for (const stack of stacks) stack.wipe();
    await cluster?.stop();
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  });

  const started = async (DATABASE_URL: string) => {
    const stack = startStack({
      folder: path.join(home, "data"),
      env: { DATABASE_URL, TEMPORAL_ADDRESS: cluster.address },
    });
    stacks.push(stack);
    return { stack, client: clientOf(stack.folder, await stack.ready) };
  };
  const addressOf = (database: string) => `postgresql://postgres@127.0.0.1:${cluster.postgres.port}/${database}`;
  const program = (name: string, ...words: string[]) => run(path.join(postgresBin()!, name), words);
  const fileOf = (name: string) => path.join(home, `${name}.dump`);
  const dump = (name: string, database: string) =>
    program("pg_dump", "--format=custom", `--file=${fileOf(name)}`, database);
  const restore = (name: string, database: string) =>
    program("pg_restore", "--no-owner", `--dbname=${database}`, fileOf(name));
  const ideasOf = async (client: FremdriftClient, id: string) =>
    (await client.ledger(id)).filter(({ kind }) => kind === "idea.captured").length;

  test("the ledger is behind its workflow, doctor says so, and a rebuild writes what is missing", async () => {
    const own = await cluster.postgres.database();
    const { stack, client } = await started(own);
    const people = (await samplePeople(PROGRAMME))!;
    const { id } = await client.createNetwork({ programme: PROGRAMME, start: "2027-02-01", clock: "stepped", people });
    let [count, goesOn] = [0, true];
    const load = (async () => {
      for (; goesOn; count += 1) await client.trigger(id, "addIdea", { title: `Idé ${count + 1}` });
    })();
    const more = async (than: number) =>
      await until("more was taken", async () => (count > than + 2 ? true : undefined));
    await more(0);
    await dump("fremdrift", own);
    await more(count);
    const before = count;
    for (const name of ["temporal", "temporal_visibility"]) await dump(name, addressOf(name));
    goesOn = false;
    await load;
    stack.kill("SIGTERM");
    await stack.ended;
    cluster.signal("SIGKILL");

    const other = await cluster.postgres.database();
    await restore("fremdrift", other);
    for (const name of ["temporal", "temporal_visibility"]) {
      await program("dropdb", "--force", `--maintenance-db=${addressOf("postgres")}`, name);
      await program("createdb", `--maintenance-db=${addressOf("postgres")}`, name);
      await restore(name, addressOf(name));
    }
    await cluster.restart();
    const { client: again } = await started(other);
    const agreement = async () => (await again.checks()).find(({ name }) => name === "agreement")!;
    expect(
      await until("doctor can tell", async () => ((await agreement()).ok ? undefined : await agreement())),
    ).toMatchObject({
      detail: expect.stringContaining(id) as string,
    });
    expect(await again.rebuild(id, { reason: "Genskabt" })).toMatchObject({ was: "store-behind" });
    // What was on its way to the ledger when Temporal was dumped comes by itself.
    await until("both agree", async () => ((await agreement()).detail.includes(`${id} (`) ? undefined : true));
    const held = await ideasOf(again, id);
    expect(held).toBeGreaterThanOrEqual(before);
    expect(held).toBeLessThanOrEqual(count);
    expect(await again.verify(id)).toMatchObject({ ok: true });
    await again.trigger(id, "addIdea", { title: "Bagefter" });
    expect(await ideasOf(again, id)).toBe(held + 1);
  });
});
