// The keys under which what passes through Temporal is encrypted: by default one that follows from the installation's secret.
import { createHash, hkdfSync } from "node:crypto";

/** `id` stands beside what was encrypted under the key, and tells nothing of it. */
export type PayloadKey = { id: string; key: Buffer };

/** Octets of a key. */
const KEY = 32;
/** Characters of an id of a key that follows from a secret: enough to tell the secrets of one installation apart. */
const DIGITS = 8;
/** An entry of this name is an earlier secret, and not a key. */
const SECRET = "secret";

/** The key that follows from a secret: the same each time. */
export function keyFrom(secret: string): PayloadKey {
  const key = Buffer.from(hkdfSync("sha256", secret, "fremdrift", "what passes through Temporal", KEY));
  const id = createHash("sha256").update(key).digest("hex").slice(0, DIGITS);
  return { id: `${SECRET}-${id}`, key };
}

/**
 * Keys as a setting has them: `id:base64` for each, or `secret:` and an earlier secret, with commas or line breaks between. Undefined where
 * it is not so written: two of one id, or a key that is not of 32 octets.
 */
export function readKeys(text: string): PayloadKey[] | undefined {
  const entries = text.split(/[,\n]/).map((entry) => entry.trim());
  const keys = entries.filter(Boolean).map(readKey);
  const known = keys.filter((key) => key !== undefined);
  const isWhole = known.length === keys.length && new Set(known.map(({ id }) => id)).size === keys.length;
  return isWhole && keys.length > 0 ? known : undefined;
}

/** What an installation encrypts under, first, and what it can read besides: `given` as by `readKeys`. */
export function payloadKeys(secret: string, given: string | undefined): PayloadKey[] {
  const own = keyFrom(secret);
  return [...((given !== undefined && readKeys(given)) || []), own].filter(
    ({ id }, index, all) => all.findIndex((other) => other.id === id) === index,
  );
}

function readKey(entry: string): PayloadKey | undefined {
  const [, id, value] = /^([A-Za-z0-9][\w.-]{0,49}):(.+)$/.exec(entry) ?? [];
  if (id === undefined || value === undefined) return undefined;
  if (id === SECRET) return keyFrom(value.trim());
  const key = Buffer.from(value, "base64");
  return key.length === KEY ? { id, key } : undefined;
}
