// P3 from start to end: decisions that phases wait for, a rejected profile, one institution of n, a condition instead of a date.
import { describe, expect, test } from "vitest";
import type { ScriptLine } from "../../machines/simulate.ts";
import { line, sampleOf } from "./shipped.ts";

const { script, play, upTo } = await sampleOf("borgerservice");
const whole = play(script, "2016-12-31");
const lead = (at: string, trigger: string, data: ScriptLine["data"]) => line(at, "networkLead", trigger, data);
const secretary = (at: string, trigger: string, data: ScriptLine["data"]) => line(at, "secretariat", trigger, data);
const mail = (name: string) => `${name}@example.org`;
const decision = (played: typeof whole, id: string) => played.state.decisions.find((one) => one.id === id);
const open = (day: string) => {
  const { phases } = play(script, day).state;
  return Object.keys(phases).filter((id) => phases[id] === "open");
};
/** The refusals of lines after the script up to a moment. */
const refused = (at: string, ...more: ScriptLine[]) =>
  play(upTo(at, ...more), "2016-12-31").refusals.map(({ type, code, unmet }) => [
    type,
    code,
    ...unmet.map(({ criterion }) => criterion),
  ]);

describe("P3 from start to end", () => {
  test("runs to its end without a refusal, all its phases closed and its decisions taken", () => {
    expect(whole.refusals).toEqual([]);
    expect(whole.state).toMatchObject({ ended: true, outcome: "spread" });
    expect(new Set(Object.values(whole.state.phases))).toEqual(new Set(["closed"]));
    expect(whole.state.decisions.map(({ id, state, round }) => [id, state, round])).toEqual([
      ["D1", "decided", 1],
      ["D2", "decided", 1],
      ["D3", "decided", 2],
      ["uddannelse-findes", "decided", 1],
      ["D4", "decided", 1],
    ]);
  });

  test("phases 1 and 2 are open together, and so are 3 and 4", () => {
    expect(open("2014-10-01")).toEqual(["konsolidering"]);
    expect(open("2015-01-20")).toEqual(["behov", "servicebegreb"]);
    expect(open("2015-04-20")).toEqual(["profil", "uddannelser"]);
    expect(open("2015-07-01")).toEqual(["uddannelser"]);
  });
});

describe("D1 opens phases 1 and 2", () => {
  const both = [
    lead("2014-10-21T09:00", "openPhase", { phase: "behov" }),
    lead("2014-10-21T09:01", "openPhase", { phase: "servicebegreb" }),
  ];

  test("which stay shut until it is taken", () => {
    expect(refused("2014-10-21", ...both)).toEqual([
      ["openPhase", "criteria", "planApproved"],
      ["openPhase", "criteria", "planApproved"],
    ]);
  });

  test("by more than half of the six, and not by whoever proposed it alone", () => {
    const votes = ["agnete.bjerrelund", "cecil.dyrehave", "ditte.oerbaek"].map((name, index) =>
      line(`2014-10-22T1${index}:00`, mail(name), "decide", { item: "D1", outcome: "approve" }),
    );
    expect(decision(play(upTo("2014-10-22", ...votes), "2014-10-23"), "D1")).toMatchObject({
      state: "proposed",
      votes: 3,
    });
    const last = line("2014-10-22T13:00", mail("fia.groenhave"), "decide", { item: "D1", outcome: "approve" });
    expect(decision(play(upTo("2014-10-22", ...votes, last), "2014-10-23"), "D1")).toMatchObject({ state: "decided" });
  });

  test("and only the steering group votes on it", () => {
    const vote = line("2014-10-22T10:00", mail("harald.lyngsoe"), "decide", { item: "D1", outcome: "approve" });
    expect(refused("2014-10-22", vote)).toEqual([["decide", "role"]]);
  });
});

describe("phase 2 may be left", () => {
  test("with a reason, which everybody can read", () => {
    const closed = whole.entries.find((one) => one.kind === "phase.closed" && one.subject === "phase:servicebegreb");
    expect(closed).toMatchObject({ data: { outcome: "notCarriedOut" }, reason: expect.stringContaining("fravalgt") });
  });

  test("even before it has opened, which phase 1 may not", () => {
    const left = (phase: string) =>
      secretary("2014-11-28T13:00", "closePhase", { phase, outcome: "notCarriedOut", reason: "Vi når det ikke." });
    expect(refused("2014-11-28T13:00", left("servicebegreb"), left("behov"))).toEqual([["closePhase", "state"]]);
  });

  test("phase 3 waits until both are closed", () => {
    const profil = lead("2015-02-21T09:00", "openPhase", { phase: "profil" });
    expect(refused("2015-02-20", profil)).toEqual([["openPhase", "criteria", "needsClosed", "conceptClosed"]]);
    expect(refused("2015-02-21", profil)).toEqual([["openPhase", "criteria", "needsClosed"]]);
  });
});

