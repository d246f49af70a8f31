// The JSON Schema is held against the files by a validator that knows nothing of our own reading of them.
import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { jsonSchemaOf } from "../../programmes/json-schema.ts";
import { SCHEMA_WORDS } from "../../programmes/schema-words.ts";
import { fremdrift } from "../cli/given.ts";
import { small } from "./texts.ts";

const DATA = new URL("../../programmes/data/", import.meta.url);
const yamlIn = (folder: URL) => readdirSync(folder).filter((name) => name.endsWith(".yaml"));
const read = (name: string): unknown => parse(readFileSync(new URL(name, DATA), "utf8"));
const validator = (of: "programme" | "method") => new Ajv2020({ strict: false }).compile(jsonSchemaOf(of, "da"));
const programme = validator("programme");
const method = validator("method");

describe("the JSON Schema of a programme file", () => {
  const shipped = yamlIn(DATA);
  test("there are seven shipped programmes and their methods", () => {
    expect(shipped).toHaveLength(7);
    expect(yamlIn(new URL("methods/", DATA)).length).toBeGreaterThan(3);
  });

  test.each(shipped)("takes %s as it is written", (name) => {
    programme(read(name));
    expect(programme.errors).toBeNull();
  });

  test.each(yamlIn(new URL("methods/", DATA)))("of a method takes %s", (name) => {
    method(read(`methods/${name}`));
    expect(method.errors).toBeNull();
  });

  test("takes the example of the guide", () => {
    programme(read("../../examples/programme/velkomst.yaml"));
    expect(programme.errors).toBeNull();
  });

  test("takes a phrase, ? and keys for a date, and ? for an audience", () => {
    for (const when of ["uge 17 eller 18", '"?"', "{ date: 2027-02-01, time: '09:00' }", "{ condition: klar }"]) {
      programme(parse(small.replace("when: { week: 1 }\n    phases", `when: ${when}\n    phases`)));
      expect(programme.errors).toBeNull();
    }
    expect(programme(parse(small.replace("[member]", '"?"')))).toBe(true);
  });

  test("a programme is no method's file, and a method no programme's", () => {
    expect(programme(read("methods/common.yaml"))).toBe(false);
    expect(programme(read("partnerskab.yaml"))).toBe(true);
  });
});

describe("a planted fault is found", () => {
  const swap = (from: string, to: string) => {
    if (!small.includes(from)) throw new Error(`${from} is not in the programme`);
    return small.replace(from, to);
  };
  test.each([
    ["an unknown key", swap("decideWithin: 14", "decidewithin: 14")],
    ["an unknown key of an item", swap("audience: [member]", "audiense: [member]")],
    ["an unknown key of a date", swap("when: { week: 1 }\n    phases", "when: { weak: 1 }\n    phases")],
    ["two times at once", swap("when: { week: 1 }\n    phases", "when: { week: 1, date: 2027-02-01 }\n    phases")],
    ["no time at all", swap("when: { week: 1 }\n    phases", "when: { quote: snart }\n    phases")],
    ["a number for a date", swap("when: { week: 1 }\n    phases", "when: 22.11\n    phases")],
    ["a date of another form", swap("when: { week: 1 }\n    phases", "when: { date: 1/2 2027 }\n    phases")],
    ["a kind that is none", swap("kind: meeting", "kind: meting")],
    ["an item without a kind, where no method can have given it", swap("    kind: meeting\n", "")],
    ["a phase without a mode, where no method can have given it", swap("    mode: opening\n", "")],
    ["a title in one language", swap("title: { da: Møde, en: Meeting }", "title: { da: Møde }")],
    ["a text for a number", swap("rounds: 3", "rounds: three")],
    ["no version", swap("version: 1\n", "")],
    ["an id with a dot", swap("  m1:", "  m.1:")],
    ["an audience that is no list", swap("audience: [member]", "audience: member")],
  ])("%s", (_name, text) => {
    expect(programme(parse(small))).toBe(true);
    expect(programme(parse(text))).toBe(false);
  });

  test("what a method may give is asked for only where there is none", () => {
    expect(programme(parse(swap("    kind: meeting\n", "")))).toBe(false);
    expect(programme(parse(`method: nine-phases\n${swap("    kind: meeting\n", "")}`))).toBe(true);
  });
});

describe("the words on its keys", () => {
  type Node = { properties?: Record<string, { description?: string }>; anyOf?: Node[]; $defs?: Record<string, Node> };
  const keysOf = (node: Node): [string, string | undefined][] => [
    ...Object.entries(node.properties ?? {}).map(([key, { description }]): [string, string | undefined] => [
      key,
      description,
    ]),
    ...(node.anyOf ?? []).flatMap(keysOf),
  ];
  const parts = (language: "da" | "en") => {
    const { $defs = {}, ...root } = jsonSchemaOf("programme", language) as Node;
    return Object.entries({ Programme: root, ...$defs });
  };

  test.each(["da", "en"] as const)("every key has its own, and none is left over: %s", (language) => {
    const seen = parts(language).flatMap(([name, node]) =>
      keysOf(node).map(([key, said]) => [`${name}.${key}`, said] as const),
    );
    const words = Object.entries(SCHEMA_WORDS).flatMap(([name, keys]) =>
      Object.entries(keys).map(([key, text]) => [`${name}.${key}`, text[language]] as const),
    );
    const sorted = (list: (readonly [string, unknown])[]) => list.toSorted(([a], [b]) => a.localeCompare(b));
    expect(sorted(seen)).toEqual(sorted(words));
    expect(seen.length).toBeGreaterThan(100);
  });
});

describe("programme schema", () => {
  test("prints it, in the language asked for, the same as JSON and in words", async () => {
    const [words, json] = [await fremdrift("programme schema --lang en"), await fremdrift("programme schema --json")];
    expect(words.code).toBe(0);
    expect(JSON.parse(words.out)).toEqual(jsonSchemaOf("programme", "en"));
    expect(json.json()).toEqual(jsonSchemaOf("programme", "da"));
    expect((await fremdrift("programme schema --method --json")).json()).toEqual(jsonSchemaOf("method", "da"));
  });
});
