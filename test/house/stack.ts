// The whole stack as a person starts it: a process of its own, told and killed from outside.
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { createClient, type FremdriftClient } from "../../api/client.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** Milliseconds after which a start counts as hung, and what is waited for. */
const HUNG = 90_000;
const READY = /^Fremdrift is ready: (http:\S+)$/m;

export type Ended = { code: number | null; signal: NodeJS.Signals | null };

export type Stack = {
  pid: number;
  folder: string;
  /** Everything said until now. */
  out: () => string;
  err: () => string;
  ended: Promise<Ended>;
  /** Resolves with the address at the ready line; rejects with its words when it ends before. */
  ready: Promise<string>;
  kill(signal: NodeJS.Signals): void;
  /** Ends the process and its Temporal server with -9, whatever state they are in. */
  wipe(): void;
};

type Options = { folder: string; env?: Record<string, string>; command?: [string, ...string[]] };

/** Starts everything on a data folder, on any free port. `command` is what is run, in place of Node on the start file. */
export function startStack({ folder, env = {}, command = [process.execPath, "bin/start.mjs"] }: Options): Stack {
  const [program, ...args] = command;
  const child = spawn(program, args, {
    cwd: ROOT,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...ownEnv(), PORT: "0", FREMDRIFT_DATA: folder, ...env },
  });
  const said = { out: "", err: "" };
  let seen = (_address: string) => {};
  const address = new Promise<string>((resolve) => (seen = resolve));
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said.out += text;
    const found = READY.exec(said.out)?.[1];
    if (found) seen(found);
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said.err += text));
  const ended = new Promise<Ended>((resolve) => {
    child.on("close", (code, signal) => resolve({ code, signal }));
    child.on("error", () => resolve({ code: 127, signal: null }));
  });
  const early = ended.then(({ code }) => {
    throw new Error(`it ended with ${code} before it was ready:\n${said.out}${said.err}`);
  });
  const ready = soon(Promise.race([address, early]), () => `not ready:\n${said.out}${said.err}`);
  ready.catch(() => {});
  return {
    pid: child.pid!,
    folder,
    out: () => said.out,
    err: () => said.err,
    ended,
    ready,
    kill: (signal) => void child.kill(signal),
    wipe: () => {
      killGroup(child.pid!);
      for (const pid of temporalOf(folder)) killGroup(pid);
    },
  };
}

/** A client of a running stack with the administrator's token of its folder. */
export function clientOf(folder: string, url: string): FremdriftClient {
  return createClient({ url, token: readFileSync(path.join(folder, "admin-token"), "utf8").trim() });
}

/** Process ids of the Temporal servers on a folder's database (at most one, if all is well). */
export function temporalOf(folder: string): number[] {
  const file = path.join(folder, "temporal", "temporal.db");
  return processes(([, , mode, ...words]) => mode === "start-dev" && words.includes(file));
}

/** Ids of the processes on this machine whose command line is of interest. */
export function processes(isMeant: (words: string[]) => boolean): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && isMeant(wordsOf(name)))
    .map(Number);
}

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Comes back with the first answer that is not undefined. Throws with `what` when it takes so long that something hangs. */
export async function until<T>(what: string, ask: () => Promise<T | undefined>, every = 50): Promise<T> {
  for (const hung = performance.now() + HUNG; performance.now() < hung; await pause(every)) {
    const answer = await ask().catch(() => undefined);
    if (answer !== undefined) return answer;
  }
  throw new Error(`waited in vain until ${what}`);
}

async function soon<T>(what: Promise<T>, words: () => string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const hung = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(new Error(words())), HUNG)));
  return await Promise.race([what, hung]).finally(() => clearTimeout(timer));
}

// What the test's own runner and npm set is not for the one under test.
function ownEnv(): NodeJS.ProcessEnv {
  const meant =
    /^(npm_|VITEST|NODE_ENV|NODE_OPTIONS|FREMDRIFT_|TEMPORAL_|SMTP_|MAIL_|DATABASE_|HOST$|TEST$|DEV$|MODE$|PROD$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !meant.test(name)));
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended already.
  }
}

function wordsOf(pid: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
  } catch {
    return [];
  }
}
