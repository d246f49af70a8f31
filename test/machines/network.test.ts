// The nine phases as a statechart: what may follow what, what is refused and why. Everything in memory.
import { describe, expect, test } from "vitest";
import { listProgrammes, samplePeople, sampleScript } from "../../library/programmes.ts";
import { entryJson } from "../../machines/entry-json.ts";
import { readScript } from "../../machines/script.ts";
import { simulate, type ScriptLine } from "../../machines/simulate.ts";
import { stateOf } from "../../machines/summary.ts";
import { fold, initialView } from "../../machines/view.ts";
import { startOf } from "../../machines/simulate.ts";
import { parsePeople } from "../../programmes/people.ts";
import { planOf } from "../../programmes/plan.ts";
import { readEnd } from "../../programmes/instant.ts";
import type { Programme } from "../../programmes/types.ts";

const START = "2027-02-01";
const ZONE = "Europe/Copenhagen";
const P1 = (await listProgrammes()).find(({ id }) => id === "innovationsnetvaerk")!;
const CSV = (await samplePeople(P1.id))!;
const SCRIPT = JSON.parse((await sampleScript(P1.id))!) as ScriptLine[];

function play(script: ScriptLine[], until: string, programme: Programme = P1) {
  const people = parsePeople(CSV, programme.roles);
  if ("problems" in people) throw new Error("people");
  const plan = planOf(programme, START);
  const read = readScript(script, plan, people.people);
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  const run = simulate({ plan, title: "Prøve", people: people.people, cues: read.cues, until: readEnd(until, ZONE)! });
  const emailOf = (id: string) => people.people.find((person) => person.id === id)?.email;
  return {
    ...run,
    plan,
    state: stateOf(plan, run.network.view),
    entries: run.ledger.map((row) => ({
      ...entryJson(row, { zone: ZONE, emailOf }),
      told: toldBy(run, row.seq, emailOf),
    })),
    refusals: run.refused.map(({ cue, result }) => ({ type: cue.type, ...result })),
  };
}

function toldBy(
  run: { deliveries: { seq: number; person: string }[] },
  seq: number,
  emailOf: (id: string) => string | undefined,
) {
  return run.deliveries.filter((one) => one.seq === seq).map((one) => emailOf(one.person));
}

const line = (at: string, by: string, trigger: string, data: ScriptLine["data"] = {}): ScriptLine => ({
  at,
  by,
  trigger,
  data,
});
const lead = (at: string, trigger: string, data: ScriptLine["data"] = {}) => line(at, "networkLead", trigger, data);
/** The sample's script up to a moment, and then other things. */
const sampleUpTo = (at: string, ...more: ScriptLine[]) => [...SCRIPT.filter((one) => one.at < at), ...more];
const open = (day: string) => {
  const { phases } = play(SCRIPT, day).state;
  return Object.keys(phases).filter((id) => phases[id] === "open");
};

