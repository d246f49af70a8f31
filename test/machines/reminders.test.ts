// The instants that the domain names, and what becomes of each reminder when something else is changed, done, or said by somebody.
import { describe, expect, test } from "vitest";
import type { ScriptLine } from "../../machines/simulate.ts";
import { lead, line, play } from "./play.ts";
import { because, only, pin, saidOf, withRule } from "./reminders-given.ts";
import { sampleOf, sentIn } from "./shipped.ts";

const P2 = await sampleOf("faellesskabsagenter");

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
