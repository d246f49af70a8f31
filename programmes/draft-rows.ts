// The rows of a plan's table, each with what its columns hold: heads may come again, and cells may hold for those below.
import { headOf, type Column, type Kind } from "./draft-columns.ts";
import { why, type Unread } from "./draft-words.ts";
import type { Language } from "./problem.ts";
import { readQuote } from "./quote.ts";

export type Cell = { column: Column; text: string; /** It goes on from the row above. */ above: boolean };
/** `section`: a heading above it, across the table. Rows count from 1. */
export type Row = { row: number; cells: Cell[]; section?: string };
export type Table = { rows: Row[]; unread: Unread[]; language: Language; title?: string };

/** Stands for a cell that goes on from the row above. */
export const DITTO = "〃";
const DITTOS = new Set([DITTO, "〃", '"', "''", "”", "do.", "do", "ditto"]);
/** A heading is no longer than this. */
const LONGEST_HEADING = 120;

/** The rows below the first head, or undefined where no row is one. */
export function readRows(rows: readonly (readonly string[])[]): Table | undefined {
  const first = rows.findIndex((row) => headOf(row) !== undefined);
  const head = headOf(rows[first] ?? []);
  if (!head) return undefined;
  const before = rows.slice(0, first).flatMap((row, n) => linesAbove(row, n + 1));
  const table: Table = { rows: [], unread: [], language: head.language };
  // The one line above the table is its title.
  if (before.length === 1) table.title = before[0]!.text.replace(/\s+/g, " ");
  else table.unread.push(...before);
  table.unread.push(...unknownColumns(head.columns, first + 1));
  readBelow(rows, first, head.columns, table);
  return table;
}

function readBelow(rows: readonly (readonly string[])[], first: number, head: Column[], table: Table): void {
  let columns = head;
  let section: string | undefined;
  let above: string[] = [];
  rows.slice(first + 1).forEach((row, index) => {
    const number = first + index + 2;
    const again = headOf(row);
    if (again) {
      if (again.columns.some(({ head: text }, n) => text !== columns[n]?.head))
        table.unread.push(...unknownColumns(again.columns, number));
      [columns, above] = [again.columns, []];
      return;
    }
    const texts = row.map((text) => text.trim());
    const heading = headingOf(texts, columns);
    if (heading !== undefined) {
      section = heading;
      return;
    }
    const whole = texts.map((text, n) => (DITTOS.has(text) ? (above[n] ?? "") : text));
    above = whole;
    if (texts.every((text) => text === "")) return;
    const cells = whole.map((text, n) => ({ column: columns[n] ?? { head: "" }, text, above: DITTOS.has(texts[n]!) }));
    table.rows.push({ row: number, cells, ...(section !== undefined && { section }) });
  });
}

/** The text of a row that has nothing but a heading in its first column, where that is not the one for headings. */
function headingOf(texts: string[], columns: Column[]): string | undefined {
  const [first = "", ...rest] = texts;
  if (first === "" || rest.length === 0 || rest.some((text) => text !== "")) return undefined;
  const kind = columns[0]?.kind;
  if (kind === "what" || kind === "phase" || first.length > LONGEST_HEADING || DITTOS.has(first)) return undefined;
  if (columns.some((column) => column.kind === "phase")) return undefined;
  const read = readQuote(first);
  return "unreadable" in read && !/^[\d\s.–-]+$/.test(first) ? first.replace(/\s+/g, " ") : undefined;
}

/** All texts of a row in the columns of a kind. */
export function textsOf(row: Row, ...kinds: Kind[]): Cell[] {
  return row.cells.filter(({ column, text }) => column.kind && kinds.includes(column.kind) && text !== "");
}

function linesAbove(row: readonly string[], number: number): Unread[] {
  return row
    .map((text) => text.trim())
    .filter((text) => text !== "")
    .map((text) => ({ row: number, column: "", text, why: why.aboveHead }));
}

function unknownColumns(columns: Column[], row: number): Unread[] {
  return columns
    .filter(({ head, kind }) => head !== "" && kind === undefined)
    .map(({ head }) => ({ row, column: head, text: head, why: why.unknownColumn }));
}
