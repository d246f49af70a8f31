// A process with all that it started, and what they hold of the memory. Linux only: read from /proc.
import { readdirSync, readFileSync } from "node:fs";

export type Process = { pid: number; name: string; args: string[]; pssMiB: number; rssMiB: number };

/** The process and all its descendants, however they are grouped. Throws where there is no /proc. */
export function tree(root: number): Process[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
    const parent = read(`/proc/${name}/stat`).split(") ").at(-1)?.split(" ")[1];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const found = [root];
  for (const pid of found) found.push(...[...parents].filter(([, parent]) => parent === pid).map(([child]) => child));
  return found.map(processOf);
}

/** Ends processes with -9, in the given order; those that have ended are passed over. */
export function killAll(pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, "SIGKILL");
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
  }
}

// PSS shares pages that several processes map among them, so that it may be summed; RSS counts them in each.
function processOf(pid: number): Process {
  const memory = read(`/proc/${pid}/smaps_rollup`);
  const mib = (field: string) => Number(new RegExp(`^${field}:\\s+(\\d+) kB`, "m").exec(memory)?.[1] ?? 0) / 1_024;
  const args = read(`/proc/${pid}/cmdline`).split("\0").filter(Boolean);
  return { pid, name: read(`/proc/${pid}/comm`).trim(), args, pssMiB: mib("Pss"), rssMiB: mib("Rss") };
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
