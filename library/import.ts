// Plans as people have them, in spreadsheets (CSV) and documents (docx), read as the rows of a table.
import { readFile, stat } from "node:fs/promises";
import { extname } from "node:path";
import { CsvError, parse } from "csv-parse/sync";
import { parseProgramme, type Parsed } from "../programmes/parse.ts";
import { inLanguage, type Finding, type Language } from "../programmes/problem.ts";
import type { Problem } from "../programmes/types.ts";
import { readDocx } from "./import-docx.ts";
import { refused } from "./import-refused.ts";

export type Imported = { rows: string[][] } | { problem: Problem };

/** Plans are a few pages; a larger file is something else. */
const LARGEST_BYTES = 5_000_000;
const MOST_ROWS = 2_000;
const MOST_COLUMNS = 50;

/**
 * The rows of every table in a .csv or .docx file, one after another, or why there are none. A merged cell has its text
 * once, and a sign of repetition in the rows below. It opens any path that it is given.
 */
export async function readPlan(path: string, language: Language = "da"): Promise<Imported> {
  const read = await readTables(path).catch((error: unknown) => refused.unreadable(path, codeOf(error)));
  const checked = "rows" in read && isTooLarge(read.rows) ? refused.tooManyCells(path, MOST_ROWS, MOST_COLUMNS) : read;
  return "rows" in checked ? checked : { problem: inLanguage([checked], language)[0]! };
}

/** A draft as the programme it would be, or what is wrong with it. */
export async function parseDraft(yaml: string, language: Language): Promise<Parsed> {
  const common = await readFile(new URL("../programmes/data/methods/common.yaml", import.meta.url), "utf8");
  return parseProgramme(yaml, { common }, language);
}

async function readTables(path: string): Promise<{ rows: string[][] } | Finding> {
  const kind = extname(path).toLowerCase();
  if (kind !== ".csv" && kind !== ".docx") return refused.otherKind(path);
  const { size } = await stat(path);
  if (size > LARGEST_BYTES) return refused.tooLarge(path, LARGEST_BYTES / 1_000_000);
  const bytes = await readFile(path);
  return kind === ".csv" ? readCsv(path, bytes) : readDocx(path, bytes);
}

function readCsv(path: string, bytes: Buffer): { rows: string[][] } | Finding {
  const text = textOf(bytes);
  if (text.includes("\0")) return refused.notCsv(path);
  try {
    const rows = parse(text, { delimiter: delimiterOf(text), bom: true, trim: true, relax_column_count: true });
    return rows.length > 0 ? { rows } : refused.noTable(path);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refused.notCsv(path, Number(error["lines"] ?? 1));
  }
}

/** Spreadsheets write UTF-8, UTF-16 with its mark, or the older Western letters, which are never valid UTF-8. */
function textOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** The sign that the first line with any of them has most of, outside quotes. */
function delimiterOf(text: string): string {
  const signs = ["\t", ";", ","];
  const bare = text.replace(/"[^"]*"/g, "");
  const line = bare.split(/\r?\n/).find((one) => signs.some((sign) => one.includes(sign))) ?? "";
  const counted = signs.map((sign) => ({ sign, count: line.split(sign).length }));
  return counted.toSorted((a, b) => b.count - a.count)[0]!.sign;
}

const isTooLarge = (rows: string[][]): boolean =>
  rows.length > MOST_ROWS || rows.some((row) => row.length > MOST_COLUMNS);

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : String(error);
