// P2 from start to end: who is told what, two sessions of one meeting, homework with a target and with a moving end.
import { describe, expect, test } from "vitest";
import { line, sampleOf, sentIn } from "./shipped.ts";

const { programme, script, play, upTo } = await sampleOf("faellesskabsagenter");
const whole = play(script, "2014-12-31");
const sent = sentIn(whole);
const about = (subject: string) => sent.filter((one) => one.subject === subject);
const to = (person: string) => sent.filter(({ told }) => told.includes(person)).map(({ subject }) => subject);
const meetings = programme.items.filter(({ kind }) => kind === "meeting").map(({ id }) => id);

describe("P2 from start to end", () => {
  test("runs to its end without a refusal, and every meeting is held", () => {
    expect(whole.refusals).toEqual([]);
    expect(whole.state).toMatchObject({ ended: true, outcome: "spread" });
    expect(meetings.map((id) => whole.state.items[id]?.state)).toEqual(meetings.map(() => "held"));
  });

  test("its first meeting has an invitation four weeks before, and all three reminders", () => {
    expect(about("item:E1").map(({ at, rule }) => [at, rule])).toEqual([
      ["2014-01-28T00:00", "meeting-invitation"],
      ["2014-02-11T09:00", "meeting-14"],
      ["2014-02-18T09:00", "meeting-7"],
      // Two days before is a Sunday.
      ["2014-02-21T09:00", "meeting-2"],
    ]);
  });

  test("leaders hear of E1, E4, E8, H1 and the end, and of no course", () => {
    const heardOf = (person: string) => [...new Set(to(person))].toSorted();
    for (const leader of ["anker.vestenskov", "gunnar.overby"])
      expect(heardOf(leader)).toEqual(["item:E1", "item:E4", "item:E8", "network"]);
    const idle = sentIn(play([], "2014-12-31")).filter(({ told }) => told.includes("dagmar.egelund"));
    expect([...new Set(idle.map(({ subject }) => subject))].toSorted()).toEqual([
      "item:E1",
      "item:E4",
      "item:E8",
      "item:H1",
    ]);
  });

  test("H1 reminds leaders and consultants who have not delivered by the end of March", () => {
    expect(about("item:H1").map(({ at, rule, told }) => [at, rule, told])).toEqual([
      ["2014-03-24T09:00", "homework-7", ["frida.hasselriis", "ingolf.lindeskov"]],
      ["2014-03-28T09:00", "homework-2", ["frida.hasselriis", "ingolf.lindeskov"]],
      ["2014-04-01T09:00", "homework-overdue", ["ingolf.lindeskov"]],
    ]);
    const nobody = play([], "2014-03-24T12:00");
    expect(sentIn(nobody).filter(({ subject }) => subject === "item:H1")[0]?.told).toHaveLength(9);
  });

  test("E5 is reminded of around store bededag, and E3 at 09:00 in winter time", () => {
    expect(about("item:E5").map(({ at }) => at)).toContain("2014-05-15T09:00");
    const reminders = whole.ledger.filter(({ kind, rule }) => kind === "message.sent" && rule === "meeting-14");
    const { at } = reminders.find(({ subject }) => subject === "item:E3")!;
    expect(new Date(at).toISOString()).toBe("2014-03-26T08:00:00.000Z");
  });
});

describe("H2 counts the agents of each municipality", () => {
  test("and reminds the consultants of those that have fewer than five, on the day it goes", () => {
    expect(about("item:H2").map(({ at, rule, told }) => [at, rule, told])).toEqual([
      [
        "2014-05-23T09:00",
        "homework-7",
        ["esben.kildegaard", "frida.hasselriis", "hedvig.tornsager", "ingolf.lindeskov"],
      ],
      ["2014-05-28T09:00", "homework-2", ["hedvig.tornsager", "ingolf.lindeskov"]],
      ["2014-06-02T09:00", "homework-overdue", ["hedvig.tornsager", "ingolf.lindeskov"]],
      ["2014-06-03T09:00", "homework-lead", ["tove.brinkholm"]],
    ]);
  });
});

