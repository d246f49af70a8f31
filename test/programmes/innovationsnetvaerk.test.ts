import { beforeAll, describe, expect, test } from "vitest";
import { loadProgramme } from "../../library/programmes.ts";
import { planOf } from "../../programmes/plan.ts";
import { problemsOf } from "../../programmes/warnings.ts";
import { showProgramme, summaryOf } from "../../programmes/show.ts";
import type { Interval, Plan, Programme } from "../../programmes/types.ts";

let programme: Programme;
let plan: Plan;
beforeAll(async () => {
  const read = await loadProgramme("innovationsnetvaerk");
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  programme = read.programme;
  plan = planOf(programme, "2027-02-03");
});

/** Phases or items of a kind that a programme week lies in. */
const inWeek = (week: number, ids: string[]) => {
  const monday = planOf({ ...programme, phases: [], items: [weekItem(week)] }, plan.start).intervals["week"]!.from!;
  return ids.filter((id) => holds(plan.intervals[id]!, monday));
};
const weekItem = (week: number) => ({ ...programme.items[0]!, id: "week", when: { week } });
const holds = ({ from, to }: Interval, day: string) =>
  from !== undefined && to !== undefined && from <= day && day <= to;
const items = (kind: string) => programme.items.filter((item) => item.kind === kind);

describe("P1, row by row", () => {
  test("has ten phases and what the summary counts", () => {
    expect(summaryOf(programme, "en")).toEqual({
      id: "innovationsnetvaerk",
      title: "Innovation network",
      type: "innovation",
      version: 1,
      phases: 10,
      meetings: 5,
      homework: 1,
      decisions: 1,
      warnings: 10,
    });
  });

  test.each([
    [1, ["qualification"]],
    [2, ["qualification"]],
    [3, []],
    [4, []],
    [5, ["design"]],
    [7, ["design", "focusing"]],
    [8, []],
    [10, ["discovery", "thematising", "ideation"]],
    [11, ["discovery", "thematising", "ideation"]],
    [12, ["discovery", "thematising", "ideation"]],
    [14, ["ideation"]],
    [15, []],
    [17, ["prioritisation"]],
    [18, ["prioritisation"]],
    [19, ["test"]],
    [20, ["test"]],
    [24, ["test"]],
    [25, ["evaluation"]],
    [27, ["evaluation"]],
  ])("in week %i the phases %j are planned", (week, phases) => {
    expect(
      inWeek(
        week,
        programme.phases.map(({ id }) => id),
      ),
    ).toEqual(phases);
  });

  test.each([
    ["m1", 7, "Dag 15", ["coreMember"]],
    ["m2", 10, "Dag 41", ["coreMember", "participant"]],
    ["m3", 11, "Dag 48", ["coreMember", "participant"]],
    ["m4", 12, "Dag 55", ["coreMember", "participant"]],
    ["m5", 14, "Dag 68", ["coreMember", "participant"]],
  ])("%s is in week %i", (id, week, label, audience) => {
    const meeting = items("meeting").find((item) => item.id === id);
    expect(meeting).toMatchObject({ when: { week, label }, audience });
    expect(meeting?.tentative).toBe(id === "m5" ? true : undefined);
  });

  test("has its breaks, two partial and one with work", () => {
    const breaks = items("break").map(({ when, extent }) => [
      "weeks" in when ? when.weeks : "week" in when && when.week,
      extent,
    ]);
    expect(breaks).toEqual([
      [[3, 4], "full"],
      [6, "partial"],
      [[8, 9], "work"],
      [13, "full"],
      [14, "partial"],
      [[15, 16], "full"],
    ]);
    const atWork = items("task").filter((item) => "weeks" in item.when && item.when.weeks[0] === 8);
    expect(atWork.map(({ id }) => id)).toEqual(["planlaeg-moede-2"]);
  });

  test("has its notes and its voluntary homework", () => {
    expect(items("note").map(({ when }) => "week" in when && when.week)).toEqual([6, 13, 14]);
    expect(items("homework")).toMatchObject([{ voluntary: true, when: { week: 11 } }]);
  });

  test("takes 5 + 2 for each idea + 4 days from test on", () => {
    const efforts = programme.items.map(({ effort }) => effort ?? {});
    const sum = (key: "base" | "perIdea") => efforts.reduce((total, effort) => total + (effort[key] ?? 0), 0);
    expect([sum("base"), sum("perIdea")]).toEqual([9, 2]);
  });

  test("lets the reference manager decide, and nobody else", () => {
    expect(items("decision")).toMatchObject([{ audience: ["referenceManager"], when: { weeks: [25, 27] } }]);
    expect(programme.rights["decide"]).toEqual(["referenceManager"]);
    expect(programme.decideIn).toBe("evaluation");
  });

  test("opens and closes its phases as the method says", () => {
    const facts = (list: "opens" | "closes") =>
      Object.fromEntries(programme.phases.map((phase) => [phase.id, phase[list].map(({ fact }) => fact)]));
    expect(facts("opens")).toEqual({
      qualification: [],
      design: [],
      focusing: ["opened:design"],
      discovery: ["closed:focusing"],
      thematising: ["opened:discovery"],
      ideation: ["opened:discovery"],
      prioritisation: ["closed:ideation"],
      test: ["shortlisted"],
      evaluation: ["results"],
      renegotiation: ["closed:evaluation"],
    });
    expect(facts("closes")).toEqual({
      qualification: ["agreements", "characteristics"],
      design: ["coreMembers", "meetingsDated"],
      focusing: ["focusQuestions"],
      discovery: ["perspectives"],
      thematising: ["themes"],
      ideation: ["ideas"],
      prioritisation: ["shortlisted"],
      test: ["tested", "awaitingResults"],
      evaluation: ["undecided"],
      renegotiation: [],
    });
  });

  test("has every title in both languages, and the source's words for every planned time", () => {
    const parts = [...programme.phases, ...programme.items];
    expect(parts.filter(({ title }) => title.da === "" || title.en === "")).toEqual([]);
    expect(parts.filter(({ when }) => when.quote === undefined && !("unknown" in when))).toEqual([]);
  });
});

