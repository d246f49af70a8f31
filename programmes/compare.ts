// Two editions of a programme beside each other, part by part.
import type { Programme } from "./types.ts";

/**
 * A part that differs, as `items.m3`, `rights.openPhase` or `title`. Of a changed part `before` and `after` have the fields that differ,
 * by name; of one that is new or gone, all of it.
 */
export type Difference = {
  piece: string;
  kind: "added" | "removed" | "changed";
  before?: unknown;
  after?: unknown;
  fields: string[];
};

/** What is different in `edition`, in the order of a programme. Its id, version and open questions are not compared, nor the order of parts. */
export function compareProgrammes(own: Programme, edition: Programme): Difference[] {
  const settings = SETTINGS.flatMap((key) => difference(key, own[key], edition[key]));
  const rooms = ROOMS.flatMap((room) => differencesIn(room, partsIn(own, room), partsIn(edition, room)));
  return [...settings, ...rooms];
}

/** True where both are the same JSON, in whatever order their keys stand. */
export function sameJson(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

/** What a programme says once. */
const SETTINGS = [
  "title",
  "description",
  "type",
  "zone",
  "weeks",
  "leadDays",
  "gates",
  "rounds",
  "decideWithin",
  "decideIn",
  "decideIdeas",
  "organisations",
  "nonWorking",
  "budget",
] as const satisfies (keyof Programme)[];

/** What it has several of, by id. */
const ROOMS = [
  "phases",
  "items",
  "tracks",
  "roles",
  "conditions",
  "success",
  "reminders",
  "parameters",
  "rights",
  "needs",
] as const satisfies (keyof Programme)[];

function partsIn(programme: Programme, room: (typeof ROOMS)[number]): Map<string, unknown> {
  const parts = programme[room] ?? {};
  if (!Array.isArray(parts)) return new Map(Object.entries(parts));
  return new Map(parts.map((part) => ["code" in part ? part.code : part.id, part]));
}

function differencesIn(room: string, own: Map<string, unknown>, edition: Map<string, unknown>): Difference[] {
  const ids = [...edition.keys(), ...[...own.keys()].filter((id) => !edition.has(id))];
  return ids.flatMap((id) => difference(`${room}.${id}`, own.get(id), edition.get(id)));
}

function difference(piece: string, before: unknown, after: unknown): Difference[] {
  if (sameJson(before, after)) return [];
  if (before === undefined) return [{ piece, kind: "added", after, fields: [] }];
  if (after === undefined) return [{ piece, kind: "removed", before, fields: [] }];
  if (!isPart(before) || !isPart(after)) return [{ piece, kind: "changed", before, after, fields: [] }];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const fields = keys.filter((key) => !sameJson(before[key], after[key]));
  const only = (part: Record<string, unknown>) =>
    Object.fromEntries(fields.filter((key) => part[key] !== undefined).map((key) => [key, part[key]]));
  return [{ piece, kind: "changed", before: only(before), after: only(after), fields }];
}

const isPart = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isPart(value)) return value;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, sorted(one)]));
}