describe("P1 as planned and executed", () => {
  test("design and focusing are both open in week 7", () => {
    expect(open("2027-03-17")).toEqual(["design", "focusing"]);
  });

  test.each(["2027-04-06", "2027-04-14", "2027-04-22"])("discovery, thematising and ideation are open on %s", (day) => {
    expect(open(day)).toEqual(["discovery", "thematising", "ideation"]);
  });

  test("ideas go their own ways: one approved, one adjusted and approved, one discarded with its reason", () => {
    const { ideas, ended, outcome } = play(SCRIPT, "2027-09-02").state;
    expect(ideas.map(({ id, state, round }) => [id, state, round])).toEqual([
      ["i1", "approved", 1],
      ["i2", "captured", 0],
      ["i3", "discarded", 1],
      ["i4", "captured", 0],
      ["i5", "captured", 0],
      ["i6", "captured", 0],
      ["i7", "approved", 2],
      ["i8", "captured", 0],
    ]);
    expect(ideas[2]?.reason).toMatch(/få kommer/);
    expect({ ended, outcome }).toEqual({ ended: true, outcome: "spread" });
  });

  test("nothing goes out in weeks 3–4 and 15–16", () => {
    const sent = play(SCRIPT, "2027-09-02").entries.filter(({ kind }) => kind === "message.sent");
    expect(sent.length).toBeGreaterThan(20);
    const within = (from: string, to: string) => sent.filter(({ at }) => at >= from && at < to);
    expect(within("2027-02-15", "2027-03-01")).toEqual([]);
    expect(within("2027-05-10", "2027-05-24")).toEqual([]);
  });

  test("reminders of meetings 2 and 3 go in the weeks of work, of meeting 5 in the break before it", () => {
    const sent = play(SCRIPT, "2027-09-02").entries.filter(
      ({ kind, rule }) => kind === "message.sent" && /-\d+$/.test(rule!),
    );
    const inWeeks = (from: string, to: string) =>
      sent.filter(({ at }) => at >= from && at < to).map(({ subject, rule }) => `${subject} ${rule}`);
    expect(inWeeks("2027-03-22", "2027-04-05")).toEqual([
      "item:m2 meeting-14",
      "item:m2 meeting-7",
      "item:m3 meeting-14",
    ]);
    expect(inWeeks("2027-04-26", "2027-05-03")).toEqual(["item:m5 meeting-7", "item:m5 meeting-2"]);
  });

  test("the view is the fold of the ledger", () => {
    const { ledger, plan, network, book } = play(SCRIPT, "2027-09-02");
    expect(book.view).toEqual(fold(initialView(plan, startOf(plan)), ledger));
    expect({ ...network.view, now: 0 }).toEqual({ ...book.view, now: 0 });
  });

  test("an open phase is paused in a full break", () => {
    const started = [lead("2027-02-01T09:00", "openPhase", { phase: "qualification" })];
    expect(play(started, "2027-02-10").state.phases["qualification"]).toBe("open");
    expect(play(started, "2027-02-16").state.phases["qualification"]).toBe("paused");
    expect(play(started, "2027-03-08").state.phases["qualification"]).toBe("open");
  });
});

describe("gates", () => {
  const opened = lead("2027-02-01T09:00", "openPhase", { phase: "qualification" });

  test("unmet criteria refuse an advance and are listed with what is there and what is wanted", () => {
    const { refusals, state } = play(
      [opened, lead("2027-02-02T09:00", "closePhase", { phase: "qualification" })],
      "2027-02-03",
    );
    expect(refusals).toMatchObject([
      {
        code: "criteria",
        unmet: [
          { criterion: "agreements", have: 0, need: 3 },
          { criterion: "characteristics", have: 0, need: 7 },
        ],
      },
    ]);
    expect(state.phases["qualification"]).toBe("open");
  });

  test("a parameter of the programme says what is enough", () => {
    const strict = { ...P1, parameters: { ...P1.parameters, ideas: 9 } };
    const { refusals } = play(SCRIPT, "2027-05-10", strict);
    expect(refusals).toMatchObject([{ type: "closePhase", unmet: [{ criterion: "ideas", have: 8, need: 9 }] }]);
  });

  test("a phase that waits for another is refused with that", () => {
    const { refusals } = play([lead("2027-02-01T09:00", "openPhase", { phase: "discovery" })], "2027-02-02");
    expect(refusals).toMatchObject([{ code: "criteria", unmet: [{ criterion: "focusingClosed", have: 0, need: 1 }] }]);
  });

  const advisory: Programme = { ...P1, gates: "advisory" };
  const early = (note?: string) =>
    lead("2027-02-02T09:00", "closePhase", { phase: "qualification", ...(note && { note }) });

  test("an advisory programme asks for a note, and records it", () => {
    expect(play([opened, early()], "2027-02-03", advisory).refusals).toMatchObject([{ code: "criteria" }]);
    const { state, entries } = play([opened, early("Chefen har sagt ja.")], "2027-02-03", advisory);
    expect(state.phases["qualification"]).toBe("closed");
    expect(entries.at(-1)).toMatchObject({ kind: "phase.closed", reason: "Chefen har sagt ja." });
  });

  test("a note is no way round a blocking gate", () => {
    expect(play([opened, early("Please")], "2027-02-03").refusals).toMatchObject([{ code: "criteria" }]);
  });

  test("data of a trigger cannot stand in for facts", async () => {
    const { apply, begin } = await import("../../machines/network/network.ts");
    const plan = planOf(P1, START);
    const at = startOf(plan);
    const { network } = begin(plan, at, { key: "k", by: "p", role: "" });
    const data = { phase: "discovery", facts: { "closed:focusing": 1 }, assumeMet: true };
    const forged = apply(plan, network, { key: "x", at, by: "p", role: "networkLead", type: "openPhase", data }, at);
    expect(forged.result).toMatchObject({ ok: false, code: "criteria" });
  });

  test.each([
    ["participant", "openPhase", { phase: "qualification" }],
    ["networkLead", "decide", { idea: "i1", outcome: "discard", reason: "nej" }],
  ])("%s may not %s", (by, trigger, data) => {
    expect(play([line("2027-02-01T09:00", by, trigger, data)], "2027-02-02").refusals).toMatchObject([
      { code: "role" },
    ]);
  });

  test("the co-driver holds the lead's rights, and the ledger says who it was", () => {
    const { entries } = play(
      [line("2027-02-01T09:00", "coDriver", "openPhase", { phase: "qualification" })],
      "2027-02-02",
    );
    expect(entries.at(-1)).toMatchObject({ kind: "phase.opened", role: "coDriver" });
  });

  test("a closed phase stays closed but by a declared loop", () => {
    const again = lead("2027-02-13T09:00", "openPhase", { phase: "qualification" });
    expect(play(sampleUpTo("2027-02-13", again), "2027-02-14").refusals).toMatchObject([
      { type: "openPhase", code: "state" },
    ]);
  });
});

