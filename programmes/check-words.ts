// Findings that checks of a programme have in common.
import type { Finding } from "./problem.ts";
import { unknownWord } from "./source.ts";
import type { Text } from "./types.ts";

export const PHASE: Text = { da: "fase", en: "phase" };
export const ITEM: Text = { da: "punkt", en: "item" };
export const PARAMETER: Text = { da: "parameter", en: "parameter" };
export const ROLE: Text = { da: "rolle", en: "role" };

/** The findings of words that are not among the known ones where they stand. */
export function unknowns(words: string[], known: string[], what: Text, path: string): Finding[] {
  return words.filter((word) => !known.includes(word)).map((word) => unknownWord(what, word, known, path.split(".")));
}

/** Ids that stand more than once, each time but the first. */
export function repeated(ids: string[]): { id: string; index: number }[] {
  return ids.map((id, index) => ({ id, index })).filter(({ id, index }) => ids.indexOf(id) !== index);
}

export function duplicate(path: string, id: string): Finding {
  return {
    code: "duplicate",
    path,
    message: { da: `"${id}" bruges to gange.`, en: `"${id}" is used twice.` },
    hint: { da: "Giv den ene et andet navn.", en: "Rename one of them." },
  };
}

/** What must be said of a part and is not; `?` says that the source is silent, where that can be. */
export function missing(path: string, example?: string): Finding {
  const key = path.split(".").at(-1);
  return {
    code: "missing",
    path,
    message: { da: `${path} mangler.`, en: `${path} is missing.` },
    hint:
      example !== undefined
        ? { da: `Skriv for eksempel ${key}: ${example}.`, en: `Write for example ${key}: ${example}.` }
        : {
            da: `Skriv ${key}. Hvor kilden intet siger, skriv ${key}: "?".`,
            en: `Write ${key}. Where the source says nothing, write ${key}: "?".`,
          },
  };
}
