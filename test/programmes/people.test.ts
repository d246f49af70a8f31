import { describe, expect, test } from "vitest";
import { parsePeople } from "../../programmes/people.ts";
import type { Role } from "../../programmes/types.ts";

const role = (code: string, required = false): Role => ({ code, title: { da: code, en: code }, sample: 1, required });
const roles = [role("networkLead", true), role("coDriver"), role("participant")];
const header = "name,email,role,organisation,region,language\n";
const lead = "Ane Lund,ane@example.org,networkLead,Kommune,øst,da\n";

function people(csv: string) {
  const read = parsePeople(csv, roles);
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  return read.people;
}

function problems(csv: string) {
  const read = parsePeople(csv, roles, { language: "en" });
  return "problems" in read ? read.problems : [];
}

const ane = {
  id: "p1",
  name: "Ane Lund",
  email: "ane@example.org",
  language: "da",
  roles: ["networkLead"],
  organisation: "Kommune",
  region: "øst",
};

describe("people of a CSV file", () => {
  test.each([
    ["commas", header + lead],
    ["semicolons", (header + lead).replaceAll(",", ";")],
    ["a BOM", `\uFEFF${header}${lead}`],
    ["a BOM before a quote", `\uFEFF"name"${header.slice(4)}${lead}`],
    ["Windows line ends", (header + lead).replaceAll("\n", "\r\n")],
    ["blank lines and spaces", `\n${header}\n${lead.replaceAll(",", " , ")}\n\n`],
    ["quotes", header + lead.replace("Ane Lund", '"Ane Lund"')],
    [
      "columns in another order and case",
      `Role,EMAIL,Name,Region,Organisation\nnetworkLead,Ane@Example.org,Ane Lund,øst,Kommune\n`,
    ],
  ])("with %s", (_name, csv) => {
    expect(people(csv)).toEqual([ane]);
  });

  test("several rows of one address are several roles, whatever its case", () => {
    const csv = `${header}${lead}Bo Dal,bo@example.org,participant,,,en\n,ANE@example.org,coDriver,,,\n`;
    expect(people(csv)).toEqual([
      { ...ane, roles: ["networkLead", "coDriver"] },
      { id: "p2", name: "Bo Dal", email: "bo@example.org", language: "en", roles: ["participant"] },
    ]);
  });

  test("ids are the caller's where given", () => {
    const read = parsePeople(header + lead, roles, { idOf: (index) => `x${index}` });
    expect("people" in read && read.people[0]?.id).toBe("x0");
  });

  test("who has no name is called by the address", () => {
    expect(people("email;role\nane@example.org;networkLead\n")[0]?.name).toBe("ane@example.org");
  });
});

describe("bad input is told with its line and what to do", () => {
  test.each([
    ["nothing", "", { code: "empty" }],
    ["a header alone", header, { code: "empty" }],
    ["a missing column", "name,role\nAne,networkLead\n", { code: "missing", path: "email", line: 1 }],
    [
      "a misspelt column",
      "name,emial,role\nAne,ane@example.org,networkLead\n",
      { code: "unknown", line: 1, hint: 'Did you mean "email"?' },
    ],
    [
      "a column twice",
      "email,role,role\nane@example.org,networkLead,coDriver\n",
      { code: "duplicate", path: "role", line: 1 },
    ],
    ["no header", lead, { code: "missing", path: "email", line: 1 }],
    [
      "an unknown role",
      `${header}${lead}Bo,bo@example.org,codriver,,,\n`,
      { code: "unknown", path: "role", line: 3, hint: 'Did you mean "coDriver"?' },
    ],
    ["no role", `${header}${lead}Bo,bo@example.org,,,,\n`, { code: "unknown", path: "role", line: 3 }],
    ["no address", `${header}${lead}Bo,,coDriver,,,\n`, { code: "email", line: 3 }],
    ["half an address", `${header}${lead}Bo,bo@example,coDriver,,,\n`, { code: "email", line: 3 }],
    ["two addresses", `${header}${lead}Bo,"bo@example.org,al@example.org",coDriver,,,\n`, { code: "email", line: 3 }],
    [
      "an address with a header in it",
      `${header}${lead}Bo,"bo@example.org\nBcc:al@example.org",coDriver,,,\n`,
      { code: "email" },
    ],
    [
      "a name with a line break",
      `${header}${lead}"Bo\nDal",bo@example.org,coDriver,,,\n`,
      { code: "shape", path: "name" },
    ],
    [
      "an unknown language",
      `${header}${lead}Bo,bo@example.org,coDriver,,,dk\n`,
      { code: "unknown", path: "language", line: 3, hint: 'Did you mean "da"?' },
    ],
    ["a row twice", `${header}${lead}\n${lead}`, { code: "duplicate", path: "row", line: 4 }],
    [
      "one address with two names",
      `${header}${lead}Ane Holm,ane@example.org,coDriver,,,\n`,
      { code: "conflict", path: "name", line: 3 },
    ],
    [
      "too many fields",
      `${header}${lead}Bo,bo@example.org,coDriver,a,b,da,c\n`,
      { code: "shape", path: "row", line: 3 },
    ],
    ["a quote left open", `${header}${lead}"Bo,bo@example.org,coDriver\n`, { code: "syntax" }],
    ["a quote in the middle", `${header}${lead}B"o,bo@example.org,coDriver,,,\n`, { code: "syntax", line: 3 }],
    ["nobody who leads", `${header}Bo,bo@example.org,coDriver,,,\n`, { code: "unbound", path: "role" }],
    ["too many rows", header + "a,a@example.org,coDriver,,,\n".repeat(2_001), { code: "size" }],
  ])("%s", (_name, csv, expected) => {
    const found = problems(csv);
    expect(found).toContainEqual(expect.objectContaining(expected));
    for (const { message, hint } of found) expect(`${message} ${hint}`).not.toMatch(/undefined|\[object|Error:/);
  });

  test("in Danish too", () => {
    const read = parsePeople("name,role\n", roles);
    expect("problems" in read && read.problems[0]?.message).toBe("Kolonnen email mangler.");
  });

  test("all of it at once, in the order of the lines", () => {
    const csv = `${header}${lead}Bo,bo,coDriver,,,\nEa,ea@example.org,deltager,,,\n`;
    expect(problems(csv).map(({ line, code }) => [line, code])).toEqual([
      [3, "email"],
      [4, "unknown"],
    ]);
  });
});
