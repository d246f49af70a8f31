// What is due next: in order, without what is over, as the plan now stands.
import { expect, test } from "vitest";
import { dueIn } from "../../machines/due.ts";
import { localDate } from "../../programmes/calendar.ts";
import { lead, line, play, SCRIPT } from "./play.ts";
import { sampleOf } from "./shipped.ts";

const P2 = await sampleOf("faellesskabsagenter");
const P3 = await sampleOf("borgerservice");

type Run = Pick<ReturnType<typeof play>, "plan" | "book">;
const due = ({ plan, book }: Run) =>
  dueIn(plan, book.view).map(({ instant, kind, subject }) => [localDate(instant, plan.programme.zone), kind, subject]);

test("each session of a meeting is due by itself, and homework at the end of each one's own window", () => {
  const all = due(P2.play([], "2014-08-01"));
  expect(all).toContainEqual(["2014-09-10", "meeting", "item:E6/east"]);
  expect(all).toContainEqual(["2014-09-11", "meeting", "item:E6/west"]);
  expect(all).toContainEqual(["2014-09-09", "homework", "item:H3/east"]);
  expect(all).toContainEqual(["2014-09-10", "homework", "item:H3/west"]);
  expect(all.map(([day]) => day)).toEqual(all.map(([day]) => day).toSorted());
  expect(all.filter(([, kind, subject]) => kind === "meeting" && subject === "item:E5")).toEqual([]);
});

test("a phase that waits for a condition is not due by its date; one that nobody opened stays due", () => {
  const phases = due(P3.play([], "2016-06-01")).filter(([, kind]) => kind === "phase");
  expect(phases.map(([, , subject]) => subject)).toContain("phase:konsolidering");
  expect(phases.map(([, , subject]) => subject)).not.toContain("phase:udbud");
});

test("what has moved is due where it moved to, and once the network has ended only the next steps with its ideas are", () => {
  const moved = lead("2027-02-03T10:00", "replanPhase", { phase: "design", first: "2027-03-08", reason: "Forsinket" });
  expect(due(play([moved], "2027-02-04"))).toContainEqual(["2027-03-08", "phase", "phase:design"]);
  const held = [
    line("2027-02-03T10:00", "networkLead", "pinItem", { item: "m1", start: "2027-03-18T09:00" }),
    line("2027-03-18T15:00", "networkLead", "holdMeeting", { item: "m1" }),
  ];
  expect(due(play(held, "2027-02-04"))).toContainEqual(["2027-03-18", "meeting", "item:m1"]);
  expect(due(play(held, "2027-03-19")).filter(([, kind]) => kind === "meeting")).toEqual([]);
  expect(due(play(SCRIPT, "2027-10-01")).map(([, kind, subject]) => `${kind} ${subject}`)).toEqual([
    "message idea:i1",
    "message idea:i1",
    "message idea:i7",
    "message idea:i7",
  ]);
});
