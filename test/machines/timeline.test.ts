// The timeline of the shipped programmes' samples on their way: what stands on it, where, and in which order.
import { describe, expect, test } from "vitest";
import { spanOf, type Line } from "../../machines/timeline/line.ts";
import { timelineOf, type Timeline } from "../../machines/timeline/timeline.ts";
import type { ScriptLine } from "../../machines/simulate.ts";
import { line, sampleOf } from "./shipped.ts";

async function timelineIn(id: string, until: string, ...more: ScriptLine[]): Promise<Timeline> {
  const { play, upTo } = await sampleOf(id);
  const { book, ledger, network, refused } = play(upTo(`${until}T24`, ...more), until);
  expect(refused).toEqual([]);
  return timelineOf(book, ledger, network.state.now);
}

const found = ({ lines }: Timeline, id: string): Line => lines.find((one) => one.id === id)!;

describe("P1 in its eleventh week", async () => {
  const timeline = await timelineIn("innovationsnetvaerk", "2027-04-16");

  test("goes over its 27 weeks, counted beside those of the year", () => {
    const { weeks, today, phases } = timeline;
    expect(today).toBe("2027-04-16");
    expect(weeks).toHaveLength(27);
    expect([weeks[0], weeks[26]]).toEqual([
      { monday: "2027-02-01", iso: 5, week: 1 },
      { monday: "2027-08-02", iso: 31, week: 27 },
    ]);
    expect(phases.slice(0, 3)).toEqual(["qualification", "design", "focusing"]);
  });

  test("has its phases as planned beside the time they have been open, until today where they still are", () => {
    expect(found(timeline, "phase:design")).toMatchObject({
      state: "closed",
      from: "2027-03-01",
      to: "2027-03-21",
      done: [{ from: "2027-03-01", to: "2027-03-19" }],
      href: "/networks/simulated#phase-design",
    });
    expect(found(timeline, "phase:ideation").done).toEqual([{ from: "2027-04-05", to: "2027-04-16", open: true }]);
    expect(found(timeline, "phase:test").done).toEqual([]);
  });

  test("has meetings with their number, as dated and as first planned; breaks; what waits for a date; tasks of a phase together", () => {
    expect(found(timeline, "item:m1")).toMatchObject({
      number: 1,
      state: "held",
      from: "2027-03-18",
      precision: "time",
      time: "09:00",
      planned: { from: "2027-03-15", to: "2027-03-21", quote: "uge 7" },
      href: "/networks/simulated/meetings/m1",
    });
    expect(found(timeline, "item:pause-uge-6")).toMatchObject({ kind: "break", extent: "partial" });
    expect(found(timeline, "phase:prioritisation")).toMatchObject({ precision: "either", quote: "uge 17 eller 18" });
    const { parts, state } = found(timeline, "tasks:qualification");
    expect(parts).toHaveLength(8);
    expect([parts!.filter((one) => one.state === "done").length, state]).toEqual([7, "planned"]);
    expect(found(timeline, "tasks:design").state).toBe("done");
    expect(found(timeline, "tasks:").parts!.map(({ id }) => id)).toEqual(["planlaeg-moede-2"]);
    expect(found(timeline, "tasks:renegotiation")).not.toHaveProperty("from");
  });

  test("is in order of time, each with its own id, and all that has days lies within the weeks", () => {
    const { lines, weeks } = timeline;
    expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
    const first = lines.map((one) => one.done?.[0]?.from ?? one.from ?? "undated");
    expect(first).toEqual(first.toSorted());
    expect(first.slice(-2)).toEqual(["undated", "undated"]);
    for (const { from } of lines.map(spanOf)) expect(from === undefined || from >= weeks[0]!.monday).toBe(true);
  });
});

