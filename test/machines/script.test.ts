import { expect, it } from "vitest";
import { readScript } from "../../machines/script.ts";
import { planOf } from "../../programmes/plan.ts";
import { P1, START } from "./play.ts";

const LEAD = { id: "p1", name: "Kim", email: "kim@example.org", language: "da" as const, roles: ["networkLead"] };
const LINE = { at: "2027-03-01T09:00", by: "networkLead", trigger: "openPhase", data: { phase: "design" } };
const problemsOf = (script: unknown, language?: "da" | "en") => {
  const read = readScript(script, planOf(P1, START), [LEAD], language);
  return "problems" in read ? read.problems.map(({ path, message }) => `${path}: ${message}`) : [];
};

it.each([
  ["no list", {}, ": Et script er en JSON-liste", ": A script is a JSON array"],
  ["a line that is none", [7], "[0]: Ugyldigt input", "[0]: Invalid input"],
  [
    "a date that is none",
    [LINE, { ...LINE, at: "i går" }],
    "[1].at: «i går» er ingen dato",
    "[1].at: «i går» is no date",
  ],
  ["nobody", [{ ...LINE, by: "boss" }], "[0].by: Ingen blandt", "[0].by: Nobody among"],
  [
    "no trigger",
    [{ ...LINE, trigger: "x" }],
    "[0].trigger: Der findes ingen handling «x»",
    "[0].trigger: There is no trigger «x»",
  ],
  ["what is missing", [{ ...LINE, by: undefined }], "[0].by: mangler", "[0].by: is missing"],
  ["what is not known", [{ ...LINE, who: 1 }], "[0].who: feltet findes ikke", "[0].who: there is no such field"],
  ["data that does not fit", [{ ...LINE, data: {} }], "[0].data.phase: mangler", "[0].data.phase: is missing"],
])("%s is told at its place, in the reader's language", (_, script, da, en) => {
  const [danish, english] = [problemsOf(script), problemsOf(script, "en")];
  expect([danish.length, english.length]).toEqual([1, 1]);
  expect(danish[0]).toContain(da);
  expect(english[0]).toContain(en);
});

it("tells all lines that cannot be played, each with what to do next", () => {
  const script = [{ ...LINE, at: "x" }, LINE, { ...LINE, by: "x" }];
  const read = readScript(script, planOf(P1, START), [LEAD], "en");
  expect(read).toMatchObject({ problems: [{ path: "[0].at" }, { path: "[2].by" }] });
  expect("problems" in read && read.problems.every(({ hint }) => hint.startsWith("Mend the line"))).toBe(true);
  expect(readScript([LINE], planOf(P1, START), [LEAD])).toMatchObject({ cues: [{ by: "p1", type: "openPhase" }] });
});
