// A file whose text takes the place of what a field of several lines holds: what it says comes back there, to be read and mended.
import type { Context } from "hono";
import type { Sent } from "./at.ts";

/** Bytes of such a file, and characters of its text: with what stands around it, that is what the API takes. */
const LARGEST_BYTES = 1_000_000;
const LONGEST_TEXT = 450_000;

/** `old`: it was Windows-1252. */
type Read = { text: string; old: boolean };

/** The signs of Windows-1252 from 0x80 that are others than those of Latin-1; Node 20 takes both for the same. */
const WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

/** The names of a field's file, and of what says how its bytes were read. */
export const fileOf = (name: string): string => `${name}-file`;
export const readOf = (name: string): string => `${name}-read`;

/**
 * What was sent, with the text of the file in the field `name` where one was chosen, and beside it whether it was read as `old` or
 * `new`. `wrong`: why it was not, and the field holds what was typed.
 */
export async function listed(
  c: Context,
  sent: Sent,
  name: string,
): Promise<{ sent: Sent; wrong?: "large" | "strange" }> {
  const typed = sent.filter(([one]) => one !== readOf(name));
  const file = (await c.req.formData().catch(() => undefined))?.get(fileOf(name));
  if (!(file instanceof File) || file.size === 0) return { sent: typed };
  const read = await textOf(file);
  if (typeof read === "string") return { sent: typed, wrong: read };
  const others = typed.filter(([one]) => one !== name);
  return { sent: [...others, [name, read.text], [readOf(name), read.old ? "old" : "new"]] };
}

/**
 * The text of such a file: UTF-16 where its mark says so, UTF-8 where it is that, else Windows-1252, as spreadsheets on Windows save.
 * `large` and `strange` (no text) where it is not taken.
 */
export async function textOf(file: Blob): Promise<Read | "large" | "strange"> {
  if (file.size > LARGEST_BYTES) return "large";
  const read = decoded(new Uint8Array(await file.arrayBuffer()));
  if (read && read.text.length > LONGEST_TEXT) return "large";
  return read && !read.text.includes("\0") ? read : "strange";
}

function decoded(bytes: Uint8Array): Read | undefined {
  const sixteen = bytes[0] === 0xff && bytes[1] === 0xfe;
  const text = inUnicode(bytes, sixteen ? "utf-16le" : "utf-8");
  if (text !== undefined || sixteen) return text === undefined ? undefined : { text, old: false };
  const latin = Buffer.from(bytes).toString("latin1");
  return { text: latin.replaceAll(/[\u0080-\u009F]/g, (sign) => WINDOWS[sign.charCodeAt(0) - 0x80]!), old: true };
}

/** Without the mark that it may begin with; undefined where the bytes are not that. */
function inUnicode(bytes: Uint8Array, as: "utf-8" | "utf-16le"): string | undefined {
  try {
    return new TextDecoder(as, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
