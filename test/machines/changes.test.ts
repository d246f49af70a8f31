// A lead changes the plan of a network that runs: what moves with it, who is told, what can be taken back.
import { describe, expect, test } from "vitest";
import { journal } from "../../machines/journal.ts";
import { planInForce } from "../../machines/in-force.ts";
import { consequencesOf } from "../../machines/preview.ts";
import { compile } from "../../machines/network/compile.ts";
import { apply } from "../../machines/network/network.ts";
import { lead, play } from "./play.ts";

const pinned = lead("2027-02-03T10:00", "pinItem", { item: "m1", start: "2027-03-18T09:00" });
const said = (entries: { kind: string; subject: string; reason?: string }[], subject: string) =>
  entries
    .filter((one) => one.subject === subject && !one.kind.startsWith("message."))
    .map(({ kind, reason }) => [kind, reason]);

describe("a plan that changes", () => {
  test("a meeting is added: it invites, reminds, and can be held", () => {
    const meeting = {
      id: "ekstra",
      kind: "meeting",
      title: "Ekstra møde",
      audience: ["coreMember"],
      start: "2027-03-20T13:00",
    };
    const { entries, book } = play(
      [
        lead("2027-02-03T10:00", "addItem", { ...meeting, reason: "Der er brug for det" }),
        lead("2027-03-20T15:00", "holdMeeting", { item: "ekstra" }),
      ],
      "2027-03-21",
    );
    expect(said(entries, "item:ekstra")).toEqual([
      ["item.added", "Der er brug for det"],
      ["item.pinned", undefined],
      ["meeting.held", undefined],
    ]);
    const messages = entries.filter(({ kind, subject }) => kind === "message.sent" && subject === "item:ekstra");
    expect(messages.map(({ rule, at }) => [rule, at.slice(0, 10)])).toEqual([
      ["meeting-invitation", "2027-02-03"],
      ["meeting-14", "2027-03-05"],
      ["meeting-7", "2027-03-12"],
      ["meeting-2", "2027-03-18"],
    ]);
    expect(messages.every(({ told }) => told.length > 0)).toBe(true);
    const { programme, intervals } = planInForce(book.plan, book.view);
    expect(programme.items.at(-1)).toMatchObject({ id: "ekstra", title: { da: "Ekstra møde", en: "Ekstra møde" } });
    expect(intervals["ekstra"]).toEqual({ from: "2027-03-20", to: "2027-03-20", precision: "time" });
  });

  test("what is added names what there is, and nothing is called as another", () => {
    const added = (id: string, more: object) =>
      lead("2027-02-03T10:00", "addItem", { id, kind: "task", title: "x", reason: "y", ...more });
    const { refused } = play(
      [
        added("a", { audience: ["boss"] }),
        added("b", { phases: ["party"] }),
        added("m1", {}),
        added("c", {}),
        added("c", {}),
      ],
      "2027-02-04",
    );
    expect(refused.map(({ cue }) => [cue.data["id"], cue.key])).toEqual([
      ["a", "script:0"],
      ["b", "script:1"],
      ["m1", "script:2"],
      ["c", "script:4"],
    ]);
    expect(refused[0]!.result.why.en).toContain("«boss»");
  });

  test("a full break is taken: open phases are paused while it lasts", () => {
    const open = lead("2027-02-01T10:00", "openPhase", { phase: "qualification" });
    const rest = lead("2027-02-02T10:00", "addItem", {
      id: "ferie",
      kind: "break",
      title: "Ferie",
      extent: "full",
      first: "2027-02-08",
      last: "2027-02-10",
      reason: "Alle er væk",
    });
    const stateOn = (day: string) => play([open, rest], day).state.phases["qualification"];
    expect(["2027-02-07", "2027-02-08", "2027-02-10", "2027-02-11"].map(stateOn)).toEqual([
      "open",
      "paused",
      "paused",
      "open",
    ]);
  });

  test("a break of the programme is moved, cancelled, renamed; nothing else can become of it", () => {
    const change = (type: string, data: object) => lead("2027-02-02T10:00", type, { item: "pause-uge-3-4", ...data });
    const open = lead("2027-02-01T10:00", "openPhase", { phase: "qualification" });
    const stateOn = (day: string, ...script: Parameters<typeof play>[0]) =>
      play([open, ...script], day).state.phases["qualification"];
    const moved = change("moveItem", { start: "2027-03-01", end: "2027-03-05", reason: "Vinterferie" });
    expect(["2027-02-16", "2027-03-02"].map((day) => stateOn(day))).toEqual(["paused", "open"]);
    expect(["2027-02-16", "2027-03-02"].map((day) => stateOn(day, moved))).toEqual(["open", "paused"]);
    expect(stateOn("2027-02-16", change("cancelItem", {}))).toBe("open");
    const { entries, refusals } = play(
      [
        change("renameItem", { title: "Ferie" }),
        change("holdMeeting", {}),
        change("cancelItem", {}),
        change("cancelItem", {}),
      ],
      "2027-02-03",
    );
    expect(said(entries, "item:pause-uge-3-4").map(([kind]) => kind)).toEqual(["item.renamed", "item.cancelled"]);
    expect(refusals.map(({ type, code }) => [type, code])).toEqual([
      ["holdMeeting", "state"],
      ["cancelItem", "state"],
    ]);
  });

  test("a phase is given more time, and old and new stand in the ledger", () => {
    const extended = lead("2027-02-03T10:00", "replanPhase", {
      phase: "design",
      last: "2027-04-04",
      reason: "Forsinket",
    });
    const { entries, book } = play([extended], "2027-02-04");
    expect(entries.find(({ kind }) => kind === "phase.replanned")).toMatchObject({
      subject: "phase:design",
      reason: "Forsinket",
      data: { last: "2027-04-04", before: { first: "2027-03-01", last: "2027-03-21" } },
    });
    expect(planInForce(book.plan, book.view).intervals["design"]).toMatchObject({
      from: "2027-03-01",
      to: "2027-04-04",
    });
    const later = lead("2027-02-03T10:00", "replanPhase", {
      phase: "design",
      first: "2027-03-08",
      reason: "Forsinket",
    });
    const due = play([later], "2027-03-31").entries.find(
      ({ kind, subject }) => kind === "phase.due" && subject === "phase:design",
    );
    expect(due?.at.slice(0, 10)).toBe("2027-03-08");
  });

  test("an item is renamed and narrowed without anybody being told", () => {
    const { entries, book } = play(
      [
        lead("2027-02-03T10:00", "renameItem", { item: "m1", title: { da: "Opstart", en: "Kick-off" } }),
        lead("2027-02-03T11:00", "tightenItem", {
          item: "m1",
          first: "2027-03-16",
          last: "2027-03-18",
          reason: "Salen er fri",
        }),
      ],
      "2027-02-04",
    );
    expect(said(entries, "item:m1").map(([kind]) => kind)).toEqual(["item.renamed", "item.tightened"]);
    const { programme, intervals } = planInForce(book.plan, book.view);
    expect(programme.items.find(({ id }) => id === "m1")!.title.en).toBe("Kick-off");
    expect(intervals["m1"]).toMatchObject({ from: "2027-03-16", to: "2027-03-18", precision: "week", quote: "uge 7" });
  });
});

