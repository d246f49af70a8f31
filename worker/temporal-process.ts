// One run of the Temporal server's process, and what became of one that nobody stopped.
import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";

export type Running = {
  pid: number;
  /** Resolves when the process has ended, with the last of what it wrote. */
  ended: Promise<string>;
  hasEnded(): boolean;
  /** Asks it to end and, if it does not within `graceMs`, ends it. */
  end(graceMs: number): Promise<void>;
};

// When this process dies, however it dies, the pipe on the standard input closes and the shell in the background ends
// the server; the server itself takes the place, and the number, of the first shell.
const WATCHED = `exec 3<&0; (cat <&3 >/dev/null; kill -TERM $$ && sleep 2 && kill -KILL $$) 2>/dev/null & exec "$@" 3<&- </dev/null`;
const WORDS = 2_000;

/** Starts the program in a process group of its own, so that Ctrl-C in a terminal reaches only us. */
export function launch({
  command,
  args,
  logFile,
  env,
}: {
  command: string;
  args: string[];
  logFile: string;
  env: NodeJS.ProcessEnv;
}): Running {
  const output = openSync(logFile, "w", 0o600);
  const child = spawn("sh", ["-c", WATCHED, "temporal", command, ...args], {
    detached: true,
    stdio: ["pipe", output, output],
    env,
  });
  closeSync(output);
  let isOver = false;
  const ended = new Promise<void>((resolve) => child.on("exit", () => resolve()).on("error", () => resolve())).then(
    async () => {
      isOver = true;
      child.stdin?.destroy();
      // When it panics, the reason stands before a long stack that helps nobody.
      const [words] = (await readFile(logFile, "utf8").catch(() => "")).split(/\ngoroutine \d+ \[/);
      return words!.slice(-WORDS).trim();
    },
  );
  return {
    pid: child.pid ?? -1,
    ended,
    hasEnded: () => isOver,
    async end(graceMs) {
      child.kill("SIGTERM");
      const tooLong = setTimeout(() => child.kill("SIGKILL"), graceMs);
      await ended;
      clearTimeout(tooLong);
    },
  };
}

/** Ends servers that still hold the database file; comes back with their process ids. Linux only: elsewhere none are seen. */
export async function endLeftOver(databaseFile: string): Promise<number[]> {
  const pids = await holdersOf(databaseFile);
  for (const pid of pids) tryKill(pid, "SIGTERM");
  for (let waited = 0; (await holdersOf(databaseFile)).length > 0; waited += 100) {
    if (waited >= 2_000) for (const pid of pids) tryKill(pid, "SIGKILL");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return pids;
}

async function holdersOf(databaseFile: string): Promise<number[]> {
  const names = await readdir("/proc").catch(() => []);
  const pids = names.filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(pids.map(async (pid) => ((await holds(pid, databaseFile)) ? pid : 0)));
  return found.filter((pid) => pid > 0);
}

// A zombie's command line is empty, so it does not count.
async function holds(pid: number, databaseFile: string): Promise<boolean> {
  const words = (await readFile(path.join("/proc", String(pid), "cmdline"), "utf8").catch(() => "")).split("\0");
  const at = words.indexOf("--db-filename");
  return words[2] === "start-dev" && at > 0 && words[at + 1] === databaseFile;
}

function tryKill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended by itself meanwhile.
  }
}
