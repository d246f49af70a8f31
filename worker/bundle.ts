// The workflow bundle: webpack takes seconds, so it is made once for each state of the code and kept in the cache.
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { bundleWorkflowCode } from "@temporalio/worker";
import { both } from "./house-error.ts";
import { PRELOADED, WORKFLOWS } from "./temporal-worker.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** What a bundle is made of: these folders, and the packages that the lock file names. */
const SOURCES = ["programmes", "machines", "workflows"];

/** Path of the bundle's code for the sources as they are now; `log` is told when it has to be made. */
export async function workflowBundle(log: (line: string) => void): Promise<{ codePath: string }> {
  const cache = path.join(process.env["XDG_CACHE_HOME"] || path.join(homedir(), ".cache"), "fremdrift");
  const codePath = path.join(cache, `workflows-${await fingerprint()}.cjs`);
  if (await readFile(codePath).catch(() => undefined)) return { codePath };
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
  return { codePath };
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
