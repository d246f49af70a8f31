// What the columns of a plan's table are, by the words in their heads.
import type { Language } from "./problem.ts";

/** `what` is what happens, `more` says more of it, `label` and `hours` are parts of the time. */
export type Kind = "id" | "when" | "week" | "label" | "hours" | "phase" | "what" | "more" | "who" | "where" | "purpose";

/** A column with its head as the source has it; without a kind it is not known. */
export type Column = { head: string; kind?: Kind };

const WORDS: Record<Language, [Kind, string][]> = {
  da: [
    ["id", "kode"],
    ["week", "uge uger ugenr ugenummer programuge"],
    ["when", "dato datoer hvornår periode tidsrum tidspunkt måned termin tidsplan"],
    ["label", "dag"],
    ["hours", "tid kl klokkeslæt klokken"],
    ["phase", "fase faser"],
    ["what", "aktivitet aktiviteter hvad titel emne begivenhed opgave opgaver aftaler møder arrangement"],
    ["more", "indhold beskrivelse dagsorden program"],
    ["who", "målgruppe målgrupper deltagere deltager hvem rolle roller forhvem ansvarlig"],
    ["where", "sted hvor lokale lokation adresse"],
    ["purpose", "formål mål hvorfor"],
  ],
  en: [
    ["id", "id nr no #"],
    ["week", "week weeks"],
    ["when", "date dates when period month"],
    ["label", "day"],
    ["hours", "time hours"],
    ["phase", "phase phases"],
    ["what", "what activity activities title event events task tasks agreements topic meetings"],
    ["more", "content contents description agenda programme"],
    ["who", "audience participants participant who role roles responsible"],
    ["where", "place where venue location room"],
    ["purpose", "purpose goal goals aim why"],
  ],
};

const KNOWN = new Map<string, { kind: Kind; language: Language }>(
  (["da", "en"] as const).flatMap((language) =>
    WORDS[language].flatMap(([kind, words]) =>
      words.split(" ").map((word): [string, { kind: Kind; language: Language }] => [word, { kind, language }]),
    ),
  ),
);

/** The columns that a row is the head of, and the language most of its heads are in; undefined where it is no head. */
export function headOf(row: readonly string[]): { columns: Column[]; language: Language } | undefined {
  const read = row.map((head) => ({ head: head.trim(), ...meaningOf(head) }));
  const filled = read.filter(({ head }) => head !== "");
  const known = filled.filter(({ kind }) => kind !== undefined);
  const kinds = new Set(known.map(({ kind }) => kind));
  if (kinds.size < 2 || known.length * 2 < filled.length) return undefined;
  if (!["what", "more", "phase"].some((kind) => kinds.has(kind as Kind))) return undefined;
  const english = known.filter(({ language }) => language === "en").length;
  return {
    columns: withWhat(read.map(({ head, kind }) => ({ head, ...(kind && { kind }) }))),
    language: english * 2 > known.length ? "en" : "da",
  };
}

/** Of a head with several words, as in «Opgaver og aftaler», each must be known, and the first one counts. */
function meaningOf(head: string): { kind: Kind; language: Language } | undefined {
  const plain = head
    .toLowerCase()
    .replace(/\(.*?\)/g, "")
    .replace(/for hvem/g, "forhvem")
    .replace(/uge ?nr/g, "ugenr");
  const words = plain.split(/[\s/,&+.:;-]+/).filter((word) => word !== "" && word !== "og" && word !== "and");
  const meanings = words.map((word) => KNOWN.get(word));
  const [first] = meanings;
  if (first === undefined || meanings.includes(undefined)) return undefined;
  const times: Kind[] = ["week", "when", "label", "hours"];
  // «Uge/dato» may hold either, so that its cells say what they are.
  const mixed = words.length > 1 && meanings.every((meaning) => times.includes(meaning!.kind));
  return mixed ? { ...first, kind: "when" } : first;
}

/** Only one column is what happens; the others say more of it. A table without one has it in the first that says more. */
function withWhat(columns: Column[]): Column[] {
  const main = columns.findIndex(({ kind }) => kind === "what");
  const at = main >= 0 ? main : columns.findIndex(({ kind }) => kind === "more");
  return columns.map((column, n) => {
    if (n === at) return { ...column, kind: "what" };
    return column.kind === "what" ? { ...column, kind: "more" } : column;
  });
}
