// Around a meeting: its agenda, who comes and who came, guests, minutes that stay, and the tasks that they lead to.
import { describe, expect, test } from "vitest";
import { meetingOf } from "../../machines/meetings/meeting.ts";
import type { Reader } from "../../machines/meetings/reader.ts";
import type { ScriptLine } from "../../machines/simulate.ts";
import { lead, line, play } from "./play.ts";

const PIN = lead("2027-02-03T10:00", "pinItem", {
  item: "m1",
  start: "2027-03-18T09:00",
  end: "2027-03-18T10:00",
});
const HOLD = lead("2027-03-18T12:00", "holdMeeting", { item: "m1" });
const ELLEN = play([], "2027-02-02").book.people.find(({ roles }) => roles.includes("coreMember"))!;
const MINUTES = lead("2027-03-19T10:00", "recordMinutes", {
  item: "m1",
  text: "Vi talte om ventetid.",
  decisions: ["Vi går i gang"],
  tasks: [{ title: "Ring til borgerservice", owner: ELLEN.email, due: "2027-04-01" }],
});
const LEADS: Reader = { leads: true };

const read = (script: ScriptLine[], until: string, reader = LEADS, item = "m1") => {
  const { book } = play(script, until);
  return meetingOf(book, item, reader, book.view.now)!;
};
const refusedOf = (script: ScriptLine[], until = "2027-05-01") =>
  play(script, until).refusals.map(({ type, code, why }) => [type, code, why.da]);

test("a task whose owner leaves goes to the lead, who hears of it at once and is reminded", () => {
  const leaves = lead("2027-03-22T10:00", "removePerson", { person: ELLEN.email, reason: "Nyt job" });
  const { entries, refusals, book } = play([PIN, HOLD, MINUTES, leaves], "2027-04-10");
  expect(refusals).toEqual([]);
  const told = entries.filter(({ kind, subject }) => kind === "message.sent" && subject === "item:m1.1");
  const LEAD = book.people.find(({ roles }) => roles.includes("networkLead"))!.email;
  expect(told.map(({ rule, told: to, at }) => [rule, to, at.slice(0, 10)])).toEqual([
    ["task-passed", [LEAD], "2027-03-22"],
    ["task-2", [LEAD], "2027-03-30"],
    ["task-overdue", [LEAD], "2027-04-02"],
    ["task-codriver", ["bo.hedemark@example.org"], "2027-04-05"],
  ]);
  expect(meetingOf(book, "m1", LEADS, book.view.now)!.tasks).toMatchObject([{ owner: "Astrid Lyngdal" }]);
  const done = lead("2027-03-21T10:00", "completeItem", { item: "m1.1" });
  const rules = play([PIN, HOLD, MINUTES, done, leaves], "2027-04-10").entries.map(({ rule }) => rule);
  expect(rules).not.toContain("task-passed");
});

describe("the agenda", () => {
  const agenda = (at: string, ...points: { title: string; minutes?: number; who?: string }[]) =>
    lead(at, "setAgenda", { item: "m1", points: points as never });

  test("is replaced as a whole, and says when it takes longer than the meeting", () => {
    const first = agenda("2027-02-01T10:00", { title: "Det gamle" });
    const second = agenda("2027-02-04T10:00", { title: "Velkomst", minutes: 10 }, { title: "Ellen", who: ELLEN.email });
    const { agenda: points, minutesPlanned } = read([first, PIN, second], "2027-02-05");
    expect(points).toEqual([
      { title: "Velkomst", minutes: 10 },
      { title: "Ellen", who: ELLEN.name },
    ]);
    expect(minutesPlanned).toEqual({ minutes: 10 });
    const long = agenda("2027-02-05T10:00", { title: "Alt", minutes: 75 });
    expect(read([PIN, second, long], "2027-02-06").minutesPlanned).toEqual({ minutes: 75, over: 15 });
  });

  test("stands in the invitation and in the 14-day reminder as it was when they went, with people by id", () => {
    const before = agenda("2027-02-01T10:00", { title: "Udkast" });
    const after = agenda("2027-02-04T10:00", { title: "Velkomst", minutes: 10, who: ELLEN.email });
    const { deliveries } = play([before, PIN, after], "2027-03-17");
    const shown = (rule: string) => deliveries.find(({ model }) => model.rule === rule)!.model.agenda;
    expect(shown("meeting-invitation")).toEqual([{ title: "Udkast" }]);
    expect(shown("meeting-14")).toEqual([{ title: "Velkomst", minutes: 10, person: ELLEN.id }]);
    expect(shown("meeting-7")).toBeUndefined();
  });
});

