// P4 from start to end: overlapping phases, gates that only advise, four of n, a track for each municipality, twelve records.
import { describe, expect, test } from "vitest";
import { measurements } from "../../machines/monitoring.ts";
import type { ScriptLine } from "../../machines/simulate.ts";
import { line, sampleOf, sentIn } from "./shipped.ts";

const { programme, script, play, upTo } = await sampleOf("beskaeftigelsesindsats");
const whole = play(script, "2020-12-31");
const lead = (at: string, trigger: string, data: ScriptLine["data"]) => line(at, "networkLead", trigger, data);
const open = (day: string) => {
  const { phases } = play(script, day).state;
  return Object.keys(phases).filter((id) => phases[id] === "open");
};
const refused = (at: string, ...more: ScriptLine[]) =>
  play(upTo(at, ...more), "2020-12-31").refusals.map(({ type, code, unmet }) => [
    type,
    code,
    ...unmet.map(({ criterion }) => criterion),
  ]);
const FOUR = ["Bakkeby Kommune", "Vigsø Kommune", "Højmark Kommune", "Lunderup Kommune"];

describe("P4 from start to end", () => {
  test("runs to its end without a refusal, and every meeting is held", () => {
    expect(whole.refusals).toEqual([]);
    expect(whole.state).toMatchObject({ ended: true, outcome: "spread" });
    const meetings = programme.items.filter(({ kind }) => kind === "meeting").map(({ id }) => id);
    expect(meetings.filter((id) => whole.state.items[id]?.state !== "held")).toEqual([]);
  });

  test("phases 1 and 2 are open together in October 2019, 2 and 3 in June and July 2020", () => {
    expect(open("2019-09-15")).toEqual(["forberedelse"]);
    expect(open("2019-10-15")).toEqual(["forberedelse", "udvikling"]);
    expect(open("2019-12-15")).toEqual(["udvikling"]);
    expect(open("2020-06-15")).toEqual(["udvikling", "afslutning"]);
    expect(open("2020-07-15")).toEqual(["udvikling", "afslutning"]);
    expect(open("2020-09-15")).toEqual(["afslutning"]);
  });

  test("four of six municipalities are chosen", () => {
    const [chosen] = whole.state.decisions;
    expect(chosen).toMatchObject({ id: "udvaelg-kommuner", state: "decided", outcome: "select", choices: FOUR });
    const put = whole.entries.find(({ kind }) => kind === "decision.proposed");
    expect(put?.data?.["options"]).toHaveLength(6);
    const three = { item: "udvaelg-kommuner", outcome: "select", choices: FOUR.slice(1) };
    expect(refused("2019-09-04", lead("2019-09-04T09:00", "decide", three))).toEqual([["decide", "state"]]);
  });

  test("each of the four has a planning meeting of its own", () => {
    const invited = sentIn(whole).filter(({ rule, subject }) => rule === "meeting-invitation" && /planl/.test(subject));
    expect(invited.map(({ subject, told }) => [subject, told])).toEqual([
      ["item:planlaegning/kommune-1", ["connie.fladstrand", "ivalo.kragelund"]],
      ["item:planlaegning/kommune-2", ["detlef.mosegaard", "jarl.hestehave"]],
      ["item:planlaegning/kommune-3", ["edda.humlegaard", "kaja.birkemose"]],
      ["item:planlaegning/kommune-4", ["folmer.strandkaer", "linus.aadal"]],
    ]);
  });
});

describe("gates only advise", () => {
  const close = (note?: string) =>
    lead("2020-07-31T12:00", "closePhase", { phase: "udvikling", ...(note !== undefined && { note }) });

  test("going on without what is missing takes a note", () => {
    expect(refused("2020-07-31", close())).toEqual([["closePhase", "criteria", "tracksEnded"]]);
    expect(refused("2020-07-31", close("Vi går videre."))).toEqual([]);
    const early = lead("2019-08-20T09:00", "openPhase", { phase: "udvikling" });
    expect(refused("2019-08-20", early)).toEqual([["openPhase", "criteria", "municipalitiesChosen"]]);
  });

  test("and is recorded with what was missing and the note", () => {
    const closed = whole.entries.find((one) => one.kind === "phase.closed" && one.subject === "phase:udvikling");
    expect(closed).toMatchObject({ data: { unmet: ["tracksEnded"] }, reason: expect.stringContaining("Lunderup") });
  });
});

