import { beforeAll, describe, expect, test } from "vitest";
import { isWorkingDay } from "../../programmes/calendar.ts";
import { firstDateOf, startInYear } from "../../programmes/dates.ts";
import { planOf } from "../../programmes/plan.ts";
import type { Item, Plan, Programme } from "../../programmes/types.ts";
import { dated, daysOf, ids, shipped, warned } from "./shipped.ts";

let programme: Programme;
let plan: Plan;
beforeAll(async () => {
  programme = await shipped("beskaeftigelsesindsats");
  plan = planOf(programme, firstDateOf(programme)!);
});
const item = (id: string) => programme.items.find((one) => one.id === id)!;
const ofKind = (kind: Item["kind"]) => ids(programme.items.filter((one) => one.kind === kind));

const PHASE1 = ["2019-08-01", "2019-10-31", "months", "august-oktober 2019"];
const PHASE2 = ["2019-10-01", "2020-07-31", "months", "oktober 2019-juli 2020"];
const PHASE3 = ["2020-06-01", "2020-12-31", "months", "juni-december 2020"];
const MIDWAY = ["2020-03-01", "2020-03-01", "day", "midtvejs"];
const FOUR = "projectMunicipality municipalConsultant";

/** id, kind, when, phase, audience. */
const TABLE: [string, Item["kind"], string[], string, string][] = [
  ["indbydelse", "task", PHASE1, "forberedelse", "networkLead"],
  ["interesse", "deliverable", PHASE1, "forberedelse", "municipality"],
  ["udvaelg-kommuner", "decision", PHASE1, "forberedelse", ""],
  ["workshop-1", "meeting", PHASE1, "forberedelse", "researcher municipality"],
  ["workshop-2", "meeting", PHASE1, "forberedelse", "researcher municipality"],
  ["fagprofiler", "task", PHASE1, "forberedelse", "networkLead"],
  ["strategisk-kursus", "meeting", PHASE1, "forberedelse", "municipality"],
  ["spred-viden", "task", PHASE1, "forberedelse", "networkLead"],
  ["find-konsulenter", "task", PHASE1, "forberedelse", "networkLead"],
  ["temadag-1", "meeting", PHASE1, "forberedelse", FOUR],
  ["planlaegning", "meeting", [...PHASE1.slice(0, 3), ""], "forberedelse", FOUR],
  ["undervisningsdag-1", "meeting", PHASE1, "forberedelse", "municipalConsultant"],
  ["sparring", "task", PHASE1, "forberedelse", "networkLead"],
  ["kommunikationsplan", "task", PHASE1, "forberedelse", "networkLead"],
  ["baseline", "monitoring", PHASE2, "udvikling", "municipalConsultant"],
  ["midtvejs", "monitoring", MIDWAY, "udvikling", "municipalConsultant"],
  ["strategisk-kursus-fire", "meeting", PHASE2, "udvikling", FOUR],
  ["undervisningsdag-2", "meeting", PHASE2, "udvikling", "municipalConsultant"],
  ["undervisningsdag-3", "meeting", PHASE2, "udvikling", "municipalConsultant"],
  ["besoeg", "task", PHASE2, "udvikling", "networkLead"],
  ["temadag-2", "meeting", PHASE2, "udvikling", FOUR],
  ["stoette", "task", PHASE2, "udvikling", "networkLead"],
  ["benchmark", "task", PHASE2, "udvikling", "networkLead"],
  ["kommunikation-2", "task", PHASE2, "udvikling", "networkLead"],
  ["slut", "monitoring", PHASE3, "afslutning", "municipalConsultant"],
  ["temadag-fire", "meeting", PHASE3, "afslutning", FOUR],
  ["temadag-alle", "meeting", PHASE3, "afslutning", `municipality ${FOUR}`],
  ["resultater", "task", PHASE3, "afslutning", "networkLead"],
  ["kommunikation-3", "task", PHASE3, "afslutning", "networkLead"],
];

