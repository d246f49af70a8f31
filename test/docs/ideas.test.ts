// docs/ideas.md is true: its triggers are those there are, with who may use them, and its run comes out as it is shown.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { COMMANDS } from "../../cli/surface.ts";
import { IDEAS } from "../../machines/triggers/ideas.ts";
import { P1 } from "../machines/play.ts";
import { fremdrift } from "../cli/given.ts";
import { blocksOf, rowsOf } from "./markdown.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const text = await readFile(path.join(ROOT, "docs/ideas.md"), "utf8");

/** Triggers of ideas that docs/ideas.md leaves to the test of an idea. */
const IN_TEST = /[tT]est|Result|reviveIdea|FollowUp/;

test("the table has every trigger up to the short list, and who may use it in the nine phases", () => {
  const rows = rowsOf(text.split("## Handlingerne")[1]!.split("\n## ")[0]!).slice(1);
  const named = rows.map(([trigger]) => trigger!.replaceAll("`", ""));
  expect(named.toSorted()).toEqual(
    Object.keys(IDEAS)
      .filter((name) => !IN_TEST.test(name))
      .toSorted(),
  );
  const everyone = P1.roles.filter(({ group }) => !group).map(({ code }) => code);
  for (const [trigger, , who] of rows) {
    const may = P1.rights[trigger!.replaceAll("`", "")]!;
    const said = who === "alle" ? everyone : who!.split(", ");
    expect([trigger, may.toSorted()]).toEqual([trigger, said.toSorted()]);
  }
});

test("its commands are commands", () => {
  const commands = [...text.matchAll(/npx fremdrift (\w+(?: [a-z]+)?)/g)].map(([, command]) => command!);
  const known = COMMANDS.map(({ path: name }) => name);
  expect(commands.length).toBeGreaterThan(3);
  expect(commands.filter((command) => !known.includes(command) && !known.includes(command.split(" ")[0]!))).toEqual([]);
});

test("the run comes out as it is shown", async () => {
  const blocks = blocksOf(text);
  const script = blocks.find(({ language }) => language === "json")!;
  const [, command = ""] = /^ {4}npx fremdrift (simulate .*)$/m.exec(text) ?? [];
  const folder = await mkdtemp(path.join(tmpdir(), "fremdrift-ideas-"));
  try {
    await writeFile(path.join(folder, script.name!), script.body);
    const words = command.split(" ").map((word) => (word === script.name ? path.join(folder, word) : word));
    const done = await fremdrift(words);
    expect([done.code, done.err]).toEqual([0, ""]);
    expect(done.out).toContain(`\n${blocks.find(({ language }) => language === "text")!.body.trimEnd()}\n`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
