// docs/changes.md names triggers and commands that there are, and every change of plan and people that can be asked for.
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { TRIGGERS } from "../../machines/trigger-types.ts";
import { COMMANDS } from "../../cli/surface.ts";

const text = await readFile(new URL("../../docs/changes.md", import.meta.url), "utf8");

test("the table has every trigger that changes a plan or its people, and no other word", () => {
  const rows = text
    .split("\n")
    .filter((line) => line.startsWith("| ") && !line.startsWith("| what") && !line.startsWith("| ---"));
  const named = rows.flatMap((row) =>
    [...row.split("|")[2]!.matchAll(/`([a-z]+[A-Z]\w+|undo)`/g)].map(([, name]) => name!),
  );
  const changing = Object.keys(TRIGGERS).filter((name) =>
    /Item$|Person$|^replanPhase$|^setAudience$|^undo$|^handOver$/.test(name),
  );
  expect(named.toSorted()).toEqual(changing.toSorted());
});

test("every command in it is one", () => {
  const commands = [...text.matchAll(/npx fremdrift (\w+ \w+)/g)].map(([, path]) => path!);
  const known = COMMANDS.map(({ path }) => path);
  expect(commands.length).toBeGreaterThan(4);
  expect(commands.filter((path) => !known.includes(path))).toEqual([]);
});