describe("taking a change back", () => {
  const undo = (at: string, seq: number) => lead(at, "undo", { seq, reason: "Tastefejl" });
  const seqOf = (script: Parameters<typeof play>[0], kind: string) =>
    play(script, "2027-02-04").ledger.findLast((row) => row.kind === kind)!.seq;

  test("what nobody was told of is as it was before", () => {
    const tighten = lead("2027-02-03T11:00", "tightenItem", {
      item: "m1",
      first: "2027-03-16",
      last: "2027-03-18",
      reason: "Salen",
    });
    const seq = seqOf([tighten], "item.tightened");
    const { book, refused, entries } = play([tighten, undo("2027-02-03T12:00", seq)], "2027-02-04");
    expect(refused).toEqual([]);
    expect(said(entries, "item:m1").at(-1)).toEqual(["item.restored", "Tastefejl"]);
    expect(planInForce(book.plan, book.view).intervals["m1"]).toMatchObject({ from: "2027-03-15", to: "2027-03-21" });
  });

  test("a phase's window comes back, too", () => {
    const replan = lead("2027-02-03T10:00", "replanPhase", {
      phase: "design",
      last: "2027-04-04",
      reason: "Forsinket",
    });
    const seq = seqOf([replan], "phase.replanned");
    const { book } = play([replan, undo("2027-02-03T12:00", seq)], "2027-02-04");
    expect(planInForce(book.plan, book.view).intervals["design"]).toMatchObject({ to: "2027-03-21" });
  });

  test("a phase that had no dates has none again", () => {
    const dates = { first: "2027-09-06", last: "2027-09-30" };
    const replan = lead("2027-02-03T10:00", "replanPhase", { phase: "renegotiation", ...dates, reason: "Aftalt" });
    const seq = seqOf([replan], "phase.replanned");
    const { book, refused } = play([replan, undo("2027-02-03T12:00", seq)], "2027-02-04");
    expect(refused).toEqual([]);
    expect(planInForce(book.plan, book.view).intervals["renegotiation"]).toEqual(book.plan.intervals["renegotiation"]);
    const due = ({ kind, subject }: { kind: string; subject: string }) =>
      kind === "phase.due" && subject === "phase:renegotiation";
    expect(play([replan], "2027-10-01").entries.filter(due)).toHaveLength(1);
    expect(play([replan, undo("2027-02-03T12:00", seq)], "2027-10-01").entries.filter(due)).toEqual([]);
  });

  test("is refused when somebody who came later was told of it", () => {
    const guests = play([], "2027-02-02").book.people.filter(({ roles }) => roles.includes("guest"));
    const nobody = [
      lead("2027-02-03T08:00", "setAudience", { item: "m2", audience: ["guest"] }),
      ...guests.map(({ email }) => lead("2027-02-03T08:00", "removePerson", { person: email })),
    ];
    const pin = lead("2027-02-03T10:00", "pinItem", { item: "m2", start: "2027-04-08T09:00" });
    const seq = seqOf([...nobody, pin], "item.pinned");
    const comes = lead("2027-02-03T11:00", "addPerson", { email: "kim@example.org", roles: ["guest"] });
    const script = (...more: (typeof pin)[]) => play([...nobody, pin, ...more], "2027-02-04");
    expect(script(undo("2027-02-03T12:00", seq)).refused).toEqual([]);
    const [told] = script(comes, undo("2027-02-03T12:00", seq)).refused;
    expect(told!.result.why.en).toContain("somebody has been told");
  });

  test("is refused when somebody was told, when it has changed since, and when it is no change", () => {
    const seq = seqOf([pinned], "item.pinned");
    const told = play([pinned, undo("2027-02-03T12:00", seq)], "2027-02-04").refused[0]!;
    expect(told.result.why.en).toContain("somebody has been told");
    const tighten = (first: string) =>
      lead("2027-02-03T11:00", "tightenItem", { item: "m2", first, last: first, reason: "x" });
    const twice = [tighten("2027-04-05"), tighten("2027-04-06")];
    const first = play(twice, "2027-02-04").ledger.find((row) => row.kind === "item.tightened")!.seq;
    expect(play([...twice, undo("2027-02-03T12:00", first)], "2027-02-04").refused[0]!.result.why.en).toContain(
      "changed since",
    );
    expect(play([undo("2027-02-03T12:00", 1)], "2027-02-04").refused[0]!.result.why.en).toContain("no change");
  });
});

test("before a meeting is moved it can be seen who would be told, and which reminders would be others", () => {
  const { network, book, plan } = play([pinned], "2027-02-04");
  const ground = { plan, machines: compile(plan) };
  const people = book.people;
  const at = network.state.now;
  const data = { item: "m1", start: at + 40 * 86_400_000, reason: "Salen" };
  const done = apply(
    ground,
    network,
    { key: "k", at, by: people[0]!.id, role: "networkLead", type: "moveItem", data },
    at,
  );
  const { told, gone, coming } = consequencesOf(book, journal(book, done.told));
  expect(told).toMatchObject([{ rule: "meeting-moved", subject: "item:m1" }]);
  expect(told[0]!.people.map(({ roles }) => roles).every((roles) => roles.includes("coreMember"))).toBe(true);
  expect(gone.map(({ rule }) => rule)).toEqual(["meeting-14", "meeting-7", "meeting-2", "minutes-3", "minutes-7"]);
  expect(coming.map(({ rule }) => rule)).toEqual(["meeting-14", "meeting-7", "meeting-2", "minutes-3", "minutes-7"]);
  expect(coming[0]!.at).not.toBe(gone[0]!.at);
});
