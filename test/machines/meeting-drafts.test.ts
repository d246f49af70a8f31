// Meetings that are drafts: nobody hears of them before they are published, whatever is done meanwhile.
import { describe, expect, test } from "vitest";
import { addDays } from "../../programmes/calendar.ts";
import type { ScriptLine } from "../../machines/simulate.ts";
import { lead, play } from "./play.ts";

const PIN = lead("2027-02-03T10:00", "pinItem", {
  item: "m1",
  start: "2027-03-18T09:00",
  end: "2027-03-18T12:00",
  draft: true,
});
const publish = (at: string) => lead(at, "publishMeeting", { item: "m1" });
const move = (at: string, start = "2027-03-22T09:00") => lead(at, "moveItem", { item: "m1", start, reason: "Salen" });

/** Messages of m1 that went or are held back, and what is to come of it, at the end. */
function messages(script: ScriptLine[], until = "2027-06-01") {
  const { entries, network } = play(script, until);
  const own = entries.filter(({ subject }) => subject === "item:m1");
  return {
    sent: own.filter(({ kind }) => kind === "message.sent").map(({ at, rule }) => `${at.slice(0, 16)} ${rule}`),
    kept: own.filter(({ kind }) => kind === "message.suppressed" || kind === "message.planned").map(({ rule }) => rule),
    toCome: Object.values(network.view.planned).filter(({ subject }) => subject === "item:m1"),
    state: network.view.items["m1"]!.state,
  };
}

describe("a draft", () => {
  test("has its date in the plan, and nobody is told, invited or reminded", () => {
    const { sent, toCome, state } = messages([PIN]);
    expect([sent, toCome, state]).toEqual([[], [], "drafted"]);
    const { state: stands, entries } = play([PIN], "2027-02-04");
    expect(stands.items["m1"]).toMatchObject({ state: "drafted", start: "2027-03-18T09:00:00+01:00" });
    expect(entries.find(({ kind }) => kind === "item.drafted")?.data).toMatchObject({ draft: true });
  });

  test("is told of when it is published, and its reminders follow", () => {
    expect(messages([PIN, move("2027-02-05T10:00"), publish("2027-02-10T10:00")]).sent.slice(0, 4)).toEqual([
      "2027-02-10T10:00 meeting-invitation",
      "2027-03-08T09:00 meeting-14",
      "2027-03-15T09:00 meeting-7",
      "2027-03-19T09:00 meeting-2",
    ]);
    // What had passed by then is not sent afterwards.
    expect(messages([PIN, publish("2027-03-16T10:00")]).sent[0]).toBe("2027-03-16T10:00 meeting-invitation");
    expect(messages([PIN, publish("2027-03-16T10:00")]).sent.filter((one) => one < "2027-03-18")).toHaveLength(1);
  });

  test("can be moved and cancelled without a word, and a cancelled one comes back as the draft that it was", () => {
    const cancelled = [PIN, move("2027-02-05T10:00"), lead("2027-02-06T10:00", "cancelItem", { item: "m1" })];
    expect(messages(cancelled)).toMatchObject({ sent: [], state: "cancelled" });
    const seq = play(cancelled, "2027-02-07").entries.find(({ kind }) => kind === "item.cancelled")!.seq!;
    const back = [...cancelled, lead("2027-02-07T10:00", "undo", { seq, reason: "Alligevel" })];
    expect(messages(back)).toMatchObject({ sent: [], toCome: [], state: "drafted" });
    expect(messages([...back, publish("2027-02-08T10:00")]).sent[0]).toBe("2027-02-08T10:00 meeting-invitation");
  });

  test("is taken back like any other change: then it has no date", () => {
    const seq = play([PIN], "2027-02-04").entries.find(({ kind }) => kind === "item.drafted")!.seq!;
    const undone = [PIN, lead("2027-02-04T10:00", "undo", { seq, reason: "For tidligt" })];
    expect(play(undone, "2027-02-05").network.view.items["m1"]).toMatchObject({ state: "planned" });
    expect(messages(undone).sent.every((one) => / date-/.test(one))).toBe(true);
  });

  test("is a draft again with its date when its publishing, which reached nobody, is taken back", () => {
    const quiet = [
      lead("2027-02-03T08:00", "removePerson", { person: "laurits.enghave@example.org" }),
      lead("2027-02-03T09:00", "setAudience", { item: "m1", audience: ["guest"] }),
    ];
    const published = [...quiet, PIN, move("2027-02-05T10:00"), publish("2027-02-10T10:00")];
    const seq = play(published, "2027-02-11").entries.findLast(({ kind }) => kind === "item.pinned")!.seq!;
    const undone = [...published, lead("2027-02-11T10:00", "undo", { seq, reason: "For tidligt" })];
    const { refusals, state } = play(undone, "2027-02-12");
    expect(refusals).toEqual([]);
    expect(state.items["m1"]).toMatchObject({ state: "drafted", start: "2027-03-22T09:00:00+01:00" });
    expect(messages(undone)).toMatchObject({ sent: [], toCome: [], state: "drafted" });
    const again = [...undone, lead("2027-02-12T09:00", "setAudience", { item: "m1", audience: ["coreMember"] })];
    expect(messages([...again, publish("2027-02-12T10:00")]).sent[0]).toBe("2027-02-12T10:00 meeting-invitation");
    // Once somebody was told, the date stands.
    const told = [PIN, publish("2027-02-10T10:00")];
    const said = play(told, "2027-02-11").entries.findLast(({ kind }) => kind === "item.pinned")!.seq!;
    const late = play([...told, lead("2027-02-11T10:00", "undo", { seq: said, reason: "For sent" })], "2027-02-12");
    expect(late.refusals).toMatchObject([{ type: "undo", code: "state" }]);
    expect(late.state.items["m1"]).toMatchObject({ state: "pinned" });
  });

  test("may be added; it is not answered to, held or published twice", () => {
    const add = lead("2027-02-03T10:00", "addItem", {
      id: "x1",
      kind: "meeting",
      title: "Ekstra",
      audience: ["coreMember"],
      start: "2027-03-02T09:00",
      draft: true,
      reason: "Ny",
    });
    const early = ["holdMeeting", "answer"].map((type) =>
      lead("2027-02-04T10:00", type, { item: "x1", ...(type === "answer" && { answer: "accepted" }) }),
    );
    const published = lead("2027-02-05T10:00", "publishMeeting", { item: "x1" });
    const { entries, refusals } = play(
      [add, ...early, published, { ...published, at: "2027-02-06T10:00" }],
      "2027-02-07",
    );
    expect(refusals.map(({ type }) => type)).toEqual(["holdMeeting", "answer", "publishMeeting"]);
    expect(refusals[0]!.why.da).toContain("publishMeeting");
    const told = entries.filter(({ kind, subject }) => kind === "message.sent" && subject === "item:x1");
    expect(told.map(({ rule }) => rule)).toEqual(["meeting-invitation"]);
    expect(told[0]!.told.length).toBeGreaterThan(1);
  });

  test("is no draft any more once somebody has been told of it", () => {
    const pinned = lead("2027-02-03T10:00", "pinItem", { item: "m1", start: "2027-03-18T09:00" });
    const { refusals } = play([pinned, { ...PIN, at: "2027-02-04T10:00" }], "2027-02-05");
    expect(refusals).toMatchObject([{ type: "pinItem", code: "state" }]);
  });
});

