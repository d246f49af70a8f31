import { expect, test } from "vitest";
import { parseProgramme } from "../../programmes/parse.ts";
import { small } from "./texts.ts";

const swap = (from: string, to: string) => {
  if (!small.includes(from)) throw new Error(`${from} is not in the programme`);
  return small.replace(from, to);
};

test.each([
  ["a colon in a text", swap("title: { da: Møde, en: Meeting }", "title: Møde: først"), /to nøgler/, /anførselstegn/],
  ["a line out of line", swap("    phases: [first]", "   phases: [first]"), /ikke rykket ind/, /lige så langt ind/],
  ["a list that is not closed", swap("audience: [member]", "audience: [member"), /ikke rykket ind/, /luk også \[/],
  ["a key without a space", swap("    kind: meeting", "    kind:meeting"), /mangler sit kolon/, /«kind: task»/],
  ["a tab", swap("  first:", "\tfirst:"), /tabulator/, /mellemrum/],
  ["a text that begins with @", swap("title: { da: Møde,", "title: { da: @Møde,"), /tegn, som YAML bruger/, /anførsel/],
  ["an asterisk", swap("rounds: 3", "rounds: *three"), /stjerne/, /&/],
  ["two documents", `${small}---\nid: other\n`, /flere dele/, /ét program i hver fil/],
])("YAML that does not hold, %s, is said in plain Danish", (_name, text, message, hint) => {
  const read = parseProgramme(text, {}, "da");
  const found = "problems" in read ? read.problems : [];
  const said: unknown = { message: expect.stringMatching(message), hint: expect.stringMatching(hint) };
  expect(found).toContainEqual(expect.objectContaining(said));
  expect(found[0]).toMatchObject({ code: "syntax", line: expect.any(Number) as unknown });
  for (const problem of found) expect(problem.message).not.toMatch(/\b(?:the|must|not allowed)\b/i);
});
