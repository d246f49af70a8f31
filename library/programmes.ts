// The programmes that the product ships with, and programme files anywhere on disk.
import { readFile, readdir } from "node:fs/promises";
import { basename, extname } from "node:path";
import { fileURLToPath } from "node:url";
import { parseProgramme } from "../programmes/parse.ts";
import type { Parsed } from "../programmes/parse.ts";
import { inLanguage, nearest } from "../programmes/problem.ts";
import type { Finding, Language } from "../programmes/problem.ts";
import type { Programme } from "../programmes/types.ts";

const DATA = new URL("../programmes/data/", import.meta.url);
const METHODS = new URL("methods/", DATA);
/** Listed before the others: whoever says no programme is shown this one. */
const FIRST = "innovationsnetvaerk";

/** The shipped programmes, by id after the first. Throws where one of them does not hold: then the installation is damaged. */
export async function listProgrammes(): Promise<Programme[]> {
  const ids = (await yamlIn(DATA)).toSorted((a, b) => Number(b === FIRST) - Number(a === FIRST));
  return Promise.all(ids.map(shippedProgramme));
}

/**
 * The shipped programme of that id, or the one in the file of that name, or everything that is wrong with it.
 * It opens any path it is given: what comes over the network is looked up in listProgrammes.
 */
export async function loadProgramme(idOrFile: string, language: Language = "da"): Promise<Parsed> {
  const ids = await yamlIn(DATA);
  const shipped = ids.includes(idOrFile);
  try {
    const text = await readFile(shipped ? new URL(`${idOrFile}.yaml`, DATA) : idOrFile, "utf8");
    return await readProgramme(text, language);
  } catch (error) {
    return { problems: inLanguage([unreadable(idOrFile, ids, error)], language) };
  }
}

/** The programme that a text describes, with the shipped methods at hand, or everything that is wrong with it. */
export async function readProgramme(text: string, language: Language = "da"): Promise<Parsed> {
  return parseProgramme(text, await methods(), language);
}

/** CSV of the invented people of a sample network; undefined where the programme ships with none. */
export function samplePeople(programmeId: string): Promise<string | undefined> {
  return sample(programmeId, "people.csv");
}

/** JSON of the script that plays a sample network; undefined where the programme ships with none. */
export function sampleScript(programmeId: string): Promise<string | undefined> {
  return sample(programmeId, "script.json");
}

/** The first of some programmes that ships with both people and a script, with these; undefined where none does. */
export async function firstSample(
  programmes: Programme[],
): Promise<{ programme: Programme; people: string; script: string } | undefined> {
  for (const programme of programmes) {
    const [people, script] = await Promise.all([samplePeople(programme.id), sampleScript(programme.id)]);
    if (people !== undefined && script !== undefined) return { programme, people, script };
  }
  return undefined;
}

async function shippedProgramme(id: string): Promise<Programme> {
  const read = await loadProgramme(id, "en");
  if ("programme" in read) return read.programme;
  const [first] = read.problems;
  throw new Error(
    `The shipped programme "${id}" does not hold (line ${first?.line}): ${first?.message} Install again.`,
  );
}

async function sample(programmeId: string, name: string): Promise<string | undefined> {
  // An id is never a way out of the folder.
  if (!/^[A-Za-z0-9-]+$/.test(programmeId)) return undefined;
  const file = new URL(`samples/${programmeId}/${name}`, DATA);
  return readFile(file, "utf8").catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  });
}

async function methods(): Promise<Record<string, string>> {
  const ids = await yamlIn(METHODS);
  const texts = await Promise.all(ids.map((id) => readFile(new URL(`${id}.yaml`, METHODS), "utf8")));
  return Object.fromEntries(ids.map((id, index) => [id, texts[index] ?? ""]));
}

async function yamlIn(folder: URL): Promise<string[]> {
  const names = await readdir(fileURLToPath(folder));
  return names
    .filter((name) => extname(name) === ".yaml")
    .map((name) => basename(name, ".yaml"))
    .toSorted();
}

function unreadable(idOrFile: string, ids: string[], error: unknown): Finding {
  const code = codeOf(error);
  const meant = nearest(idOrFile, ids);
  const list = ids.join(", ");
  if (code === "ENOENT" || code === "ENOTDIR" || code === "ENAMETOOLONG" || code === "ERR_INVALID_ARG_VALUE")
    return {
      code: "unknown",
      path: idOrFile,
      message: {
        da: `Der er intet program og ingen fil, der hedder "${idOrFile}".`,
        en: `There is no programme and no file called "${idOrFile}".`,
      },
      hint: meant
        ? { da: `Mente du "${meant}"?`, en: `Did you mean "${meant}"?` }
        : {
            da: `Programmerne er: ${list}. Eller giv stien til en YAML-fil.`,
            en: `The programmes are: ${list}. Or give the path of a YAML file.`,
          },
    };
  return {
    code: "unreadable",
    path: idOrFile,
    message: { da: `"${idOrFile}" kan ikke læses (${code}).`, en: `"${idOrFile}" cannot be read (${code}).` },
    hint: {
      da: "Giv stien til en YAML-fil, som du har lov at læse.",
      en: "Give the path of a YAML file that you may read.",
    },
  };
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
