// Who may import whom. The table is the design's; the test beside this file holds the sources to it.
import path from "node:path";
import type { Source } from "./files.ts";

type Rule = {
  /** Rooms or single files. */
  may: string[];
  /** The same, for `import type` only. */
  types?: string[];
};

const EVERYTHING: Rule = {
  may: ["programmes", "machines", "workflows", "activities", "store", "mail", "api", "web", "library", "cli", "worker"],
};

export const RULES: Record<string, Rule> = {
  programmes: { may: [] },
  machines: { may: ["programmes"] },
  workflows: { may: ["machines", "programmes"], types: ["activities/contract.ts"] },
  activities: { may: ["store", "mail", "machines", "programmes"] },
  store: { may: [], types: ["programmes", "machines"] },
  mail: { may: [], types: ["programmes", "machines"] },
  library: { may: ["programmes"] },
  api: { may: ["machines", "programmes", "store", "library", "workflows/messages.ts"] },
  // How dates read is the same in a mail and on the page it leads to; and what either tells often is remembered.
  web: { may: ["api/client.ts", "mail/dates.ts", "mail/remembered.ts"] },
  // What is put back in place of a data folder is put there under its lock.
  cli: { may: ["api/client.ts", "store/lock.ts", "programmes", "machines", "library"] },
  worker: EVERYTHING,
  examples: { may: ["machines", "workflows", "activities", "api", "worker"] },
  bench: { may: [...EVERYTHING.may, "test/support"] },
  test: { may: [...EVERYTHING.may, "bench"] },
};

const IMPORT =
  /\b(import|export)\s+(type\s+)?(?:[\w$\s{},*]*?\s+from\s+)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/g;

export type Import = { from: string; to: string; typeOnly: boolean };

/** Imports of our own files, with paths from the project's folder. */
export function importsOf({ file, text }: Source): Import[] {
  return [...withoutComments(text).matchAll(IMPORT)].flatMap(([, , type, named, dynamic]) => {
    const target = named ?? dynamic ?? "";
    if (!target.startsWith(".")) return [];
    return [{ from: file, to: path.posix.join(path.posix.dirname(file), target), typeOnly: type !== undefined }];
  });
}

/** One sentence for each import that the table does not allow. */
export function violations(sources: Source[]): string[] {
  return sources.flatMap(importsOf).flatMap(({ from, to, typeOnly }) => {
    const room = from.split("/")[0]!;
    const rule = RULES[room];
    if (!rule) return [`${from} is in no room of the table`];
    const allowed = [room, ...rule.may, ...(typeOnly ? (rule.types ?? []) : [])];
    if (allowed.some((place) => to === place || to.startsWith(`${place}/`))) return [];
    return [`${from} imports ${to}${typeOnly ? " (type)" : ""}, which ${room} may not`];
  });
}

function withoutComments(text: string): string {
  return text.replace(/^\s*\/\/.*$/gm, "").replace(/\/\*[^]*?\*\//g, "");
}
