// Finds or makes the Temporal server's program. The server runs everywhere from one pinned version, see design.
import { execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { access, constants, mkdir, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Text } from "../programmes/types.ts";
import { both, HouseError } from "./house-error.ts";

export type Log = (line: string) => void;

/** The program: where it stands, what it says its version is, and how it came there. */
export type TemporalBinary = { path: string; version: string; from: "PATH" | "cache" | "download" | "build" };

export type FindOptions = {
  log: Log;
  env?: NodeJS.ProcessEnv;
  /** Folder with the pinned go.mod and go.sum. */
  module?: string;
  /** Where the Temporal project offers its releases; a test names its own. */
  releases?: string;
};

const MODULE = fileURLToPath(new URL("../tools/temporal", import.meta.url));
const RELEASES = "https://temporal.download/cli/archive";
/** What is built of the pinned sources: the program for one machine, and those of a server on a database. */
const PACKAGES = {
  temporal: "github.com/temporalio/cli/cmd/temporal",
  "temporal-server": "go.temporal.io/server/cmd/server",
  "temporal-sql-tool": "go.temporal.io/server/cmd/tools/sql",
};
const GO_NEEDED = "1.26";
const REACH_MS = 5_000;
const DOWNLOAD_MS = 5 * 60_000;
const TELL_MS = 5_000;

/**
 * The Temporal program, from the first that has it: `PATH`, the project's cache (one for all clones), the Temporal
 * project's download, a build from the pinned sources. Throws a HouseError that says what to install when none has.
 */
export async function temporalBinary({
  log,
  env = process.env,
  module = MODULE,
  releases = RELEASES,
}: FindOptions): Promise<TemporalBinary> {
  const onPath = await which("temporal", env);
  if (onPath) return checked(onPath, "PATH");
  const { file, release } = await cachePlace(module, env);
  if (await isProgram(file)) return checked(file, "cache");
  await mkdir(path.dirname(file), { recursive: true });
  const why = await download(`${releases}/${release}`, file).catch(reasonOf);
  if (!why) return checked(file, "download");
  log(both(SAID.buildsInstead(release, why)));
  await build({ module, file, program: "temporal", env, log });
  return checked(file, "build");
}

/** Paths of the server that runs on PostgreSQL and of what makes its tables there, from the cache or built from the pinned sources. */
export async function clusterPrograms({
  log,
  env = process.env,
}: Pick<FindOptions, "log" | "env">): Promise<{ server: string; sqlTool: string }> {
  const folder = path.dirname((await cachePlace(MODULE, env)).file);
  await mkdir(folder, { recursive: true });
  const made = async (program: "temporal-server" | "temporal-sql-tool") => {
    const file = path.join(folder, program);
    if (!(await isProgram(file))) await build({ module: MODULE, file, program, env, log });
    return file;
  };
  return { server: await made("temporal-server"), sqlTool: await made("temporal-sql-tool") };
}

/** Where the cache keeps the program of the pinned version: its name changes with the pinned sources. */
export async function cachePlace(
  module: string = MODULE,
  env: NodeJS.ProcessEnv = process.env,
): Promise<{ file: string; release: string }> {
  const [mod, sum] = await Promise.all([
    readFile(path.join(module, "go.mod"), "utf8"),
    readFile(path.join(module, "go.sum"), "utf8"),
  ]);
  const release = /github\.com\/temporalio\/cli (v[\d.]+)/.exec(mod)?.[1];
  if (!release) throw new HouseError(SAID.noVersion(path.join(module, "go.mod")));
  const hash = createHash("sha256").update(mod).update(sum).digest("hex").slice(0, 12);
  const cache = env["XDG_CACHE_HOME"] || path.join(homedir(), ".cache");
  return { file: path.join(cache, "fremdrift", `temporal-${release}-${hash}`, "temporal"), release };
}

const run = promisify(execFile);

async function checked(file: string, from: TemporalBinary["from"]): Promise<TemporalBinary> {
  try {
    const { stdout } = await run(file, ["--version"], { timeout: 30_000 });
    return { path: file, from, version: stdout.trim() };
  } catch (error) {
    throw new HouseError(SAID.doesNotRun(file, from, reasonOf(error)), error);
  }
}

async function which(name: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  for (const folder of (env["PATH"] ?? "").split(path.delimiter)) {
    if (folder && (await isProgram(path.join(folder, name)))) return path.join(folder, name);
  }
  return undefined;
}

async function isProgram(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** Puts the released program at `file`; comes back with the reason when it is not to be had. */
async function download(release: string, file: string): Promise<Text | undefined> {
  const platform = process.platform;
  const arch = process.arch === "x64" ? "amd64" : process.arch;
  const reach = new AbortController();
  const tooSlow = setTimeout(() => reach.abort(), REACH_MS);
  const signal = AbortSignal.any([reach.signal, AbortSignal.timeout(DOWNLOAD_MS)]);
  const answer = await fetch(`${release}?platform=${platform}&arch=${arch}`, { signal }).finally(() =>
    clearTimeout(tooSlow),
  );
  if (!answer.ok || !answer.body) return SAID.answered(answer.status);
  const folder = await mkdtemp(path.join(path.dirname(file), "download-"));
  try {
    const tar = spawn("tar", ["-xzf", "-", "-C", folder, "temporal"], { stdio: ["pipe", "ignore", "ignore"] });
    const ended = new Promise<number | null>((resolve) => tar.on("error", () => resolve(127)).on("exit", resolve));
    await pipeline(Readable.fromWeb(answer.body), tar.stdin);
    if ((await ended) !== 0) return SAID.noArchive;
    await rename(path.join(folder, "temporal"), file);
    return undefined;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

// The kernel holds the lock and lets it go when the build ends, however it ends; who waited finds the work done. The
// program appears under its name only when it is whole.
const BUILD = `[ -x "$1" ] || { go build -trimpath -ldflags '-s -w' -o "$1.$$" "$2" && mv "$1.$$" "$1" || { rm -f "$1.$$"; exit 1; }; }`;

async function build({
  module,
  file,
  program,
  env,
  log,
}: {
  module: string;
  file: string;
  program: keyof typeof PACKAGES;
  env: NodeJS.ProcessEnv;
  log: Log;
}): Promise<void> {
  await checkGo(env);
  const script = ["sh", "-c", BUILD, "build", file, PACKAGES[program]];
  const locked = (await which("flock", env)) ? ["flock", `${file}.lock`, ...script] : script;
  const started = performance.now();
  const tell = setInterval(() => {
    log(both(SAID.building(Math.round((performance.now() - started) / 1000))));
  }, TELL_MS);
  try {
    const { code, words } = await heard(locked, { cwd: module, env: withFlag(env) });
    if (code !== 0) throw new HouseError(SAID.notBuilt(code, words));
  } finally {
    clearInterval(tell);
  }
}

// Go asks git for a version stamp, which fails in a copy without git's folder.
function withFlag(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const flags = env["GOFLAGS"] ?? "";
  return flags.includes("-buildvcs") ? env : { ...env, GOFLAGS: `${flags} -buildvcs=false`.trim() };
}

async function checkGo(env: NodeJS.ProcessEnv): Promise<void> {
  const { stdout } = await run("go", ["env", "GOVERSION"], { env }).catch((error: unknown) => {
    throw new HouseError(SAID.noGo, error);
  });
  const [major = 0, minor = 0] = stdout.trim().replace("go", "").split(".").map(Number);
  const [needMajor = 0, needMinor = 0] = GO_NEEDED.split(".").map(Number);
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return;
  throw new HouseError(SAID.oldGo(stdout.trim()));
}

/** Runs a command to its end; the last lines of what it said come back with its exit code. */
function heard(
  [command = "", ...args]: string[],
  options: { cwd: string; env: NodeJS.ProcessEnv },
): Promise<{ code: number; words: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    let words = "";
    const hear = (chunk: Buffer) => (words = (words + chunk.toString()).slice(-2_000));
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("error", (error) => resolve({ code: 127, words: error.message }));
    child.on("close", (code) => resolve({ code: code ?? 1, words }));
  });
}

/** The system's own words stand as they are. */
function reasonOf(error: unknown): Text {
  if (error instanceof Error && error.name === "AbortError") return SAID.noAnswer;
  const said = !(error instanceof Error)
    ? String(error)
    : error.cause instanceof Error
      ? `${error.message}: ${error.cause.message}`
      : error.message;
  return { da: said, en: said };
}

const HELP: Text = {
  da: `Installér Go ${GO_NEEDED} eller nyere, eller sæt programmet «temporal» på PATH, eller sæt TEMPORAL_ADDRESS til en server, der kører; prøv så igen.`,
  en: `Install Go ${GO_NEEDED} or newer, or put the program «temporal» on the PATH, or set TEMPORAL_ADDRESS to a server that runs; then try again.`,
};

const SAID = {
  buildsInstead: (release: string, why: Text): Text => ({
    da: `Temporal-serveren ${release} kan ikke hentes (${why.da}) og bygges i stedet fra kildeteksten`,
    en: `the Temporal server ${release} cannot be downloaded (${why.en}); building it from source instead`,
  }),
  building: (seconds: number): Text => ({
    da: `bygger Temporal-serveren (én gang, omkring 4 minutter) … ${seconds} s`,
    en: `building the Temporal server (once, about 4 minutes) … ${seconds} s`,
  }),
  noAnswer: {
    da: `intet svar i ${REACH_MS / 1000} s`,
    en: `no answer in ${REACH_MS / 1000} s`,
  },
  answered: (status: number): Text => ({ da: `svaret var ${status}`, en: `the download answered ${status}` }),
  noArchive: {
    da: "det hentede er intet arkiv med programmet i",
    en: "what was downloaded is no archive with the program in it",
  },
  noVersion: (file: string): Text => ({
    da: `${file} nævner ingen version af github.com/temporalio/cli: hent filen igen fra git.`,
    en: `${file} names no version of github.com/temporalio/cli: restore the file from git.`,
  }),
  doesNotRun: (file: string, from: TemporalBinary["from"], why: Text): Text => ({
    da: `Temporal-programmet ${file} kører ikke (${why.da}). ${from === "PATH" ? "Reparér det, eller tag det af PATH" : "Slet filen"}, og prøv igen.`,
    en: `The Temporal program ${file} does not run (${why.en}). ${from === "PATH" ? "Repair it or take it off the PATH" : "Remove that file"}, then try again.`,
  }),
  notBuilt: (code: number, words: string): Text => ({
    da: `Temporal-serveren kunne ikke bygges (go sluttede med ${code}; dets ord står nederst). Se efter netværket, eller sæt programmet «temporal» på PATH, og prøv igen.`,
    en: `The Temporal server could not be built (go ended with ${code}). Check the network, or put the program «temporal» on the PATH, then try again. Its words:\n${words}`,
  }),
  noGo: {
    da: `Temporal-serveren er der ikke og kan ikke bygges uden Go. ${HELP.da}`,
    en: `The Temporal server is not there and cannot be built without Go. ${HELP.en}`,
  },
  oldGo: (version: string): Text => ({
    da: `Temporal-serveren er der ikke, og ${version} er for gammel til at bygge den. ${HELP.da}`,
    en: `The Temporal server is not there, and ${version} is too old to build it. ${HELP.en}`,
  }),
};