describe("loops", () => {
  const renegotiating = (...more: ScriptLine[]) => sampleUpTo("2027-09-01T11:00", ...more);
  const reopen = (at: string) => lead(at, "openPhase", { phase: "test" });
  const close = (at: string) => lead(at, "closePhase", { phase: "test" });

  test("renegotiation opens test again at most twice", () => {
    const days = ["2027-09-06", "2027-09-07", "2027-09-08"];
    const script = renegotiating(...days.flatMap((day) => [reopen(`${day}T09:00`), close(`${day}T10:00`)]));
    const { entries, refusals } = play(script, "2027-09-30");
    expect(entries.filter(({ kind, at }) => kind === "phase.reopened" && at > "2027-09").length).toBe(2);
    expect(refusals).toMatchObject([
      { type: "openPhase", unmet: [{ criterion: "reopen-bound" }] },
      { type: "closePhase" },
    ]);
  });

  test("an adjusted idea opens test again", () => {
    expect(play(SCRIPT, "2027-07-28").state.phases).toMatchObject({ test: "open", evaluation: "open" });
  });

  test("a discarded idea is revived with a reason, and tested as a new round", () => {
    const script = renegotiating(
      reopen("2027-09-06T09:00"),
      lead("2027-09-06T10:00", "reviveIdea", { idea: "i3", reason: "Ny åbningstid er mulig." }),
      lead("2027-09-06T11:00", "startTest", { idea: "i3" }),
    );
    expect(play(script, "2027-09-07").state.ideas[2]).toMatchObject({ state: "testing", round: 2 });
  });

  test("in the last round adjusting is not offered", () => {
    const once = { ...P1, rounds: 1 };
    const { refusals, state } = play(sampleUpTo("2027-07-28"), "2027-07-28", once);
    expect(refusals).toMatchObject([{ type: "decide", code: "state" }]);
    expect(refusals[0]?.why.da).toMatch(/sidste runde/);
    expect(state.ideas[6]).toMatchObject({ state: "deciding", round: 1 });
  });

  test("a test that cannot be carried out counts as its result and goes to decision", () => {
    const script = sampleUpTo(
      "2027-07-01",
      lead("2027-07-01T09:00", "abandonTest", { idea: "i3", reason: "Ingen vagter." }),
    );
    expect(play(script, "2027-07-02").state.ideas[2]).toMatchObject({ state: "deciding", reason: "Ingen vagter." });
  });
});