describe("attendance", () => {
  const record = (at: string, data: object) => lead(at, "recordAttendance", { item: "m1", ...data } as never);

  test("is recorded of a held meeting, by people of the network; the last record counts", () => {
    const here = record("2027-03-18T13:00", { present: [ELLEN.email], guests: ["Bo Borger"] });
    const again = record("2027-03-18T14:00", { present: [], absent: [ELLEN.email] });
    expect(read([PIN, HOLD, here], "2027-03-19").attendance).toEqual([
      { present: [ELLEN.name], absent: [], guests: ["Bo Borger"] },
    ]);
    expect(read([PIN, HOLD, here, again], "2027-03-19").attendance).toMatchObject([
      { present: [], absent: [ELLEN.name] },
    ]);
    const early = { ...here, at: "2027-03-17T10:00" };
    const stranger = record("2027-03-18T15:00", { present: ["ukendt@example.org"] });
    expect(refusedOf([PIN, early, HOLD, stranger]).map(([type, code]) => [type, code])).toEqual([
      ["recordAttendance", "state"],
      ["recordAttendance", "state"],
    ]);
  });
});

describe("minutes", () => {
  const APPROVE = lead("2027-03-20T10:00", "approveMinutes", { item: "m1" });
  const add = (at: string) => lead(at, "addToMinutes", { item: "m1", text: "Der kom ti." });

  test("are recorded once, approved, and added to before and after; what was written stays", () => {
    const again = { ...MINUTES, at: "2027-03-19T11:00", data: { item: "m1", text: "Noget andet" } };
    const script = [PIN, HOLD, MINUTES, again, add("2027-03-19T12:00"), APPROVE, add("2027-03-21T10:00")];
    const { minutes } = read(script, "2027-03-22");
    expect(minutes).toMatchObject({ text: "Vi talte om ventetid.", decisions: ["Vi går i gang"] });
    expect(minutes!.approved!.at).toBe(Date.parse("2027-03-20T10:00:00+01:00"));
    expect(minutes!.additions.map(({ text }) => text)).toEqual(["Der kom ti.", "Der kom ti."]);
    expect(refusedOf(script)).toEqual([["recordMinutes", "state", expect.stringContaining("addToMinutes")]]);
  });

  test("are not approved or added to before they are there, nor approved twice", () => {
    const script = [PIN, HOLD, add("2027-03-18T14:00"), { ...APPROVE, at: "2027-03-18T15:00" }, MINUTES, APPROVE];
    expect(refusedOf([...script, { ...APPROVE, at: "2027-03-21T10:00" }])).toEqual([
      ["addToMinutes", "state", expect.stringContaining("recordMinutes")],
      ["approveMinutes", "state", expect.stringContaining("recordMinutes")],
      ["approveMinutes", "state", expect.stringContaining("addToMinutes")],
    ]);
  });

  test("are for those the meeting was for and those who came; others see that there are some", () => {
    const { book } = play([PIN, HOLD, MINUTES], "2027-03-20");
    const outside = book.people.find(({ roles }) => roles.every((role) => role === "lineManager"))!;
    const reads = (id: string, script = [PIN, HOLD, MINUTES]) =>
      read(script, "2027-03-20", { person: id, leads: false }).minutes !== undefined;
    expect([reads(ELLEN.id), reads(outside.id)]).toEqual([true, false]);
    const came = lead("2027-03-18T13:00", "recordAttendance", { item: "m1", present: [outside.email] });
    expect(reads(outside.id, [PIN, HOLD, came, MINUTES])).toBe(true);
    expect(read([PIN, HOLD, MINUTES], "2027-03-20", { person: outside.id, leads: false })).toMatchObject({
      hasMinutes: true,
      tasks: [],
    });
  });

  test("end their own reminders, and lead to tasks of the plan that their owner is reminded of and says are done", () => {
    const script = [PIN, HOLD, MINUTES];
    const { entries, state } = play(script, "2027-04-10");
    expect(entries.some(({ kind, rule }) => kind === "message.sent" && rule === "minutes-3")).toBe(false);
    const own = entries.filter(({ subject, kind }) => subject === "item:m1.1" && kind === "message.sent");
    expect(own.map(({ rule, told }) => [rule, told])).toEqual([
      ["task-2", [ELLEN.email]],
      ["task-overdue", [ELLEN.email]],
      ["task-codriver", expect.not.arrayContaining([ELLEN.email])],
    ]);
    expect(state.items["m1.1"]).toMatchObject({ end: "2027-04-01" });
    expect(read(script, "2027-04-10").tasks).toMatchObject([{ id: "m1.1", owner: ELLEN.name, overdue: true }]);
    const done = line("2027-03-22T10:00", ELLEN.email, "completeItem", { item: "m1.1" });
    expect(read([...script, done], "2027-04-10").tasks).toMatchObject([{ id: "m1.1", state: "done" }]);
    const other = play(script, "2027-03-20").book.people.find(({ roles }) => roles.includes("participant"))!;
    expect(refusedOf([...script, { ...done, by: other.email }])).toMatchObject([
      ["completeItem", "role", expect.any(String)],
    ]);
    expect(refusedOf([...script, { ...done, data: { item: "m2" } }])).toMatchObject([
      ["completeItem", "role", expect.any(String)],
    ]);
  });

  test("name only people of the network as owners", () => {
    const tasks = [{ title: "Ring", owner: "ukendt@example.org", due: "2027-04-01" }];
    const stray = { ...MINUTES, data: { item: "m1", text: "Referat", tasks } };
    expect(refusedOf([PIN, HOLD, stray])).toEqual([["recordMinutes", "role", expect.stringContaining("ukendt@")]]);
    expect(read([PIN, HOLD, stray], "2027-03-20").hasMinutes).toBe(false);
  });
});

