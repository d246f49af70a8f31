// The whole embedded stack as a person starts it, in a process of its own.
import { spawn } from "node:child_process";
import { openSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { createClient, type FremdriftClient } from "../api/client.ts";
import { tree } from "./processes.ts";

const START = fileURLToPath(new URL("../bin/start.mjs", import.meta.url));
/** Milliseconds. */
const LIMITS = { start: 60_000, demo: 180_000, look: 250 };

export type Stack = {
  pid: number;
  url: string;
  /** The administrator's. */
  token: string;
  client: FremdriftClient;
  /** `127.0.0.1:PORT` of its Temporal server. */
  temporal: string;
  /** The sample network has ended; comes back with its id. */
  demoEnded(): Promise<string>;
  stop(): Promise<void>;
};

/**
 * Starts it on a data folder, with the flags of Node that this process was given and the settings in `more`. Throws an Error with
 * its last words where it does not come up.
 */
export async function startStack(folder: string, more: Record<string, string> = {}): Promise<Stack> {
  const words = path.join(folder, "bench.log");
  const log = openSync(words, "w");
  const env = { ...process.env, FREMDRIFT_DATA: folder, PORT: "0" };
  for (const name of ["DATABASE_URL", "TEMPORAL_ADDRESS", "SMTP_URL"]) Reflect.deleteProperty(env, name);
  Object.assign(env, more);
  const child = spawn(process.execPath, [...process.execArgv, START], {
    env,
    stdio: ["ignore", log, log],
  });
  // However the run ends, the stack ends with it.
  process.on("exit", () => child.kill());
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));
  const ended = new Promise<void>((resolve) => child.on("exit", () => resolve()));
  const url = await until(LIMITS.start, async () => {
    const said = await readFile(words, "utf8");
    if (child.exitCode !== null) throw new Error(`the stack ended:\n${said.slice(-2_000)}`);
    return /^Fremdrift is ready: (\S+)$/m.exec(said)?.[1];
  });
  const token = (await readFile(path.join(folder, "admin-token"), "utf8")).trim();
  const client = createClient({ url, token });
  return {
    pid: child.pid!,
    url,
    token,
    client,
    temporal: temporalOf(child.pid!),
    demoEnded: () => until(LIMITS.demo, async () => (await client.networks()).find((network) => network.ended)?.id),
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

function temporalOf(pid: number): string {
  const { args } = tree(pid).find((process) => process.args.includes("start-dev"))!;
  return `127.0.0.1:${args[args.indexOf("--port") + 1]}`;
}

/** Looks until there is something to see. Throws after so many milliseconds. */
export async function until<T>(withinMs: number, look: () => Promise<T | undefined>): Promise<T> {
  for (const deadline = performance.now() + withinMs; performance.now() < deadline; await sleep(LIMITS.look)) {
    const seen = await look();
    if (seen !== undefined) return seen;
  }
  throw new Error(`nothing to see within ${withinMs / 1_000} s`);
}
