// What is said of input that does not hold: where, what and what to do, in both languages, and rendered in one.
import type { Problem, Text } from "./types.ts";

export type Language = keyof Text;

export type Path = readonly (string | number)[];

/** A problem before a language is chosen. `at`: its path, where keys may have dots in them. */
export type Finding = Omit<Problem, "message" | "hint"> & { message: Text; hint: Text; at?: Path };

/** The findings in one language, in the order of their lines; what is said twice of one place is said once. */
export function inLanguage(findings: Finding[], language: Language): Problem[] {
  const problems = findings.map(({ message, hint, at: _, ...where }) => ({
    ...where,
    message: message[language],
    hint: hint[language],
  }));
  const once = new Map(problems.map((problem) => [`${problem.path} ${problem.line} ${problem.message}`, problem]));
  return [...once.values()].toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}

/** The hint for a word that is not among the known ones: the likeliest, or all of them. */
export function instead(word: string, known: readonly string[]): Text {
  const meant = nearest(word, known);
  if (meant !== undefined) return { da: `Mente du "${meant}"?`, en: `Did you mean "${meant}"?` };
  if (known.length === 0)
    return {
      da: "Der er ingen af den slags i programmet: skriv den, eller fjern ordet.",
      en: "There are none of that kind in the programme: write it, or remove the word.",
    };
  const all = known.join(", ");
  return { da: `Brug en af disse: ${all}.`, en: `Use one of these: ${all}.` };
}

/** The known word that is fewest edits away, at most two, or three in a long word; undefined where none is. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const within = word.length > 8 ? 3 : 2;
  const ranked = known
    .map((candidate) => ({ candidate, edits: edits(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, edits }) => edits <= within && edits < candidate.length)
    .toSorted((a, b) => a.edits - b.edits);
  return ranked[0]?.candidate;
}

/** Levenshtein's distance, one row at a time. Words longer than any key of ours are far from all of them. */
function edits(a: string, b: string): number {
  if (a.length > 100) return a.length;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