test("a phase that was opened again has been open twice, and the decisions on ideas stand where they were taken", async () => {
  const timeline = await timelineIn("innovationsnetvaerk", "2027-09-30");
  expect(timeline.ended).toBe("2027-09-01");
  const { done } = found(timeline, "phase:test");
  expect(done!.length).toBeGreaterThan(1);
  expect(done!.some(({ open }) => open)).toBe(false);
  const ideas = timeline.lines.filter(({ id }) => id.startsWith("idea:"));
  expect(found(timeline, "item:afgoer-ideer")).toMatchObject({ state: "decided", done: { length: 4 } });
  expect(ideas.map(({ state }) => state).toSorted()).toEqual(["approved", "approved", "discarded"]);
  const adjusted = ideas.find((one) => one.done!.length === 2)!;
  expect(adjusted).toMatchObject({ kind: "decision", state: "approved", from: adjusted.done![1]!.from });
  expect(adjusted.title.da).not.toBe(adjusted.id);
});

test("P2 has one meeting with two sessions and homework with a deadline for each", async () => {
  const timeline = await timelineIn("faellesskabsagenter", "2014-06-15");
  expect(found(timeline, "item:E6").sessions).toMatchObject([
    { id: "east", from: "2014-09-10", place: expect.stringContaining("Vanløse") as string },
    { id: "west", from: "2014-09-11" },
  ]);
  expect(found(timeline, "item:H3").sessions!.map(({ to }) => to)).toEqual(["2014-09-09", "2014-09-10"]);
  expect(timeline.weeks[0]).toEqual({ monday: "2014-02-24", iso: 9 });
});

test("P3's decision that has been put stands at its deadline, one that was taken on its day; what was cancelled says so", async () => {
  const timeline = await timelineIn("borgerservice", "2014-09-20");
  const { play, upTo } = await sampleOf("borgerservice");
  const proposed = upTo("2015-04-01T00").filter(
    ({ trigger, data }) => trigger === "propose" && data?.["item"] === "D1",
  );
  expect(proposed.length).toBeGreaterThan(0);
  const at = proposed[0]!.at;
  const { book, ledger, network } = play(upTo(`${at}Z`), at.slice(0, 10));
  const put = found(timelineOf(book, ledger, network.state.now), "item:D1");
  expect(put).toMatchObject({ state: "proposed", precision: "day", href: "/decisions/simulated/D1" });
  expect(put.from).toBe(put.to);
  const later = await timelineIn("borgerservice", "2015-04-15");
  expect(found(later, "item:D1")).toMatchObject({ state: "decided", done: [{ from: expect.any(String) as string }] });
  expect(found(later, "item:workshops").state).toBe("cancelled");
  expect(found(timeline, "item:D1").precision).toBe("season");
});

test("a break that was cancelled is gone", async () => {
  const lead = (trigger: string, data: ScriptLine["data"]) => line("2027-04-16T10:00", "networkLead", trigger, data!);
  const timeline = await timelineIn(
    "innovationsnetvaerk",
    "2027-04-16",
    lead("cancelItem", { item: "pause-uge-13", reason: "Vi fortsætter" }),
  );
  expect(found(timeline, "item:pause-uge-13")).toBeUndefined();
  expect(timeline.lines.filter(({ kind }) => kind === "break")).toHaveLength(5);
});

test("what lies centuries ahead makes no endless picture, and a today that is far from everything is left out", async () => {
  const { play, upTo } = await sampleOf("partnerskab");
  const { book, ledger } = play(upTo("2027-10-15T24"), "2027-10-15");
  const weeksAt = (now: string) => timelineOf(book, ledger, Date.parse(now)).weeks;
  expect(weeksAt("2027-10-15T12:00:00Z")).toHaveLength(15);
  expect(weeksAt("2027-12-15T12:00:00Z").length).toBe(17);
  expect(weeksAt("2031-12-15T12:00:00Z")).toHaveLength(15);
  const item = book.view.items["m5"]!;
  const far = {
    ...book,
    view: {
      ...book.view,
      items: { ...book.view.items, m5: { ...item, start: Date.UTC(2999, 1, 1), end: Date.UTC(2999, 1, 1) } },
    },
  };
  expect(timelineOf(far, ledger, Date.parse("2027-10-15T12:00:00Z")).weeks).toHaveLength(260);
});