/** The next number of a simple generator: the same seeds give the same scripts. */
const next = (seed: number) => (seed * 1_103_515_245 + 12_345) % 2_147_483_648;

test("whatever is done in whatever order, from draft to publishing nobody is told of the meeting, and after it they are", () => {
  const does: ((day: string, at: string) => ScriptLine)[] = [
    (_, at) => move(at),
    (day, at) => move(at, `${addDays(day, 20)}T13:00`),
    (_, at) => lead(at, "cancelItem", { item: "m1" }),
    (_, at) => publish(at),
    (day, at) => lead(at, "pinItem", { item: "m1", start: `${addDays(day, 30)}T09:00`, draft: true }),
    (_, at) => lead(at, "setAudience", { item: "m1", audience: ["participant", "coreMember"] }),
    (_, at) => lead(at, "addPerson", { email: `p${at.slice(5, 10)}@example.org`, roles: ["coreMember"] }),
    (_, at) => lead(at, "inviteGuest", { item: "m1", name: "En gæst", email: "gaest@example.org" }),
    (_, at) => lead(at, "setAgenda", { item: "m1", points: [{ title: "Velkomst" }] }),
    (_, at) => lead(at, "renameItem", { item: "m1", title: "Opstart" }),
    (_, at) => lead(at, "setReminder", { rule: "meeting-7", item: "m1", days: -5, reason: "Før" }),
  ];
  let seed = 7;
  let published = 0;
  for (let run = 0; run < 25; run += 1) {
    const lines = [PIN];
    for (let step = 0; step < 8; step += 1) {
      seed = next(seed);
      const day = addDays("2027-02-04", step * 3);
      lines.push(does[seed % does.length]!(day, `${day}T10:00`));
    }
    let draft = false;
    for (const { kind, subject, rule, data } of play(lines, "2027-05-01").entries) {
      if (subject !== "item:m1") continue;
      if (kind.startsWith("item.") && data && ("start" in data || "first" in data)) draft = data["draft"] === true;
      if (kind === "item.pinned") published += 1;
      const isTold = kind === "message.sent" && rule!.startsWith("meeting-");
      expect(isTold && draft ? lines : undefined).toBeUndefined();
    }
  }
  expect(published).toBeGreaterThan(5);
});