describe("a guest of one meeting", () => {
  const GUEST = "gaest@example.org";
  const invite = (at: string, item: string) => lead(at, "inviteGuest", { item, name: "Gry Gæst", email: GUEST });
  /** What goes to the one who joined on the way. */
  const toldTo = (script: ScriptLine[], until = "2027-06-01") =>
    play(script, until)
      .deliveries.filter(({ person }) => person.startsWith("joined:"))
      .map(({ model: { subject, rule } }) => `${subject} ${rule}`);
  const M2 = lead("2027-02-03T10:00", "pinItem", { item: "m2", start: "2027-04-08T09:00" });

  test("is invited to it and reminded of it, and hears of nothing else, also where guests are the audience", () => {
    const forGuests = lead("2027-02-03T09:00", "setAudience", { item: "m2", audience: ["guest"] });
    const script = [forGuests, PIN, M2, invite("2027-02-04T10:00", "m1")];
    expect(toldTo([...script, lead("2027-05-01T10:00", "stopNetwork", { reason: "Slut" })])).toEqual([
      "item:m1 meeting-invitation",
      "item:m1 meeting-14",
      "item:m1 meeting-7",
      "item:m1 meeting-2",
    ]);
    expect(read(script, "2027-02-05").guests).toEqual(["Gry Gæst"]);
  });

  test("answers for it, and is told no more after a no", () => {
    const no = lead("2027-02-05T10:00", "answer", { item: "m1", answer: "declined", person: GUEST });
    const script = [PIN, invite("2027-02-04T10:00", "m1"), no];
    expect(toldTo(script)).toEqual(["item:m1 meeting-invitation"]);
    expect(read(script, "2027-02-06").answers.declined).toEqual(["Gry Gæst"]);
  });

  test("hears when the invitation is taken back, and leaves the network with the last one", () => {
    const back = (at: string, item: string) => lead(at, "uninviteGuest", { item, person: GUEST });
    const script = [
      PIN,
      M2,
      invite("2027-02-04T10:00", "m1"),
      invite("2027-02-04T11:00", "m2"),
      back("2027-02-05T10:00", "m1"),
    ];
    expect(toldTo(script, "2027-02-06")).toEqual([
      "item:m1 meeting-invitation",
      "item:m2 meeting-invitation",
      "item:m1 meeting-cancelled",
    ]);
    const here = (lines: ScriptLine[]) => play(lines, "2027-02-07").book.people.some(({ email }) => email === GUEST);
    expect([here(script), here([...script, back("2027-02-06T10:00", "m2")])]).toEqual([true, false]);
    expect(refusedOf([...script, back("2027-02-06T10:00", "m1")]).map(([type]) => type)).toEqual(["uninviteGuest"]);
  });

  test("who gets a part in the network is a member like others", () => {
    const joins = lead("2027-02-05T10:00", "addPerson", { email: GUEST, roles: ["coreMember"] });
    const later = lead("2027-02-06T10:00", "pinItem", { item: "m2", start: "2027-04-08T09:00" });
    expect(toldTo([PIN, invite("2027-02-04T10:00", "m1"), joins, later], "2027-02-07")).toContain(
      "item:m2 meeting-invitation",
    );
  });
});
