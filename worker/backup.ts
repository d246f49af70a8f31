// A backup of the running house: both databases as of one moment (docs/decisions/0024-backup.md), and what stands beside them.
import { constants } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import path from "node:path";
import { finished } from "node:stream/promises";
import type { Backup } from "../api/parts.ts";
import { pack, PARTS, writeManifest } from "../library/backup-file.ts";
import type { Store } from "../store/open.ts";
import type { TemporalServer } from "./temporal-server.ts";

const DRAFT = "backup.new-";

/**
 * Makes backups of a data folder, whose lock the caller holds, one after the other: each is copied first, and packed while it
 * is read. While the databases are copied, what is asked of networks waits. The store is the embedded one.
 */
export function createBackups(of: {
  folder: string;
  store: Store;
  temporal: Pick<TemporalServer, "paused">;
  now: () => number;
  log: (line: string) => void;
}): () => Promise<Backup> {
  // Before anything of ours is there: what a backup that was killed left.
  let before: Promise<unknown> = clear(of.folder).catch(() => {});
  return () => {
    const made = before.then(() => backup(of));
    before = made.catch(() => {});
    return made;
  };
}

async function backup({ folder, store, temporal, now, log }: Parameters<typeof createBackups>[0]): Promise<Backup> {
  const draft = await mkdtemp(path.join(folder, DRAFT));
  try {
    const made = new Date(now()).toISOString();
    // No network goes on while Temporal is away: the store can hold all that it has been told is written, and nothing later.
    await temporal.paused(async () => {
      await copyTemporal(folder, draft);
      await store.copyTo!(draft);
    });
    for (const name of (await readdir(folder)).filter((one) => BESIDE.includes(one))) await copy(folder, draft, name);
    const stream = pack(draft, await writeManifest(draft, made));
    void finished(stream)
      .catch((error: Error) => log(`the backup was not read to its end: ${error.message}`))
      .then(() => rm(draft, { recursive: true, force: true }))
      .catch(() => {});
    return { name: `fremdrift-${made.replaceAll(/[-:]|\.\d+/g, "")}.tar.gz`, stream };
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}

/** What is no database. */
const BESIDE = PARTS.filter((name) => name !== "postgresql" && name !== "temporal");

/** Its database in all its files, and which server wrote it; not its log. */
async function copyTemporal(folder: string, draft: string): Promise<void> {
  await mkdir(path.join(draft, "temporal"));
  const names = (await readdir(path.join(folder, "temporal"))).filter((name) => !name.endsWith(".log"));
  for (const name of names) await copy(folder, draft, path.join("temporal", name));
}

const copy = (from: string, to: string, name: string) =>
  cp(path.join(from, name), path.join(to, name), { recursive: true, mode: constants.COPYFILE_FICLONE });

async function clear(folder: string): Promise<void> {
  const left = (await readdir(folder)).filter((name) => name.startsWith(DRAFT));
  for (const name of left) await rm(path.join(folder, name), { recursive: true, force: true });
}
