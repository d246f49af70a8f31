// A CSV text as rows of named fields, each with its line.
import { CsvError, parse } from "csv-parse/browser/esm/sync";
import type { Finding } from "./problem.ts";
import { unknownWord } from "./source.ts";
import type { Text } from "./types.ts";

export type Row = { line: number; fields: Record<string, string> };
type Columns = { known: string[]; needed: string[] };

/** A few hundred people with a few roles each are well below either. */
const LONGEST_CHARACTERS = 1_000_000;
const MOST_ROWS = 2_000;

/** The rows below the header of a CSV text (`,` or `;`, with or without BOM), fields trimmed and `""` where absent, or what is wrong. */
export function readTable(csv: string, columns: Columns): { rows: Row[] } | { findings: Finding[] } {
  if (csv.length > LONGEST_CHARACTERS) return { findings: [tooLong()] };
  // The header decides: no column's name has either sign in it.
  const header = csv.trimStart().split(/\r?\n/, 1)[0] ?? "";
  const delimiter = header.includes(";") ? ";" : ",";
  try {
    const records = parse(csv, {
      delimiter,
      bom: true,
      trim: true,
      info: true,
      skip_empty_lines: true,
      relax_column_count: true,
    });
    // With `info` each record comes in this wrapping, which the library's types do not say.
    return rowsOf(records as unknown as Parsed[], columns);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { findings: [quote(Number(error["lines"] ?? 1))] };
  }
}

/** A finding in a table. Lines count from 1; without one it concerns the whole file. */
export function inTable(code: string, path: string, line: number | undefined, message: Text, hint: Text): Finding {
  return { code, path, message, hint, ...(line === undefined ? {} : { line }) };
}

type Parsed = { record: string[]; info: { lines: number } };

function rowsOf([first, ...rest]: Parsed[], columns: Columns): { rows: Row[] } | { findings: Finding[] } {
  if (!first) return { rows: [] };
  if (rest.length > MOST_ROWS) return { findings: [tooLong()] };
  const names = first.record.map((name) => name.toLowerCase());
  const findings = [
    ...checkHeader(names, first.info.lines, columns),
    ...rest
      .filter(({ record }) => record.length > names.length)
      .map(({ record, info }) => tooWide(record.length, names.length, info.lines)),
  ];
  if (findings.length > 0) return { findings };
  return {
    rows: rest.map(({ record, info }) => ({
      line: info.lines,
      fields: Object.fromEntries(names.map((name, index) => [name, record[index] ?? ""])),
    })),
  };
}

function checkHeader(names: string[], line: number, { known, needed }: Columns): Finding[] {
  const unknown = names.filter((name) => !known.includes(name));
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  const absent = needed.filter((name) => !names.includes(name));
  const header = known.join(",");
  return [
    ...unknown.map((name) => ({ ...unknownWord({ da: "kolonne", en: "column" }, name, known, ["header"]), line })),
    ...twice.map((name) =>
      inTable(
        "duplicate",
        name,
        line,
        { da: `Kolonnen ${name} står to gange.`, en: `The column ${name} stands twice.` },
        { da: "Slet den ene.", en: "Delete one of them." },
      ),
    ),
    ...absent.map((name) =>
      inTable(
        "missing",
        name,
        line,
        { da: `Kolonnen ${name} mangler.`, en: `The column ${name} is missing.` },
        { da: `Første linje skal være ${header}.`, en: `The first line is to be ${header}.` },
      ),
    ),
  ];
}

function tooWide(fields: number, columns: number, line: number): Finding {
  return inTable(
    "shape",
    "row",
    line,
    {
      da: `Rækken har ${fields} felter, men der er ${columns} kolonner.`,
      en: `The row has ${fields} fields, but there are ${columns} columns.`,
    },
    { da: "Sæt tekst med skilletegn i anførselstegn.", en: "Put text that has a separator in quotes." },
  );
}

function quote(line: number): Finding {
  return inTable(
    "syntax",
    "file",
    line,
    { da: "Et anførselstegn står forkert.", en: "A quote is out of place." },
    {
      da: 'Luk anførselstegnet, og skriv et anførselstegn i en tekst som "".',
      en: 'Close the quote, and write a quote within a text as "".',
    },
  );
}

function tooLong(): Finding {
  return inTable(
    "size",
    "file",
    undefined,
    {
      da: "Filen er over en million tegn eller 2000 rækker.",
      en: "The file is longer than a million characters or 2000 rows.",
    },
    { da: "Vælg en personfil.", en: "Choose a file of people." },
  );
}
