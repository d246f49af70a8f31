// People as they are handed over: what comes of each way to write them, and what is said of a line that is wrong.
import { describe, expect, test } from "vitest";
import { parsePeopleList } from "../../programmes/people-list.ts";
import type { Role } from "../../programmes/types.ts";
import { shipped } from "./shipped.ts";

const ROLES: Role[] = ["networkLead", "participant"].map((code) => ({
  code,
  title: { da: code, en: code },
  sample: 1,
  ...(code === "networkLead" && { required: true }),
}));
const read = (text: string, organisation?: string) =>
  parsePeopleList(text, ROLES, {
    language: "en",
    joining: true,
    together: { role: "participant", ...(organisation && { organisation }) },
  });

test.each([
  ["anna@x.example", { name: "anna@x.example" }],
  ["Anna Aa <anna@x.example>", { name: "Anna Aa" }],
  ['"Aa, Anna" <anna@x.example>,', { name: "Aa, Anna" }],
  ["Anna Aa\tanna@x.example\tLejre", { name: "Anna Aa", organisation: "Lejre" }],
  ["anna@x.example; Anna Aa", { name: "Anna Aa" }],
  ["Anna Aa, anna@x.example", { name: "Anna Aa" }],
])("«%s» is a person", (line, expected) => {
  const people = [{ id: "p1", email: "anna@x.example", language: "da", roles: ["participant"], ...expected }];
  expect(read(line)).toEqual({ people });
});

test("the organisation of all is that of who says none", () => {
  const found = read("Anna; anna@x.example; Lejre\nBo; bo@x.example", "Greve");
  expect(found).toMatchObject({ people: [{ organisation: "Lejre" }, { organisation: "Greve" }] });
});

test("a table says roles itself, and nobody has to lead", () => {
  expect(read("email,role,name\nbo@x.example,networkLead,Bo")).toMatchObject({ people: [{ roles: ["networkLead"] }] });
  expect(read("email,role,name\nbo@x.example,participant,Bo")).toMatchObject({ people: [{ name: "Bo" }] });
});

test("a table without roles and organisations has those of all, and nothing that stands beside it", () => {
  const found = read("Navn;E-mail\nBo;bo@x.example;;\nIda;ida@x.example", "Greve");
  const shared = { roles: ["participant"], organisation: "Greve" };
  expect(found).toMatchObject({ people: [shared, shared] });
  expect(read("Navn;E-mail\nBo;bo@x.example;networkLead")).toMatchObject({ problems: [{ code: "shape", line: 2 }] });
});

test("what is wrong is told by the line that was pasted", () => {
  const found = read("Anna <anna@x.example>\n\nBo Bo\nbo@x");
  expect(found).toMatchObject({
    problems: [
      { line: 3, message: '"Bo Bo" is no e-mail address.' },
      { line: 4, message: '"bo@x" is no e-mail address.' },
    ],
  });
});

describe("people of a network that is to begin", async () => {
  const { roles } = await shipped("innovationsnetvaerk");
  const all = (text: string, language: "da" | "en" = "da") => parsePeopleList(text, roles, { language });

  test.each([
    [
      "a spreadsheet with Danish headers",
      "Navn\tE-mail\tRolle\tKommune\t\nLea\tlea@example.org\tNetværksleder\tVestby\t",
    ],
    ["a list without headers", "Lea; lea@example.org; netværksleder; Vestby"],
    ["a list with the address first", "lea@example.org; Lea; netværksleder; Vestby"],
    ["a mail's recipients", "Lea <lea@example.org>, networkLead, Vestby"],
    ["our own CSV", "name,email,role,organisation\nLea,lea@example.org,networkLead,Vestby"],
    [
      "quoted cells, semicolons and a byte order mark",
      '\uFEFFname;email;role;organisation\r\n"Lea";lea@example.org;"networkLead";Vestby',
    ],
  ])("are understood in %s", (_, text) => {
    expect(all(text)).toMatchObject({
      people: [{ name: "Lea", email: "lea@example.org", roles: ["networkLead"], organisation: "Vestby" }],
    });
  });

  test("are complained of as they were typed, each by its line, with roles by their names", () => {
    const found = all(
      "Lea; lea@example.org; networkLead\n\nBo; bo.example.org; chef\nIda; ida@example.org; netværksledr",
    );
    expect("problems" in found && found.problems.map(({ line, message, hint }) => [line, message, hint])).toEqual([
      [3, '"bo.example.org" er ingen e-mailadresse.', expect.any(String)],
      [3, expect.stringContaining("chef"), expect.any(String)],
      [4, expect.stringContaining("netværksledr"), expect.stringContaining("netværksleder")],
    ]);
  });

  test("are nobody where nothing is written, and somebody has to lead", () => {
    expect(all(" \n ")).toMatchObject({ problems: [{ code: "empty" }] });
    expect(all("Lea; lea@example.org; participant", "en")).toMatchObject({ problems: [{ code: "unbound" }] });
  });
});

const SLOW = [" ", '"', "a ", "<", "\t", "@", ", "].map((sign) => [JSON.stringify(sign), `${sign.repeat(20_000)} x`]);

test.each(SLOW)("a line of nothing but %s is read in time", { timeout: 8_000 }, (_, line) => {
  expect(read(line!)).toHaveProperty("problems");
});
