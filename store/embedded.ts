// PostgreSQL inside this process. PGlite has one connection; it is handed out in turn, as a pool of one, so that
// Kysely's own PostgreSQL dialect serves and nothing slips into another's transaction. It is spoken to as a server is, by the same driver.
import { execFile } from "node:child_process";
import { constants } from "node:fs";
import { access, cp, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { PGlite } from "@electric-sql/pglite";
import type { PostgresPool, PostgresPoolClient } from "kysely";
import { prepared } from "./prepared.ts";
import { clientOn } from "./wire.ts";

/** Opens the database in `folder`, creating it first where it is missing. The caller holds the folder's lock. */
export async function embeddedPool(folder: string): Promise<EmbeddedPool> {
  const place = join(folder, "postgresql");
  if (!(await exists(place))) await create(folder, place);
  const startParams = [...PGlite.defaultStartParams, "-c", "shared_buffers=16MB"];
  const database = await PGlite.create(place, { startParams });
  const pool = await poolOfOne(database);
  return { ...pool, copyTo: (to) => copyOf(pool, { from: place, to: join(to, "postgresql") }) };
}

export type EmbeddedPool = PostgresPool & {
  /** Puts a copy of the database, as of one moment, in a folder: one that `embeddedPool` opens. Who asks meanwhile waits. */
  copyTo(folder: string): Promise<void>;
};

/** While nobody has the one connection, nothing is written. */
async function copyOf(pool: PostgresPool, { from, to }: { from: string; to: string }): Promise<void> {
  const connection = await pool.connect();
  try {
    await connection.query("checkpoint", []);
    await cp(from, to, { recursive: true, mode: constants.COPYFILE_FICLONE });
  } finally {
    connection.release();
  }
}

async function poolOfOne(database: PGlite): Promise<PostgresPool> {
  const client = await clientOn(database);
  const named = prepared();
  let free = Promise.resolve();
  return {
    async connect() {
      const turn = free;
      let release = () => {};
      free = new Promise((resolve) => (release = resolve));
      await turn;
      const query = (text: string, values: readonly unknown[]) => client.query(named(text, values));
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
