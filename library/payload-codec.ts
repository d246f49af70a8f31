// What passes through Temporal, encrypted on the way in and read on the way out: its server and its database hold no plain text.
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { Payload, PayloadCodec } from "@temporalio/common";
import type { PayloadKey } from "./payload-keys.ts";

/** How it stands in a payload's metadata; the names are those of Temporal's own example. */
const ENCODING = "binary/encrypted";
const KEY_ID = "encryption-key-id";

const CIPHER = "aes-256-gcm";
/** Octets. */
const NONCE = 12;
const TAG = 16;
const LENGTH = 4;

/** Something was encrypted under a key that this process does not have. With the key it can be read: it is tried again. */
export class UnknownKey extends Error {
  override readonly name = "UnknownKey";
  constructor(id: string) {
    super(
      `Temporal holds something under the key «${id}», which this process does not have. Add the key to FREMDRIFT_KEYS (${howTo(id)}) and start again: it goes on by itself. / ` +
        `Temporal har noget under nøglen «${id}», som denne proces ikke har. Føj nøglen til FREMDRIFT_KEYS (${howTo(id)}), og start igen: så går det videre af sig selv.`,
    );
  }
}

const howTo = (id: string) => (id.startsWith("secret-") ? "secret:FREMDRIFT_SECRET-before" : `${id}:base64`);

/**
 * Encrypts under the first of the keys, and reads what was encrypted under any of them. What was never encrypted is read as it is: it is
 * from before. Throws UnknownKey, and an Error for what was changed since it was encrypted.
 */
export function payloadCodec(keys: readonly PayloadKey[]): PayloadCodec {
  const [first] = keys;
  if (!first) throw new Error("a codec needs a key");
  const known = new Map(keys.map(({ id, key }) => [id, key]));
  return {
    encode: (payloads) => Promise.resolve(payloads.map((payload) => encrypted(payload, first))),
    decode: async (payloads) => payloads.map((payload) => decrypted(payload, known)),
  };
}

function encrypted(payload: Payload, { id, key }: PayloadKey): Payload {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(about(id));
  const [head, data] = framed(payload);
  const sealed = Buffer.concat([nonce, cipher.update(head), cipher.update(data), cipher.final(), cipher.getAuthTag()]);
  return { metadata: { encoding: Buffer.from(ENCODING), [KEY_ID]: Buffer.from(id) }, data: sealed };
}

function decrypted(payload: Payload, keys: ReadonlyMap<string, Buffer>): Payload {
  const { metadata, data } = payload;
  if (!metadata || !data || textOf(metadata["encoding"]) !== ENCODING) return payload;
  const id = textOf(metadata[KEY_ID]);
  const key = keys.get(id);
  if (!key) throw new UnknownKey(id);
  const end = data.length - TAG;
  const decipher = createDecipheriv(CIPHER, key, data.subarray(0, NONCE)).setAAD(about(id));
  decipher.setAuthTag(data.subarray(end));
  return unframed(Buffer.concat([decipher.update(data.subarray(NONCE, end)), decipher.final()]));
}

/** What is encrypted belongs to this format and this key: under another label it cannot be read. */
const about = (id: string): Buffer => Buffer.from(`fremdrift payload 1 ${id}`);

const textOf = (octets: Uint8Array | null | undefined): string => Buffer.from(octets ?? []).toString();

/** Metadata as JSON after its length, then the data. */
function framed({ metadata, data }: Payload): [head: Buffer, data: Uint8Array] {
  const said = Object.entries(metadata ?? {}).map(([name, octets]) => [name, Buffer.from(octets).toString("base64")]);
  const json = Buffer.from(JSON.stringify(Object.fromEntries(said)));
  const length = Buffer.alloc(LENGTH);
  length.writeUInt32BE(json.length);
  // Of a payload without data, as where a workflow ends, protobuf makes an array that is empty.
  return [Buffer.concat([length, json]), data?.length ? data : new Uint8Array()];
}

function unframed(octets: Buffer): Payload {
  const begin = LENGTH + octets.readUInt32BE();
  const said = JSON.parse(octets.subarray(LENGTH, begin).toString()) as Record<string, string>;
  const metadata = Object.entries(said).map(([name, octet]) => [name, Buffer.from(octet, "base64")]);
  return { metadata: Object.fromEntries(metadata) as Record<string, Uint8Array>, data: octets.subarray(begin) };
}