describe("P4, row by row", () => {
  test("has the items of the source in its order", () => {
    expect(ids(programme.items)).toEqual(TABLE.map(([id]) => id));
  });

  test.each(TABLE)("%s is a %s", (id, kind, when, phase, audience) => {
    const [from, to, precision, quote] = when;
    expect(dated(plan, id)).toEqual([id, from, to, precision, quote === "" ? undefined : quote]);
    expect([item(id).kind, item(id).phases, item(id).audience.join(" "), item(id).place]).toEqual([
      kind,
      [phase],
      audience,
      undefined,
    ]);
  });

  test("has three phases, which overlap in October 2019 and in June and July 2020", () => {
    const planned = ids(programme.phases).map((id) => dated(plan, id));
    expect(planned).toEqual([
      ["forberedelse", ...PHASE1],
      ["udvikling", ...PHASE2],
      ["afslutning", ...PHASE3],
    ]);
    const during = (day: string) => planned.filter(([, from, to]) => from! <= day && day <= to!).map(([id]) => id);
    expect(["2019-09-30", "2019-10-01", "2019-11-01", "2020-06-01", "2020-07-31", "2020-08-01"].map(during)).toEqual([
      ["forberedelse"],
      ["forberedelse", "udvikling"],
      ["udvikling"],
      ["udvikling", "afslutning"],
      ["udvikling", "afslutning"],
      ["afslutning"],
    ]);
  });

  test("only advises at its gates, and that is how its phases open and close", () => {
    expect(programme.gates).toBe("advisory");
    const facts = programme.phases.map(({ id, opens, closes }) => [
      id,
      opens.map(({ fact }) => fact),
      closes.map(({ fact }) => fact),
    ]);
    expect(facts).toEqual([
      ["forberedelse", [], ["decided:udvaelg-kommuner"]],
      ["udvikling", ["decided:udvaelg-kommuner"], ["tracksEnded:lokal", "measured:midtvejs"]],
      ["afslutning", ["opened:udvikling"], ["measured:slut"]],
    ]);
  });

  test("chooses four of n, and the source does not say who does", () => {
    expect(item("udvaelg-kommuner").decision).toMatchObject({ kind: "select", choose: 4, carriedBy: "one" });
    expect(item("udvaelg-kommuner").audience).toEqual([]);
  });

  test("four municipalities, each with its own track of six steps and its own planning meeting", () => {
    expect(programme.tracks).toMatchObject([
      { id: "lokal", lead: "municipalConsultant", phases: ["udvikling"], most: 4 },
    ]);
    expect(programme.tracks[0]!.steps.map(({ title }) => title.da)).toEqual(
      [1, 2, 3, 4, 5, 6].map((step) => `Trin ${step}`),
    );
    expect(dated(plan, "lokal")).toEqual(["lokal", ...PHASE2]);
    expect(item("planlaegning").sessions).toHaveLength(4);
    expect(programme.parameters).toEqual({ municipalities: 4 });
  });

  test("measures three times, and starts no track before the first without a note", () => {
    expect(ofKind("monitoring")).toEqual(["baseline", "midtvejs", "slut"]);
    expect(programme.needs?.["startTrack"]).toMatchObject([{ fact: "measured:baseline", atLeast: "municipalities" }]);
  });

  test("has two open meetings, three teaching days and four theme days", () => {
    const open = programme.items.filter(({ openSignUp }) => openSignUp);
    expect(ids(open)).toEqual(["strategisk-kursus", "temadag-alle"]);
    expect(ofKind("meeting").filter((id) => id.startsWith("undervisningsdag"))).toHaveLength(3);
    expect(ofKind("meeting").filter((id) => id.startsWith("temadag"))).toHaveLength(4);
  });

  test("has seven criteria and a budget of 3 430 800 kr. on six lines without a split", () => {
    expect(programme.success).toHaveLength(7);
    expect(programme.budget).toMatchObject({ total: 3_430_800, currency: "DKK" });
    expect(programme.budget!.lines.map(({ id, amount, phases }) => [id, amount, phases])).toEqual([
      ["konsulenter", undefined, []],
      ["fagprofiler", undefined, []],
      ["maaling", undefined, []],
      ["moeder", undefined, []],
      ["transport", undefined, []],
      ["kommunikation", undefined, ["udvikling", "afslutning"]],
    ]);
  });

  test("is led by two project leads", () => {
    expect(programme.roles.map(({ code, sample }) => [code, sample])).toEqual([
      ["networkLead", 2],
      ["municipality", 6],
      ["projectMunicipality", 4],
      ["municipalConsultant", 4],
      ["researcher", 1],
      ["followGroup", 2],
    ]);
  });
});

describe("P4, from another start", () => {
  test("midway is Sunday 1 March 2020 at the source's own time, and follows its phase", () => {
    expect(isWorkingDay("2020-03-01", programme.nonWorking)).toBe(false);
    expect(daysOf(planOf(programme, startInYear(programme, 2027)!), ["udvikling", "midtvejs"])).toEqual({
      udvikling: ["2027-10-01", "2028-07-31"],
      midtvejs: ["2028-03-01", "2028-03-01"],
    });
    // A year without a 29 February has the same middle.
    expect(daysOf(planOf(programme, "2020-08-01"), ["midtvejs"])).toEqual({ midtvejs: ["2021-03-01", "2021-03-01"] });
  });

  test("moves by whole months, whatever day of the month it starts on", () => {
    const moved = planOf(programme, "2027-02-17");
    expect(daysOf(moved, [...ids(programme.phases), "planlaegning"])).toEqual({
      forberedelse: ["2027-02-01", "2027-04-30"],
      udvikling: ["2027-04-01", "2028-01-31"],
      afslutning: ["2027-12-01", "2028-06-30"],
      planlaegning: ["2027-02-01", "2027-04-30"],
    });
  });
});

test("what P4's source leaves open is warned of, and nothing else", () => {
  expect(warned(programme)).toEqual([
    "open budget",
    "open items.baseline",
    "open items.temadag-alle",
    "open items.udvaelg-kommuner.audience",
    "open programme",
    "open tracks.lokal",
    "ours items.baseline",
    "ours items.midtvejs",
    "ours items.midtvejs",
    "ours items.slut",
    "ours items.udvaelg-kommuner",
    "ours phases.afslutning",
    "ours phases.forberedelse",
    "ours phases.udvikling",
    "ours programme",
  ]);
});
