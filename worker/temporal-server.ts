// The development server of Temporal as a part of ours: started, watched, started again when it dies, ended with us.
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { both, HouseError } from "./house-error.ts";
import { temporalBinary, type Log } from "./temporal-binary.ts";
import { freePorts, isFree } from "./ports.ts";
import { endLeftOver, launch, type Running } from "./temporal-process.ts";
import { reachTemporal } from "./temporal-reach.ts";
import { checkVersion } from "./temporal-version.ts";

export type TemporalServer = {
  /** `127.0.0.1:PORT`, the same for as long as this one lives. */
  address: string;
  /** Process id of the server as it runs now; another one after it had to be started again. */
  readonly pid: number;
  /** Resolves after `stop()`, or with a HouseError when the server dies again and again. */
  stopped: Promise<Error | undefined>;
  /** Ends the server, has something done with its files, and lets it start again, whatever came of that. What is asked meanwhile waits. */
  paused<T>(work: () => Promise<T>): Promise<T>;
  /** Ends the server, within 2 s. */
  stop(): Promise<void>;
};

export type TemporalOptions = {
  /** Where its database, log and version stand. The caller has made sure that no other copy uses it. */
  folder: string;
  /** Port for clients; a free one when absent. */
  port?: number;
  log: Log;
  /** The program; looked for when absent. */
  binary?: { path: string; version: string };
  /** Server settings by name, values as JSON text. */
  settings?: Record<string, string>;
};

type Setup = {
  file: string;
  binary: { path: string; version: string };
  settings: Record<string, string>;
  log: Log;
  folder: string;
};

const START_MS = 30_000;
const TRY_MS = 15_000;
const AGAIN_MS = 300;
// Its database survives being cut short, and the whole house has five seconds to end.
const STOP_GRACE_MS = 1_000;
const BACKOFF_MS = [0, 200, 500, 1_000, 2_000, 5_000];
const HEALTHY_MS = 60_000;
// Collecting garbage earlier: 203 MiB instead of 234 after 2,000 workflows were started, at no cost that was measurable.
const FRUGAL = { GOGC: "50" };

/**
 * Starts the server on the folder's database and comes back when it serves. A server that a killed copy of ours left on
 * the same database is ended first. Throws a HouseError that names the file or port in the way and the next step.
 */
export async function startTemporal({
  folder,
  port,
  log,
  binary,
  settings = {},
}: TemporalOptions): Promise<TemporalServer> {
  await mkdir(folder, { recursive: true });
  const program = binary ?? (await temporalBinary({ log }));
  await checkVersion({ folder, version: program.version });
  const setup = { file: path.resolve(folder, "temporal.db"), binary: program, settings, log, folder };
  const left = await endLeftOver(setup.file);
  if (left.length > 0) log(both(leftOver(left.join(", "))));
  const first = await firstStart(setup, port);
  return supervise(setup, first);
}

type Started = { running: Running; port: number };

async function firstStart(setup: Setup, wanted: number | undefined): Promise<Started> {
  const until = performance.now() + START_MS;
  for (;;) {
    const port = wanted ?? (await freePorts(1))[0]!;
    if (!(await isFree(port))) {
      throw new HouseError({
        da: `Port ${port} er optaget, så Temporal-serveren kan ikke bruge den. Afslut det, der lytter dér, eller vælg en anden port.`,
        en: `Port ${port} is taken, so the Temporal server cannot use it. End what listens there, or name another port.`,
      });
    }
    const outcome = await tryStart(setup, port, () => {});
    if (typeof outcome !== "string") return { running: outcome, port };
    // The database is let go of a moment after its last user ends; a free port may be taken before we get to it.
    const passes = /SQLITE_BUSY|database is locked|address already in use/i.test(outcome);
    if (!passes || performance.now() >= until) {
      throw new HouseError({
        da: `Temporal-serveren på ${setup.file} starter ikke. Dens sidste ord, fra temporal.log ved siden af, står nederst.`,
        en: `The Temporal server on ${setup.file} does not start. Its last words, from temporal.log beside it:\n${outcome}`,
      });
    }
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
}

const leftOver = (processes: string) => ({
  da: `afsluttede en Temporal-server, som en tidligere kørsel havde efterladt (proces ${processes})`,
  en: `ended a Temporal server that an earlier run had left (process ${processes})`,
});

const diedOnce = (wait: number) => ({
  da: `Temporal-serveren døde; den startes igen${wait > 0 ? ` om ${wait} ms` : ""}`,
  en: `the Temporal server died; starting it again${wait > 0 ? ` in ${wait} ms` : ""}`,
});

/** The process once it serves; its last words when it ended or did not come that far. */
async function tryStart(setup: Setup, port: number, launched: (running: Running) => void): Promise<Running | string> {
  const running = launch({
    command: setup.binary.path,
    args: argumentsOf(setup, port),
    logFile: path.join(setup.folder, "temporal.log"),
    env: { ...FRUGAL, ...process.env },
  });
  launched(running);
  try {
    await reachTemporal({ address: `127.0.0.1:${port}`, withinMs: TRY_MS, gaveUp: running.hasEnded });
    return running;
  } catch {
    await running.end(STOP_GRACE_MS);
    return (await running.ended) || "(ingenting / nothing)";
  }
}

function argumentsOf({ file, settings }: Setup, port: number): string[] {
  const dynamic = Object.entries(settings).flatMap(([key, value]) => ["--dynamic-config-value", `${key}=${value}`]);
  return [
    "server",
    "start-dev",
    "--db-filename",
    file,
    "--ip",
    "127.0.0.1",
    "--port",
    String(port),
    "--headless",
    "--log-level",
    "error",
    ...dynamic,
  ];
}

function supervise(setup: Setup, first: Started): TemporalServer {
  let running = first.running;
  let stopping = false;
  /** Resolves when it may start again. */
  let pause: Promise<void> | undefined;
  let starting: Promise<unknown> = Promise.resolve();
  const stopped = keepAlive();
  return {
    address: `127.0.0.1:${first.port}`,
    get pid() {
      return running.pid;
    },
    stopped,
    async paused(work) {
      let resume = () => {};
      pause = new Promise((resolve) => (resume = resolve));
      // One that is just being started again would write, too.
      await starting;
      await running.end(STOP_GRACE_MS);
      try {
        return await work();
      } finally {
        pause = undefined;
        resume();
      }
    },
    async stop() {
      stopping = true;
      await running.end(STOP_GRACE_MS);
      await stopped;
    },
  };

  async function keepAlive(): Promise<Error | undefined> {
    for (let deaths = 0; ;) {
      const since = performance.now();
      const words = await running.ended;
      if (stopping) return undefined;
      if (pause) {
        await paused();
        await again();
        continue;
      }
      deaths = performance.now() - since > HEALTHY_MS ? 1 : deaths + 1;
      const wait = BACKOFF_MS[deaths - 1];
      if (wait === undefined)
        return new HouseError({
          da: `Temporal-serveren døde ${deaths} gange i træk. Ret det, som dens sidste ord nederst siger, og start igen.`,
          en: `The Temporal server died ${deaths} times in a row. Mend what its last words say, and start again:\n${words}`,
        });
      setup.log(both(diedOnce(wait)));
      await new Promise((resolve) => setTimeout(resolve, wait));
      await paused();
      await again();
    }
  }

  /** Comes back when it may start. */
  async function paused(): Promise<void> {
    await pause;
  }

  async function again(): Promise<void> {
    if (stopping) return;
    starting = tryStart(setup, first.port, (next) => (running = next));
    await starting;
  }
}
