// People as they are pasted: from a spreadsheet, a mail or a CSV file, with headers and roles in the reader's words.
import type { Language } from "./problem.ts";
import type { Role } from "./types.ts";

const HEADER = ["name", "email", "role", "organisation", "region", "language"];

/** What a header may say, by the column it means. */
const CALLED: Record<string, string> = {
  navn: "name",
  name: "name",
  "e-mail": "email",
  "e-mailadresse": "email",
  email: "email",
  mail: "email",
  rolle: "role",
  roller: "role",
  role: "role",
  organisation: "organisation",
  organization: "organisation",
  kommune: "organisation",
  region: "region",
  sprog: "language",
  language: "language",
};

/** «Anna Friis <anna@example.org>» in one cell. */
const BOTH = /^\s*"?([^"<]*?)"?\s*<([^<>\s]+)>\s*$/;

/**
 * The CSV that a pasted text means, line by line: cells apart by tab, `;` or `,`, headers in Danish or English or none at all (name,
 * e-mail, role, …), roles by their code or by what the programme calls them, which is what the CSV says. What is not understood stays as it was
 * typed.
 */
export function pastedPeople(text: string, roles: readonly Role[], language: Language): string {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const first = lines.findIndex((line) => line.trim() !== "");
  if (first < 0) return "";
  const sign = signOf(lines[first]!);
  const head = cellsOf(lines[first]!, sign).map((cell) => CALLED[cell.toLowerCase()] ?? cell.toLowerCase());
  while (head.length > 1 && head.at(-1) === "") head.pop();
  const isHeader = !lines[first]!.includes("@") && head.includes("email");
  const columns = isHeader ? head : HEADER;
  const rows = lines.map((line, index) => {
    if (line.trim() === "") return "";
    if (index === first && isHeader) return head.join(",");
    return rowOf(cellsOf(line, sign), columns, (said) => roleOf(said, roles)?.title[language] ?? said);
  });
  // The header that nobody wrote stands on the first line, so that lines keep their numbers but for it.
  return (isHeader ? rows : [HEADER.join(","), ...rows]).join("\n");
}

/** Lines that the header takes which nobody wrote: so many less is a line's number in what was pasted. */
export const addedLines = (text: string, csv: string): number => csv.split("\n").length - text.split(/\r?\n/).length;

const signOf = (line: string): string => ["\t", ";", ","].find((sign) => line.includes(sign)) ?? ",";

/** Cells of a line; a quoted one may hold the sign between cells. */
function cellsOf(line: string, sign: string): string[] {
  const cells = [""];
  let quoted = false;
  for (const letter of line) {
    if (letter === '"') quoted = !quoted;
    if (letter === sign && !quoted) cells.push("");
    else cells[cells.length - 1] += letter;
  }
  return cells.map((cell) =>
    cell
      .trim()
      .replace(/^"([^]*)"$/, "$1")
      .replaceAll('""', '"'),
  );
}

function rowOf(cells: string[], columns: string[], meaning: (role: string) => string): string {
  const [cell, name = "", address = ""] = cells.map((one) => BOTH.exec(one) ?? []).find((found) => found[0]) ?? [];
  const apart = cell === undefined ? cells : cells.flatMap((one) => (one === cell ? [name, address] : [one]));
  const at = columns.indexOf("role");
  const meant = apart.map((one, index) => (index === at ? meaning(one) : one));
  // A spreadsheet has empty cells on the right that no column is for.
  while (meant.length > columns.length && meant.at(-1) === "") meant.pop();
  return meant.map(quoted).join(",");
}

function roleOf(said: string, roles: readonly Role[]): Role | undefined {
  const same = (one: string) => one.toLowerCase() === said.toLowerCase();
  return roles.find(({ code, title }) => same(code) || same(title.da) || same(title.en));
}

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
