// Reminders of what somebody has to do, in breaks and out of them, and what becomes of those that nobody answers.
import { describe, expect, test } from "vitest";
import type { ScriptLine } from "../../machines/simulate.ts";
import { lead, line, play } from "./play.ts";
import { because, only, pin, rest, saidOf } from "./reminders-given.ts";
import { sampleOf } from "./shipped.ts";

const P3 = await sampleOf("borgerservice");

describe("homework and tasks", () => {
  test("voluntary homework is never overdue", () => {
    const homework = (voluntary: boolean) =>
      because("2027-02-02T10:00", "addItem", {
        id: "ekstra",
        kind: "homework",
        title: "Ekstra",
        audience: ["participant"],
        first: "2027-04-12",
        last: "2027-04-18",
        voluntary,
      });
    const before = ["2027-04-09T09:00 homework-7", "2027-04-16T09:00 homework-2"];
    expect(saidOf([homework(true)], "item:ekstra", "2027-05-20")).toEqual(before);
    expect(saidOf([homework(false)], "item:ekstra", "2027-05-20")).toEqual([
      ...before,
      "2027-04-19T09:00 homework-overdue",
      "2027-04-21T09:00 homework-lead",
    ]);
  });

  test("a task is told of on its first day, before its end and when it is overdue, until it is done", () => {
    const task = (...script: ScriptLine[]) => saidOf(script, "item:desktop-research", "2027-02-14");
    expect(task()).toEqual([
      "2027-02-01T09:00 task-first",
      "2027-02-05T09:00 task-2",
      "2027-02-08T09:00 task-overdue",
      "2027-02-10T09:00 task-codriver",
    ]);
    expect(task(lead("2027-02-05T10:00", "completeItem", { item: "desktop-research" }))).toEqual(task().slice(0, 2));
  });
});

describe("phases", () => {
  const open = lead("2027-02-01T09:00", "openPhase", { phase: "qualification" });
  const of = (script: ScriptLine[], until: string) => saidOf(script, "phase:qualification", until);
  const met = [
    ...["lineManager", "referenceManager", "coDriver"].map((role) =>
      lead("2027-02-02T10:00", "recordAgreement", { with: role }),
    ),
    ...["welfare", "currentChallenge", "crossCutting", "complex", "newLearning", "innovation", "showsValue"].map(
      (characteristic) => lead("2027-02-02T11:00", "describeTheme", { characteristic, text: "Sådan" }),
    ),
  ];

  test("one that should have ended is told of after the break, and then weekly; the co-driver once", () => {
    expect(of([open], "2027-03-17")).toEqual([
      "2027-03-01T09:00 phase-overdue",
      "2027-03-01T09:00 phase-codriver",
      "2027-03-08T09:00 phase-overdue",
      "2027-03-15T09:00 phase-overdue",
    ]);
  });

  test("with nothing missing nobody is told, and closed it is silent", () => {
    expect(of([open, ...met], "2027-03-05")).toEqual([
      "2027-03-01T09:00 phase-overdue nothing-missing",
      "2027-03-01T09:00 phase-codriver nothing-missing",
    ]);
    expect(
      of([open, ...met, lead("2027-03-02T10:00", "closePhase", { phase: "qualification" })], "2027-05-05"),
    ).toHaveLength(2);
  });

  test("one that gets more time is told of after that", () => {
    const more = because("2027-03-03T10:00", "replanPhase", { phase: "qualification", last: "2027-03-12" });
    expect(of([open, more], "2027-03-23").slice(2)).toEqual([
      "2027-03-15T09:00 phase-overdue",
      "2027-03-15T09:00 phase-codriver",
      "2027-03-22T09:00 phase-overdue",
    ]);
  });
});

describe("breaks", () => {
  const away = rest("2027-02-02T10:00", "2027-02-05", "2027-02-10");

  test("a break that is taken moves what somebody is to do alone, in the same step", () => {
    expect(saidOf([away], "item:desktop-research", "2027-02-14")).toEqual([
      "2027-02-01T09:00 task-first",
      "2027-02-04T09:00 task-2",
      "2027-02-11T09:00 task-overdue",
      "2027-02-11T09:00 task-codriver",
    ]);
    const { entries } = play([away], "2027-02-02");
    const replanned = entries.filter(({ kind, at }) => kind === "message.planned" && at >= "2027-02-02T10:00");
    expect(replanned.map(({ subject }) => subject)).toContain("item:desktop-research");
    expect(replanned.filter(({ rule }) => rule!.startsWith("meeting-"))).toEqual([]);
  });

  test("moved or called off it moves them back; meetings are told of all the same", () => {
    const moved = because("2027-02-03T10:00", "moveItem", { item: "ferie", start: "2027-02-11", end: "2027-02-12" });
    const off = because("2027-02-03T10:00", "cancelItem", { item: "ferie" });
    const plain = saidOf([], "item:desktop-research", "2027-02-14");
    expect(saidOf([away, moved], "item:desktop-research", "2027-02-14")).toEqual(plain);
    expect(saidOf([away, off], "item:desktop-research", "2027-02-14")).toEqual(plain);
    const meeting = pin("2027-02-01T10:00", "2027-02-19T09:00");
    expect(only(saidOf([meeting, away], "item:m1", "2027-02-20"), "meeting-14")).toEqual([
      "2027-02-05T09:00 meeting-14",
    ]);
  });

  test("asking for a date rolls back to before it, a phase's end forward to after it", () => {
    const long = rest("2027-02-02T10:00", "2027-02-10", "2027-02-28");
    expect(only(saidOf([long], "item:m1", "2027-02-28"), "date-28")).toEqual(["2027-02-09T09:00 date-28"]);
    const march = rest("2027-02-02T10:00", "2027-03-01", "2027-03-03");
    expect(saidOf([march], "phase:qualification", "2027-03-05")).toEqual([
      "2027-03-04T09:00 phase-overdue",
      "2027-03-04T09:00 phase-codriver",
    ]);
  });

  test("what is added after or before the break waits in it, too", () => {
    const task = (at: string) =>
      because(at, "addItem", { id: "ekstra", kind: "task", title: "Ekstra", first: "2027-02-03", last: "2027-02-04" });
    const late = (...script: ScriptLine[]) => only(saidOf(script, "item:ekstra", "2027-02-14"), "task-overdue");
    expect(late(task("2027-02-01T10:00"), away)).toEqual(["2027-02-11T09:00 task-overdue"]);
    expect(late(away, task("2027-02-02T11:00"))).toEqual(["2027-02-11T09:00 task-overdue"]);
  });
});

