// One process at a time in a data folder. The lock is a Linux abstract socket: the kernel frees it however its holder
// ends, kill -9 included, and nothing is left on disk. It holds within one machine (one network namespace): processes
// in several containers share a database server, never a folder.
import { createHash } from "node:crypto";
import { once } from "node:events";
import { access, constants, mkdir, realpath } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { resolve } from "node:path";
import { StoreError } from "./error.ts";

export type FolderLock = { folder: string; release(): Promise<void> };

/**
 * Makes the folder if it is missing and locks it for this process. `folder` of the answer is its real path. Throws
 * StoreError `in-use` (naming the holder's process id) or `not-writable`.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const real = await writable(folder);
  const server = createServer((socket) => socket.on("error", () => {}).end(String(process.pid)));
  server.listen(socketOf(real));
  try {
    await once(server, "listening");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    throw inUse(real, await holderAt(socketOf(real)));
  }
  server.unref();
  return { folder: real, release: () => new Promise((done) => server.close(() => done())) };
}

/** The id of the process that holds the folder, or undefined where it is free or missing. */
export async function lockHolder(folder: string): Promise<number | undefined> {
  const real = await realpath(folder).catch(() => undefined);
  return real === undefined ? undefined : await holderAt(socketOf(real));
}

async function writable(folder: string): Promise<string> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const real = await realpath(folder);
    await access(real, constants.R_OK | constants.W_OK | constants.X_OK);
    return real;
  } catch (error) {
    throw notWritable(resolve(folder), error as NodeJS.ErrnoException);
  }
}

function socketOf(real: string): string {
  return `\0fremdrift-${createHash("sha256").update(real).digest("hex")}`;
}

/** Milliseconds to wait for the holder, who may be busy, to say who it is. */
const ANSWER_WITHIN = 3000;

async function holderAt(path: string): Promise<number | undefined> {
  const socket = connect(path).setEncoding("utf8").setTimeout(ANSWER_WITHIN);
  socket.on("timeout", () => socket.destroy());
  let said = "";
  try {
    for await (const chunk of socket) said += String(chunk);
  } catch {
    return undefined;
  }
  return Number(said) || undefined;
}

function inUse(folder: string, pid: number | undefined): StoreError {
  return new StoreError("in-use", {
    en: {
      message: `The data folder ${folder} is in use by ${pid === undefined ? "another process" : `process ${pid}`}.`,
      hint: "Stop that process, or set FREMDRIFT_DATA to another folder.",
    },
    da: {
      message: `Datamappen ${folder} er i brug af ${pid === undefined ? "en anden proces" : `proces ${pid}`}.`,
      hint: "Stop den proces, eller sæt FREMDRIFT_DATA til en anden mappe.",
    },
  });
}

function notWritable(folder: string, error: NodeJS.ErrnoException): StoreError {
  const why = error.code ?? error.message;
  return new StoreError(
    "not-writable",
    {
      en: {
        message: `The data folder ${folder} cannot be created or written (${why}).`,
        hint: "Give this user write access to it, or set FREMDRIFT_DATA to a folder that can be written.",
      },
      da: {
        message: `Datamappen ${folder} kan ikke oprettes eller skrives i (${why}).`,
        hint: "Giv denne bruger skriveadgang til den, eller sæt FREMDRIFT_DATA til en mappe, der kan skrives i.",
      },
    },
    error,
  );
}
