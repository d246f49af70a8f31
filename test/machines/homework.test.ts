// Homework that asks questions: answered one by one, by a person or for an organisation, in time or late.
import { expect, test } from "vitest";
import { homeworkOf } from "../../machines/meetings/homework.ts";
import type { ScriptLine } from "../../machines/simulate.ts";
import { line, sampleOf, sentIn } from "./shipped.ts";

const { play } = await sampleOf("faellesskabsagenter");
const consultants = play([], "2014-01-02").book.people.filter(({ roles }) => roles.includes("consultant"));
const [first, colleague] = [
  consultants[0]!,
  consultants.find(
    ({ id, organisation }) => id !== consultants[0]!.id && organisation === consultants[0]!.organisation,
  )!,
];
const ANSWERS = ["Godt", "", "Travlt"];
const deliver = (at: string, by: string, data: object) =>
  line(at, by, "deliver", { item: "H4", ...data } as ScriptLine["data"]);
const read = (script: ScriptLine[], until: string) => homeworkOf(play(script, until).book, "H4")!;
const refusedOf = (script: ScriptLine[]) => play(script, "2014-12-01").refusals.map(({ code, why }) => [code, why.da]);

test("each question has its answer, and the last delivery of a person counts", () => {
  const early = deliver("2014-10-01T10:00", first.email, { text: "Kommer" });
  const script = [early, deliver("2014-10-02T10:00", first.email, { answers: ANSWERS })];
  const { questions, deliveries, missing } = read(script, "2014-10-03");
  expect(questions).toHaveLength(3);
  expect(deliveries).toMatchObject([{ by: first.name, answers: ANSWERS }]);
  expect(deliveries[0]).not.toHaveProperty("late");
  expect(missing).not.toContain(first.name);
  expect(missing).toHaveLength(consultants.length - 1);
});

test("as many answers as questions", () => {
  expect(refusedOf([deliver("2014-10-02T10:00", first.email, { answers: ["Godt"] })])).toEqual([
    ["state", expect.stringContaining("3 spørgsmål")],
  ]);
});

test("late is delivered, and says so in the ledger", () => {
  const { deliveries } = read([deliver("2014-11-03T10:00", first.email, { text: "Her" })], "2014-11-04");
  expect(deliveries).toMatchObject([{ late: true }]);
  const inTime = play([deliver("2014-10-31T23:00", first.email, { text: "Her" })], "2014-11-04").entries;
  expect(inTime.find(({ kind }) => kind === "homework.delivered")?.data ?? {}).not.toHaveProperty("late");
});

test("for an organisation it is delivered by one of it, and none of the others is reminded", () => {
  const { organisation } = first;
  const script = [deliver("2014-10-02T10:00", first.email, { answers: ANSWERS, organisation })];
  expect(read(script, "2014-10-03").missing).not.toContain(colleague.name);
  const told = sentIn(play(script, "2014-12-01"))
    .filter(({ subject, rule }) => subject === "item:H4" && rule !== "homework-lead")
    .flatMap((one) => one.told);
  expect(told.length).toBeGreaterThan(0);
  expect(told).not.toContain(colleague.email.split("@")[0]);
  const foreign = deliver("2014-10-02T10:00", first.email, { text: "Her", organisation: "En anden kommune" });
  expect(refusedOf([foreign])).toEqual([["state", expect.stringContaining("En anden kommune")]]);
});