describe("the profile", () => {
  const close = (at: string) => secretary(at, "closePhase", { phase: "profil" });

  test("keeps phase 3 from closing until the steering group has approved it", () => {
    expect(refused("2015-04-30", close("2015-04-30T10:00"))).toEqual([["closePhase", "criteria", "profileApproved"]]);
    expect(refused("2015-05-12", close("2015-05-12T10:00"))).toEqual([]);
  });

  test("goes to the steering group only once the project group agrees", () => {
    const early = lead("2015-03-23T09:00", "propose", { item: "D3" });
    expect(refused("2015-03-23", early)).toEqual([["propose", "criteria", "profileAgreed"]]);
  });

  test("rejected goes back to drafting with its reason, and both decide anew", () => {
    const after = play(script, "2015-04-16");
    expect(decision(after, "D3")).toMatchObject({ state: "drafting", outcome: "reject", reason: "Den er for bred." });
    expect(decision(after, "D2")).toMatchObject({ state: "drafting" });
    const again = lead("2015-04-16T09:00", "propose", { item: "D3" });
    expect(refused("2015-04-16", again)).toEqual([["propose", "criteria", "profileAgreed"]]);
  });

  test("a rejection says why", () => {
    const bare = line("2015-04-13T09:00", mail("cecil.dyrehave"), "decide", { item: "D3", outcome: "reject" });
    expect(() => play(upTo("2015-04-13", bare), "2015-04-14")).toThrow("reason");
  });

  test("opens phase 4 as soon as it has been put, before it is approved", () => {
    const openNow = (at: string) => lead(at, "openPhase", { phase: "uddannelser" });
    expect(refused("2015-04-01", openNow("2015-04-01T09:00"))).toEqual([["openPhase", "criteria", "profileDescribed"]]);
    expect(refused("2015-04-07T10:00", openNow("2015-04-07T11:00"))).toEqual([]);
  });
});

describe("D4 picks one institution of n", () => {
  const put = { item: "D4", options: ["Akademi Nord", "Akademi Syd", "Akademi Øst"] };
  const choose = (choices: string[]) => ({ item: "D4", outcome: "select", choices });
  const vote = (at: string, name: string, choices: string[]) => line(at, mail(name), "decide", choose(choices));

  test("which is what most of the steering group chose", () => {
    expect(decision(whole, "D4")).toMatchObject({ outcome: "select", choices: ["Akademi Nord"] });
    expect(decision(whole, "uddannelse-findes")).toMatchObject({ choices: ["udvikles"] });
  });

  test("and neither two nor one that was not put", () => {
    const lines = [
      lead("2015-06-15T10:00", "propose", put),
      vote("2015-06-16T10:00", "cecil.dyrehave", ["Akademi Nord", "Akademi Syd"]),
      vote("2015-06-16T11:00", "cecil.dyrehave", ["Akademi Vest"]),
    ];
    expect(refused("2015-06-15", ...lines)).toEqual([
      ["decide", "state"],
      ["decide", "state"],
    ]);
  });
});

describe("phase 5 waits for its condition, not for the winter", () => {
  const udbud = (at: string) => lead(at, "openPhase", { phase: "udbud" });

  test("and is neither due nor open when the winter comes", () => {
    expect(play(script, "2016-01-10").state.phases["udbud"]).toBe("waiting");
    expect(whole.entries.filter(({ kind, subject }) => kind === "phase.due" && subject === "phase:udbud")).toEqual([]);
    expect(refused("2016-01-10", udbud("2016-01-10T09:00"))).toEqual([["openPhase", "criteria", "educationReady"]]);
  });

  test("but opens when the institution is ready, be it in summer", () => {
    const ready = lead("2015-07-01T09:00", "confirmCondition", { condition: "uddannelse-klar" });
    expect(refused("2015-07-01", ready, udbud("2015-07-02T09:00"))).toEqual([]);
  });
});

describe("who may", () => {
  test("the secretary closes phases and the project leads do not", () => {
    const close = (by: string) => line("2014-11-28T09:00", by, "closePhase", { phase: "konsolidering" });
    expect(refused("2014-11-28", close("networkLead"))).toEqual([["closePhase", "role"]]);
    expect(refused("2014-11-28", close("secretariat"))).toEqual([]);
  });

  test("it is stopped when both a project lead and the steering group ask for it", () => {
    const stop = (at: string, by: string) => line(at, by, "stopNetwork", { reason: "Pengene er brugt." });
    const one = stop("2014-11-03T09:00", mail("egil.sommerlund"));
    expect(play(upTo("2014-11-03", one), "2014-11-04").state.ended).toBe(false);
    const both = play(upTo("2014-11-03", one, stop("2014-11-03T10:00", "networkLead")), "2014-11-04");
    expect(both.state).toMatchObject({ ended: true, outcome: "stopped" });
  });
});
