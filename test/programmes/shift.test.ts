// Plans from another start: what every shift keeps, what each shipped programme becomes, and the days that do not fit.
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { addDays, daysBetween, isWorkingDay, isoWeekStart } from "../../programmes/calendar.ts";
import { firstDateOf, startInYear } from "../../programmes/dates.ts";
import { layoutOf } from "../../programmes/export/rows.ts";
import { parseProgramme } from "../../programmes/parse.ts";
import { planOf } from "../../programmes/plan.ts";
import { shifted } from "../../programmes/shift.ts";
import { SUMMER } from "../../programmes/shift-conflicts.ts";
import { yamlOf } from "../../programmes/shift-file.ts";
import type { IsoDate, Item, Plan, Programme, When } from "../../programmes/types.ts";
import { rich } from "./export/given.ts";
import { numbered, programmeOf } from "./resolved.ts";
import { shipped } from "./shipped.ts";

const date = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays("2000-01-01", count));
const gaps = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 0, maxLength: 7 });

/** A programme without weeks, of meetings for one role on days so far from each other. */
function meetingsOn(first: IsoDate, between: number[]): Programme {
  const days = between.reduce((all, gap) => [...all, addDays(all.at(-1)!, gap)], [first]);
  const { weeks: _, ...programme } = programmeOf(numbered(days.map((day): When => ({ date: day }))));
  return { ...programme, items: programme.items.map((item): Item => ({ ...item, kind: "meeting", phases: [] })) };
}
const daysOf = (plan: Plan) => plan.programme.items.map(({ id }) => plan.intervals[id]!.from!);
const weekday = (day: IsoDate) => daysBetween(isoWeekStart(day), day);
const ownPlan = (programme: Programme) => planOf(programme, firstDateOf(programme)!);

describe("any dated plan", () => {
  test("keeps its gaps and its order, and its first day is the start", () => {
    fc.assert(
      fc.property(date, gaps, date, (first, between, start) => {
        const { plan } = shifted(ownPlan(meetingsOn(first, between)), start);
        const days = daysOf(plan);
        expect([plan.start, days[0]]).toEqual([start, start]);
        expect(days.slice(1).map((day, index) => daysBetween(days[index]!, day))).toEqual(between);
      }),
    );
  });

  test("keeps each weekday where that is asked, at most three days from where it would have been", () => {
    fc.assert(
      fc.property(date, gaps, date, (first, between, start) => {
        const own = ownPlan(meetingsOn(first, between));
        const [kept, plain] = [shifted(own, start, { keepWeekdays: true }).plan, shifted(own, start).plan];
        expect(daysOf(kept).map(weekday)).toEqual(daysOf(own).map(weekday));
        for (const [index, day] of daysOf(kept).entries())
          expect(Math.abs(daysBetween(daysOf(plain)[index]!, day))).toBeLessThanOrEqual(3);
        expect(daysOf(kept).toSorted()).toEqual(daysOf(kept));
      }),
    );
  });

  test("has conflicts on exactly those days that nobody works, and no proposal is such a day", () => {
    const isOff = (day: IsoDate) =>
      !isWorkingDay(day, ["12-24"]) || (SUMMER.first <= day.slice(5) && day.slice(5) <= SUMMER.last);
    fc.assert(
      fc.property(date, gaps, date, fc.boolean(), (first, between, start, keepWeekdays) => {
        const { plan, conflicts } = shifted(ownPlan(meetingsOn(first, between)), start, { keepWeekdays });
        expect(conflicts.map((one) => one.date)).toEqual(daysOf(plan).filter(isOff));
        expect(conflicts.filter(({ why }) => why === "weekend").map((one) => one.date)).toEqual(
          daysOf(plan).filter((day) => weekday(day) >= 5),
        );
        const proposals = conflicts.map(({ proposal }) => proposal!);
        expect(proposals.filter(isOff)).toEqual([]);
        const placed = plan.programme.items.map(
          ({ id }) => conflicts.find((one) => one.id === id)?.proposal ?? plan.intervals[id]!.from!,
        );
        expect(new Set(placed).size).toBe(placed.length);
      }),
    );
  });

  test("is the same from its own start, and moved there and back", () => {
    fc.assert(
      fc.property(date, gaps, date, (first, between, start) => {
        const own = ownPlan(meetingsOn(first, between));
        expect(shifted(own, own.start)).toMatchObject({ plan: own, moves: [] });
        expect(shifted(shifted(own, start).plan, own.start).plan).toEqual(own);
      }),
    );
  });
});

