// Puts a backup in place as a data folder, while the house is stopped.
import { mkdir, mkdtemp, readdir, rename, rm, rmdir, stat } from "node:fs/promises";
import path from "node:path";
import { BackupError, unpack, type Manifest } from "../library/backup-file.ts";
import { lockFolder } from "../store/lock.ts";
import { partsText } from "./backup-text.ts";
import { Failure } from "./failure.ts";
import { dataFolder, type Given, type Language, type Output, type World } from "./world.ts";

/** The manifest with the `folder`, and `before`: where what stood there was put. */
export async function run({ env, language }: World, { args, options }: Given): Promise<Output> {
  const folder = path.resolve(options["to"] ?? dataFolder(env));
  const said = SAID[language];
  const file = await fileOf(args[0]!, language);
  if ((await isFull(folder)) && !options["replace"]) throw new Failure("not-empty", said.notEmpty(folder));
  await mkdir(path.dirname(folder), { recursive: true });
  // Beside it, so that it gets there by its name alone.
  const draft = await mkdtemp(`${folder}.new-`);
  try {
    const manifest = await unpack(file, draft);
    await rm(path.join(draft, "manifest.json"));
    const before = await putInPlace(draft, folder, language);
    const text = [said.done(folder), ...(before ? [said.before(before)] : []), ...partsText(manifest, language)];
    return { json: { folder, ...(before && { before }), ...manifest } satisfies Restored, text: text.join("\n") };
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error instanceof BackupError
      ? new Failure("backup", { detail: error.words[language], hint: said.untouched })
      : error;
  }
}

type Restored = Manifest & { folder: string; before?: string };

/** Comes back with where the old one is, if there was one. Nobody uses the folder: its lock says so. */
async function putInPlace(draft: string, folder: string, language: Language): Promise<string | undefined> {
  const lock = await lockFolder(folder).catch((error: unknown) => {
    throw inUse(error, language);
  });
  try {
    if (!(await isFull(folder))) {
      await rmdir(folder);
      await rename(draft, folder);
      return undefined;
    }
    const before = `${folder}.before-${new Date().toISOString().replaceAll(/[-:]|\.\d+/g, "")}`;
    await rename(folder, before);
    await rename(draft, folder);
    return before;
  } finally {
    await lock.release();
  }
}

/** The store tells it in both languages. */
function inUse(error: unknown, language: Language): unknown {
  const { code, message, hint, da } = error as {
    code: string;
    hint?: string;
    da?: { message: string; hint: string };
  } & Error;
  if (hint === undefined || !da) return error;
  return new Failure(code, language === "da" ? { detail: da.message, hint: da.hint } : { detail: message, hint });
}

/** The file, or the newest backup in a folder. */
async function fileOf(given: string, language: Language): Promise<string> {
  const found = await stat(given).catch(() => undefined);
  if (!found) throw new Failure("no-backup", SAID[language].noFile(given));
  if (!found.isDirectory()) return given;
  const newest = (await readdir(given))
    .filter((name) => /^fremdrift-.*\.tar\.gz$/.test(name))
    .toSorted()
    .at(-1);
  if (newest === undefined) throw new Failure("no-backup", SAID[language].noFile(given));
  return path.join(given, newest);
}

const isFull = (folder: string): Promise<boolean> =>
  readdir(folder).then(
    (names) => names.length > 0,
    () => false,
  );

const SAID = {
  da: {
    done: (folder: string) => `Lagt tilbage i ${folder}. Start den med FREMDRIFT_DATA=${folder} npm start.`,
    before: (folder: string) => `Det, der stod dér, ligger i ${folder}.`,
    noFile: (given: string) => ({
      detail: `Der er ingen sikkerhedskopi i ${given}.`,
      hint: "Skriv filen, som npx fremdrift backup lavede, eller mappen, den ligger i.",
    }),
    notEmpty: (folder: string) => ({
      detail: `${folder} er ikke tom.`,
      hint: "Vælg en anden mappe med --to, eller skriv --replace: så bliver det, der står der, lagt ved siden af.",
    }),
    untouched: "Intet er ændret.",
  },
  en: {
    done: (folder: string) => `Restored to ${folder}. Start it with FREMDRIFT_DATA=${folder} npm start.`,
    before: (folder: string) => `What stood there is in ${folder}.`,
    noFile: (given: string) => ({
      detail: `There is no backup at ${given}.`,
      hint: "Name the file that npx fremdrift backup made, or the folder it is in.",
    }),
    notEmpty: (folder: string) => ({
      detail: `${folder} is not empty.`,
      hint: "Name another folder with --to, or write --replace: then what stands there is put beside it.",
    }),
    untouched: "Nothing was changed.",
  },
};
