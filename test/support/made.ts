// A new installation's database, made once for a whole run of tests and copied to where a house stands: each takes three seconds to make.
import { constants, existsSync } from "node:fs";
import { cp, mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { inject } from "vitest";
import type { TestProject } from "vitest/node";
import { openStore } from "../../store/open.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The folder of the run, for what its files share. */
    made: string;
  }
}

/** A folder for the run, which is gone after the last file. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), "fremdrift-made-"));
  project.provide("made", folder);
  return () => rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** Puts the database in a data folder that is empty. */
export async function putDatabase(folder: string): Promise<void> {
  const database = path.join(inject("made"), "postgresql");
  if (!existsSync(database)) await make(database);
  await cp(database, path.join(folder, "postgresql"), { recursive: true, mode: constants.COPYFILE_FICLONE });
}

/** It appears when it is whole; another file's may be there before. */
async function make(database: string): Promise<void> {
  const draft = await mkdtemp(`${database}.new-`);
  await (await openStore({ folder: draft })).close();
  await rename(path.join(draft, "postgresql"), database).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
  });
  await rm(draft, { recursive: true, force: true });
}
