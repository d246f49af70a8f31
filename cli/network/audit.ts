// Every change of a network for somebody who checks it: who, when, the old, the new and why.
import type { ChangeJson } from "../../api/client.ts";
import { KINDS, type Kind } from "../../machines/ledger.ts";
import { KIND_WORDS } from "../../machines/narrate-words.ts";
import { csvText } from "../../programmes/export/csv.ts";
import type { Given, Language, Output, World } from "../world.ts";

/** CSV with a row for each change; with --json the changes as the API gives them. */
export async function run({ client, language }: World, { args }: Given): Promise<Output> {
  const changes = await (await client()).audit(args[0]!);
  const text = csvText([HEADER[language], ...changes.map((change) => cellsOf(change, language))]);
  return { json: changes, text: text.replace(/\r\n$/, "") };
}

function cellsOf(
  { seq, at, who = "", role = "", kind, subject, why = "", hash, ...change }: ChangeJson,
  language: Language,
) {
  const what = kind in KINDS ? KIND_WORDS[kind as Kind][language] : kind;
  return [String(seq), at, who, role, kind, what, subject, fieldsOf(change.old), fieldsOf(change.new), why, hash];
}

const fieldsOf = (fields: Record<string, unknown> = {}): string =>
  Object.entries(fields)
    .map(([name, value]) => `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join(", ");

const HEADER: Record<Language, string[]> = {
  da: ["nr.", "tid", "hvem", "rolle", "slags", "hvad", "om", "før", "nu", "hvorfor", "led"],
  en: ["no.", "at", "who", "role", "kind", "what", "about", "old", "new", "why", "link"],
};
