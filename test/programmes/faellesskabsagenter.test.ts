import { beforeAll, describe, expect, test } from "vitest";
import { addDays, daysBetween } from "../../programmes/calendar.ts";
import { firstDateOf } from "../../programmes/dates.ts";
import { planOf } from "../../programmes/plan.ts";
import type { Plan, Programme } from "../../programmes/types.ts";
import { dated, daysOf, ids, shipped, warned } from "./shipped.ts";

let programme: Programme;
let plan: Plan;
beforeAll(async () => {
  programme = await shipped("faellesskabsagenter");
  plan = planOf(programme, firstDateOf(programme)!);
});
const item = (id: string) => programme.items.find((one) => one.id === id)!;

/** id, kind, weekday of the first day (1 Monday), from, to, precision, the source's words, audience, place. */
const TABLE = [
  ["E1", "meeting", 2, "2014-02-25", "2014-02-25", "day", "25. februar 2014", "leader", "KL-huset, København"],
  ["E2", "meeting", 1, "2014-03-03", "2014-03-03", "day", "3. marts 2014", "consultant", "KL-huset"],
  ["H1", "homework", 6, "2014-03-01", "2014-03-31", "month", "marts 2014", "leader consultant", undefined],
  [
    "E3",
    "meeting",
    3,
    "2014-04-09",
    "2014-04-10",
    "days",
    "9-10. april 2014",
    "consultant",
    "Mødecenter Odense, Buchwaldsgade 48",
  ],
  ["H2", "homework", 2, "2014-04-01", "2014-05-31", "months", "april-maj 2014", "consultant", undefined],
  ["E4", "meeting", 3, "2014-05-14", "2014-05-14", "day", "14. maj 2014", "leader", "KL-huset"],
  ["E5", "meeting", 2, "2014-05-20", "2014-05-20", "day", "20. maj 2014", "consultant", "KL-huset"],
  ["H3", "homework", 3, "2014-05-21", "2014-09-10", "between", "mellem E5 og E6", "consultant", undefined],
  ["E6", "meeting", 3, "2014-09-10", "2014-09-11", "days", undefined, "agent consultant", undefined],
  ["H4", "homework", 1, "2014-09-01", "2014-10-31", "months", "september-oktober 2014", "consultant", undefined],
  ["E7", "meeting", 2, "2014-10-21", "2014-10-21", "day", "21. oktober 2014", "consultant", "KL-huset"],
  [
    "E8",
    "meeting",
    4,
    "2014-12-04",
    "2014-12-04",
    "day",
    "4. december 2014",
    "networkLead leader consultant agent",
    undefined,
  ],
] as const;

describe("P2, row by row", () => {
  test("has twelve items in the source's order, and no phase, track or decision", () => {
    expect(ids(programme.items)).toEqual(TABLE.map(([id]) => id));
    expect([programme.phases, programme.tracks, programme.success, programme.budget]).toEqual([[], [], [], undefined]);
  });

  test.each(TABLE)("%s is a %s", (id, kind, weekday, from, to, precision, quote, audience, place) => {
    expect(dated(plan, id)).toEqual([id, from, to, precision, quote]);
    expect([item(id).kind, item(id).audience.join(" "), item(id).place]).toEqual([kind, audience, place]);
    // 6 January 2014 was a Monday.
    expect((daysBetween("2014-01-06", from) % 7) + 1).toBe(weekday);
  });

  test("gives no clock time", () => {
    expect(Object.values(plan.intervals).filter(({ time }) => time !== undefined)).toEqual([]);
  });

  test("the first network meeting is one meeting of two sessions", () => {
    expect(item("E6").sessions).toMatchObject([
      { id: "east", region: "øst", place: "Kulturstationen Vanløse, Kvansalen" },
      { id: "west", region: "vest", place: "KUC Kolding" },
    ]);
    expect(plan.intervals["E6"]?.sessions).toEqual({
      east: { from: "2014-09-10", to: "2014-09-10", precision: "day", quote: "10. september 2014" },
      west: { from: "2014-09-11", to: "2014-09-11", precision: "day", quote: "11. september 2014" },
    });
  });

  test("H2 asks for five agents, H4 three questions, and anybody may sign up for E8", () => {
    expect(item("H2").target).toEqual({ role: "agent", atLeast: 5 });
    expect(item("H4").asks).toHaveLength(3);
    expect(programme.items.filter(({ openSignUp }) => openSignUp).map(({ id }) => id)).toEqual(["E8"]);
  });

  test("is at most 160 people of twenty municipalities, with one consultant in or close to each area", () => {
    const most = Object.fromEntries(programme.roles.map(({ code, perOrganisation }) => [code, perOrganisation]));
    expect(programme.organisations).toEqual({ most: 20 });
    expect(most).toEqual({
      networkLead: undefined,
      leader: { least: 1, most: 1 },
      consultant: { least: 2, most: 2 },
      agent: { most: 5 },
      areaConsultant: { least: 1 },
    });
    expect(programme.roles.find(({ code }) => code === "areaConsultant")).toMatchObject({ group: true });
  });
});

describe("P2, from another start", () => {
  const START = "2027-02-23";

  test("keeps every gap of its exact dates, and its weekdays", () => {
    const moved = planOf(programme, START);
    const shift = daysBetween("2014-02-25", START);
    const exact = TABLE.filter(([, , , , , precision]) => precision === "day" || precision === "days");
    expect(
      daysOf(
        moved,
        exact.map(([id]) => id),
      ),
    ).toEqual(Object.fromEntries(exact.map(([id, , , from, to]) => [id, [addDays(from, shift), addDays(to, shift)]])));
    expect([exact.length, shift % 7]).toEqual([8, 0]);
  });

  test("moves what it says in months by whole months", () => {
    expect(daysOf(planOf(programme, START), ["H1", "H2", "H4"])).toEqual({
      H1: ["2027-03-01", "2027-03-31"],
      H2: ["2027-04-01", "2027-05-31"],
      H4: ["2027-09-01", "2027-10-31"],
    });
  });

  test("H3 ends the day before each person's own session, wherever that is moved", () => {
    const ends = (of: Plan) => Object.values(of.intervals["H3"]!.sessions!).map(({ from, to }) => [from, to]);
    expect(ends(plan)).toEqual([
      ["2014-05-21", "2014-09-09"],
      ["2014-05-21", "2014-09-10"],
    ]);
    expect(ends(planOf(programme, START))).toEqual([
      ["2027-05-19", "2027-09-07"],
      ["2027-05-19", "2027-09-08"],
    ]);
    const east = item("E6").sessions!.map((one) =>
      one.id === "east" ? { ...one, when: { date: "2014-09-12" } } : one,
    );
    const later = {
      ...programme,
      items: programme.items.map((one) => (one.id === "E6" ? { ...one, sessions: east } : one)),
    };
    expect(ends(planOf(later, "2014-02-25"))).toEqual([
      ["2014-05-21", "2014-09-11"],
      ["2014-05-21", "2014-09-10"],
    ]);
  });

  test("the network begins four weeks before its first meeting", () => {
    expect(programme.leadDays).toBe(28);
  });
});

test("what P2's source leaves open is warned of, and nothing else", () => {
  expect(warned(programme)).toEqual([
    "open items.E8",
    "open items.E8.place",
    "open items.H2",
    "open items.H3",
    "open items.H4",
    "ours items.E8",
    "ours items.H2",
    "ours items.H3",
    "ours items.H4",
    "ours programme",
    "ours roles.networkLead",
  ]);
  expect(warned(programme, "2027-02-23")).toEqual(warned(programme));
});
