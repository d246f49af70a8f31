// A programme as CSV that a Danish Excel opens as it is: UTF-8 with BOM, semicolons, CRLF, dates it reads as dates.
import { KIND_NAMES } from "../kind-names.ts";
import type { Language } from "../problem.ts";
import type { IsoDate } from "../types.ts";
import { effective, type Executed } from "./executed.ts";
import { rowsOf, weeksText, type Layout, type Row } from "./rows.ts";
import { EXPORT_WORDS } from "./words.ts";

/** The whole file, header first: every phase, track, item and session. With what came of it, also that. */
export function csvOf(layout: Layout, language: Language, executed?: Executed): string {
  const columns = [...PLANNED, ...(executed ? DONE : [])];
  const rows = rowsOf(layout, language);
  const titles = new Map(rows.map(({ id, title }) => [id, title]));
  const cells = rows
    .map((row) => ({ ...row, phases: row.phases.map((id) => titles.get(id) ?? id) }))
    .map((row) => columns.map(({ cell }) => cell(row, language, executed ?? NOTHING)));
  return csvText([columns.map(({ title }) => title[language]), ...cells]);
}

/** Cells as CSV text: BOM, semicolons, CRLF. A cell that a spreadsheet would take for a formula gets an apostrophe in front. */
export function csvText(rows: string[][]): string {
  return `\uFEFF${rows.map((row) => `${row.map((cell) => quoted(defused(cell))).join(";")}\r\n`).join("")}`;
}

/** The cell as a spreadsheet may have it: never the beginning of a formula. */
export function defused(cell: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell;
}

function quoted(cell: string): string {
  return /[";,\t\r\n\uFEFF]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

type Column = {
  title: Record<Language, string>;
  cell: (row: Row, language: Language, executed: Executed) => string;
};

const NOTHING: Executed = { phases: {}, items: {} };

const PLANNED: Column[] = [
  { title: { da: "id", en: "id" }, cell: ({ id }) => id },
  { title: { da: "slags", en: "kind" }, cell: kindCell },
  { title: { da: "titel", en: "title" }, cell: ({ title }) => title },
  { title: { da: "faser", en: "phases" }, cell: ({ phases }) => phases.join(", ") },
  { title: { da: "fra", en: "from" }, cell: ({ interval }, language) => dateCell(interval.from, language) },
  { title: { da: "til", en: "to" }, cell: ({ interval }, language) => dateCell(interval.to, language) },
  { title: { da: "kl.", en: "time" }, cell: ({ interval }) => interval.time ?? "" },
  { title: { da: "til kl.", en: "until" }, cell: ({ interval }) => interval.until ?? "" },
  {
    title: { da: "præcision", en: "precision" },
    cell: ({ interval }, language) => EXPORT_WORDS[language].precisions[interval.precision],
  },
  { title: { da: "kildens ord", en: "source's words" }, cell: ({ interval }) => interval.quote ?? "" },
  { title: { da: "mærke", en: "label" }, cell: ({ interval }) => interval.label ?? "" },
  {
    title: { da: "programuge", en: "programme week" },
    cell: ({ interval, weeks }, language) => (weeks ? weeksText(interval, weeks, language) : ""),
  },
  { title: { da: "målgruppe", en: "audience" }, cell: ({ audience }) => audience.join(", ") },
  { title: { da: "sted", en: "place" }, cell: ({ place }) => place ?? "" },
  {
    title: { da: "beskrivelse", en: "description" },
    cell: ({ description, asks }) => [...(description ? [description] : []), ...asks].join("\n"),
  },
  {
    title: { da: "foreløbig", en: "tentative" },
    cell: ({ tentative }, language) => (tentative ? EXPORT_WORDS[language].yes : ""),
  },
  { title: { da: "indsats", en: "effort" }, cell: ({ effort }) => effort ?? "" },
  {
    title: { da: "bemærkninger", en: "remarks" },
    cell: ({ extent, traits, remarks }, language) =>
      [...(extent ? [EXPORT_WORDS[language].extents[extent]] : []), ...traits, ...remarks.map(({ text }) => text)].join(
        "\n",
      ),
  },
];

const DONE: Column[] = [
  {
    title: { da: "gennemført fra", en: "carried out from" },
    cell: (row, language, executed) => dateCell(effective(row, executed)?.from, language),
  },
  {
    title: { da: "gennemført til", en: "carried out to" },
    cell: (row, language, executed) => dateCell(effective(row, executed)?.to, language),
  },
  {
    title: { da: "gennemført kl.", en: "carried out at" },
    cell: (row, _, executed) => effective(row, executed)?.time ?? "",
  },
  {
    title: { da: "tilstand", en: "state" },
    cell: (row, language, executed) => {
      const state = effective(row, executed)?.state ?? "";
      return EXPORT_WORDS[language].states[state] ?? state;
    },
  },
];

/** A session is told from its item, so that the items of a kind can be counted. */
function kindCell({ kind, partOf }: Row, language: Language): string {
  const name = KIND_NAMES[kind][language];
  return partOf === undefined ? name : `${KIND_NAMES[partOf][language]} (${name})`;
}

/** dd-mm-yyyy in Danish, which Excel reads as a date there; else ISO 8601. */
function dateCell(date: IsoDate | undefined, language: Language): string {
  if (date === undefined) return "";
  return language === "en" ? date : date.split("-").toReversed().join("-");
}
