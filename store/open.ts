// The store: one PostgreSQL, embedded in this process or on a server, behind one type.
import { Kysely, PostgresDialect, sql, type PostgresPool, type Transaction } from "kysely";
import { embeddedPool } from "./embedded.ts";
import { lockFolder } from "./lock.ts";
import { migrate } from "./migrate.ts";
import { countedPool, type Connections } from "./pool.ts";
import type { Database } from "./schema.ts";
import { serverPool, unreachable } from "./server.ts";

export type Store = {
  kind: "embedded" | "server";
  db: Kysely<Database>;
  /** Asks the database for an answer. Throws StoreError `unreachable`. */
  ping(): Promise<void>;
  /** How many connections are in use here, and how many wait for one. */
  connections(): Connections;
  /** Of the embedded store: puts a copy of the database, as of one moment, in a folder that is there. */
  copyTo?(folder: string): Promise<void>;
  /** Waits for what is under way, then lets go of the database and of the folder. */
  close(): Promise<void>;
};

export type Tx = Transaction<Database>;
/** What every query takes first: the store, or the transaction it is to be part of. */
export type From = Store | Tx;

/**
 * Opens the store in a data folder or on a server (`postgresql://…`) and brings its tables up to date. With `isLocked` the
 * caller holds the folder's lock, and lets go of it after the store is closed. Throws StoreError:
 * `in-use` or `not-writable` for a folder, `bad-url` or `unreachable` for a server, `migration`.
 */
export async function openStore(where: { folder: string; isLocked?: true } | { url: string }): Promise<Store> {
  return "url" in where ? await openServer(where.url) : await openFolder(where);
}

/** The handle to query with. On the embedded store, a query beside an open transaction waits for it to end. */
export function on(from: From): Kysely<Database> {
  return "db" in from ? from.db : from;
}

/** Runs `work` in a transaction: in the given one, else in one of its own, which any error rolls back. */
export async function inTransaction<T>(from: From, work: (tx: Tx) => Promise<T>): Promise<T> {
  return "db" in from ? await from.db.transaction().execute(work) : await work(from);
}

async function openServer(url: string): Promise<Store> {
  const { pool, place } = await serverPool(url);
  return await ready({ kind: "server", pool, place, after: () => Promise.resolve() });
}

async function openFolder({ folder, isLocked }: { folder: string; isLocked?: true }): Promise<Store> {
  const lock = isLocked ? { folder, release: () => Promise.resolve() } : await lockFolder(folder);
  try {
    const pool = await embeddedPool(lock.folder);
    const store = await ready({ kind: "embedded", pool, place: lock.folder, after: lock.release });
    return { ...store, copyTo: pool.copyTo };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

type Opened = {
  kind: Store["kind"];
  pool: PostgresPool;
  place: string;
  after: () => Promise<void>;
};

async function ready({ kind, pool: bare, place, after }: Opened): Promise<Store> {
  const { pool, connections } = countedPool(bare);
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  const close = async () => {
    await db.destroy();
    await after();
  };
  const ping = async () => {
    await sql`select 1`.execute(db).catch((error: unknown) => {
      throw unreachable(place, error);
    });
  };
  try {
    await migrate(db);
    // Nothing else clears away old versions of rows there; a server does it by itself.
    if (kind === "embedded") await sql`vacuum analyze`.execute(db);
  } catch (error) {
    await close();
    throw error;
  }
  return { kind, db, ping, connections, close };
}
