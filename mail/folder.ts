// Mails as files in one folder, numbered in the order they came. What was added survives a crash.
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";

export type MailFolder = {
  /** Keeps a mail; back when it is safely on disk. Its id. */
  add(raw: Buffer): Promise<string>;
  /** Ids of the mails kept, oldest first. */
  ids(): string[];
  has(id: string): boolean;
  /** The whole mail, or undefined when there is none. */
  read(id: string): Promise<Buffer | undefined>;
  /** Removes mails that came before an instant, epoch milliseconds. */
  forget(before: number): Promise<void>;
  /** The headers alone, when it came (epoch milliseconds) and its size in octets. */
  head(id: string): Promise<{ top: Buffer; at: number; size: number } | undefined>;
};

/** Octets read of a mail to find its headers. */
const HEAD_SIZE = 16 * 1024;

/** Opens a folder, made when missing, and keeps the newest `most` mails in it. Rejects when it cannot be written. */
export async function openMailFolder(folder: string, most: number): Promise<MailFolder> {
  await mkdir(folder, { recursive: true });
  const names = await readdir(folder);
  // A half-written mail was never acknowledged: whoever sent it will send it again.
  await Promise.all(
    names.filter((name) => name.endsWith(".part")).map((name) => rm(join(folder, name), { force: true })),
  );
  const kept = new Set(
    names
      .filter((name) => NAME.test(name))
      .map((name) => name.slice(0, -4))
      .sort(),
  );
  let last = Number([...kept].at(-1) ?? 0);
  const pathOf = (id: string) => join(folder, `${id}.eml`);

  const dropOldest = async () => {
    while (kept.size > most) {
      const [oldest] = kept;
      kept.delete(oldest!);
      await rm(pathOf(oldest!), { force: true });
    }
  };
  await dropOldest();

  return {
    async add(raw) {
      const id = String(++last).padStart(10, "0");
      await writeDurably(folder, `${id}.eml`, raw);
      kept.add(id);
      await dropOldest();
      return id;
    },
    forget: async (before) => {
      for (const id of [...kept].sort()) {
        const found = await orNothing(stat(pathOf(id)));
        if (found && found.mtimeMs >= before) return;
        kept.delete(id);
        await rm(pathOf(id), { force: true });
      }
    },
    ids: () => [...kept].sort(),
    has: (id) => kept.has(id),
    read: async (id) => (kept.has(id) ? orNothing(readFile(pathOf(id))) : undefined),
    head: async (id) => (kept.has(id) ? orNothing(readHead(pathOf(id))) : undefined),
  };
}

const NAME = /^\d{10}\.eml$/;

async function writeDurably(folder: string, name: string, raw: Buffer): Promise<void> {
  const part = join(folder, `${name}.part`);
  try {
    await withFile(part, "w", async (file) => {
      await file.writeFile(raw);
      await file.sync();
    });
    await rename(part, join(folder, name));
    // The new name is in the folder, and only the folder's own fsync makes that last.
    await withFile(folder, "r", (directory) => directory.sync());
  } catch (error) {
    await rm(part, { force: true }).catch(() => {});
    throw error;
  }
}

async function readHead(path: string): Promise<{ top: Buffer; at: number; size: number }> {
  const { mtimeMs, size } = await stat(path);
  return withFile(path, "r", async (file) => {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.min(HEAD_SIZE, size)), 0);
    const read = buffer.subarray(0, bytesRead);
    const end = read.indexOf("\r\n\r\n");
    return { top: end < 0 ? read : read.subarray(0, end + 4), at: Math.round(mtimeMs), size };
  });
}

type Handle = Awaited<ReturnType<typeof open>>;

async function withFile<T>(path: string, flags: string, use: (file: Handle) => Promise<T>): Promise<T> {
  const file = await open(path, flags);
  try {
    return await use(file);
  } finally {
    await file.close();
  }
}

// A mail can be dropped between its listing and its reading.
async function orNothing<T>(reading: Promise<T>): Promise<T | undefined> {
  return reading.catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
}
