import { describe, expect, it } from "vitest";
import { NOUNS } from "../../cli/nouns.ts";
import { COMMANDS } from "../../cli/surface.ts";
import { fremdrift } from "./given.ts";

describe("help", () => {
  const every = ["", ...Object.keys(NOUNS), ...COMMANDS.map(({ path }) => path)];

  it.each(every)("of «%s» has an example, in both languages", async (path) => {
    const da = await fremdrift(`${path} --help`);
    const en = await fremdrift(`${path} --help --lang en`);
    expect([da.code, en.code]).toEqual([0, 0]);
    expect(da.out).toMatch(/^Brug: npx fremdrift[\s\S]*Eksempel:\n {2}npx fremdrift /);
    expect(en.out).toMatch(/^Usage: npx fremdrift[\s\S]*Example:\n {2}npx fremdrift /);
    expect(da.out).not.toContain("Options");
    expect(da.err + en.err).toBe("");
  });

  it.each(COMMANDS)("of «$path» says what each of its arguments and options is", async (spec) => {
    const { out } = await fremdrift(`${spec.path} --help --lang en`);
    const all = out.replace(/\s+/g, " ");
    expect(all).toContain(spec.about.en);
    for (const [flags, { en }] of Object.entries({ ...spec.args, ...spec.options })) {
      expect(all).toContain(flags.replace(/^[<[](.*)[>\]]$/, "$1"));
      expect(all).toContain(en);
    }
  });

  it("follows FREMDRIFT_LANG, and --lang over it", async () => {
    expect((await fremdrift("--help", { FREMDRIFT_LANG: "en" })).out).toContain("Usage:");
    expect((await fremdrift("--help --lang=da", { FREMDRIFT_LANG: "en" })).out).toContain("Brug:");
  });
});

describe("wrong usage exits 2, says what is wrong and how to go on", () => {
  const cases: [line: string, da: string, en: string][] = [
    ["netvaerk", "ingen kommando «netvaerk»", "no command «netvaerk»"],
    ["network creat", "Mente du «create»?", "Did you mean «create»?"],
    ["network list --jsn", "intet tilvalg «--jsn»", "no option «--jsn»"],
    ["network list extra", "flere argumenter", "more arguments"],
    ["network show", "«id» mangler", "«id» is missing"],
    ["network create innovationsnetvaerk", "«--start <date>» skal med", "«--start <date>» is needed"],
    ["network create innovationsnetvaerk --start", "mangler en værdi", "lacks a value"],
    ["network create x --start 2027-02-30", "--start «2027-02-30» er ingen dato", "is no date"],
    ["network create x --start 2027-02-01 --clock fast", "--clock «fast»", "--clock «fast»"],
    ["network ledger n1 --after x", "--after «x» er intet helt tal", "is no whole number"],
    ["network step n1 --until snart", "--until «snart» er ingen dato", "is no date"],
    ["network trigger n1 openPhase --data [1]", "det er ikke et objekt", "it is not an object"],
    ["demo --speed 0", "--speed «0»", "--speed «0»"],
    ["simulate innovationsnetvaerk --start i-morgen", "--start «i-morgen» er ingen dato", "is no date"],
    [
      "simulate innovationsnetvaerk --start 2027-02-01 --until 2027-01-31",
      "ligger før starten",
      "lies before the start",
    ],
  ];

  it.each(cases)("%s", async (line, da, en) => {
    const [danish, english] = [await fremdrift(line), await fremdrift(`${line} --lang en`)];
    expect([danish.code, english.code]).toEqual([2, 2]);
    expect(danish.err).toContain(da);
    expect(english.err).toContain(en);
    expect(danish.out + english.out).toBe("");
    expect(danish.err).not.toContain("    at ");
  });

  it("says where --data stops being JSON", async () => {
    const { code, err } = await fremdrift(["network", "trigger", "n1", "decide", "--data", '{"idea": "i1",\n "a" 1}']);
    expect(code).toBe(2);
    expect(err).toContain("linje 2, tegn 6");
  });

  it("shows the help where a verb is wanted", async () => {
    const { code, out, err } = await fremdrift("network");
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("create [tilvalg] [programme]");
  });

  it("names an unknown language in the default one", async () => {
    const { code, err } = await fremdrift("network list --lang fr");
    expect(code).toBe(2);
    expect(err).toContain("«fr» er ikke et af sprogene");
  });

  it("is one JSON document where one is asked for", async () => {
    const done = await fremdrift("network create x --start nu --json --lang en");
    expect(done.code).toBe(2);
    expect(done.json()).toMatchObject({ code: "usage", detail: "--start «nu» is no date.", hint: expect.any(String) });
  });
});
