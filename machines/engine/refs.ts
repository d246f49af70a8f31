// References to actors: inside XState's functions a stub that knows its parents, outside them the key of the state.
import { createActor, type AnyActorRef } from "xstate";
import { ABOVE, ROOT } from "./types.ts";

// XState's types describe running actors; nothing here runs.
type Loose = any; // oxlint-disable-line typescript/no-explicit-any

/** The logic of every actor but the one that is stepped: it has a snapshot, and nothing ever happens to it. */
export const stub: Loose = {
  transition: (snapshot: Loose) => snapshot,
  getInitialSnapshot: () => ({ status: "active" }),
  getPersistedSnapshot: (snapshot: Loose) => snapshot,
  restoreSnapshot: (snapshot: Loose) => snapshot,
};

/** The key of a child. */
export const keyOf = (parent: string, id: string): string => (parent === ROOT ? id : `${parent}/${id}`);

/** Whether the key is the actor's own or one of those below it. */
export const isWithin = (key: string, actor: string): boolean => key === actor || key.startsWith(`${actor}/`);

/** References in one step. They share a system of their own: names given in one tree are none of another's business. */
export type Refs = (key: string) => Loose;

/** `isBelow`: the tree is a child of one that lives elsewhere. */
export function references(isBelow = false): Refs {
  const above = isBelow ? { parent: createActor(stub, { id: ABOVE }) } : {};
  const known = new Map<string, Loose>([[ROOT, createActor(stub, { id: ROOT, ...above } as Loose)]]);
  if (above.parent) known.set(ABOVE, above.parent);
  const ref = (key: string): Loose => {
    if (!known.has(key)) {
      const slash = key.lastIndexOf("/");
      const parent = ref(slash < 0 ? ROOT : key.slice(0, slash));
      known.set(key, createActor(stub, { id: key.slice(slash + 1), parent }));
    }
    return known.get(key);
  };
  return ref;
}

/** The key of the actor that a reference stands for. */
export function keyOfRef(ref: Loose): string {
  if (ref.id === ABOVE) return ABOVE;
  const parent = ref._parent;
  return parent && parent.id !== ABOVE ? keyOf(keyOfRef(parent), ref.id) : ROOT;
}

/** A value as JSON: a reference is written as its actor's key, an error as its name and message; else as JSON.stringify has it. */
export function encoded(value: unknown): Loose {
  if (value === undefined) return undefined;
  const plain = encodedPart(value, "");
  return plain === undefined ? null : plain;
}

/** By hand, since a replacer asked of every part takes twice as long. Undefined: the part is left out. */
function encodedPart(part: Loose, name: string | number): Loose {
  if (typeof part === "number") return Number.isFinite(part) ? part + 0 : null;
  if (typeof part === "string" || typeof part === "boolean" || part === null) return part;
  if (typeof part !== "object") return JSON.parse(JSON.stringify({ part })).part;
  if (isRef(part)) return { $actor: keyOfRef(part) };
  if (part instanceof Error) return { name: part.name, message: part.message };
  if (typeof part.toJSON === "function") return encodedPart(part.toJSON(String(name)), name);
  if (Array.isArray(part)) return part.map((one, index) => encodedPart(one, index) ?? null);
  if (!isPlain(part)) return JSON.parse(JSON.stringify(part));
  const plain: Loose = {};
  for (const key of Object.keys(part)) {
    const one = encodedPart(part[key], key);
    if (key === "__proto__") return JSON.parse(JSON.stringify(part));
    if (one !== undefined) plain[key] = one;
  }
  return plain;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** The value with its references alive again. An error passes as it is. */
export function revived(refs: Refs, value: Loose): Loose {
  if (typeof value !== "object" || value === null || value instanceof Error) return value;
  if (Array.isArray(value)) return value.map((part) => revived(refs, part));
  if (typeof value.$actor === "string") return refs(value.$actor);
  if (Object.hasOwn(value, "__proto__"))
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, revived(refs, part)]));
  const alive: Loose = {};
  for (const name of Object.keys(value)) alive[name] = revived(refs, value[name]);
  return alive;
}

const isRef = (value: Loose): value is AnyActorRef =>
  typeof value === "object" && value !== null && "sessionId" in value && "send" in value;