describe("dates from a start", () => {
  test("week 1 is the ISO week that holds the start, ends are inclusive", () => {
    expect(plan.intervals["ledermoede"]).toEqual({
      from: "2027-02-01",
      to: "2027-02-07",
      precision: "week",
      quote: "uge 1",
      label: "Dag 1",
    });
    expect(plan.intervals["qualification"]).toMatchObject({ from: "2027-02-01", to: "2027-02-14", precision: "weeks" });
    expect(plan.intervals["prioritisation"]).toMatchObject({
      from: "2027-05-24",
      to: "2027-06-06",
      precision: "either",
    });
    expect(plan.intervals["renegotiation"]).toEqual({ precision: "unknown", label: "Fase 8" });
  });

  test("every phase and item has an interval, and the plan survives JSON", () => {
    expect(Object.keys(plan.intervals)).toHaveLength(programme.phases.length + programme.items.length);
    expect(JSON.parse(JSON.stringify(plan))).toStrictEqual(plan);
  });

  test("weeks run on over the turn of the year, week 53 too", () => {
    const late = planOf(programme, "2026-12-31").intervals;
    expect(late["ledermoede"]).toMatchObject({ from: "2026-12-28", to: "2027-01-03" });
    expect(late["flere-interview"]).toMatchObject({ from: "2027-01-04", to: "2027-01-10" });
  });

  test("a start that is no date is told", () => {
    expect(() => planOf(programme, "2027-02-30")).toThrow('"2027-02-30" is no date');
  });
});

describe("what the source leaves open", () => {
  const paths = (start?: string) => problemsOf(programme, start === undefined ? {} : { start }).map(({ path }) => path);

  test("is warned of, and nothing else", () => {
    expect(paths().toSorted()).toEqual([
      "items.aftal-styring",
      "items.aftal-styring.when",
      "items.egne-opdagelser",
      "items.evaluer-netvaerk.when",
      "items.flere-test.when",
      "items.m5.when",
      "items.planlaeg-test.when",
      "items.skaler.when",
      "items.spred.when",
      "phases.renegotiation.when",
    ]);
  });

  test("22.11. is a question unless week 14 holds it", () => {
    expect(paths("2027-02-01")).toContain("items.m5.when");
    // Week 14 is 22–28 November 2027 when week 1 begins 23 August.
    expect(paths("2027-08-23")).not.toContain("items.m5.when");
    expect(paths("2027-08-30")).toContain("items.m5.when");
  });
});

describe("shown to a reader", () => {
  test("an item has its interval and the source's words", () => {
    const shown = showProgramme(programme, { start: "2027-02-01", language: "en" });
    expect(shown.items.find(({ id }) => id === "m5")).toEqual({
      id: "m5",
      kind: "meeting",
      title: "Meeting 5",
      description: "Ideation workshop.",
      from: "2027-05-03",
      to: "2027-05-09",
      precision: "week",
      weeks: [14, 14],
      quote: "22.11.",
      label: "Dag 68",
      phases: ["ideation"],
      audience: ["coreMember", "participant"],
      tentative: true,
    });
    expect(JSON.parse(JSON.stringify(shown))).toStrictEqual(shown);
  });

  test("without a start it has weeks but no dates", () => {
    const { items, start } = showProgramme(programme);
    expect(start).toBeUndefined();
    expect(items.find(({ id }) => id === "m1")).toMatchObject({ title: "Møde 1", from: null, to: null, weeks: [7, 7] });
    expect(items.find(({ id }) => id === "spred")).toMatchObject({ from: null, to: null, precision: "unknown" });
  });
});
