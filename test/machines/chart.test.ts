// The method's picture: which phases are active, what comes next, what is met of what they wait for, and the loops.
import { expect, test } from "vitest";
import { chartOf, type Chart } from "../../machines/chart.ts";
import { sampleOf } from "./shipped.ts";

async function chartIn(id: string, until: string): Promise<Chart> {
  const { play, upTo } = await sampleOf(id);
  return chartOf(play(upTo(`${until}T24`), until).book);
}

const states = ({ phases }: Chart) => Object.fromEntries(phases.map(({ id, state }) => [id, state]));

test("P1 in its eleventh week: three phases are active, the one after them is next, and each says what is missing", async () => {
  const chart = await chartIn("innovationsnetvaerk", "2027-04-16");
  expect(states(chart)).toEqual({
    qualification: "done",
    design: "done",
    focusing: "done",
    discovery: "active",
    thematising: "active",
    ideation: "active",
    prioritisation: "next",
    test: "waiting",
    evaluation: "waiting",
    renegotiation: "waiting",
  });
  const themes = chart.phases.find(({ id }) => id === "thematising")!.closes;
  expect(themes).toMatchObject([{ id: "themes", met: false, have: 0, need: 1 }]);
  expect(chart.phases[0]!.closes).toMatchObject([
    { met: true, have: 3, need: 3 },
    { met: true, have: 7, need: 7 },
  ]);
  expect(chart.phases[7]!.closes[1]).toMatchObject({ id: "results", met: true, most: true, need: 0 });
  expect(chart.loops.map(({ from, to }) => [from, to])).toEqual([
    ["evaluation", "test"],
    ["renegotiation", "test"],
    ["renegotiation", "evaluation"],
  ]);
});

test("before the beginning only the first phase is next; after the end none is", async () => {
  const { play } = await sampleOf("innovationsnetvaerk");
  const before = states(chartOf(play([], "2027-02-01").book));
  expect(Object.entries(before).filter(([, state]) => state === "next")).toEqual([["qualification", "next"]]);
  const after = await chartIn("innovationsnetvaerk", "2027-09-30");
  expect([after.ended, Object.values(states(after))]).toEqual([true, Array(10).fill("done")]);
});

test("P3: what a decision lets begin is next for both phases, beside each other", async () => {
  const { play, upTo } = await sampleOf("borgerservice");
  const opened = upTo("2015-01-01T00").find(
    ({ trigger, data }) => trigger === "openPhase" && data?.["phase"] === "behov",
  )!;
  const chart = chartOf(play(upTo(opened.at), opened.at.slice(0, 10)).book);
  expect(states(chart)).toMatchObject({ behov: "next", servicebegreb: "next", profil: "waiting" });
});

test("a programme without phases has none", async () => {
  expect((await chartIn("partnerskab", "2027-10-15")).phases).toEqual([]);
});