describe("E6 is one meeting of two sessions", () => {
  test("whoever is in the west gets the west's day only, whoever is in the east the east's", () => {
    const ofE6 = (person: string) => [...new Set(to(person).filter((subject) => subject.startsWith("item:E6")))];
    expect(ofE6("hedvig.tornsager")).toEqual(["item:E6/west"]);
    expect(ofE6("ulrik.havkrog")).toEqual(["item:E6/west"]);
    expect(ofE6("birgit.solhoej")).toEqual(["item:E6/east"]);
    expect(whole.state.items["E6"]?.sessions).toEqual({
      east: expect.objectContaining({ start: expect.stringContaining("2014-09-10"), place: expect.any(String) }),
      west: expect.objectContaining({ start: expect.stringContaining("2014-09-11"), place: "KUC Kolding" }),
    });
  });

  test("who changes region hears that the one is off and the other on, and then of that only", () => {
    const own = sent.filter(({ subject, told }) => subject.startsWith("item:E6") && told.includes("frida.hasselriis"));
    expect(own.map(({ at, subject, rule }) => [at, subject, rule])).toEqual([
      ["2014-01-28T00:00", "item:E6/east", "meeting-invitation"],
      ["2014-08-20T09:00", "item:E6/east", "meeting-cancelled"],
      ["2014-08-20T09:00", "item:E6/west", "meeting-invitation"],
      ["2014-08-28T09:00", "item:E6/west", "meeting-14"],
      ["2014-09-04T09:00", "item:E6/west", "meeting-7"],
      ["2014-09-09T09:00", "item:E6/west", "meeting-2"],
    ]);
  });

  test("an agent who has declined is not reminded", () => {
    expect(to("leif.damgren").filter((subject) => subject.startsWith("item:E6"))).toEqual(["item:E6/east"]);
  });
});

describe("H3 ends the day before each person's own session", () => {
  const reminded = (played: ReturnType<typeof play>) =>
    sentIn(played)
      .filter(({ subject }) => subject.startsWith("item:H3"))
      .map(({ at, subject, rule }) => [at.slice(0, 10), subject, rule]);

  test("two days before is 5 September in the east and 8 September in the west", () => {
    expect(reminded(play(upTo("2014-08-01"), "2014-09-08"))).toEqual([
      ["2014-09-02", "item:H3/east", "homework-7"],
      ["2014-09-03", "item:H3/west", "homework-7"],
      ["2014-09-05", "item:H3/east", "homework-2"],
      ["2014-09-08", "item:H3/west", "homework-2"],
    ]);
  });

  test("moving the east's session moves the east's end, and the west's stays", () => {
    const later = { item: "E6", session: "east", start: "2014-09-24", reason: "Salen er optaget." };
    const moved = play(upTo("2014-08-01", line("2014-08-04T09:00", "networkLead", "moveItem", later)), "2014-09-22");
    expect(reminded(moved)).toEqual([
      ["2014-09-03", "item:H3/west", "homework-7"],
      ["2014-09-08", "item:H3/west", "homework-2"],
      ["2014-09-11", "item:H3/west", "homework-overdue"],
      ["2014-09-15", "item:H3/west", "homework-lead"],
      ["2014-09-16", "item:H3/east", "homework-7"],
      // Two days before 23 September is a Sunday.
      ["2014-09-19", "item:H3/east", "homework-2"],
    ]);
    const said = moved.entries.filter(
      ({ at, subject }) => at.startsWith("2014-08-04") && subject.startsWith("item:H3"),
    );
    expect(said.map(({ kind, subject, rule }) => [kind, subject, rule])).toEqual([
      ["item.moved", "item:H3/east", undefined],
      ...["homework-7", "homework-2", "homework-overdue", "homework-lead"].map((rule) => [
        "message.planned",
        "item:H3/east",
        rule,
      ]),
    ]);
    expect(said[0]!.data).toMatchObject({ follows: "E6", last: "2014-09-23", before: { last: "2014-09-09" } });
  });
});
