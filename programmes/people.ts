// People from a CSV file: one row for each role of a person, told apart by e-mail address.
import { CsvError, parse } from "csv-parse/browser/esm/sync";
import { inLanguage, instead } from "./problem.ts";
import type { Finding, Language } from "./problem.ts";
import { unknownWord } from "./source.ts";
import type { Person, Problem, Role, Text } from "./types.ts";

export type ParsedPeople = { people: Person[] } | { problems: Problem[] };

const COLUMNS = ["name", "email", "role", "organisation", "region", "language"];
const NEEDED = ["email", "role"];
/** A network has at most a few hundred people. */
const LONGEST_CHARACTERS = 1_000_000;

type Row = { line: number; fields: Record<string, string> };

/**
 * The people of a CSV text (UTF-8, `,` or `;`, header `name,email,role,organisation,region,language`), or everything that is
 * wrong with it, by line. Several rows of one address are several roles of one person. `idOf` gives ids by order of appearance.
 */
export function parsePeople(
  csv: string,
  roles: readonly Role[],
  options: { language?: Language; idOf?: (index: number) => string } = {},
): ParsedPeople {
  const language = options.language ?? "da";
  const read = readRows(csv);
  if ("findings" in read) return { problems: inLanguage(read.findings, language) };
  const findings = read.rows.flatMap((row) => checkRow(row, read.rows, roles));
  const people = gather(read.rows, options.idOf ?? ((index) => `p${index + 1}`));
  if (findings.length === 0) findings.push(...checkBound(people, roles));
  return findings.length > 0 ? { problems: inLanguage(findings, language) } : { people };
}

function readRows(csv: string): { rows: Row[] } | { findings: Finding[] } {
  if (csv.length > LONGEST_CHARACTERS)
    return {
      findings: [
        found(
          "size",
          "file",
          1,
          {
            da: "Filen er over en million tegn.",
            en: "The file is longer than a million characters.",
          },
          { da: "Vælg en personfil.", en: "Choose a file of people." },
        ),
      ],
    };
  // The header decides: no column's name has either sign in it.
  const header =
    csv
      .replace(/^\uFEFF/, "")
      .trimStart()
      .split(/\r?\n/, 1)[0] ?? "";
  try {
    const records = parse(csv, {
      bom: true,
      trim: true,
      info: true,
      skip_empty_lines: true,
      relax_column_count: true,
      delimiter: header.includes(";") ? ";" : ",",
    });
    return toRows(records as unknown as Parsed[]);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const hint = {
      da: 'Luk anførselstegnet, og skriv et anførselstegn i en tekst som "".',
      en: 'Close the quote, and write a quote within a text as "".',
    };
    const line = Number(error["lines"] ?? 1);
    return {
      findings: [
        found(
          "syntax",
          "file",
          line,
          { da: "Et anførselstegn står forkert.", en: "A quote is out of place." },
          hint,
        ),
      ],
    };
  }
}

type Parsed = { record: string[]; info: { lines: number } };

function toRows([first, ...rest]: Parsed[]): { rows: Row[] } | { findings: Finding[] } {
  if (!first) return { findings: [nobody(1)] };
  const names = first.record.map((name) => name.toLowerCase());
  const line = first.info.lines;
  const findings = [
    ...names
      .filter((name) => !COLUMNS.includes(name))
      .map((name) => ({
        ...unknownWord({ da: "kolonne", en: "column" }, name, COLUMNS, ["header"]),
        line,
      })),
    ...names
      .filter((name, index) => names.indexOf(name) !== index)
      .map((name) =>
        found(
          "duplicate",
          name,
          line,
          { da: `Kolonnen ${name} står to gange.`, en: `The column ${name} stands twice.` },
          { da: "Slet den ene.", en: "Delete one of them." },
        ),
      ),
    ...NEEDED.filter((name) => !names.includes(name)).map((name) =>
      found(
        "missing",
        name,
        line,
        { da: `Kolonnen ${name} mangler.`, en: `The column ${name} is missing.` },
        {
          da: `Første linje skal være ${COLUMNS.join(",")}.`,
          en: `The first line is to be ${COLUMNS.join(",")}.`,
        },
      ),
    ),
    ...rest
      .filter(({ record }) => record.length > names.length)
      .map(({ record, info }) =>
        found(
          "shape",
          "row",
          info.lines,
          {
            da: `Rækken har ${record.length} felter, men der er ${names.length} kolonner.`,
            en: `The row has ${record.length} fields, but there are ${names.length} columns.`,
          },
          {
            da: "Sæt tekst med skilletegn i anførselstegn.",
            en: "Put text that has a separator in quotes.",
          },
        ),
      ),
  ];
  if (findings.length > 0) return { findings };
  if (rest.length === 0) return { findings: [nobody(line)] };
  return {
    rows: rest.map(({ record, info }) => ({
      line: info.lines,
      fields: Object.fromEntries(names.map((name, index) => [name, record[index] ?? ""])),
    })),
  };
}

