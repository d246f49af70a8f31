// Times that hang on other items: each named item found, and nothing that hangs on itself.
import type { DraftItem } from "./draft-items.ts";
import { why, type Unread } from "./draft-words.ts";
import type { When } from "./types.ts";

/** The items with the ids of those they hang on. What is not there, or counts from itself, is unknown and listed. */
export function resolved(items: DraftItem[]): { items: DraftItem[]; unread: Unread[] } {
  const ids = new Map(items.map(({ id }) => [id.toLowerCase(), id]));
  const found = items.map((item) => ({ item, when: renamed(item.when, ids) }));
  const refs = new Map(found.map(({ item, when }) => [item.id, when ? refsOf(when) : []]));
  const unread: Unread[] = [];
  const all = found.map(({ item, when }) => {
    if (when && !leadsTo(item.id, refs)) return { ...item, when };
    unread.push({ row: item.row, column: "", text: item.when.quote ?? item.title, why: why.noItem });
    const { quote, label } = item.when;
    const unknown: When = {
      unknown: true,
      ...(quote !== undefined && { quote }),
      ...(label !== undefined && { label }),
    };
    return { ...item, when: unknown };
  });
  return { items: all, unread };
}

/** The ids or words that a time names. */
export function refsOf(when: When): string[] {
  if ("between" in when) return when.between;
  if ("before" in when) return [when.before];
  return "after" in when ? [when.after] : [];
}

/** The same time with the ids as they are written; undefined where one is not there. */
function renamed(when: When, ids: ReadonlyMap<string, string>): When | undefined {
  const [first, second] = refsOf(when).map((ref) => ids.get(ref.toLowerCase()));
  if ("between" in when) return first && second && first !== second ? { ...when, between: [first, second] } : undefined;
  if ("before" in when) return first === undefined ? undefined : { ...when, before: first };
  if ("after" in when) return first === undefined ? undefined : { ...when, after: first };
  return when;
}

function leadsTo(id: string, refs: ReadonlyMap<string, string[]>): boolean {
  const seen = new Set<string>();
  const next = [...(refs.get(id) ?? [])];
  for (let other = next.pop(); other !== undefined; other = next.pop()) {
    if (other === id) return true;
    if (!seen.has(other)) next.push(...(refs.get(other) ?? []));
    seen.add(other);
  }
  return false;
}
