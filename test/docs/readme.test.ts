// What a newcomer reads is true: every command in the README is run as it stands, beside a running house.
import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SETTINGS } from "../../library/setting-list.ts";
import { startStack, type Stack } from "../house/stack.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const readme = await readFile(path.join(ROOT, "README.md"), "utf8");
const commands = [...readme.matchAll(/^```sh\n([\s\S]*?)^```/gm)].flatMap(([, block]) => block!.trim().split("\n"));
/** The two that are run elsewhere: test/house starts it, and the other one is what runs this. */
const OURS = new Set(["npm start", "npm test"]);
const run = promisify(execFile);

let stack: Stack;
let id = "";

beforeAll(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "fremdrift-readme-"));
  await cp(path.join(ROOT, "programmes/data/samples/innovationsnetvaerk/people.csv"), path.join(folder, "people.csv"));
  stack = startStack({ folder });
  await stack.ready;
});
afterAll(async () => {
  stack.wipe();
  await rm(stack.folder, { recursive: true, force: true, maxRetries: 5 });
});

test("the README has commands, and the two it begins with exist", async () => {
  const { scripts } = JSON.parse(await readFile(path.join(ROOT, "package.json"), "utf8")) as { scripts: object };
  expect(commands.length).toBeGreaterThan(10);
  expect(commands).toEqual(expect.arrayContaining([...OURS]));
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(["start", "test", "bench"]));
});

test.each(commands.filter((command) => !OURS.has(command)))("%s", { timeout: 90_000 }, async (command) => {
  expect(command).toMatch(/^npx fremdrift /);
  const asked = command
    .replace("npx fremdrift", `node "${path.join(ROOT, "bin/fremdrift.mjs")}"`)
    .replace(/\bID\b/, id)
    .replace("EMAIL", "carla.engbjerg@example.org");
  const env = { ...process.env, FREMDRIFT_DATA: stack.folder };
  const json = command.includes("demo") ? "" : " --json";
  const { stdout } = await run("sh", ["-c", `${asked}${json}`], { cwd: stack.folder, env });
  expect(stdout.length).toBeGreaterThan(1);
  if (json === "") return;
  const answer: unknown = JSON.parse(stdout);
  if (command.includes("network create")) ({ id } = answer as { id: string });
});

test("docs/operations.md lists every setting with its default, unit and meaning", async () => {
  const operations = await readFile(path.join(ROOT, "docs/operations.md"), "utf8");
  for (const { name, default: without, unit, text } of SETTINGS) {
    const row = `| \`${name}\` | ${without === undefined ? "–" : `\`${without}\``} | ${unit.en} | ${text.en} |`;
    expect(operations).toContain(row);
  }
});
