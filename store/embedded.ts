// PostgreSQL inside this process. PGlite has one connection; it is handed out in turn, as a pool of one, so that
// Kysely's own PostgreSQL dialect serves and nothing slips into another's transaction.
import { execFile } from "node:child_process";
import { access, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { PGlite } from "@electric-sql/pglite";
import type { PostgresPool, PostgresPoolClient } from "kysely";
import { PARSERS } from "./parsers.ts";

/** Opens the database in `folder`, creating it first where it is missing. The caller holds the folder's lock. */
export async function embeddedPool(folder: string): Promise<PostgresPool> {
  const place = join(folder, "postgresql");
  if (!(await exists(place))) await create(folder, place);
  const startParams = [...PGlite.defaultStartParams, "-c", "shared_buffers=16MB"];
  return poolOfOne(await PGlite.create(place, { parsers: PARSERS, startParams }));
}

function poolOfOne(database: PGlite): PostgresPool {
  let free = Promise.resolve();
  return {
    async connect() {
      const turn = free;
      let release = () => {};
      free = new Promise((resolve) => (release = resolve));
      await turn;
      const query = (text: string, values: readonly unknown[]) => database.query(text, [...values]);
      return { query, release } as unknown as PostgresPoolClient;
    },
    async end() {
      await free;
      await database.close();
    },
  };
}

/** A folder appears under its name only when it is whole: a creation that was killed leaves a draft, removed the next time. */
async function create(folder: string, place: string): Promise<void> {
  const drafts = (await readdir(folder)).filter((name) => name.startsWith(DRAFT));
  await Promise.all(drafts.map((name) => rm(join(folder, name), { recursive: true })));
  const draft = await mkdtemp(join(folder, DRAFT));
  await promisify(execFile)(process.execPath, [join(import.meta.dirname, "create.mjs"), draft], {
    env: {},
  });
  await rename(draft, place);
}

const DRAFT = "postgresql.new-";

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
