// People from a CSV file: one row for each role of a person, told apart by e-mail address.
import { inLanguage, instead } from "./problem.ts";
import type { Finding, Language } from "./problem.ts";
import { unknownWord } from "./source.ts";
import { inTable, readTable } from "./table.ts";
import type { Row } from "./table.ts";
import type { Person, Problem, Role } from "./types.ts";

export type ParsedPeople = { people: Person[] } | { problems: Problem[] };

const COLUMNS = { known: ["name", "email", "role", "organisation", "region", "language"], needed: ["email", "role"] };
const LANGUAGES = ["da", "en"];

/**
 * The people of a CSV text (UTF-8, `,` or `;`, header `name,email,role,organisation,region,language`), or everything that is
 * wrong with it, by line. Several rows of one address are several roles of one person, addresses are in lower case, and who
 * has no name is called by the address. `idOf` gives ids by order of appearance from 0; without it `p1`, `p2`, … `joining`: they come
 * to a network that has begun, which has those it must have.
 */
export function parsePeople(
  csv: string,
  roles: readonly Role[],
  options: { language?: Language; idOf?: (index: number) => string; joining?: boolean } = {},
): ParsedPeople {
  const { language = "da", idOf = (index) => `p${index + 1}`, joining = false } = options;
  const read = readTable(csv, COLUMNS);
  if ("findings" in read) return { problems: inLanguage(read.findings, language) };
  const wrong = read.rows.flatMap((row) => checkRow(row, read.rows, roles));
  const people = gather(read.rows, idOf);
  const findings = wrong.length > 0 ? wrong : checkBound(people, joining ? [] : roles);
  return findings.length > 0 ? { problems: inLanguage(findings, language) } : { people };
}

function checkRow(row: Row, rows: Row[], roles: readonly Role[]): Finding[] {
  const { role = "", language = "" } = row.fields;
  const codes = roles.map(({ code }) => code);
  const unknown = codes.includes(role)
    ? []
    : [{ ...unknownWord({ da: "rolle", en: "role" }, role, codes, ["role"]), line: row.line }];
  return [
    ...checkAddress(row),
    ...unknown,
    ...(language === "" || LANGUAGES.includes(language) ? [] : [unknownLanguage(row.line, language)]),
    ...checkSigns(row),
    ...checkAgainst(row, rows),
  ];
}

/** Whether a text is one e-mail address, and can be written to. */
export const isAddress = (text: string): boolean => text.length <= LONGEST_ADDRESS_CHARACTERS && ADDRESS.test(text);

/** One `@`, something on both sides, a dot in the domain, and nothing that a mail header could misread. */
const ADDRESS = /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\.]+(\.[^\s@<>(),;:"[\]\\.]+)+$/;
const LONGEST_ADDRESS_CHARACTERS = 254;

function checkAddress({ line, fields }: Row): Finding[] {
  const { email = "" } = fields;
  if (isAddress(email)) return [];
  const message = { da: `"${email}" er ingen e-mailadresse.`, en: `"${email}" is no e-mail address.` };
  const hint = { da: "Skriv den som navn@kommune.example.", en: "Write it as name@municipality.example." };
  return [inTable("email", "email", line, message, hint)];
}

function unknownLanguage(line: number, language: string): Finding {
  const message = { da: `Ukendt sprog "${language}".`, en: `Unknown language "${language}".` };
  return inTable("unknown", "language", line, message, instead(language, LANGUAGES));
}

/** Names stand in mail headers and calendar entries, where a line break or a control sign has a meaning. */
function checkSigns({ line, fields }: Row): Finding[] {
  const bad = Object.entries(fields).filter(([, value]) => /\p{Cc}/u.test(value));
  return bad.map(([name]) =>
    inTable(
      "shape",
      name,
      line,
      { da: `${name} har et linjeskift eller et styretegn.`, en: `${name} holds a line break or a control character.` },
      { da: "Skriv det på en linje.", en: "Write it on one line." },
    ),
  );
}

function checkAgainst(row: Row, rows: Row[]): Finding[] {
  const { email, role, name } = row.fields;
  const own = rows.filter((other) => keyOf(other) === keyOf(row));
  const same = own.find((other) => other.fields["role"] === role);
  const named = own.find((other) => other.fields["name"]);
  const findings: Finding[] = [];
  if (same && same !== row) {
    const message = {
      da: `${email} har allerede rollen ${role} på linje ${same.line}.`,
      en: `${email} already has the role ${role} on line ${same.line}.`,
    };
    findings.push(
      inTable("duplicate", "row", row.line, message, { da: "Slet den ene række.", en: "Delete one of the rows." }),
    );
  }
  if (name && named && named.fields["name"] !== name) {
    const message = {
      da: `${email} hedder noget andet på linje ${named.line}.`,
      en: `${email} has another name on line ${named.line}.`,
    };
    findings.push(
      inTable("conflict", "name", row.line, message, {
        da: "Skriv samme navn, eller ret adressen.",
        en: "Write the same name, or correct the address.",
      }),
    );
  }
  return findings;
}

function gather(rows: Row[], idOf: (index: number) => string): Person[] {
  const people = new Map<string, Person>();
  for (const row of rows) {
    const { name, role = "", organisation, region, language } = row.fields;
    const email = keyOf(row);
    const person = people.get(email) ?? { id: idOf(people.size), name: email, email, language: "da", roles: [] };
    if (name) person.name = name;
    if (organisation) person.organisation = organisation;
    if (region) person.region = region;
    if (language === "en") person.language = "en";
    person.roles.push(role);
    people.set(email, person);
  }
  return [...people.values()];
}

/** Somebody must be there, and only roles that are required must be filled when a network begins. */
function checkBound(people: Person[], roles: readonly Role[]): Finding[] {
  if (people.length === 0) {
    const message = { da: "Der er ingen personer i filen.", en: "There are no people in the file." };
    const hint = {
      da: `Skriv ${COLUMNS.known.join(",")} på første linje og en person på hver af de næste.`,
      en: `Write ${COLUMNS.known.join(",")} on the first line and one person on each of the next.`,
    };
    return [inTable("empty", "file", undefined, message, hint)];
  }
  return roles
    .filter(({ code, required }) => required && !people.some((person) => person.roles.includes(code)))
    .map(({ code, title }) => {
      const message = {
        da: `Ingen har rollen ${called(code, title.da)}.`,
        en: `Nobody has the role ${called(code, title.en)}.`,
      };
      const hint = { da: `Tilføj en række med rollen ${code}.`, en: `Add a row with the role ${code}.` };
      return inTable("unbound", "role", undefined, message, hint);
    });
}

const called = (code: string, title: string) => (code === title ? title : `${code} (${title})`);

function keyOf(row: Row): string {
  return (row.fields["email"] ?? "").toLowerCase();
}
