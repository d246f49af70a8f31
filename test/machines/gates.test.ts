// What may follow what, what is refused and why, which loops there are, and how it ends.
import { describe, expect, test } from "vitest";
import { startOf, type ScriptLine } from "../../machines/simulate.ts";
import { compile } from "../../machines/network/compile.ts";
import { apply, begin } from "../../machines/network/network.ts";
import { planOf } from "../../programmes/plan.ts";
import type { Programme } from "../../programmes/types.ts";
import { lead, line, P1, play, sampleUpTo, SCRIPT, START } from "./play.ts";

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
    const plan = planOf(P1, START);
    const at = startOf(plan);
    const ground = { plan, machines: compile(plan) };
    const { network } = begin(ground, at, { key: "k", by: "p", role: "" });
    const data = { phase: "discovery", facts: { "closed:focusing": 1 }, assumeMet: true };
    const forged = apply(ground, network, { key: "x", at, by: "p", role: "networkLead", type: "openPhase", data }, at);
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
    const [told] = both.entries.filter(({ rule }) => rule === "network-stopped");
    expect(told).toMatchObject({ kind: "message.sent", reason: "Pengene er væk." });
    expect(new Set(told!.told)).toEqual(new Set(both.book.people.map(({ email }) => email)));
  });

  test("nothing is taken after it", () => {
    const { refusals } = play([...SCRIPT, lead("2027-09-02T09:00", "addIdea", { title: "For sent" })], "2027-09-03");
    expect(refusals).toMatchObject([{ code: "ended" }]);
  });

  test("the network is not closed before renegotiation is open", () => {
    expect(play([lead("2027-02-02T09:00", "closeNetwork", { outcome: "end" })], "2027-02-03").refusals).toMatchObject([
      { code: "criteria", unmet: [{ criterion: "renegotiationOpened" }] },
    ]);
  });
});
