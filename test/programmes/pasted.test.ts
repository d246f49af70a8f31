// People as they are pasted from elsewhere: what is understood, and what is left for the reader of the file to complain of.
import { expect, test } from "vitest";
import { parsePeople } from "../../programmes/people.ts";
import { addedLines, pastedPeople } from "../../programmes/pasted.ts";
import { shipped } from "./shipped.ts";

const roles = async () => (await shipped("innovationsnetvaerk")).roles;
const named = async () => (await roles()).map((role) => ({ ...role, code: role.title.da }));
const read = async (text: string) => parsePeople(pastedPeople(text, await roles(), "da"), await named());

test.each([
  [
    "a spreadsheet with Danish headers",
    "Navn\tE-mail\tRolle\tKommune\t\nLea\tlea@example.org\tNetværksleder\tVestby\t",
  ],
  ["a list without headers", "Lea; lea@example.org; netværksleder; Vestby"],
  ["a mail's recipients", "Lea <lea@example.org>, networkLead, Vestby"],
  ["our own CSV", "name,email,role,organisation\nLea,lea@example.org,networkLead,Vestby"],
  [
    "quoted cells, semicolons and a byte order mark",
    '\uFEFFname;email;role;organisation\r\n"Lea";lea@example.org;"networkLead";Vestby',
  ],
])("%s is understood", async (_, text) => {
  expect(await read(text)).toMatchObject({
    people: [{ name: "Lea", email: "lea@example.org", roles: ["netværksleder"], organisation: "Vestby" }],
  });
});

test("what is not understood is complained of as it was typed, with its line", async () => {
  const text = "Lea; lea@example.org; networkLead\n\nBo; bo.example.org; chef";
  const answer = await read(text);
  const added = addedLines(text, pastedPeople(text, await roles(), "da"));
  expect("problems" in answer && answer.problems.map(({ line, message }) => [line! - added, message])).toEqual([
    [3, '"bo.example.org" er ingen e-mailadresse.'],
    [3, expect.stringContaining("chef")],
  ]);
});

test("nothing pasted is nobody", async () => {
  expect(pastedPeople(" \n ", await roles(), "da")).toBe("");
});