function checkRow(row: Row, rows: Row[], roles: readonly Role[]): Finding[] {
  const { line, fields } = row;
  const { email = "", role = "", language = "", name = "" } = fields;
  const codes = roles.map(({ code }) => code);
  const same = rows.find((other) => keyOf(other) === keyOf(row) && other.fields["role"] === role);
  const named = rows.find((other) => keyOf(other) === keyOf(row) && other.fields["name"]);
  const findings: Finding[] = [];
  if (!isAddress(email))
    findings.push(
      found(
        "email",
        "email",
        line,
        { da: `"${email}" er ingen e-mailadresse.`, en: `"${email}" is no e-mail address.` },
        { da: "Skriv den som navn@kommune.example.", en: "Write it as name@municipality.example." },
      ),
    );
  if (!codes.includes(role))
    findings.push({ ...unknownWord({ da: "rolle", en: "role" }, role, codes, ["role"]), line });
  if (language !== "" && language !== "da" && language !== "en")
    findings.push(
      found(
        "language",
        "language",
        line,
        { da: `Ukendt sprog "${language}".`, en: `Unknown language "${language}".` },
        instead(language, ["da", "en"]),
      ),
    );
  if (same && same !== row)
    findings.push(
      found(
        "duplicate",
        "row",
        line,
        {
          da: `${email} har allerede rollen ${role} på linje ${same.line}.`,
          en: `${email} already has the role ${role} on line ${same.line}.`,
        },
        { da: "Slet den ene række.", en: "Delete one of the rows." },
      ),
    );
  if (name && named && named.fields["name"] !== name)
    findings.push(
      found(
        "conflict",
        "name",
        line,
        {
          da: `${email} hedder noget andet på linje ${named.line}.`,
          en: `${email} has another name on line ${named.line}.`,
        },
        {
          da: "Skriv samme navn, eller ret adressen.",
          en: "Write the same name, or correct the address.",
        },
      ),
    );
  return findings;
}

function gather(rows: Row[], idOf: (index: number) => string): Person[] {
  const people = new Map<string, Person>();
  for (const row of rows) {
    const { name, email = "", role = "", organisation, region, language } = row.fields;
    const key = keyOf(row);
    const person = people.get(key) ?? {
      id: idOf(people.size),
      name: email,
      email: key,
      language: "da",
      roles: [],
    };
    if (name) person.name = name;
    if (organisation) person.organisation = organisation;
    if (region) person.region = region;
    if (language === "en") person.language = "en";
    person.roles.push(role);
    people.set(key, person);
  }
  return [...people.values()];
}

/** Only roles that are required must have somebody when a network begins. */
function checkBound(people: Person[], roles: readonly Role[]): Finding[] {
  return roles
    .filter(
      ({ code, required }) => required && !people.some((person) => person.roles.includes(code)),
    )
    .map(({ code, title }) =>
      found(
        "unbound",
        "role",
        undefined,
        {
          da: `Ingen har rollen ${code} (${title.da}).`,
          en: `Nobody has the role ${code} (${title.en}).`,
        },
        { da: `Tilføj en række med rollen ${code}.`, en: `Add a row with the role ${code}.` },
      ),
    );
}

function keyOf(row: Row): string {
  return (row.fields["email"] ?? "").toLowerCase();
}

/** One `@`, something on both sides, a dot in the domain, nothing that a mail header could misread. */
function isAddress(email: string): boolean {
  return (
    email.length <= 254 &&
    /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\.]+(\.[^\s@<>(),;:"[\]\\.]+)+$/.test(email)
  );
}

function nobody(line: number): Finding {
  return found(
    "empty",
    "file",
    line,
    { da: "Der er ingen personer i filen.", en: "There are no people in the file." },
    {
      da: "Skriv mindst en række til den, der leder.",
      en: "Write at least a row for the one who leads.",
    },
  );
}

function found(
  code: string,
  path: string,
  line: number | undefined,
  message: Text,
  hint: Text,
): Finding {
  return { code, path, message, hint, ...(line === undefined ? {} : { line }) };
}
