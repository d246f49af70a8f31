// What people write on its way through a network's workflow: sealed with its author's key before, opened after. The workflow only hands
// it on. Without the key it is gone, however many copies Temporal keeps.
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { Trigger } from "../machines/trigger.ts";
import type { From } from "./open.ts";
import { keysFor, keysOf } from "./person-keys.ts";
import { GONE } from "./withheld.ts";

/** Fields of triggers that hold what somebody wrote, wherever in the data they stand; those of one kind of trigger. */
const WORDS = ["reason", "note", "title", "place"];
const WORDS_OF: Record<string, string[]> = { decide: ["to"] };

const CIPHER = "aes-256-gcm";
/** Octets. */
const NONCE = 12;
const TAG = 16;
/** Who wrote it, and what, sealed. It may stand within a longer text. */
const SEALED = /⟦([^⟦⟧]{1,200}):([\w-]{38,})⟧/g;

type Sealable = Pick<Trigger, "type" | "by" | "data">;

/** The triggers, with what their authors wrote sealed. Who has no key yet gets one. */
export async function sealTexts<T extends Sealable>(from: From, network: string, triggers: T[]): Promise<T[]> {
  const authors = triggers.filter(hasWords).map(({ by }) => by);
  if (authors.length === 0) return triggers;
  const keys = await keysFor(from, [...new Set(authors)]);
  return triggers.map((trigger) => {
    const { by } = trigger;
    return hasWords(trigger) ? withWords(trigger, (text) => sealed(text, keys.get(by)!, { network, by })) : trigger;
  });
}

/** What a workflow told of a network, with all that is sealed in it opened. What nobody has the key of any more is «…». */
export async function openTexts<T>(from: From, network: string, told: T): Promise<T> {
  const authors = new Set([...JSON.stringify(told ?? null).matchAll(SEALED)].map(([, by]) => JSON.parse(`"${by}"`)));
  if (authors.size === 0) return told;
  const keys = await keysOf(from, [...authors]);
  const open = (text: string) =>
    text.replace(SEALED, (whole, by: string, octets: string) => {
      const key = keys.get(by);
      return key ? (opened(octets, key, { network, by }) ?? whole) : GONE;
    });
  return changed(told, open) as T;
}

function hasWords(trigger: Sealable): boolean {
  let has = false;
  withWords(trigger, (text) => {
    has = true;
    return text;
  });
  return has;
}

function withWords<T extends Sealable>(trigger: T, change: (text: string) => string): T {
  const fields = [...WORDS, ...(WORDS_OF[trigger.type] ?? [])];
  const within = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(within);
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [
        name,
        fields.includes(name) ? changed(inner, change) : within(inner),
      ]),
    );
  };
  return { ...trigger, data: within(trigger.data) };
}

/** The same with every text in it changed. */
function changed(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((one) => changed(one, change));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, changed(inner, change)]));
}

type About = { network: string; by: string };

/** In another network, or as another's, it cannot be opened. */
const about = ({ network, by }: About) => Buffer.from(JSON.stringify([network, by]));

function sealed(text: string, key: Buffer, whose: About): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(about(whose));
  const octets = Buffer.concat([nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return `⟦${whose.by}:${octets.toString("base64url")}⟧`;
}

/** Undefined where it was not sealed so: then it only looks like it. */
function opened(text: string, key: Buffer, whose: About): string | undefined {
  const octets = Buffer.from(text, "base64url");
  const end = octets.length - TAG;
  try {
    const decipher = createDecipheriv(CIPHER, key, octets.subarray(0, NONCE)).setAAD(about(whose));
    decipher.setAuthTag(octets.subarray(end));
    return Buffer.concat([decipher.update(octets.subarray(NONCE, end)), decipher.final()]).toString();
  } catch {
    return undefined;
  }
}
