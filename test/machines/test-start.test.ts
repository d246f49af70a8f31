// What must be agreed before an idea is tested.
import { expect, test } from "vitest";
import type { ScriptLine } from "../../machines/simulate.ts";
import { lead, line, play, sampleUpTo } from "./play.ts";

/** Test is open and i1 is short-listed, but nothing is agreed of its test. */
const BEFORE = "2027-06-07T15:00";
const AT = "2027-06-08T09";
const backed = line("2027-06-07T16:00", "referenceManager", "backTest", { idea: "i1" });
const WHERE = { unit: "Køkkenet", host: "Køkkenchefen" };
const HOW = { leads: ["To kokke", "En diætist"], what: "Frokosten", how: "Vi vejer" };
const played = (...lines: ScriptLine[]) => play(sampleUpTo(BEFORE, ...lines), "2027-06-09");
const start = (more: ScriptLine["data"] = {}) => lead(`${AT}:00`, "startTest", { idea: "i1", ...more });
const missing = (...lines: ScriptLine[]) =>
  played(...lines).refusals.flatMap(({ unmet }) => unmet.map((one) => one.criterion));

test("a test does not start before all is agreed, and what is missing is said one by one", () => {
  expect(missing(start())).toEqual(["backed", "unit", "host", "leads", "what", "how"]);
  expect(missing(backed, start({ ...WHERE, what: "Frokosten" }))).toEqual(["leads", "how"]);
});

test("it is agreed bit by bit, by whoever knows, or with the start", () => {
  const bits = [
    lead("2027-06-07T17:00", "planTest", { idea: "i1", ...WHERE }),
    line("2027-06-07T18:00", "testLead", "planTest", { idea: "i1", ...HOW }),
  ];
  for (const lines of [
    [backed, ...bits, start()],
    [backed, bits[0]!, start(HOW)],
    [backed, start({ ...WHERE, ...HOW })],
  ]) {
    const { refusals, state } = played(...lines);
    expect(refusals).toEqual([]);
    expect(state.ideas[0]).toMatchObject({ id: "i1", state: "testing", round: 1 });
  }
});

test("what is agreed of one idea says nothing of another, and only the reference manager backs it", () => {
  const other = lead("2027-06-07T17:00", "planTest", { idea: "i7", ...WHERE, ...HOW });
  expect(missing(backed, other, start())).toEqual(["unit", "host", "leads", "what", "how"]);
  expect(played({ ...backed, by: "testLead" }).refusals).toMatchObject([{ type: "backTest", code: "role" }]);
});

test("a test is looked after while it runs, and not before", () => {
  const visit = line(`${AT}:30`, "testLead", "checkInTest", { idea: "i1", what: "visit", text: "De er i gang" });
  expect(played(visit).refusals).toMatchObject([{ type: "checkInTest", code: "state" }]);
  const { refusals, entries } = played(backed, start({ ...WHERE, ...HOW }), visit);
  expect(refusals).toEqual([]);
  expect(entries.find(({ kind }) => kind === "test.checkedIn")).toMatchObject({
    subject: "idea:i1",
    data: { what: "visit" },
  });
});
