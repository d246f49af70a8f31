// People pasted as a list: what comes of each way to write a line, and what is said of a line that is wrong.
import { expect, test } from "vitest";
import { parsePeopleList } from "../../programmes/people-list.ts";
import type { Role } from "../../programmes/types.ts";

const ROLES: Role[] = ["networkLead", "participant"].map((code) => ({
  code,
  title: { da: code, en: code },
  sample: 1,
  ...(code === "networkLead" && { required: true }),
}));
const read = (text: string, organisation?: string) =>
  parsePeopleList(text, ROLES, { role: "participant", language: "en", ...(organisation && { organisation }) });

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

test("what is wrong is told by the line that was pasted", () => {
  const found = read("Anna <anna@x.example>\n\nBo Bo\nbo@x");
  expect(found).toMatchObject({
    problems: [
      { line: 3, message: '"Bo Bo" is no e-mail address.' },
      { line: 4, message: '"bo@x" is no e-mail address.' },
    ],
  });
});
