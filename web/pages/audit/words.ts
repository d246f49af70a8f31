// What the page of a network's history says.
import type { Language } from "../../words-shape.ts";

type Words = {
  title: string;
  lead: (n: number) => string;
  whole: (rows: number) => string;
  broken: string;
  brokenHint: string;
  what: Record<"missing" | "changed" | "texts" | "end", string>;
  head: string;
  headHint: string;
  filter: string;
  search: string;
  by: string;
  everybody: string;
  show: string;
  found: (n: number, all: number) => string;
  columns: [when: string, who: string, what: string, before: string, why: string];
  timer: string;
  older: string;
  newer: string;
  export: string;
  nothing: string;
};

const da: Words = {
  title: "Historik",
  lead: (n) => `${n} ændringer, den nyeste først. Intet kan rettes eller slettes bagefter.`,
  whole: (rows) => `Efterset: alle ${rows} poster står, som de blev skrevet.`,
  broken: "Historikken er ikke, som den blev skrevet",
  brokenHint: "Nogen har rettet uden om programmet. Sig det til den, der driver det, og gem en kopi.",
  what: { missing: "mangler", changed: "er ændret", texts: "har andre tekster", end: "slutter for tidligt" },
  head: "Kontroltal",
  headHint: "Skriv det ned et andet sted: er det et andet senere, er historikken skrevet om.",
  filter: "Find en ændring",
  search: "Ord",
  by: "Hvem",
  everybody: "alle",
  show: "Vis",
  found: (n, all) => `Viser ${n} af ${all}`,
  columns: ["Hvornår", "Hvem", "Hvad", "Før", "Hvorfor"],
  timer: "af sig selv",
  older: "Ældre",
  newer: "Nyere",
  export: "Hent det hele som CSV",
  nothing: "Ingen ændring passer.",
};

const en: Words = {
  title: "History",
  lead: (n) => `${n} changes, the newest first. Nothing can be edited or removed afterwards.`,
  whole: (rows) => `Verified: all ${rows} entries are as they were written.`,
  broken: "The history is not as it was written",
  brokenHint: "Somebody changed it beside the program. Tell whoever runs it, and keep a copy.",
  what: { missing: "is missing", changed: "was changed", texts: "has other texts", end: "ends too early" },
  head: "Check value",
  headHint: "Note it elsewhere: if it is another later, the history was written anew.",
  filter: "Find a change",
  search: "Words",
  by: "Who",
  everybody: "everybody",
  show: "Show",
  found: (n, all) => `Showing ${n} of ${all}`,
  columns: ["When", "Who", "What", "Before", "Why"],
  timer: "by itself",
  older: "Older",
  newer: "Newer",
  export: "Get all of it as CSV",
  nothing: "No change fits.",
};

export const AUDIT: Record<Language, Words> = { da, en };
