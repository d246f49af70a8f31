// People as they are handed over: a CSV file, cells of a spreadsheet or recipients of a mail, with headers and roles in people's words.
import { parsePeople, type ParsedPeople } from "./people.ts";
import type { Language } from "./problem.ts";
import type { Role } from "./types.ts";

type Options = {
  language?: Language;
  /** They come to a network that has begun, which has those it must have. */
  joining?: boolean;
  /** What holds for all who do not say it themselves; lines without headers then say no role. */
  together?: { role: string; organisation?: string };
};

const COLUMNS = ["name", "email", "role", "organisation", "region", "language"];
const COLUMNS_TOGETHER = ["name", "email", "organisation"];

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

/** «Anna Friis <anna@example.org>» in one cell, and at the end of a line, where the name may hold a comma. */
const BOTH = { name: /["<]/, address: /^[^<>\s]+$/, after: /^\s*$/ };
const BOTH_LAST = { name: /["<\t;]/, address: /^[^<>\s]*$/, after: /^[\s,;]*$/ };

/**
 * The people of a text, or everything that is wrong with it by its own lines. Cells are apart by tab, `;` or `,`. The first line may
 * name the columns, in Danish or English; without, a line is name, address, role, organisation, region and language, or
 * `Name <address>`, and the address may stand anywhere. Roles are by code or by what the programme calls them.
 */
export function parsePeopleList(text: string, roles: readonly Role[], options: Options = {}): ParsedPeople {
  const { language = "da", joining = false, together } = options;
  // Roles are called what people call them: so they are told where one is not known.
  const named = roles.map((role) => ({ ...role, code: nameOf(role, roles, language) }));
  const codes = new Map(named.map(({ code }, index) => [code, roles[index]!.code]));
  const meaning = (said: string) => named[roles.findIndex((role) => isCalled(role, said))]?.code ?? said;
  const { csv, added } = tableOf(text, { meaning, ...(together && { together }) });
  const read = parsePeople(csv, named, { language, joining });
  if ("people" in read)
    return { people: read.people.map((one) => ({ ...one, roles: one.roles.map((role) => codes.get(role)!) })) };
  const lineOf = (line: number) => Math.max(1, line - added);
  return { problems: read.problems.map((one) => (one.line === undefined ? one : { ...one, line: lineOf(one.line) })) };
}

const isCalled = ({ code, title }: Role, said: string) =>
  [code, title.da, title.en].some((one) => one.toLowerCase() === said.toLowerCase());

/** What people call a role; its code where another is called the same. */
function nameOf({ code, title }: Role, roles: readonly Role[], language: Language): string {
  const same = roles.filter((one) => one.title[language] === title[language]);
  return same.length === 1 ? title[language] : code;
}

type Given = Pick<Options, "together"> & { meaning: (role: string) => string };

/** The CSV that a text means, and how many lines it has more above the first. */
function tableOf(text: string, given: Given): { csv: string; added: number } {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const first = lines.findIndex((line) => line.trim() !== "");
  if (first < 0) return { csv: "", added: 0 };
  const sign = signOf(lines[first]!);
  const head = headOf(lines[first]!, sign);
  const columns = head ?? (given.together ? COLUMNS_TOGETHER : COLUMNS);
  const shared = given.together ? ["role", "organisation"].filter((one) => !columns.includes(one)) : [];
  const rows = lines.map((line, index) => {
    if (line.trim() === "" || (head && index === first)) return "";
    return rowOf(head ? cellsOf(line, sign) : anyCells(line, given), { ...given, columns, shared });
  });
  const header = [...columns, ...shared].map(quoted).join(",");
  if (!head) return { csv: [header, ...rows].join("\n"), added: 1 };
  return { csv: rows.with(first, header).join("\n"), added: 0 };
}

const signOf = (line: string): string => ["\t", ";", ","].find((sign) => line.includes(sign)) ?? ",";

/** The columns that a line names; undefined where it is a person. */
function headOf(line: string, sign: string): string[] | undefined {
  const head = cellsOf(line, sign).map((cell) => CALLED[cell.toLowerCase()] ?? cell.toLowerCase());
  while (head.length > 1 && head.at(-1) === "") head.pop();
  return !line.includes("@") && head.includes("email") ? head : undefined;
}

/** Cells of a line; a quoted one may hold the sign between cells. */
function cellsOf(line: string, sign: string): string[] {
  const cells = [""];
  let isQuoted = false;
  for (const letter of line) {
    if (letter === '"') isQuoted = !isQuoted;
    if (letter === sign && !isQuoted) cells.push("");
    else cells[cells.length - 1] += letter;
  }
  return cells.map((cell) =>
    cell
      .trim()
      .replace(/^"([^]*)"$/, "$1")
      .replaceAll('""', '"'),
  );
}

/** Cells of a line that no header says the order of: name, address, and what else there is. */
function anyCells(line: string, { together }: Given): string[] {
  const both = bothOf(line, BOTH_LAST);
  if (both) return both;
  const cells = apart(cellsOf(line, signOf(line)));
  const at = cells.findIndex((cell) => cell.includes("@"));
  if (at < 0) return cells.length === 1 ? ["", ...cells] : cells;
  const others = cells.filter((cell, index) => index !== at && (cell !== "" || !together));
  // A list says less of each than a table: what stands further to the right is not asked for.
  return [others[0] ?? "", cells[at]!, ...others.slice(1, together && COLUMNS_TOGETHER.length - 1)];
}

/** A name and an address that stand in one cell, in two. */
function apart(cells: string[]): string[] {
  const at = cells.findIndex((cell) => bothOf(cell, BOTH) !== undefined);
  return at < 0 ? cells : cells.toSpliced(at, 1, ...bothOf(cells[at]!, BOTH)!);
}

/** Name and address, of which the name may stand in quotes. Found by its brackets: one pattern for all of it tries spaces in every way there is. */
function bothOf(text: string, of: typeof BOTH): [name: string, address: string] | undefined {
  const open = text.indexOf("<");
  const close = text.indexOf(">", open);
  if (open < 0 || close < 0) return undefined;
  const name = text.slice(0, open).trim().replace(/^"/, "").replace(/"$/, "");
  const address = text.slice(open + 1, close);
  const isBoth = !of.name.test(name) && of.address.test(address) && of.after.test(text.slice(close + 1));
  return isBoth ? [name, address] : undefined;
}

type Shape = Given & { columns: string[]; shared: string[] };

/** A line of the CSV. `shared`: columns that the text has not, which say the same of all. */
function rowOf(cells: string[], { columns, shared, together, meaning }: Shape): string {
  const own = [...cells];
  // A spreadsheet has empty cells on the right that no column is for.
  while (own.length > columns.length && own.at(-1) === "") own.pop();
  while (own.length < columns.length) own.push("");
  const ofAll: Record<string, string | undefined> = together ?? {};
  const all = [...own, ...shared.map(() => "")].map((cell, index) => {
    const column = index < columns.length ? columns[index]! : (shared[index - own.length] ?? "");
    const said = cell || (ofAll[column] ?? "");
    return column === "role" ? meaning(said) : said;
  });
  return all.map(quoted).join(",");
}

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
