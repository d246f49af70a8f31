// The instants that the domain names, and what becomes of each reminder when something else is changed, done, or said by somebody.
import { describe, expect, test } from "vitest";
import type { ScriptLine } from "../../machines/simulate.ts";
import type { Programme, ReminderRule } from "../../programmes/types.ts";
import { lead, line, P1, play } from "./play.ts";
import { sampleOf, sentIn } from "./shipped.ts";

const P2 = await sampleOf("faellesskabsagenter");
const P3 = await sampleOf("borgerservice");

/** What was said of a subject: when (local), the rule, and of what was not sent why. */
function saidOf(script: ScriptLine[], subject: string, until: string, programme: Programme = P1): string[] {
  return play(script, until, programme)
    .entries.filter((one) => one.subject === subject && /^message\.(sent|suppressed)$/.test(one.kind))
    .map(({ at, rule, kind, reason }) =>
      [at.slice(0, 16), rule, kind === "message.suppressed" ? reason : ""].join(" ").trim(),
    );
}
const only = (said: string[], ...rules: string[]) => said.filter((one) => rules.includes(one.split(" ")[1]!));
const pin = (at: string, start: string) => lead(at, "pinItem", { item: "m1", start });
const because = (at: string, trigger: string, data: ScriptLine["data"] = {}) =>
  lead(at, trigger, { ...data, reason: "Derfor" });
const rest = (at: string, first: string, last: string, id = "ferie") =>
  because(at, "addItem", { id, kind: "break", title: "Ferie", extent: "full", first, last });
const withRule = (id: string, change: Partial<ReminderRule>): Programme => ({
  ...P1,
  reminders: P1.reminders.map((rule) => (rule.id === id ? { ...rule, ...change } : rule)),
});

describe("the instants of P2", () => {
  const sent = sentIn(P2.play([], "2014-12-31"));
  const days = (subject: string) =>
    sent.filter((one) => one.subject === subject).map(({ at, rule }) => `${at} ${rule}`);

  test("E5's 2-day reminder goes on Thursday 15 May 2014: the day after is store bededag", () => {
    expect(days("item:E5")).toContain("2014-05-15T09:00 meeting-2");
  });

  test("H2 is reminded of on 23 and 28 May, is overdue on Monday 2 June, and its lead is told on 3 June", () => {
    expect(days("item:H2")).toEqual([
      "2014-05-23T09:00 homework-7",
      "2014-05-28T09:00 homework-2",
      "2014-06-02T09:00 homework-overdue",
      "2014-06-03T09:00 homework-lead",
    ]);
  });

  test("14 days before 9 April 2014 is 26 March at 09:00 local, 08:00 UTC", () => {
    const { ledger } = P2.play([], "2014-03-27");
    const row = ledger.find(
      ({ subject, rule, kind }) => subject === "item:E3" && rule === "meeting-14" && kind === "message.sent",
    );
    expect(new Date(row!.at).toISOString()).toBe("2014-03-26T08:00:00.000Z");
  });
});

