// docs/programmes.md is true: what it tells people to write is read, what it tells them to run is run, and nothing is left out.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { TRIGGERS } from "../../machines/trigger-types.ts";
import { FACTS, FACTS_OF } from "../../programmes/check.ts";
import { precisionOf } from "../../programmes/dates.ts";
import { lintProgramme } from "../../programmes/lint.ts";
import { parseProgramme } from "../../programmes/parse.ts";
import { planOf } from "../../programmes/plan.ts";
import { fileSchema, ITEM_KINDS } from "../../programmes/schema.ts";
import { SCHEMA_WORDS } from "../../programmes/schema-words.ts";
import type { Interval, Programme } from "../../programmes/types.ts";
import { WHEN_KINDS } from "../../programmes/when-schema.ts";
import { fremdrift } from "../cli/given.ts";
import { blocksOf, laidOn, rowsOf, sectionOf, type Fields } from "./markdown.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const METHODS = path.join(ROOT, "programmes/data/methods");
const bin = path.join(ROOT, "bin/fremdrift.mjs");
const run = promisify(execFile);

const guide = await readFile(path.join(ROOT, "docs/programmes.md"), "utf8");
const example = await readFile(path.join(ROOT, "examples/programme/velkomst.yaml"), "utf8");
const methods = Object.fromEntries(
  await Promise.all(
    (await readdir(METHODS)).map(
      async (name) => [name.replace(".yaml", ""), await readFile(path.join(METHODS, name), "utf8")] as const,
    ),
  ),
);

const [danish = "", reference = "", english = ""] = guide.split(/^## (?:Opslag|English:.*)$/m);
const yamlIn = (text: string) =>
  blocksOf(text).flatMap(({ language, name, body }) => (language === "yaml" && name === undefined ? [body] : []));
const commandsIn = (text: string) =>
  blocksOf(text).flatMap(({ language, body }) => (language === "sh" ? body.trim().split("\n") : []));

function read(file: Fields): Programme {
  const read = parseProgramme(stringify(file), methods);
  if ("problems" in read) throw new Error(JSON.stringify(read.problems, null, 1));
  return read.programme;
}
const errorsOf = (file: Fields) => lintProgramme(read(file)).errors;
/** The file after each block of the fifteen minutes. */
const steps = yamlIn(danish).reduce<Fields[]>(
  (files, block) => [...files, laidOn(files.at(-1) ?? {}, parse(block) as Fields)],
  [],
);
const whole = parse(example) as Fields;

describe("the fifteen minutes", () => {
  test("each step leaves a programme in which nothing is wrong, and the last one is the example", () => {
    expect(steps.length).toBeGreaterThan(6);
    for (const step of steps) expect(errorsOf(step)).toEqual([]);
    expect(steps.at(-1)).toEqual(whole);
  });

  test("the fault that is shown is told as it is shown", async () => {
    const [shown] = blocksOf(danish).filter(({ language }) => language === "text");
    const faulty = example.replace("when: 14.-15. april 2027", "when: 14.-15. april");
    const file = path.join(folder, "fejl.yaml");
    await writeFile(file, faulty);
    const { out, code } = await fremdrift(["programme", "lint", file]);
    expect(faulty).not.toBe(example);
    expect(code).toBe(1);
    expect(out.trim()).toBe(shown!.body.trim());
  });

  const faults = rowsOf(danish).filter((row) => row.length === 3 && row[2] !== "`lint` siger");
  test.each(faults)("%s written as %s is told: %s", (right, wrong, said) => {
    const [from, to] = [right!.slice(1, -1), wrong!.slice(1, -1)];
    expect(example).toContain(from);
    const found = parseProgramme(example.replace(from, to), methods);
    const problems = "problems" in found ? found.problems : [];
    expect(problems.map(({ message, hint }) => `${message} ${hint}`).join("\n")).toContain(said);
    expect(problems[0]?.line).toBeGreaterThan(0);
  });
  test("there are several such faults", () => expect(faults.length).toBeGreaterThan(8));
});

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "fremdrift-guide-"));
  await writeFile(path.join(folder, "velkomst.yaml"), example);
  await writeFile(path.join(folder, "welcome.yaml"), yamlIn(english)[0]!);
  for (const { name, body } of blocksOf(danish))
    if (name?.includes(".")) await writeFile(path.join(folder, name), body);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("every command", () => {
  const commands = [...commandsIn(danish), ...commandsIn(english)];
  const ofServer = commands.filter((command) => command.startsWith("npx fremdrift network"));

  test.each(commands.filter((command) => !ofServer.includes(command)))("%s", { timeout: 60_000 }, async (command) => {
    expect(command).toMatch(/^npx fremdrift /);
    const asked = command.replace("npx fremdrift", `node "${bin}"`);
    const { stdout } = await run("sh", ["-c", asked], { cwd: folder });
    const [, file] = / > (\S+)$/.exec(command) ?? [];
    const answer = file === undefined ? stdout : await readFile(path.join(folder, file), "utf8");
    expect(answer.length).toBeGreaterThan(20);
  });

  test.each(ofServer)("%s is written right; it needs a server", async (command) => {
    const argv = [...command.matchAll(/"([^"]*)"|(\S+)/g)].slice(2).map(([, quoted, word]) => quoted ?? word!);
    const files = argv.map((word) => (/\.(csv|yaml)$/.test(word) ? path.join(folder, word) : word));
    const done = await fremdrift(files, { FREMDRIFT_URL: "http://127.0.0.1:9", FREMDRIFT_TOKEN: "none" });
    expect([done.code, done.err]).toEqual([1, expect.stringContaining("127.0.0.1:9")]);
  });

  test("the script that is shown plays the example to its end, and nothing in it is refused", async () => {
    const [people, script] = ["deltagere.csv", "forloeb.json"].map((name) => path.join(folder, name));
    const file = path.join(folder, "velkomst.yaml");
    const done = await fremdrift(["simulate", file, "--people", people!, "--script", script!, "--json"]);
    expect(done.json()).toMatchObject({ state: { ended: true }, refused: [], unmet: {} });
  });
});