describe("the programmes shipped", () => {
  const IDS = ["innovationsnetvaerk", "faellesskabsagenter", "borgerservice", "beskaeftigelsesindsats", "partnerskab"];
  const all: Record<string, Programme> = {};
  beforeAll(async () => {
    for (const id of IDS) all[id] = await shipped(id);
  });
  const standing = (id: string) => layoutOf(all[id]!) as Parameters<typeof shifted>[0];
  const spans = ({ intervals }: Plan) =>
    Object.fromEntries(Object.entries(intervals).map(([id, { from, to }]) => [id, [from, to]]));

  test.each(IDS)("%s stands where its start puts it, and then says so itself", (id) => {
    for (const start of ["2027-02-01", "2028-02-29", "2031-11-14"]) {
      const { plan } = shifted(standing(id), start);
      expect(spans(plan)).toEqual(spans(planOf(all[id]!, start)));
      const read = parseProgramme(yamlOf(plan.programme), {}, "en");
      if ("problems" in read) throw new Error(JSON.stringify(read.problems));
      expect(read.programme).toEqual(plan.programme);
      expect(planOf(read.programme, firstDateOf(read.programme) ?? start)).toEqual({
        ...plan,
        start: firstDateOf(read.programme) ?? start,
      });
    }
  });

  test.each(IDS)("%s does not move from where it stands", (id) => {
    const { plan } = shifted(standing(id), "2027-08-27");
    expect(shifted(plan, plan.start)).toMatchObject({ plan, moves: [] });
  });

  test.each([
    [2026, [["m4", "2026-11-15", "weekend", "2026-11-16"]]],
    [2027, []],
    [
      2028,
      [
        ["m1", "2028-08-27", "weekend", "2028-08-28"],
        ["m3", "2028-10-29", "weekend", "2028-10-30"],
      ],
    ],
  ])("P5 in %i: five dates move and the weekends are flagged", (year, expected) => {
    const { moves, conflicts } = shifted(standing("partnerskab"), startInYear(all["partnerskab"]!, year)!);
    expect(moves.map(({ id, from, to }) => [id, from, to.from])).toEqual(
      ["08-27", "09-29", "10-29", "11-15", "12-01"].map((day, index) => [`m${index + 1}`, {}, `${year}-${day}`]),
    );
    expect(conflicts.map(({ id, date: day, why, proposal }) => [id, day, why, proposal])).toEqual(expected);
  });

  test("P2 keeping its weekdays: sessions and homework follow, and Maundy Thursday is flagged", () => {
    const { plan, moves, conflicts } = shifted(standing("faellesskabsagenter"), "2028-02-28", { keepWeekdays: true });
    expect(plan.start).toBe("2028-02-29");
    expect(moves.find(({ id, session }) => id === "E6" && session === "west")).toEqual({
      id: "E6",
      session: "west",
      from: { from: "2014-09-11", to: "2014-09-11" },
      to: { from: "2028-09-14", to: "2028-09-14" },
    });
    expect(moves.find(({ id, session }) => id === "H3" && session === "east")!.to).toEqual({
      from: "2028-05-24",
      to: "2028-09-12",
    });
    expect(conflicts).toEqual([{ id: "E3", date: "2028-04-13", why: "holiday", proposal: "2028-04-19" }]);
  });

  test("P4's computed day is flagged where it falls on a Sunday, P1's weeks never are", () => {
    expect(shifted(standing("beskaeftigelsesindsats"), "2019-08-01").conflicts).toEqual([
      { id: "midtvejs", date: "2020-03-01", why: "weekend", proposal: "2020-03-02" },
    ]);
    expect(shifted(standing("innovationsnetvaerk"), "2027-06-01").conflicts).toEqual([]);
  });

  test("P3's seasons stay seasons by whole years, and become months otherwise", () => {
    const when = (start: string) => shifted(standing("borgerservice"), start).plan.programme.phases[5]!.when;
    expect(when("2026-09-01")).toMatchObject({ season: "winter 2027/2028", condition: "uddannelse-klar" });
    expect(when("2026-10-01")).toMatchObject({ months: ["2028-01", "2028-03"], quote: "vinter 2015/2016" });
  });
});

