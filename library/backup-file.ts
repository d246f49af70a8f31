// A backup as a file: a .tar.gz of parts, with a manifest of what they hold. `tar` is the system's own.
import { spawn, type ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { PassThrough, type Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import type { Text } from "../programmes/types.ts";

/** A file or folder of the data folder. `sha256`: of the list of its files, in order, each with the hash of its content. */
export type Part = { name: string; files: number; bytes: number; sha256: string };

/** `made`: RFC 3339. `versions`: of the program that wrote it; the Temporal server's stands in its part. */
export type Manifest = { format: 1; made: string; versions: { fremdrift: string; node: string }; parts: Part[] };

/** What a data folder keeps, and so what its backup holds; what else stands there is made anew at each start. */
export const PARTS = ["postgresql", "temporal", "mail", "secret", "admin-token"];

const MANIFEST = "manifest.json";

/** A backup that cannot be made or read, in words for whoever asked. */
export class BackupError extends Error {
  override readonly name = "BackupError";
  readonly words: Text;

  constructor(words: Text) {
    super(words.en);
    this.words = words;
  }
}

/** Writes the manifest of the parts that stand in a folder, and comes back with it. `made`: RFC 3339. */
export async function writeManifest(folder: string, made: string): Promise<Manifest> {
  const program = await readFile(new URL("../package.json", import.meta.url), "utf8");
  const { version: fremdrift } = JSON.parse(program) as { version: string };
  const parts = await partsIn(folder);
  const manifest: Manifest = { format: 1, made, versions: { fremdrift, node: process.versions.node }, parts };
  await writeFile(path.join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

/** The parts of a folder with their manifest, as one stream; it breaks where something cannot be read. */
export function pack(folder: string, { parts }: Manifest): Readable {
  const names = [MANIFEST, ...parts.map(({ name }) => name)];
  const tar = spawn("tar", ["-C", folder, "-cf", "-", ...names], { stdio: ["ignore", "pipe", "pipe"] });
  const packed = createGzip();
  const out = new PassThrough();
  // Only when `tar` has said that all went well is the end of the file written.
  const whole = pipeline(tar.stdout, packed, out, { end: false });
  Promise.all([whole, endOf(tar)]).then(
    () => out.end(),
    (error: Error) => out.destroy(error),
  );
  return out;
}

/** The manifest of a backup's file. Throws BackupError where it is none, or not whole. */
export async function readManifest(file: string): Promise<Manifest> {
  return manifestOf(await untar(file, ["-xOf", "-", MANIFEST]));
}

/** Puts the parts of a backup in an empty folder and looks each of them over. Throws BackupError where one is not as it was written. */
export async function unpack(file: string, folder: string): Promise<Manifest> {
  await untar(file, ["-C", folder, "--no-same-owner", "-xf", "-"]);
  const manifest = manifestOf(await readFile(path.join(folder, MANIFEST), "utf8").catch(() => ""));
  const stranger = await strangerIn(folder, manifest);
  if (stranger !== undefined) throw new BackupError(SAID.stranger(stranger));
  const found = new Map((await partsIn(folder)).map((part) => [part.name, part.sha256]));
  const wrong = manifest.parts.find(({ name, sha256 }) => found.get(name) !== sha256);
  if (wrong) throw new BackupError(SAID.changed(wrong.name));
  return manifest;
}

/** What no backup of ours holds: a part that the manifest does not name, and whatever is neither file nor folder, such as a link. */
async function strangerIn(folder: string, { parts }: Manifest): Promise<string | undefined> {
  const known = [MANIFEST, ...parts.map(({ name }) => name).filter((name) => PARTS.includes(name))];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const strange = entries.find(
    (entry) =>
      (!entry.isFile() && !entry.isDirectory()) || (entry.parentPath === folder && !known.includes(entry.name)),
  );
  return strange && path.relative(folder, path.join(strange.parentPath, strange.name));
}

function manifestOf(json: string): Manifest {
  try {
    const manifest = JSON.parse(json) as Manifest;
    if (manifest.format === 1 && Array.isArray(manifest.parts)) return manifest;
  } catch {
    // Then it is none.
  }
  throw new BackupError(SAID.noBackup);
}

/** Runs `tar` on a packed file; comes back with what it writes. */
async function untar(file: string, args: string[]): Promise<string> {
  const tar = spawn("tar", args, { stdio: ["pipe", "pipe", "pipe"] });
  // It may stop reading before the end: then what it says counts.
  tar.stdin.on("error", () => {});
  const ended = endOf(tar);
  // What is wrong with the file is said before what `tar` makes of it.
  ended.catch(() => {});
  const fed = pipeline(createReadStream(file), createGunzip(), tar.stdin).catch((error: NodeJS.ErrnoException) => {
    tar.kill();
    if (error.code !== "EPIPE" && error.code !== "ERR_STREAM_PREMATURE_CLOSE") throw notRead(file, error);
  });
  const [written] = await Promise.all([text(tar.stdout), fed, fed.then(() => ended)]);
  return written;
}

const notRead = (file: string, { code = "" }: NodeJS.ErrnoException) =>
  new BackupError(code.startsWith("Z_") ? SAID.broken : SAID.unreadable(file, code));

/** Resolves when it ends well. */
async function endOf(tar: ChildProcess): Promise<void> {
  const said = text(tar.stderr!).catch(() => "");
  const code = await new Promise<number | null>((resolve, reject) => {
    tar.on("error", () => reject(new BackupError(SAID.noTar)));
    tar.on("close", resolve);
  });
  if (code !== 0) throw new BackupError(SAID.tar((await said).trim()));
}

async function partsIn(folder: string): Promise<Part[]> {
  const there = await readdir(folder);
  return await Promise.all(PARTS.filter((name) => there.includes(name)).map((name) => partOf(folder, name)));
}

async function partOf(folder: string, name: string): Promise<Part> {
  const sum = createHash("sha256");
  let [files, bytes] = [0, 0];
  for (const file of await filesUnder(folder, name)) {
    const content = createHash("sha256");
    for await (const chunk of createReadStream(path.join(folder, file)) as AsyncIterable<Buffer>) {
      content.update(chunk);
      bytes += chunk.length;
    }
    sum.update(`${file}\n${content.digest("hex")}\n`);
    files += 1;
  }
  return { name, files, bytes, sha256: sum.digest("hex") };
}

/** The files of a part, or the part where it is one, in an order that is the same everywhere. */
async function filesUnder(folder: string, name: string): Promise<string[]> {
  const found = await readdir(path.join(folder, name), { recursive: true, withFileTypes: true }).catch(() => undefined);
  if (!found) return [name];
  const files = found.filter((entry) => entry.isFile());
  return files.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name))).toSorted();
}

const SAID = {
  noTar: {
    da: "Programmet «tar» er ikke på PATH. Installér det, og prøv igen.",
    en: "The program «tar» is not on the PATH. Install it and try again.",
  },
  tar: (words: string): Text => ({
    da: `«tar» kunne ikke blive færdig: ${words}`,
    en: `«tar» could not finish: ${words}`,
  }),
  unreadable: (file: string, code: string): Text => ({
    da: `${file} kan ikke læses (${code}).`,
    en: `${file} cannot be read (${code}).`,
  }),
  broken: {
    da: "Filen er ikke hel: den er skåret af eller beskadiget. Brug en anden sikkerhedskopi.",
    en: "The file is not whole: it was cut off or damaged. Use another backup.",
  },
  noBackup: {
    da: "Filen er ikke en sikkerhedskopi fra Fremdrift.",
    en: "The file is no backup of Fremdrift's.",
  },
  stranger: (name: string): Text => ({
    da: `«${name}» hører ikke til i en sikkerhedskopi. Brug en anden sikkerhedskopi.`,
    en: `«${name}» is no part of a backup. Use another backup.`,
  }),
  changed: (part: string): Text => ({
    da: `«${part}» i sikkerhedskopien er ikke, som det blev skrevet. Brug en anden sikkerhedskopi.`,
    en: `«${part}» in the backup is not as it was written. Use another backup.`,
  }),
};
