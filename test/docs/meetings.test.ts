// docs/meetings.md is true: it has every trigger about meetings, its run comes out as it is shown, and its limits are those that hold.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { typeOf } from "../../api/file-types.ts";
import { COMMANDS } from "../../cli/surface.ts";
import { SETTINGS } from "../../library/setting-list.ts";
import { MEETINGS } from "../../machines/triggers/meetings.ts";
import { fremdrift } from "../cli/given.ts";
import { blocksOf, rowsOf } from "./markdown.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const read = (file: string) => readFile(path.join(ROOT, file), "utf8");
const [text, guide] = await Promise.all([read("docs/meetings.md"), read("docs/programmes.md")]);
const blocks = blocksOf(text);

const tableOf = (heading: string): string[][] =>
  rowsOf(text.split(/^## /m).find((section) => section.startsWith(`${heading}\n`))!).slice(1);

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "fremdrift-meetings-"));
  const files = [...blocksOf(guide), ...blocks].filter(({ name }) => name === "deltagere.csv" || name === "moede.json");
  for (const { name, body } of files) await writeFile(path.join(folder, name!), body);
  await writeFile(path.join(folder, "velkomst.yaml"), await read("examples/programme/velkomst.yaml"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test("the table has every trigger about meetings and homework, and no other", () => {
  const named = tableOf("Handlingerne").map(([name]) => name!.replaceAll("`", ""));
  expect(named.toSorted()).toEqual(Object.keys(MEETINGS).toSorted());
});

test("the run comes out as it is shown, and nothing in it is refused", async () => {
  const command = blocks
    .find(({ body }) => body.includes("simulate"))!
    .body.trim()
    .replace("npx fremdrift ", "");
  const shown = blocks
    .find(({ language }) => language === "text")!
    .body.trim()
    .split("\n…\n");
  const line = command.split(" ").map((word) => (/\.(csv|yaml|json)$/.test(word) ? path.join(folder, word) : word));
  const { code, out, err } = await fremdrift(line);
  expect([code, err]).toEqual([0, ""]);
  expect(shown.length).toBeGreaterThan(4);
  let at = 0;
  for (const stretch of shown) {
    const found = out.indexOf(stretch, at);
    expect([stretch, found >= at]).toEqual([stretch, true]);
    at = found + stretch.length;
  }
});

test("the types of files are those that are taken, and the limits those that hold without a setting", () => {
  const limits = Object.fromEntries(tableOf("Filer og links") as [string, string][]);
  const ends = limits["typer"]!.split(", ");
  const heads = ["%PDF-", "\x89PNG\r\n\x1a\n", "\xff\xd8\xff", "GIF89a", "RIFF----WEBP", "PK\x03\x04", "ord"];
  const isTaken = (end: string): boolean =>
    heads.some(
      (head) =>
        typeOf(
          Uint8Array.from(head, (one) => one.charCodeAt(0)),
          `fil.${end}`,
        ) !== undefined,
    );
  expect(ends.filter((end) => !isTaken(end))).toEqual([]);
  const others: string[] = ["zip", "html", "svg", "exe", "docm", "doc"];
  expect(others.filter(isTaken)).toEqual([]);
  const set = Object.fromEntries(SETTINGS.map((setting) => [setting.name, setting.default]));
  expect(limits["en fil"]).toContain(`FILES_MAX_MB\` megabyte, ${set["FILES_MAX_MB"]} `);
  expect(limits["et netværks filer i alt"]).toContain(`FILES_TOTAL_MB\` megabyte, ${set["FILES_TOTAL_MB"]} `);
});

test("every command in it is one", () => {
  const commands = [...text.matchAll(/npx fremdrift (\w+ \w+)/g)].map(([, named]) => named!);
  const known = COMMANDS.flatMap(({ path: own }) => [own, own.split(" ")[0]!]);
  expect(commands.length).toBeGreaterThan(3);
  expect(commands.filter((one) => !known.includes(one) && !known.includes(one.split(" ")[0]!))).toEqual([]);
});
