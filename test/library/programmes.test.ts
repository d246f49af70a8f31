import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { firstSample, listProgrammes, loadProgramme, samplePeople, sampleScript } from "../../library/programmes.ts";
import { parsePeople } from "../../programmes/people.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fremdrift-library-"));
});
afterAll(() => rm(folder, { recursive: true }));

describe("the library", () => {
  test("lists the shipped programmes, each under the name of its file", async () => {
    const programmes = await listProgrammes();
    expect(programmes.map(({ id }) => id)).toContain("innovationsnetvaerk");
    for (const programme of programmes) expect(await loadProgramme(programme.id)).toEqual({ programme });
  });

  test("loads a programme from any file, with the shipped methods", async () => {
    const file = join(folder, "mine.yaml");
    const phases = [
      "qualification",
      "design",
      "focusing",
      "discovery",
      "ideation",
      "prioritisation",
      "test",
      "evaluation",
      "renegotiation",
    ];
    const text = [
      "id: mine",
      "version: 2",
      "method: nine-phases",
      "title: { da: Mit, en: Mine }",
      "description: { da: Mit, en: Mine }",
      "phases:",
    ];
    await writeFile(file, [...text, ...phases.map((id) => `  ${id}: { when: "?" }`)].join("\n"));
    const read = await loadProgramme(file);
    expect(read).toMatchObject({ programme: { id: "mine", version: 2, rounds: 3 } });
  });

  test("tells what is wrong in a file by line, in the language asked for", async () => {
    const file = join(folder, "bad.yaml");
    await writeFile(file, "id: bad\nmethod: none-phases\n");
    expect(await loadProgramme(file, "en")).toMatchObject({
      problems: [{ line: 2, hint: 'Did you mean "nine-phases"?' }],
    });
  });

  test.each([
    ["inovationsnetvaerk", "unknown", 'Did you mean "innovationsnetvaerk"?'],
    ["nowhere/at-all.yaml", "unknown", "The programmes are: "],
    ["a\0b", "unknown", "The programmes are: "],
    ["", "unknown", "The programmes are: "],
    [".", "unreadable", "Give the path of a YAML file"],
  ])("tells that %j cannot be loaded", async (name, code, hint) => {
    const read = await loadProgramme(name, "en");
    expect(read).toMatchObject({ problems: [{ code, hint: expect.stringContaining(hint) }] });
  });
});

describe("the sample network of P1", () => {
  test("has twelve invented people, who fill every role", async () => {
    const [programme] = (await listProgrammes()).filter(({ id }) => id === "innovationsnetvaerk");
    const read = parsePeople((await samplePeople("innovationsnetvaerk")) ?? "", programme!.roles);
    if ("problems" in read) throw new Error(JSON.stringify(read.problems));
    expect(read.people).toHaveLength(12);
    for (const { code, sample } of programme!.roles)
      expect([code, read.people.filter(({ roles }) => roles.includes(code)).length]).toEqual([code, sample]);
    for (const { email } of read.people) expect(email).toMatch(/@example\.org$/);
  });

  test("a programme that does not exist has none, whatever its name", async () => {
    expect(await samplePeople("../samples/innovationsnetvaerk")).toBeUndefined();
    expect(await sampleScript("unknown")).toBeUndefined();
  });

  test("finds the first programme that ships with a sample", async () => {
    const [shipped] = await listProgrammes();
    const bare = { ...shipped!, id: "bare" };
    const found = await firstSample([bare, shipped!, bare]);
    expect(found).toMatchObject({ programme: { id: shipped!.id }, people: await samplePeople(shipped!.id) });
    expect(JSON.parse(found!.script)).not.toHaveLength(0);
    expect(await firstSample([bare])).toBeUndefined();
  });
});
