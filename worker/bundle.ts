// The workflow bundle: webpack takes seconds, so it is made once for each state of the code and kept in the cache.
import { createHash } from "node:crypto";
import { access, mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { bundleWorkflowCode } from "@temporalio/worker";
import { both } from "./house-error.ts";
import { PRELOADED, WORKFLOWS } from "./temporal-worker.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** What a bundle is made of: these folders, and the packages that the lock file names. */
const SOURCES = ["programmes", "machines", "workflows"];

/** Bundles kept in any case: those used last. */
const KEPT = 5;
/** Milliseconds for which a bundle that was used is not removed. */
const UNTOUCHED = 24 * 60 * 60_000;

/** Path of the bundle's code for the sources as they are now; `log` is told when it has to be made. */
export async function workflowBundle(log: (line: string) => void): Promise<{ codePath: string }> {
  const cache = path.join(process.env["XDG_CACHE_HOME"] || path.join(homedir(), ".cache"), "fremdrift");
  const codePath = path.join(cache, `workflows-${await fingerprint()}.cjs`);
  if (await isUsedAgain(codePath)) return { codePath };
  log(
    both({
      da: "pakker forløbenes kode (én gang for hver version, nogle sekunder) …",
      en: "bundling the workflows (once for each version, a few seconds) …",
    }),
  );
  const quiet = { trace() {}, debug() {}, info() {}, warn: log, error: log, log() {} };
  const { code } = await bundleWorkflowCode({ workflowsPath: WORKFLOWS, preloadModules: PRELOADED, logger: quiet });
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

async function fingerprint(): Promise<string> {
  const hash = createHash("sha256").update(ROOT);
  hash.update(await readFile(path.join(ROOT, "package-lock.json")));
  for (const folder of SOURCES) {
    const names = (await readdir(path.join(ROOT, folder), { recursive: true })).filter((name) => name.endsWith(".ts"));
    for (const name of names.toSorted()) hash.update(name).update(await readFile(path.join(ROOT, folder, name)));
  }
  return hash.digest("hex").slice(0, 16);
}