describe("local tracks", () => {
  const tracks = (day: string) =>
    play(script, day).state.tracks.map(({ organisation, state, done }) => [organisation, state, done.length]);
  const start = (organisation: string, note?: string) =>
    lead("2019-10-21T10:00", "startTrack", { track: "lokal", organisation, ...(note !== undefined && { note }) });

  test("each of the four has its own state", () => {
    expect(tracks("2019-10-25")).toEqual([["Bakkeby Kommune", "running", 0]]);
    expect(tracks("2020-06-15")).toEqual([
      ["Bakkeby Kommune", "running", 5],
      ["Vigsø Kommune", "running", 5],
      ["Højmark Kommune", "running", 5],
      ["Lunderup Kommune", "running", 4],
    ]);
    expect(tracks("2020-07-31").map(([, state]) => state)).toEqual(["ended", "ended", "ended", "running"]);
    expect(tracks("2020-12-31")).toEqual(FOUR.map((organisation) => [organisation, "ended", 6]));
  });

  test("starting one before all have measured takes a note, and is recorded", () => {
    expect(refused("2019-10-21", start("Vigsø Kommune"))).toEqual([["startTrack", "criteria", "baselineMeasured"]]);
    expect(refused("2019-10-21", start("Vigsø Kommune", "Vi er klar."))).toEqual([]);
    const [first, ...others] = whole.entries.filter(({ kind }) => kind === "track.started");
    expect(first).toMatchObject({ data: { unmet: ["baselineMeasured"] }, reason: expect.stringContaining("klar") });
    expect(others.map(({ data }) => data?.["unmet"])).toEqual([undefined, undefined, undefined]);
  });

  test("there is one for each municipality and no more than four; steps come in their order", () => {
    const again = lead("2019-11-20T09:00", "startTrack", { track: "lokal", organisation: "Vigsø Kommune" });
    const step = { track: "lokal", organisation: "Vigsø Kommune", step: "trin3" };
    expect(refused("2019-11-20", again, lead("2019-11-21T10:00", "completeStep", step))).toEqual([
      ["startTrack", "state"],
      ["completeStep", "state"],
    ]);
    const fifth = lead("2019-11-20T10:00", "startTrack", { track: "lokal", organisation: "Tingvad Kommune" });
    expect(refused("2019-11-20", fifth)).toEqual([["startTrack", "state"]]);
  });
});

describe("twelve records", () => {
  const records = whole.book.contributions.filter(({ kind }) => kind === "measure.recorded");

  test("are three points of four municipalities, at least on criteria 1 to 6", () => {
    expect(records).toHaveLength(12);
    const places = new Set(records.map(({ item, data }) => `${item} ${String(data["organisation"])}`));
    expect(places.size).toBe(12);
    for (const { data } of records)
      expect(Object.keys(data["values"] as object)).toEqual(expect.arrayContaining(["1", "2", "3", "4", "5", "6"]));
  });

  test("can be compared: every criterion got better in every municipality from first to last", () => {
    const rows = measurements(whole.plan.programme, whole.book.contributions);
    expect(rows.map(({ criterion, organisation }) => `${criterion} ${organisation}`)).toEqual(
      ["1", "2", "3", "4", "5", "6", "7"].flatMap((criterion) => FOUR.toSorted().map((one) => `${criterion} ${one}`)),
    );
    // Of the seventh there are words only, at the end.
    for (const { points } of rows.filter(({ criterion }) => criterion !== "7")) {
      const [first, midway, last] = ["baseline", "midtvejs", "slut"].map((point) => Number(points[point]));
      expect(first! <= midway! && midway! < last!).toBe(true);
    }
  });

  test("lack no criterion that the programme measures against, and name none that it has not", () => {
    const record = (values: object) =>
      lead("2019-10-20T10:00", "recordMeasure", { item: "baseline", organisation: FOUR[0]!, values: values as never });
    const why = (values: object) => play([record(values)], "2019-10-21").refused[0]?.result.why.en;
    expect(why({ 1: 2, 2: 2, 3: 3, 4: 1, 6: 5 })).toContain("lacks criterion 5");
    expect(why({ 1: 2, 2: 2, 3: 3, 4: 1, 5: 2, 6: 5, 8: 1 })).toContain("no criterion 8");
    expect(why({ 1: 2, 2: 2, 3: 3, 4: 1, 5: 2, 6: "41 %", 7: "endnu intet" })).toBeUndefined();
  });
});
