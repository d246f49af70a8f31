// Dates that somebody settles before a network begins: what is flagged, and where the plan then stands.
import { describe, expect, test } from "vitest";
import { addDays, isWorkingDay } from "../../programmes/calendar.ts";
import { isPrecise } from "../../programmes/dates.ts";
import { planOf } from "../../programmes/plan.ts";
import { flagsIn, planFrom, settled } from "../../programmes/settle.ts";
import { shipped } from "./shipped.ts";

const weekdayOf = (date: string) => new Date(`${date}T00:00Z`).getUTCDay();

describe("what is flagged", () => {
  test("of a programme that counts in weeks, each meeting has only a window, and a working day in it is proposed", async () => {
    const plan = planOf(await shipped("innovationsnetvaerk"), "2027-02-01");
    const flags = flagsIn(plan);
    const meetings = plan.programme.items.filter(
      ({ id, kind }) => kind === "meeting" && !isPrecise(plan.intervals[id]!),
    );
    expect(flags.map(({ item }) => item)).toEqual(meetings.map(({ id }) => id));
    for (const { why, from = "", to = "", proposal = "" } of flags) {
      expect(why).toEqual(["fuzzy"]);
      expect(addDays(from, -3) <= proposal && proposal <= addDays(to, 3)).toBe(true);
      expect(isWorkingDay(proposal, plan.programme.nonWorking)).toBe(true);
    }
  });

  test("of a dated programme, days off by their kind; kept weekdays leave fewer of them", async () => {
    const programme = await shipped("faellesskabsagenter");
    const offs = (plan: ReturnType<typeof planFrom>) =>
      flagsIn(plan).filter(({ why }) => why.some((one) => one === "weekend" || one === "holiday"));
    const [asked, kept] = [
      planFrom(programme, "2027-02-27"),
      planFrom(programme, "2027-02-27", { keepWeekdays: true }),
    ];
    expect(offs(asked).some(({ why }) => why.includes("weekend"))).toBe(true);
    expect(offs(kept).length).toBeLessThan(offs(asked).length);
    expect(Math.abs(Date.parse(kept.start) - Date.parse("2027-02-27"))).toBeLessThanOrEqual(4 * 86_400_000);
    expect(weekdayOf(kept.start)).toBe(weekdayOf("2014-02-25"));
  });
});

describe("a plan with days that were chosen", () => {
  test("has them, is flagged no more for them, and everything else stands", async () => {
    const plan = planOf(await shipped("innovationsnetvaerk"), "2027-02-01");
    const [flag] = flagsIn(plan);
    const next = settled(plan, { [flag!.part]: flag!.proposal! });
    expect(next.intervals[flag!.item]).toMatchObject({ from: flag!.proposal, to: flag!.proposal, precision: "day" });
    expect(flagsIn(next).map(({ part }) => part)).toEqual(
      flagsIn(plan)
        .map(({ part }) => part)
        .filter((part) => part !== flag!.part),
    );
    const hanging = Object.keys(next.intervals).filter(
      (id) => JSON.stringify(next.intervals[id]) !== JSON.stringify(plan.intervals[id]) && id !== flag!.item,
    );
    for (const id of hanging) {
      const when = plan.programme.items.find((item) => item.id === id)!.when;
      expect(["between", "before", "after"].some((key) => key in when)).toBe(true);
    }
  });

  test("of several sessions keeps each of the others; what lies between follows, by session", async () => {
    const plan = planOf(await shipped("faellesskabsagenter"), "2014-02-25");
    const item = plan.programme.items.find(({ id, sessions }) => sessions && plan.intervals[id]?.sessions)!;
    const [first, second] = Object.keys(plan.intervals[item.id]!.sessions!);
    const was = plan.intervals[item.id]!.sessions!;
    const day = addDays(was[first!]!.from!, 7);
    const next = settled(plan, { [`${item.id}/${first}`]: day });
    expect(next.intervals[item.id]!.sessions![first!]!.from).toBe(day);
    expect(next.intervals[item.id]!.sessions![second!]).toEqual(was[second!]);
  });

  test("without any is the plan itself", async () => {
    const plan = planOf(await shipped("borgerservice"), "2027-02-01");
    expect(settled(plan, {})).toBe(plan);
  });
});