describe("meetings", () => {
  const pin = (at: string, start: string) => lead(at, "pinItem", { item: "m1", start });
  const about = (script: ScriptLine[], until = "2027-06-01") =>
    play(script, until)
      .entries.filter(({ subject }) => subject === "item:m1")
      .map(({ kind, rule, at, reason }) => [at.slice(0, 16), kind, rule ?? reason ?? ""].join(" ").trim());

  test("without a date nothing is sent, and the ledger says why", () => {
    expect(about([])).toEqual([
      "2027-03-01T09:00 message.suppressed meeting-14",
      "2027-03-08T09:00 message.suppressed meeting-7",
      "2027-03-12T09:00 message.suppressed meeting-2",
    ]);
    const reasons = play([], "2027-04-01")
      .entries.filter(({ kind }) => kind === "message.suppressed")
      .map(({ reason }) => reason);
    expect(new Set(reasons)).toEqual(new Set(["date-not-precise"]));
  });

  test("made 24 hours ahead its reminders are suppressed, the invitation goes", () => {
    const entries = play([pin("2027-02-03T10:00", "2027-02-04T10:00")], "2027-02-05").entries;
    const messages = entries.filter(({ kind }) => kind.startsWith("message."));
    expect(messages.map(({ kind, rule, reason }) => [kind, rule, reason])).toEqual([
      ["message.sent", "meeting-invitation", undefined],
      ["message.suppressed", "meeting-14", "too-late"],
      ["message.suppressed", "meeting-7", "too-late"],
      ["message.suppressed", "meeting-2", "too-late"],
    ]);
  });

  test("moving it moves its reminders; what is due within a day of the message of the move is not said twice", () => {
    const script = [
      pin("2027-02-03T10:00", "2027-03-18T09:00"),
      lead("2027-03-09T10:00", "moveItem", { item: "m1", start: "2027-03-17T09:00", reason: "Salen" }),
    ];
    expect(about(script).filter((one) => one > "2027-03-05")).toEqual([
      "2027-03-09T10:00 item.moved Salen",
      "2027-03-09T10:00 message.sent meeting-moved",
      "2027-03-09T10:00 message.planned meeting-7",
      "2027-03-09T10:00 message.planned meeting-2",
      "2027-03-09T10:00 message.suppressed meeting-14",
      "2027-03-10T09:00 message.suppressed meeting-7",
      "2027-03-15T09:00 message.sent meeting-2",
    ]);
  });

  test("cancelling it says so to those invited, and nothing after", () => {
    const script = [
      pin("2027-02-03T10:00", "2027-03-18T09:00"),
      lead("2027-03-05T10:00", "cancelItem", { item: "m1", reason: "Syg" }),
    ];
    expect(about(script).at(-1)).toBe("2027-03-05T10:00 message.sent meeting-cancelled");
  });

  test("reminders go to those invited who have not declined, at 09:00 local on a working day", () => {
    const { entries } = play(SCRIPT, "2027-03-17");
    const reminder = entries.find(({ kind, rule }) => kind === "message.sent" && rule === "meeting-2")!;
    expect(reminder.at).toBe("2027-03-16T09:00:00+01:00");
    expect(reminder.told).toEqual(expect.arrayContaining([expect.stringMatching(/^ellen/)]));
    expect(reminder.told).not.toEqual(expect.arrayContaining([expect.stringMatching(/^halfdan/)]));
  });

  test("across the clock change a reminder keeps its local time", () => {
    const { entries } = play(SCRIPT, "2027-04-10");
    const sent = entries.filter(
      ({ subject, kind, rule }) => subject === "item:m2" && kind === "message.sent" && rule !== "meeting-invitation",
    );
    expect(sent.map(({ at }) => at)).toEqual([
      "2027-03-24T09:00:00+01:00",
      "2027-04-01T09:00:00+02:00",
      "2027-04-06T09:00:00+02:00",
    ]);
  });
});

describe("the end", () => {
  test("stopping takes the lead and the reference manager, from any state", () => {
    const stop = (at: string, by: string) => line(at, by, "stopNetwork", { reason: "Pengene er væk." });
    const one = play([stop("2027-02-02T09:00", "networkLead"), stop("2027-02-03T09:00", "coDriver")], "2027-02-04");
    expect(one.state.ended).toBe(false);
    const both = play(
      [stop("2027-02-02T09:00", "networkLead"), stop("2027-02-03T09:00", "referenceManager")],
      "2027-06-01",
    );
    expect(both.state).toMatchObject({ ended: true, outcome: "stopped" });
    expect(both.entries.at(-1)).toMatchObject({ kind: "network.ended", reason: "Pengene er væk." });
  });

  test("nothing is taken after it", () => {
    const { refusals } = play([...SCRIPT, lead("2027-09-02T09:00", "addIdea", { title: "For sent" })], "2027-09-03");
    expect(refusals).toMatchObject([{ code: "ended" }]);
  });

  test("the network is not closed before renegotiation is open", () => {
    expect(play([lead("2027-02-02T09:00", "closeNetwork", { outcome: "end" })], "2027-02-03").refusals).toMatchObject([
      { code: "criteria", unmet: [{ criterion: "renegotiationOpen" }] },
    ]);
  });
});
