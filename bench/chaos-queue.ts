// A plain PostgreSQL queue in a round of chaos, set up as its readme does: a runner with five jobs at once, a task that sends one mail.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { openSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { runMigrations } from "graphile-worker";
import pg from "pg";
import type { TestServer } from "../test/support/postgres.ts";
import type { Trial } from "./chaos-round.ts";
import type { Sink } from "./mail-given.ts";

const MAILS = 500;
const WORKER = fileURLToPath(new URL("chaos-queue-worker.ts", import.meta.url));

/**
 * A queue on a server of its own: each round has a fresh database and a worker that waits for jobs, so that nothing of the round before
 * is in it. `careful`: its process ends when a worker of it has died, and unlocks what dead ones held when it starts. What its workers
 * say stands in `queue.log` of the folder.
 */
export async function createQueueTrial({
  sink,
  folder,
  server,
  careful = false,
}: {
  sink: Sink;
  folder: string;
  server: TestServer;
  careful?: boolean;
}): Promise<Trial> {
  const log = openSync(path.join(folder, "queue.log"), "a");
  let database = "";
  let worker: Worker | undefined;
  // Ends with this process, however that ends.
  process.on("exit", () => worker?.kill());
  const start = async () => {
    worker ??= keptRunning([database, sink.url, careful ? "careful" : ""], log);
    await worker.up();
  };
  const end = async () => {
    await worker?.end();
    worker = undefined;
  };
  return {
    kinds: ["worker", "database", "all"],
    mails: MAILS,
    prepare: async () => {
      await end();
      database = await server.database();
      await withClient(database, async (client) => {
        await client.query("create table asked (round int primary key)");
      });
      await runMigrations({ connectionString: database });
      await start();
    },
    ask: (round) => addAll(database, round),
    kill: async (what) => {
      if (what !== "database") await end();
      if (what !== "worker") await server.kill();
    },
    restart: async (what) => {
      if (what !== "worker") await server.restart();
      await start();
    },
    believed: async (round) => {
      try {
        await addAll(database, round);
        return await done(database);
      } catch {
        // The database is on its way up.
        return 0;
      }
    },
    close: async () => {
      await end();
      await server.stop();
    },
  };
}

type Worker = { up(): Promise<void>; kill(): void; end(): Promise<void> };

/** A worker as a service manager keeps it: started again a moment after it has ended by itself. */
function keptRunning(args: string[], log: number): Worker {
  let wanted = true;
  let child: ChildProcess;
  let isUp = false;
  const run = () => {
    isUp = false;
    child = spawn(process.execPath, ["--import", "tsx", WORKER, ...args], {
      cwd: path.dirname(path.dirname(WORKER)),
      stdio: ["ignore", "pipe", log],
    });
    child.stdout!.on("data", (said: Buffer) => (isUp ||= /^up$/m.test(said.toString())));
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

/** All jobs of a round in one transaction, unless they have been added. */
async function addAll(database: string, round: number): Promise<void> {
  await withClient(database, async (client) => {
    const once = "with asked as (insert into asked values ($1) on conflict do nothing returning round)";
    const payload = "json_build_object('n', n, 'round', asked.round)";
    const add = `select graphile_worker.add_job('mail', ${payload}) from asked, generate_series(1, $2) n`;
    await client.query(`${once} ${add}`, [round, MAILS]);
  });
}

/** A job that is done is no longer there. */
async function done(database: string): Promise<number> {
  return await withClient(database, async (client) => {
    const { rows } = await client.query<{ left: number }>("select count(*)::int as left from graphile_worker.jobs");
    return MAILS - (rows[0]?.left ?? MAILS);
  });
}

async function withClient<T>(database: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: database });
  client.on("error", () => {});
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}
