// Fetches a backup of the running house into a file.
import { createWriteStream } from "node:fs";
import { rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ApiError, NotReached } from "../api/client.ts";
import { BackupError, readManifest, type Manifest } from "../library/backup-file.ts";
import { Failure } from "./failure.ts";
import { megabytes, partsText } from "./backup-text.ts";
import type { Given, Language, Output, World } from "./world.ts";

/** Milliseconds until it is said how far it is, and between that and again. */
const TELL = { after: 2_000, every: 5_000 };

/** The manifest with the `file` and its `bytes`. The file is there when it is whole; one of that name is replaced then. */
export async function run(world: World, { args }: Given): Promise<Output> {
  const { language } = world;
  const client = await world.client();
  const came = { bytes: 0 };
  const stopTelling = tellWhile(() => world.say(SAID[language].soFar(megabytes(came.bytes))));
  let file = path.resolve(args[0]!);
  try {
    const response = await client.backup();
    file = await fileFor(args[0]!, response);
    const manifest = await fetched(response, file, came);
    const { bytes } = came;
    return { json: { file, bytes, ...manifest }, text: textOf({ file, bytes, manifest }, language) };
  } catch (error) {
    throw failureOf(error, file, language);
  } finally {
    stopTelling();
  }
}

function tellWhile(tell: () => void): () => void {
  let ticks: NodeJS.Timeout | undefined;
  const first = setTimeout(() => {
    tell();
    ticks = setInterval(tell, TELL.every);
  }, TELL.after);
  return () => {
    clearTimeout(first);
    clearInterval(ticks);
  };
}

/** In a folder it is called as the house calls it: by its time. */
async function fileFor(given: string, { headers }: Response): Promise<string> {
  const isFolder = await stat(given).then(
    (found) => found.isDirectory(),
    () => false,
  );
  const name = /filename="([\w.-]+)"/.exec(headers.get("content-disposition") ?? "")?.[1];
  return path.resolve(isFolder ? path.join(given, name ?? "fremdrift.tar.gz") : given);
}

/** Writes what comes beside the file, and puts it in place when it is whole. */
async function fetched({ body }: Response, file: string, came: { bytes: number }): Promise<Manifest> {
  const draft = `${file}.part`;
  const counted = async function* (chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      came.bytes += chunk.length;
      yield chunk;
    }
  };
  try {
    // Whoever has it has every secret of the installation.
    await pipeline(Readable.fromWeb(body as never), counted, createWriteStream(draft, { mode: 0o600 }));
    const manifest = await readManifest(draft);
    await rename(draft, file);
    return manifest;
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

function failureOf(error: unknown, file: string, language: Language): unknown {
  const { hint, brokeOff } = SAID[language];
  if (error instanceof ApiError || error instanceof NotReached) return error;
  if (error instanceof BackupError) return new Failure("backup", { detail: error.words[language], hint });
  const { code, message } = error as NodeJS.ErrnoException;
  return new Failure("backup", { detail: brokeOff(file, code ?? message), hint });
}

function textOf({ file, bytes, manifest }: { file: string; bytes: number; manifest: Manifest }, language: Language) {
  return [SAID[language].done(file, megabytes(bytes)), ...partsText(manifest, language)].join("\n");
}

const SAID = {
  da: {
    soFar: (mb: string) => `henter sikkerhedskopien … ${mb} MB`,
    done: (file: string, mb: string) =>
      `Sikkerhedskopi: ${file} (${mb} MB). Den rummer installationens hemmeligheder: gem den derefter.`,
    brokeOff: (file: string, why: string) => `Sikkerhedskopien kunne ikke skrives til ${file} (${why}).`,
    hint: "Se loggen fra npm start, og om der er plads på disken; prøv så igen.",
  },
  en: {
    soFar: (mb: string) => `fetching the backup … ${mb} MB`,
    done: (file: string, mb: string) =>
      `Backup: ${file} (${mb} MB). It holds the installation's secrets: keep it accordingly.`,
    brokeOff: (file: string, why: string) => `The backup could not be written to ${file} (${why}).`,
    hint: "Look at what npm start wrote, and whether the disk is full; then try again.",
  },
};