describe("meetings", () => {
  const pinned = pin("2027-02-03T10:00", "2027-03-18T09:00");
  const reminders = ["meeting-14", "meeting-7", "meeting-2"];

  test("what was said of the old date is said again of the new one, if that is a day or more after the message of the move", () => {
    const move = (at: string) => because(at, "moveItem", { item: "m1", start: "2027-03-22T09:00" });
    const after = (at: string) => only(saidOf([pinned, move(at)], "item:m1", "2027-03-23"), ...reminders);
    expect(after("2027-03-05T10:00")).toEqual([
      "2027-03-04T09:00 meeting-14",
      "2027-03-08T09:00 meeting-14",
      "2027-03-15T09:00 meeting-7",
      "2027-03-19T09:00 meeting-2",
    ]);
    expect(after("2027-03-07T10:00")).toContain("2027-03-08T09:00 meeting-14 just-moved");
    expect(after("2027-03-07T09:00")).toContain("2027-03-08T09:00 meeting-14");
  });

  test("of two that land on one day the nearer is sent, also by days that the lead has changed", () => {
    const monday = pin("2027-02-03T10:00", "2027-03-22T09:00");
    const change = (rule: string, days: number) => because("2027-02-04T10:00", "setReminder", { rule, days });
    const said = (...script: ScriptLine[]) =>
      only(saidOf([monday, ...script], "item:m1", "2027-03-23"), ...reminders).slice(1);
    expect(said(change("meeting-7", -3))).toEqual([
      "2027-03-19T09:00 meeting-7 nearer-same-day",
      "2027-03-19T09:00 meeting-2",
    ]);
    expect(said(change("meeting-7", -1), change("meeting-2", -3))).toEqual([
      "2027-03-19T09:00 meeting-7",
      "2027-03-19T09:00 meeting-2 nearer-same-day",
    ]);
    expect(said(change("meeting-7", -2)).filter((one) => one.split(" ").length === 2)).toHaveLength(1);
  });

  test("who declines hears no more of it, and who is added late hears what is still to come", () => {
    const declines = line("2027-03-05T10:00", "ellen.roerdam@example.org", "answer", {
      item: "m1",
      answer: "declined",
    });
    const joins = lead("2027-03-12T10:00", "addPerson", { email: "ny@example.org", roles: ["coreMember"] });
    const { entries } = play([pinned, declines, joins], "2027-03-18");
    const told = (rule: string) => entries.find((one) => one.kind === "message.sent" && one.rule === rule)!.told;
    const ellen = "ellen.roerdam@example.org";
    expect([told("meeting-14"), told("meeting-7"), told("meeting-2")].map((all) => all.includes(ellen))).toEqual([
      true,
      false,
      false,
    ]);
    const late = play([pinned, declines, joins], "2027-03-18");
    const heard = late.deliveries
      .filter(({ person }) => late.book.people.find(({ id }) => id === person)?.email === "ny@example.org")
      .map(({ model }) => model.rule);
    expect(heard).toEqual(["meeting-invitation", "meeting-2"]);
  });

  test("without a date whoever leads is asked for one, until it has one", () => {
    const asked = ["date-28", "date-14", "date-0"];
    expect(only(saidOf([], "item:m1", "2027-04-01"), ...asked)).toEqual([
      // 28 days before 15 March falls on the first day of the full break of weeks 3 and 4.
      "2027-02-12T09:00 date-28",
      "2027-03-01T09:00 date-14",
      "2027-03-15T09:00 date-0",
    ]);
    expect(only(saidOf([pin("2027-02-20T10:00", "2027-03-18T09:00")], "item:m1", "2027-04-01"), ...asked)).toEqual([
      "2027-02-12T09:00 date-28",
    ]);
  });

  test("minutes are asked for until they are written", () => {
    const held = lead("2027-03-18T12:00", "holdMeeting", { item: "m1" });
    const minutes = (...more: ScriptLine[]) =>
      only(saidOf([pinned, held, ...more], "item:m1", "2027-04-10"), "minutes-3", "minutes-7");
    expect(minutes()).toEqual(["2027-03-22T09:00 minutes-3", "2027-03-30T09:00 minutes-7"]);
    expect(minutes(lead("2027-03-23T10:00", "recordMinutes", { item: "m1", text: "I mappen" }))).toEqual([
      "2027-03-22T09:00 minutes-3",
      "2027-03-30T09:00 minutes-7 nobody",
    ]);
  });
});

describe("units", () => {
  test("three working days before 20 May 2014 is 14 May", () => {
    const rule = P2.programme.reminders.map((one) =>
      one.id === "meeting-2" ? { ...one, days: -3, unit: "workingDays" as const } : one,
    );
    const sent = sentIn(P2.play([], "2014-05-21", { ...P2.programme, reminders: rule }));
    expect(
      sent.filter(({ subject, rule: id }) => subject === "item:E5" && id === "meeting-2").map(({ at }) => at),
    ).toEqual(["2014-05-14T09:00"]);
  });

  test("hours count from the meeting's own hour, on whatever day", () => {
    const saturday = pin("2027-02-03T10:00", "2027-03-20T13:00");
    const programme = withRule("meeting-2", { days: -3, unit: "hours" });
    expect(only(saidOf([saturday], "item:m1", "2027-03-21", programme), "meeting-2")).toEqual([
      "2027-03-20T10:00 meeting-2",
    ]);
  });
});

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
      ["2014-12-15", "decision-forum", "nobody"],
      ["2014-12-22", "decision-forum", "nobody"],
      ["2014-12-29", "decision-forum", "nobody"],
    ]);
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
