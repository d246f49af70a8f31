// A plain PostgreSQL queue in a round of chaos, set up as its readme does: a runner with five jobs at once, a task that sends one mail.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { makeWorkerUtils } from "graphile-worker";
import pg from "pg";
import type { TestServer } from "../test/support/postgres.ts";
import type { Trial } from "./chaos-round.ts";
import type { Sink } from "./mail-given.ts";

const MAILS = 500;
const WORKER = fileURLToPath(new URL("chaos-queue-worker.ts", import.meta.url));

/** A queue on a server of its own: each round has a fresh database, so that nothing of the round before is in it. */
export async function createQueueTrial({
  sink,
  server,
}: {
  sink: Sink;
  folder: string;
  server: TestServer;
}): Promise<Trial> {
  let database = "";
  let worker: Worker | undefined;
  // Ends with this process, however that ends.
  process.on("exit", () => worker?.kill());
  const start = async () => {
    worker ??= keptRunning([database, sink.url]);
    await worker.up();
  };
  const end = async () => {
    await worker?.end();
    worker = undefined;
  };
  return {
    kinds: ["worker", "database", "all"],
    mails: MAILS,
    ask: async (round) => {
      await end();
      database = await server.database();
      const utils = await makeWorkerUtils({ connectionString: database });
      await utils.migrate();
      await start();
      await addAll(database, round).finally(() => utils.release());
    },
    kill: async (what) => {
      if (what !== "database") await end();
      if (what !== "worker") await server.kill();
    },
    restart: async (what) => {
      if (what !== "worker") await server.restart();
      await start();
    },
    believed: async () => await done(database).catch(() => 0),
    close: async () => {
      await end();
      await server.stop();
    },
  };
}

type Worker = { up(): Promise<void>; kill(): void; end(): Promise<void> };

/** A worker as a service manager keeps it: started again a moment after it has ended by itself. */
function keptRunning(args: string[]): Worker {
  let wanted = true;
  let child: ChildProcess;
  let isUp = false;
  const run = () => {
    isUp = false;
    child = spawn(process.execPath, ["--import", "tsx", WORKER, ...args], {
      cwd: path.dirname(path.dirname(WORKER)),
      stdio: ["ignore", "pipe", "ignore"],
    });
    child.stdout!.once("data", () => (isUp = true));
    child.once("exit", () => {
      isUp = false;
      if (wanted) setTimeout(() => wanted && run(), 200);
    });
  };
  run();
  return {
    up: async () => {
      while (!isUp) await sleep(20);
    },
    kill: () => void child.kill("SIGKILL"),
    end: async () => {
      wanted = false;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
    },
  };
}

/** All jobs of a round in one transaction. */
async function addAll(database: string, round: number): Promise<void> {
  const client = new pg.Client({ connectionString: database });
  client.on("error", () => {});
  await client.connect();
  const add =
    "select graphile_worker.add_job('mail', json_build_object('n', n, 'round', $1::int)) from generate_series(1, $2) n";
  await client.query(add, [round, MAILS]).finally(() => client.end().catch(() => {}));
}

/** A job that is done is no longer there. */
async function done(database: string): Promise<number> {
  const client = new pg.Client({ connectionString: database });
  client.on("error", () => {});
  await client.connect();
  try {
    const { rows } = await client.query<{ left: number }>(`select count(*)::int as left from graphile_worker.jobs`);
    return MAILS - (rows[0]?.left ?? MAILS);
  } finally {
    await client.end();
  }
}
