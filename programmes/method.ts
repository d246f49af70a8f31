// A method is laid under a programme: what the programme says wins, what it leaves unsaid the method gives.
import { retitled } from "./rule-titles.ts";

/** Parts that are maps by id, and whose entries are merged one by one. */
export const MERGED = [
  "parameters",
  "phases",
  "items",
  "roles",
  "groups",
  "tracks",
  "conditions",
  "rights",
  "needs",
  "reminders",
];
/** What a method says of itself only. */
export const OWN = ["id", "version", "title", "description", "method"];

type Fields = Record<string, unknown>;

/** The programme's value with the method's below it. Both are as read from YAML: anything may be of the wrong shape. */
export function layUnder(programme: unknown, method: unknown): unknown {
  if (!isFields(programme) || !isFields(method)) return programme;
  const merged: Fields = { ...without(method, OWN), ...programme };
  for (const part of MERGED)
    if (isFields(method[part]) && isFields(programme[part])) merged[part] = overlay(method[part], programme[part]);
  if (isFields(merged["reminders"]) && isFields(method["reminders"]))
    merged["reminders"] = namedAnew(merged["reminders"], method["reminders"]);
  if (isFields(merged["phases"])) merged["phases"] = foldPhases(merged["phases"], programme["phases"]);
  return merged;
}

/** The ids that a method gives a part such as `phases`; none where it gives no such part. */
export function idsIn(method: unknown, part: string): string[] {
  const entries = isFields(method) ? method[part] : undefined;
  return isFields(entries) ? Object.keys(entries) : [];
}

/** Entry by entry, in the programme's order, with those of the method that it does not mention at the end. */
function overlay(below: Fields, above: Fields): Fields {
  const named = Object.entries(above).map(([id, value]): [string, unknown] => {
    const under = Object.hasOwn(below, id) ? below[id] : undefined;
    return [id, isFields(value) && isFields(under) ? { ...under, ...value } : value];
  });
  return Object.fromEntries([...named, ...Object.entries(without(below, Object.keys(above)))]);
}

/** Rules with the days that hold in their titles. */
function namedAnew(rules: Fields, below: Fields): Fields {
  const named = Object.entries(rules).map(([id, rule]) => {
    const under = Object.hasOwn(below, id) ? below[id] : undefined;
    return [id, isFields(rule) && isFields(under) ? retitled(rule, under) : rule];
  });
  return Object.fromEntries(named) as Fields;
}

/** A phase `within` another is one of its own only where the programme names it; else its closing criteria are the other's too. */
function foldPhases(phases: Fields, named: unknown): Fields {
  const kept: Fields = { ...phases };
  for (const [id, phase] of Object.entries(phases)) {
    if (!isFields(phase) || (isFields(named) && Object.hasOwn(named, id))) continue;
    const outer = typeof phase["within"] === "string" ? kept[phase["within"]] : undefined;
    if (!isFields(outer) || !Array.isArray(outer["closes"]) || !Array.isArray(phase["closes"])) continue;
    kept[String(phase["within"])] = { ...outer, closes: [...outer["closes"], ...phase["closes"]] };
    delete kept[id];
  }
  return kept;
}

function without(fields: Fields, keys: string[]): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => !keys.includes(key)));
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
