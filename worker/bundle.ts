// The workflow bundle: webpack takes seconds, so it is made once for each state of the code and kept in the cache.
import { createHash } from "node:crypto";
import { access, mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { bundleWorkflowCode } from "@temporalio/worker";
import { both } from "./house-error.ts";
import { codeOf, FAILURES, WORKFLOWS } from "./temporal-worker.ts";

const LOCK = fileURLToPath(new URL("../package-lock.json", import.meta.url));

/** Bundles kept in any case: those used last. */
const KEPT = 5;
/** Milliseconds for which a bundle that was used is not removed. */
const UNTOUCHED = 24 * 60 * 60_000;

/** Path of the code, bundled, of a module that exports workflows, as it is now; `log` is told when it has to be made. */
export async function workflowBundle(
  log: (line: string) => void,
  workflowsPath: string = WORKFLOWS,
): Promise<{ codePath: string }> {
  const cache = path.join(process.env["XDG_CACHE_HOME"] || path.join(homedir(), ".cache"), "fremdrift");
  const codePath = path.join(cache, `workflows-${await fingerprint(workflowsPath)}.cjs`);
  if (await isUsedAgain(codePath)) return { codePath };
  log(
    both({
      da: "pakker forløbenes kode (én gang for hver version, nogle sekunder) …",
      en: "bundling the workflows (once for each version, a few seconds) …",
    }),
  );
  const quiet = { trace() {}, debug() {}, info() {}, warn: log, error: log, log() {} };
  const { code } = await bundleWorkflowCode({ ...codeOf(workflowsPath), logger: quiet });
  await mkdir(cache, { recursive: true });
  const draft = `${codePath}.${process.pid}`;
  await writeFile(draft, code);
  await rename(draft, codePath);
  await tidy(cache);
  return { codePath };
}

/** Whether the bundle is there; from now on it counts as used now. */
async function isUsedAgain(codePath: string): Promise<boolean> {
  const now = new Date();
  const isThere = await access(codePath).then(
    () => true,
    () => false,
  );
  if (isThere) await utimes(codePath, now, now).catch(() => {});
  return isThere;
}

/** Removes bundles, and drafts that a kill left, beyond those used last; one of today may be another checkout's. */
async function tidy(cache: string): Promise<void> {
  const names = (await readdir(cache)).filter((name) => name.startsWith("workflows-"));
  const known = await Promise.all(
    names.map(async (name) => {
      const file = path.join(cache, name);
      // Another process may be tidying too.
      return { file, usedAt: (await stat(file).catch(() => undefined))?.mtimeMs ?? 0 };
    }),
  );
  const surplus = known.toSorted((a, b) => b.usedAt - a.usedAt).slice(KEPT);
  const old = surplus.filter(({ usedAt }) => usedAt < Date.now() - UNTOUCHED);
  await Promise.all(old.map(({ file }) => rm(file, { force: true })));
}

/** It changes with every file that goes into the bundle, and with the packages that the lock file names. */
async function fingerprint(workflowsPath: string): Promise<string> {
  const hash = createHash("sha256").update(workflowsPath);
  hash.update(await readFile(LOCK));
  const sources = new Map<string, string>();
  await collect(sources, workflowsPath);
  await collect(sources, FAILURES);
  for (const [file, text] of [...sources].toSorted(([a], [b]) => (a < b ? -1 : 1))) hash.update(file).update(text);
  return hash.digest("hex").slice(0, 16);
}

const IMPORTED = /\b(?:from|import)\s*\(?\s*["'](\.[^"']+)["']/g;
/** What the bundler tries after a name, in this order. */
const ENDINGS = ["", ".ts", ".js", "/index.ts", "/index.js"];

async function collect(sources: Map<string, string>, wanted: string): Promise<void> {
  for (const file of [wanted.replace(/\.js$/, ".ts"), ...ENDINGS.map((ending) => wanted + ending)]) {
    if (sources.has(file)) return;
    const text = await readFile(file, "utf8").catch(() => undefined);
    if (text === undefined) continue;
    sources.set(file, text);
    for (const [, to] of text.matchAll(IMPORTED)) await collect(sources, path.resolve(path.dirname(file), to!));
    return;
  }
}
