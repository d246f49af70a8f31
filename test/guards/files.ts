// What the guards look at: the project's own source files, by room.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export const ROOMS = [
  "programmes",
  "machines",
  "workflows",
  "activities",
  "store",
  "mail",
  "api",
  "web",
  "library",
  "cli",
  "worker",
  "test",
  "bench",
  "examples",
];

export type Source = { file: string; text: string };

/** Every TypeScript or JavaScript file of the rooms, with its path from the project's folder. */
export function sources(rooms: string[] = ROOMS): Source[] {
  return rooms
    .flatMap((room) => filesIn(room))
    .map((file) => ({ file, text: readFileSync(path.join(ROOT, file), "utf8") }));
}

function filesIn(folder: string): string[] {
  let entries;
  try {
    entries = readdirSync(path.join(ROOT, folder), { withFileTypes: true });
  } catch {
    return [];
  }
  return entries.flatMap((entry) => {
    const name = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) return filesIn(name);
    return /\.(ts|tsx|mjs)$/.test(entry.name) ? [name] : [];
  });
}
