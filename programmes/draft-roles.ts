// Whom a table's rows are for, as roles: those that programmes share, and new ones from the source's words.
import { slugOf } from "./draft-ids.ts";
import { EVERYONE, ROLES } from "./draft-words.ts";
import type { Text } from "./types.ts";

export type DraftRole = { title: Text; sample: number; required?: true };
export type Audience = string[] | "?" | "everyone";

/** Who leads is there whatever the table says. */
export function firstRoles(): Map<string, DraftRole> {
  const { code, title, sample } = ROLES[0]!;
  return new Map([[code, { title, sample, required: true }]]);
}

/** The roles that a cell names; those that are new are added to `roles`. `?` where it names none. */
export function audienceOf(text: string, roles: Map<string, DraftRole>): Audience {
  const bare = text.replace(/\(.*?\)/gs, " ").replace(/\s+/g, (space) => (space.includes("\n") ? "\n" : " "));
  if (EVERYONE.test(bare.trim().toLowerCase())) return "everyone";
  const names = bare
    .split(/\n|[,;/+&]|\s(?:og|and|samt)\s/i)
    .map((name) =>
      name
        .replace(/^[\s\d.•*–-]+/, "")
        .replace(/^(?:alle|all|samtlige)\s+/i, "")
        .trim(),
    )
    .filter((name) => /\p{L}/u.test(name));
  const codes = names.map((name) => codeOf(name, roles));
  return codes.length > 0 ? [...new Set(codes)] : "?";
}

/** True where some role has the source's words in both languages. */
export function hasUntranslated(roles: ReadonlyMap<string, DraftRole>): boolean {
  return [...roles.keys()].some((code) => ROLES.every((role) => role.code !== code));
}

function codeOf(name: string, roles: Map<string, DraftRole>): string {
  const plain = name.toLowerCase().replace(/[.:]+$/, "");
  const known = ROLES.find(({ form }) => form.test(plain));
  const code = known?.code ?? slugOf(plain, "rolle");
  if (!roles.has(code)) roles.set(code, known ? { title: known.title, sample: known.sample } : newRole(name));
  return code;
}

const newRole = (name: string): DraftRole => ({ title: { da: name, en: name }, sample: 2 });