describe("what else moves", () => {
  test("every kind of date, each by what it is known by", () => {
    const own = ownPlan(rich());
    const { plan } = shifted(own, addDays(own.start, 364), { keepWeekdays: true });
    const of = (id: string) => plan.programme.items.find((item) => item.id === id)!.when;
    expect(of("primo")).toEqual({ month: "2015-12", part: "early" });
    expect(of("pause")).toEqual({ isoWeek: "2015-W42" });
    expect(of("kursus")).toMatchObject({ days: ["2015-08-26", "2015-08-27"], time: "09:00", quote: "27.-28. august" });
    expect(plan.intervals["rapport"]!.to).toBe("2015-11-03");
    expect(of("naar")).toEqual({ condition: "udbudt", quote: "når den er udbudt", label: "Fase 5" });
  });

  test("what was narrowed or dated by hand moves as far as days do, in weeks by whole weeks", async () => {
    const plan = planOf(await shipped("innovationsnetvaerk"), "2027-02-01");
    const hand = { ...plan.intervals, m1: { from: "2027-03-16", to: "2027-03-18", precision: "week" as const } };
    const moved = shifted({ ...plan, intervals: hand }, "2028-02-03").plan;
    expect(moved.intervals["m1"]).toEqual({ from: "2028-03-14", to: "2028-03-16", precision: "week" });
    expect(moved.programme.items.find(({ id }) => id === "m1")!.when).toMatchObject({ week: 7 });
  });

  test("throws where the start is no date", () => {
    expect(() => shifted(ownPlan(rich()), "2027-02-30")).toThrow("2027-02-30");
  });
});

describe("conflicts", () => {
  const meeting = (id: string, when: When, audience = ["lead"]): Item => ({
    ...meetingsOn("2027-03-01", []).items[0]!,
    id,
    when,
    audience,
  });
  const conflictsOf = (items: Item[], options = {}) => {
    const programme = { ...meetingsOn("2027-03-01", []), items };
    return shifted(ownPlan(programme), firstDateOf(programme)!, options).conflicts;
  };
  const at = (day: string, time: string, until: string): When => ({ date: day, time, until });

  test("two meetings of the same role at once: the second is proposed another day, in its order", () => {
    const [a, b] = [meeting("a", at("2027-03-04", "09:00", "12:00")), meeting("b", at("2027-03-04", "11:00", "13:00"))];
    expect(conflictsOf([a, b])).toEqual([
      { id: "b", date: "2027-03-04", why: "overlaps", with: "a", proposal: "2027-03-05" },
    ]);
    expect(conflictsOf([a, { ...b, when: at("2027-03-04", "12:00", "13:00") }])).toEqual([]);
    expect(conflictsOf([a, { ...b, audience: ["member"] }])).toEqual([]);
    expect(conflictsOf([a, { ...b, when: { date: "2027-03-04" } }])).toHaveLength(1);
  });

  test("summer, holidays and days off say so, and breaks are none of it", () => {
    const whys = conflictsOf([
      meeting("a", { date: "2027-03-25" }),
      meeting("b", { date: "2027-07-01" }),
      meeting("c", { date: "2027-08-06" }),
      meeting("d", { date: "2027-12-24" }),
      { ...meeting("e", { date: "2027-07-05" }), kind: "break" },
    ]).map(({ id, why, proposal }) => [id, why, proposal]);
    expect(whys).toEqual([
      ["a", "holiday", "2027-03-24"],
      ["b", "summer", "2027-06-30"],
      ["c", "summer", "2027-08-09"],
      ["d", "nonWorking", "2027-12-23"],
    ]);
    expect(conflictsOf([meeting("b", { date: "2027-07-01" })], { summer: { first: "07-05", last: "08-01" } })).toEqual(
      [],
    );
  });

  test("a weekday is kept in the proposal where that is asked", () => {
    const [one] = conflictsOf([meeting("a", { date: "2027-03-25" })], { keepWeekdays: true });
    expect(one!.proposal).toBe("2027-04-01");
  });

  test("meetings that all lie in the summer are proposed in their own order", () => {
    const july = [5, 12, 19].map((day, index) =>
      meeting(`m${index}`, { date: `2027-07-${String(day).padStart(2, "0")}` }),
    );
    const proposals = conflictsOf([...july, meeting("after", { date: "2027-08-18" })]).map(({ proposal }) => proposal!);
    expect(proposals).toEqual(["2027-06-30", "2027-08-09", "2027-08-10"]);
  });
});