describe("the reference", () => {
  test.each(yamlIn(reference).map((block, index): [number, string] => [index + 1, block]))(
    "example %i is read, and says something",
    (_, block) => {
      const part = parse(block) as Fields;
      const file = "id" in part ? part : laidOn(whole, part);
      expect(errorsOf(file)).toEqual([]);
      expect(JSON.stringify(read(file))).not.toBe(JSON.stringify(read(whole)));
    },
  );

  test("has every key of every part, with what it is for", () => {
    for (const [part, keys] of Object.entries(SCHEMA_WORDS)) {
      // A part has a heading of its own, or is named in the text before its table.
      expect(reference).toContain(`\`${part}\``);
      for (const [key, { da }] of Object.entries(keys)) expect(reference).toContain(`| \`${key}\` | ${da} |`);
    }
    expect(Object.keys(fileSchema.shape).toSorted()).toEqual(Object.keys(SCHEMA_WORDS["Programme"]!).toSorted());
  });

  const named = (heading: RegExp) => rowsOf(sectionOf(reference, heading)).map(([first = ""]) => first);
  test("has every kind of item", () => {
    expect(named(/^Punkter/)).toEqual(expect.arrayContaining(ITEM_KINDS.map((kind) => `\`${kind}\``)));
  });
  test("has every fact that criteria can count", () => {
    const facts = named(/^Hvad kriterier/).map((fact) => fact.replaceAll("`", "").replace(/:.*/, ":"));
    const all = [...FACTS, ...Object.keys(FACTS_OF).map((fact) => `${fact}:`)];
    expect(facts.filter((fact) => fact !== "fact").toSorted()).toEqual(all.toSorted());
  });
  test("has every trigger", () => {
    const triggers = named(/^Rettigheder/).filter((name) => name.startsWith("`"));
    expect(triggers.toSorted()).toEqual(
      Object.keys(TRIGGERS)
        .map((type) => `\`${type}\``)
        .toSorted(),
    );
  });
  test("has every reminder rule that all programmes have, and every method", () => {
    const { reminders } = parse(methods["common"]!) as { reminders: Record<string, { title: { da: string } }> };
    const rows = Object.entries(reminders).map(([id, { title }]) => `| \`${id}\` | ${title.da} |`);
    for (const row of rows) expect(reference).toContain(row);
    expect(named(/^Metoder/)).toEqual(expect.arrayContaining(Object.keys(methods).map((id) => `\`${id}\``)));
  });
  test("has every code of a warning or error that the lint gives", async () => {
    const words = await readFile(path.join(ROOT, "programmes/lint-words.ts"), "utf8");
    const codes = [...words.matchAll(/finding\(\s*"([a-z-]+)"/g)].map(([, code]) => `\`${code}\``);
    expect(codes.length).toBeGreaterThan(10);
    expect(named(/^Hvad advarsler/)).toEqual(expect.arrayContaining(codes));
  });
});

describe("the kinds of dates", () => {
  const START = "2027-02-01";
  const rows = rowsOf(sectionOf(reference, /^Tider/)).filter(([, keys = ""]) => keys.startsWith("`{"));
  const withTime = (when: string) => {
    const base = laidOn(whole, {
      weeks: 40,
      conditions: { bevilling: { title: { da: "x", en: "x" } } },
      phases: { undersoeg: { when: "uge 1-8" } },
      items: { m1: { when: START }, m2: { when: "2027-03-01" } },
    });
    const item = { kind: "note", title: { da: "x", en: "x" }, when: parse(when) as unknown };
    return read(laidOn(base, { items: { x: item } }));
  };
  const unquoted = (cell: string) => cell.replace(/^`|`$/g, "");

  test.each(rows)("%s and %s are %s, precise to: %s", (words, keys, span, precision) => {
    const written = [words!, keys!].filter((cell) => cell !== "").map(unquoted);
    for (const when of written) {
      const programme = withTime(when === "?" ? '"?"' : when);
      const read = programme.items.find(({ id }) => id === "x")!.when;
      // A day without a year has a date once a start is chosen: here it is none.
      const interval: Partial<Interval> =
        precision === "yearless" ? { precision: precisionOf(read) } : planOf(programme, START).intervals["x"]!;
      expect(`${interval.from ?? ""} – ${interval.to ?? ""}`.trim()).toBe(span);
      expect(interval.precision).toBe(precision);
    }
  });

  test("all are there", () => {
    const keys = rows.map(([, cell = ""]) => Object.keys(parse(unquoted(cell)) as Fields)).flat();
    expect(keys).toEqual(expect.arrayContaining([...WHEN_KINDS, "condition", "part", "within", "time", "yearless"]));
  });
});

describe("the English fifteen minutes", () => {
  test("its programme is whole, nothing is wrong in it, and its texts are in both languages", () => {
    const [block = ""] = yamlIn(english);
    expect(errorsOf(parse(block) as Fields)).toEqual([]);
    expect(read(parse(block) as Fields).openQuestions).toMatchObject([{ path: "items.m1.place" }]);
  });
});
