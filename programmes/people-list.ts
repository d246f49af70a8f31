// People pasted as a list, one on each line, as a mail program or a spreadsheet hands them over.
import { parsePeople, type ParsedPeople } from "./people.ts";
import type { Language } from "./problem.ts";
import type { Role } from "./types.ts";

/** What holds for all of a list that does not say it itself. */
type Together = { role: string; organisation?: string; language?: Language };

const HEADER = "name,email,role,organisation";

/**
 * The people of a list, or of a CSV text where its first line names the columns. A line is `Name <address>`, or cells between tabs,
 * semicolons or commas of which one is the address, the first of the others the name and the second the organisation. All lines that
 * are wrong come back with their numbers in what was pasted.
 */
export function parsePeopleList(
  text: string,
  roles: readonly Role[],
  { role, organisation = "", language = "da" }: Together,
): ParsedPeople {
  const options = { language, joining: true };
  if (isTable(text)) return parsePeople(text, roles, options);
  const lines = text.split(/\r?\n/);
  const rows = lines.map((line) => (line.trim() === "" ? "" : rowOf(line, role, organisation)));
  const read = parsePeople([HEADER, ...rows].join("\n"), roles, options);
  if ("people" in read) return read;
  // The header stands before the first line.
  return { problems: read.problems.map((one) => (one.line === undefined ? one : { ...one, line: one.line - 1 })) };
}

/** Whether the first line names columns instead of a person. */
function isTable(text: string): boolean {
  const cells = (text.trimStart().split(/\r?\n/, 1)[0] ?? "").toLowerCase().split(/[,;]/);
  return cells.some((cell) => cell.replaceAll(/["\u{FEFF}\s]/gu, "") === "email");
}

function rowOf(line: string, role: string, organisation: string): string {
  const [, before = "", address] = /^(.*?)<([^<>]*)>[\s,;]*$/.exec(line) ?? [];
  const cells = address === undefined ? line.split(/[\t;,]/) : [before, address];
  const trimmed = cells.map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"));
  const at = trimmed.findIndex((cell) => cell.includes("@"));
  const others = trimmed.filter((cell, index) => index !== at && cell !== "");
  // Without an address the line is told as it is.
  const email = at < 0 ? line.trim() : trimmed[at]!;
  const [name = "", own = organisation] = at < 0 ? [] : others;
  return [name, email, role, own].map(quoted).join(",");
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
