// What a command sees of the world outside, so that tests can hand in their own.
import { createClient, type FremdriftClient } from "../api/client.ts";
import type { Problem, Text } from "../programmes/types.ts";
import { Failure } from "./failure.ts";
import type { Words } from "./words.ts";

export type Language = keyof Text;

/** The process around the command line. */
export type Streams = {
  env: Record<string, string | undefined>;
  /** Standard output and standard error, as they are written. */
  out: (text: string) => void;
  err: (text: string) => void;
};

/** What a command is given. */
export type World = {
  env: Streams["env"];
  language: Language;
  words: Words;
  /** Progress and warnings: a line on standard error. */
  say: (line: string) => void;
  /** A line that people read as it comes: on standard output, unless that belongs to a JSON document. */
  tell: (line: string) => void;
  /** Throws a Failure where there is no token. */
  client: () => Promise<FremdriftClient>;
};

/** Given and named arguments of a command; options by their long name. */
export type Given = { args: string[]; options: Record<string, string | undefined> };

/** What came of a command: one JSON document, and the same in words, which may take more asking. `failed`: it exits 1. */
export type Output = { json: unknown; text: string | (() => Promise<string>); failed?: boolean };

export type Run = (world: World, given: Given) => Promise<Output>;

export function worldOf(streams: Streams, options: { language: Language; words: Words; json: boolean }): World {
  const { env, out, err } = streams;
  const { language, words, json } = options;
  const say = (line: string) => err(`${line}\n`);
  return {
    env,
    language,
    words,
    say,
    tell: json ? say : (line) => out(`${line}\n`),
    client: async () => createClient({ url: await urlOf(env, words), token: await tokenOf(env, words), language }),
  };
}

/** The data folder, as the server takes it. */
export const dataFolder = (env: Streams["env"]): string => env["FREMDRIFT_DATA"]?.trim() || "./.fremdrift";

/** Reads a file that the user named. Throws a Failure that names it. */
export async function readGiven(path: string, words: Words): Promise<string> {
  const { readFile } = await import("node:fs/promises");
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    throw new Failure("unreadable", words.fileUnreadable(path, (error as NodeJS.ErrnoException).code ?? ""));
  }
}

/** A problem as the user reads it: where, what, what to do. */
export const lineOf = (problem: Pick<Problem, "path" | "message"> & Partial<Problem>, words: Words): string => {
  const where = problem.line === undefined ? problem.path : words.atLine(problem.line, problem.column);
  return `${where ? `${where}: ` : ""}${problem.message}${problem.hint ? ` ${problem.hint}` : ""}`;
};

const DEFAULT_URL = "http://127.0.0.1:3000";

/** The server leaves its real address in the data folder, since its port may be any. */
async function urlOf(env: Streams["env"], words: Words): Promise<string> {
  const { readFile } = await import("node:fs/promises");
  const given = env["FREMDRIFT_URL"]?.trim();
  const url = given || (await readFile(`${dataFolder(env)}/address`, "utf8").catch(() => "")).trim() || DEFAULT_URL;
  if (!/^https?:\/\/[^/]/.test(url) || !URL.canParse(url)) throw new Failure("address", words.noUrl(url));
  return url.replace(/\/+$/, "");
}

async function tokenOf(env: Streams["env"], words: Words): Promise<string> {
  const given = env["FREMDRIFT_TOKEN"]?.trim();
  if (given) return given;
  const { readFile } = await import("node:fs/promises");
  const file = `${dataFolder(env)}/admin-token`;
  const token = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new Failure("no-token", words.noToken(file, error.code === "ENOENT"));
  });
  return token.trim();
}
