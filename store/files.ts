// Files beside meetings, homework and ideas. Their content is kept in the database, so that a copy of it has them, too.
import { sql } from "kysely";
import type { Instant } from "../programmes/types.ts";
import { on, type From } from "./open.ts";

/** A file without its content. `about`: `item:m1` or `idea:i1`; `type`: its media type; `by`: id of who put it there. */
export type StoredFile = {
  id: string;
  about: string;
  name: string;
  type: string;
  size: number;
  by: string;
  at: Instant;
};

/** Keeps a file, unless the network's files would take more than `most` bytes: answers false then. */
export async function addFile(
  from: From,
  networkId: string,
  { by, content, ...file }: StoredFile & { content: Uint8Array },
  most: number,
): Promise<boolean> {
  const sum = on(from)
    .selectFrom("file")
    .select(sql<number>`coalesce(sum(size), 0)::int8`.as("bytes"));
  const { bytes } = await sum.where("network_id", "=", networkId).executeTakeFirstOrThrow();
  if (bytes + file.size > most) return false;
  const row = { ...file, network_id: networkId, by_person: by, content };
  await on(from).insertInto("file").values(row).execute();
  return true;
}

/** The files of a network in the order they came, all or those about one thing. */
export async function listFiles(from: From, networkId: string, about?: string): Promise<StoredFile[]> {
  let query = on(from).selectFrom("file").select(COLUMNS).where("network_id", "=", networkId);
  if (about !== undefined) query = query.where("about", "=", about);
  return await query.orderBy("at").orderBy("id").execute();
}

/** One file with its content; undefined where it is not there. */
export async function readFile(
  from: From,
  networkId: string,
  id: string,
): Promise<(StoredFile & { content: Uint8Array }) | undefined> {
  const query = on(from)
    .selectFrom("file")
    .select([...COLUMNS, "content"]);
  return await query.where("network_id", "=", networkId).where("id", "=", id).executeTakeFirst();
}

/** Removes a file with its content. */
export async function removeFile(from: From, networkId: string, id: string): Promise<void> {
  await on(from).deleteFrom("file").where("network_id", "=", networkId).where("id", "=", id).execute();
}

const COLUMNS = ["id", "about", "name", "type", "size", "by_person as by", "at"] as const;
