// The keys of an installation: its secret, and the first administrator's token. Made on first start, kept for their owner only.
import { createHmac, randomBytes } from "node:crypto";
import { chmod, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { createToken, findTokens, hashToken } from "../store/tokens.ts";
import type { Store } from "../store/open.ts";

const OWNER_ONLY = 0o600;

export const newToken = (): string => `fd_${randomBytes(24).toString("base64url")}`;

/** A token that follows from the secret and what it is for: asked for twice, it is the same one. */
export const tokenFrom = (secret: string, purpose: string): string =>
  `fd_${createHmac("sha256", secret).update(purpose).digest("base64url")}`;

/** The secret given, or the folder's own. */
export async function secretOf(folder: string, given: string | undefined): Promise<string> {
  return given ?? (await keptIn(path.join(folder, "secret"), () => randomBytes(32).toString("base64url")));
}

/**
 * The administrator's token of the folder; `fresh` where it was made now and nobody has seen it. With `secret`: of an installation of
 * several processes, which all have the same one.
 */
export async function adminToken(
  store: Store,
  folder: string,
  { now, secret }: { now: number; secret?: string },
): Promise<{ token: string; fresh: boolean }> {
  const file = path.join(folder, "admin-token");
  const before = await readFile(file, "utf8").catch(() => undefined);
  const token = await keptIn(file, () => (secret === undefined ? newToken() : tokenFrom(secret, "administrator")));
  const known = await findTokens(store, [hashToken(token)], now);
  if (known.length === 0) await createToken(store, { token, label: "administrator", admin: true, createdAt: now });
  return { token, fresh: before === undefined };
}

async function keptIn(file: string, make: () => string): Promise<string> {
  const kept = (await readFile(file, "utf8").catch(() => "")).trim();
  if (kept) return kept;
  const made = make();
  await writeFile(file, `${made}\n`, { mode: OWNER_ONLY });
  await chmod(file, OWNER_ONLY);
  return made;
}
