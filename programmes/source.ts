// A YAML text and the places in it: every problem is told with line and column.
import { isMap, isScalar, LineCounter, parseDocument, visit } from "yaml";
import type { Document } from "yaml";
import { instead } from "./problem.ts";
import type { Finding, Path } from "./problem.ts";
import { wordsOfYaml } from "./yaml-words.ts";

export type Place = { line?: number; column?: number };
export type Source = { value: unknown; placeOf(path: Path): Place };

/** A programme is a page or two; a longer file is something else. */
const LONGEST_CHARACTERS = 1_000_000;

/** The value of a YAML text and where its parts stand, or what keeps it from being read. */
export function readYaml(text: string): Source | { findings: Finding[] } {
  if (text.length > LONGEST_CHARACTERS) return { findings: [tooLong()] };
  const lines = new LineCounter();
  const doc = parseDocument(text, { lineCounter: lines, prettyErrors: false, strict: true, uniqueKeys: false });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  if (doc.errors.length > 0)
    return {
      findings: doc.errors.map((error) => syntax(error.code, error.message, at(error.pos[0]))),
    };
  const twice = repeatedKeys(doc);
  if (twice.length > 0) return { findings: twice.map((offset) => duplicateKey(at(offset))) };
  try {
    const value: unknown = doc.toJS({ maxAliasCount: 100 });
    return { value, placeOf: (path) => at(offsetOf(doc, path)) };
  } catch (error) {
    // The only error left to the reading of a well-formed document: aliases without an anchor, or very many.
    return {
      findings: [
        syntax("BAD_ALIAS", error instanceof Error ? error.message : String(error), {
          line: 1,
          column: 1,
        }),
      ],
    };
  }
}

/** Where keys stand that their map already has. The library's own check compares every key with every other one. */
function repeatedKeys(doc: Document.Parsed): number[] {
  const offsets: number[] = [];
  visit(doc, {
    Map: (_, map) => {
      const seen = new Set<string>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        if (seen.has(String(key.value)) && key.range) offsets.push(key.range[0]);
        seen.add(String(key.value));
      }
    },
  });
  return offsets;
}

/** Where a path's key stands; where the path does not exist, its nearest part that does. */
function offsetOf(doc: Document.Parsed, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const parent: unknown = length === 1 ? doc.contents : doc.getIn(path.slice(0, length - 1), true);
    const last = path[length - 1];
    if (isMap(parent)) {
      const key: unknown = parent.items.find(
        (pair) => isScalar(pair.key) && String(pair.key.value) === String(last),
      )?.key;
      if (isScalar(key) && key.range) return key.range[0];
    }
    const node: unknown = doc.getIn(path.slice(0, length), true);
    if (isScalar(node) && node.range) return node.range[0];
    if (isMap(node) && node.range) return node.range[0];
  }
  return 0;
}

function syntax(code: string, said: string, place: Place): Finding {
  return { code: "syntax", path: "", ...place, ...wordsOfYaml(code, said) };
}

function duplicateKey(place: Place): Finding {
  return {
    code: "duplicate",
    path: "",
    ...place,
    message: { da: "Nøglen står to gange.", en: "The key stands twice." },
    hint: { da: "Giv den ene et andet navn, eller slet den.", en: "Rename one of them, or delete it." },
  };
}

function tooLong(): Finding {
  return {
    code: "size",
    path: "",
    message: {
      da: "Filen er over en million tegn.",
      en: "The file is longer than a million characters.",
    },
    hint: { da: "Vælg en programfil.", en: "Choose a programme file." },
  };
}

/** The finding that a word is not among those known where it stands. */
export function unknownWord(
  what: { da: string; en: string },
  word: string,
  known: readonly string[],
  path: Path,
): Finding {
  return {
    code: "unknown",
    path: path.join("."),
    at: path,
    message: { da: `Ukendt ${what.da} "${word}".`, en: `Unknown ${what.en} "${word}".` },
    hint: instead(word, known),
  };
}
