// Measurements: what is compared with what, what is missing, and what may not be recorded yet.
import { describe, expect, test } from "vitest";
import { comparisonOf } from "../../machines/accounts/comparison.ts";
import { line, sampleOf } from "./shipped.ts";

const { script, play, upTo } = await sampleOf("beskaeftigelsesindsats");
const FOUR = ["Bakkeby Kommune", "Højmark Kommune", "Lunderup Kommune", "Vigsø Kommune"];
const record = (at: string, item: string, organisation: string, value = 3) => {
  const values = Object.fromEntries(["1", "2", "3", "4", "5", "6"].map((criterion) => [criterion, value]));
  return line(at, "networkLead", "recordMeasure", { item, organisation, values });
};
const comparedOn = (day: string) => {
  const { plan, book, ledger } = play(script, day);
  return comparisonOf(plan.programme, book.contributions, ledger)!;
};

describe("the twelve records of P4", () => {
  const whole = comparedOn("2020-12-31");

  test("are four organisations at three points, for each criterion", () => {
    expect(whole.points.map(({ id }) => id)).toEqual(["baseline", "midtvejs", "slut"]);
    expect(whole.organisations).toEqual(FOUR);
    expect(whole.records).toHaveLength(12);
    expect(whole.missing).toEqual([]);
    expect(whole.criteria.map(({ id }) => id)).toEqual(["1", "2", "3", "4", "5", "6", "7"]);
    const six = whole.criteria[5]!.rows;
    expect(six.map(({ organisation }) => organisation)).toEqual(FOUR);
    expect(six[0]!.values).toEqual([41, 44, 52]);
    expect(whole.criteria[6]!.rows[0]!.values).toEqual([undefined, undefined, expect.stringContaining("materialet")]);
  });

  test("are told apart where a baseline came after its municipality had begun", () => {
    expect(whole.records.filter(({ late }) => late)).toEqual([]);
    const begins = { track: "lokal", organisation: "Vigsø Kommune", note: "Vi er klar" };
    const early = upTo("2019-09-01", line("2019-09-02T09:00", "networkLead", "startTrack", begins));
    const { plan, book, ledger } = play(
      [...early, record("2019-09-20T09:00", "baseline", "Vigsø Kommune")],
      "2019-10-01",
    );
    expect(comparisonOf(plan.programme, book.contributions, ledger)!.records).toMatchObject([{ late: true }]);
  });

  test("say before the end which are missing", () => {
    const then = comparedOn("2020-06-30");
    expect(then.records).toHaveLength(8);
    expect(then.missing).toEqual(FOUR.map((organisation) => ({ point: "slut", organisation })));
  });
});

test("nothing else is recorded of an organisation before its baseline, and of others it may be", () => {
  const [one, other] = ["Bakkeby Kommune", "Vigsø Kommune"] as const;
  const played = play(
    [
      record("2019-09-01T09:00", "slut", one),
      record("2019-09-01T10:00", "baseline", one),
      record("2019-09-01T11:00", "slut", one),
      record("2019-09-01T12:00", "midtvejs", other),
    ],
    "2019-09-02",
  );
  expect(played.refused.map(({ cue, result }) => [cue.data["item"], cue.data["organisation"], result.why.en])).toEqual([
    ["slut", one, expect.stringContaining("“Baseline” yet")],
    ["midtvejs", other, expect.stringContaining("Record that first")],
  ]);
  expect(played.book.contributions).toHaveLength(2);
});

test("evaluations of different things are no baselines of each other", async () => {
  const { play: playJoint } = await sampleOf("borgerservice");
  const values = { "1": "Profilen bruges." };
  const last = { item: "slutevaluering", organisation: "Hedeby Kommune", values };
  const { refused } = playJoint([line("2016-02-01T09:00", "networkLead", "recordMeasure", last)], "2016-02-02");
  expect(refused).toEqual([]);
});

test("a programme that measures nothing has nothing to compare", async () => {
  const { play: playOther } = await sampleOf("partnerskab");
  const { plan, book } = playOther([], "2027-08-01");
  expect(comparisonOf(plan.programme, book.contributions, [])).toBeUndefined();
});