describe("what the lead says of a message", () => {
  const pinned = pin("2027-02-03T10:00", "2027-03-18T09:00");
  const about = { item: "m1", rule: "meeting-7" };
  const said = (...script: ScriptLine[]) => only(saidOf([pinned, ...script], "item:m1", "2027-03-20"), "meeting-7");

  test("skipped it does not go, and the ledger says why", () => {
    expect(said(because("2027-03-01T10:00", "skipMessage", about))).toEqual(["2027-03-01T10:00 meeting-7 skipped"]);
  });

  test("sent now it does not go once more", () => {
    expect(said(because("2027-03-01T10:00", "sendMessage", about))).toEqual(["2027-03-01T10:00 meeting-7"]);
  });

  test("a rule that is off sends nothing, on other days on those, and as it was it is as before", () => {
    const set = (at: string, change: object) => because(at, "setReminder", { rule: "meeting-7", ...change });
    const off = set("2027-02-05T10:00", { off: true });
    expect(said(off)).toEqual([]);
    expect(said(set("2027-02-05T10:00", { days: -6 }))).toEqual(["2027-03-12T09:00 meeting-7"]);
    expect(said(off, set("2027-02-06T10:00", {}))).toEqual(["2027-03-11T09:00 meeting-7"]);
    expect(said(set("2027-02-05T10:00", { off: true, item: "m2" }))).toEqual(["2027-03-11T09:00 meeting-7"]);
  });
});

describe("substitutes", () => {
  const [astrid, ellen, frode] = ["astrid.lyngdal", "ellen.roerdam", "frode.askgaard"].map(
    (who) => `${who}@example.org`,
  );
  const names = (who: string, substitute: string, from = "2027-02-05", to = "2027-02-08") =>
    line("2027-02-02T10:00", who, "nameSubstitute", { substitute, from, to });
  const told = (rule: string, ...script: ScriptLine[]) =>
    play(script, "2027-02-14").entries.find(
      (one) => one.kind === "message.sent" && one.rule === rule && one.subject === "item:desktop-research",
    )!.told;

  test("one is told from the first day up to the last, and on that no more", () => {
    const named = names(astrid!, ellen!);
    expect(told("task-first", named)).toEqual([astrid]);
    expect(told("task-2", named)).toEqual([astrid, ellen]);
    expect(told("task-overdue", named)).toEqual([astrid]);
  });

  test("who stands in for one who stands in is told; of two who stand in for each other nobody more", () => {
    expect(told("task-2", names(astrid!, ellen!), names(ellen!, frode!))).toEqual([astrid, frode]);
    expect(told("task-2", names(astrid!, ellen!), names(ellen!, astrid!))).toEqual([astrid]);
    expect(told("task-2", names(astrid!, ellen!), names(astrid!, frode!, "2027-02-20", "2027-02-21"))).toEqual([
      astrid,
    ]);
  });
});

describe("decisions that nobody takes", () => {
  const put = P3.script.find(({ trigger, data }) => trigger === "propose" && data?.["item"] === "D1")!;

  test("climb from step to step; a step without a person is recorded, the last comes weekly until somebody answers", () => {
    const { entries } = P3.play([put], "2015-01-01");
    const of = entries.filter(({ subject, kind }) => subject === "item:D1" && /^message\.(sent|supp)/.test(kind));
    expect(of.map(({ at, rule, reason }) => [at.slice(0, 10), rule, reason])).toEqual([
      ["2014-10-20", "decision-requested", undefined],
      ["2014-11-21", "decision-7", undefined],
      ["2014-11-28", "decision-2", undefined],
      ["2014-12-01", "decision-overdue", undefined],
      ["2014-12-03", "decision-substitute", "nobody"],
      ["2014-12-08", "decision-chair", "nobody"],
      ["2014-12-15", "decision-forum", undefined],
      ["2014-12-22", "decision-forum", undefined],
      ["2014-12-29", "decision-forum", undefined],
    ]);
    expect(of.at(-1)!.told).toEqual(["gudrun.tveje"]);
  });

  test("go to whoever stands in for those who have not decided", () => {
    const away = line("2014-11-01T10:00", "egil.sommerlund@example.org", "nameSubstitute", {
      substitute: "inger.faarup@example.org",
      from: "2014-12-01",
      to: "2014-12-10",
    });
    const { entries } = P3.play([put, away], "2014-12-05");
    const told = (rule: string) => entries.find((one) => one.rule === rule && one.kind === "message.sent")?.told;
    expect(told("decision-2")).not.toContain("inger.faarup");
    expect(told("decision-overdue")).toContain("inger.faarup");
    expect(told("decision-substitute")).toEqual(["inger.faarup"]);
  });
});
