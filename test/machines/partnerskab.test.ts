// P5 from start to end in the year that is chosen: five dates, and reminders at 09:00 on both sides of the clock change.
import { describe, expect, test } from "vitest";
import { startInYear } from "../../programmes/dates.ts";
import { sampleOf } from "./shipped.ts";

const { programme, script, play } = await sampleOf("partnerskab");
const whole = play(script, "2027-12-31");
const inYear = (year: number) => play([], `${year}-12-31`, programme, startInYear(programme, year)!);
const utc = (instant: unknown) => new Date(Number(instant)).toISOString().slice(0, 16);

describe("P5 from start to end", () => {
  test("runs to its end without a refusal, and every meeting is held", () => {
    expect(whole.refusals).toEqual([]);
    expect(whole.state).toMatchObject({ ended: true, outcome: "end" });
    expect(Object.values(whole.state.items).map(({ state }) => state)).toEqual(Array.from({ length: 5 }, () => "held"));
    expect(whole.state.items["m2"]?.place).toBe("Biblioteket, sal 2");
  });

  test("only the fifth meeting's invitation is tentative", () => {
    const invited = whole.deliveries.filter(({ model }) => model.rule === "meeting-invitation");
    const tentative = new Set(invited.filter(({ model }) => model.tentative).map(({ model }) => model.subject));
    expect([...tentative]).toEqual(["item:m5"]);
    expect(new Set(invited.map(({ person }) => person)).size).toBe(9);
  });

  test("who has declined the second meeting hears no more of it, but of the third", () => {
    const of = (subject: string, rule: string) =>
      whole.entries.find((one) => one.kind === "message.sent" && one.subject === subject && one.rule === rule)!.told;
    expect(of("item:m2", "meeting-14")).toContain("grethe.lundtofte");
    expect(of("item:m2", "meeting-7")).not.toContain("grethe.lundtofte");
    expect(of("item:m3", "meeting-14")).toContain("grethe.lundtofte");
  });
});

describe("P5 across the clock change", () => {
  // The clock changes on 25 October 2026, 31 October 2027, and 29 October 2028: the third meeting's own day.
  test.each([
    [2026, "m2", "2026-09-29T07:00", ["2026-09-15T07:00", "2026-09-22T07:00", "2026-09-25T07:00"]],
    [2026, "m3", "2026-10-29T08:00", ["2026-10-15T07:00", "2026-10-22T07:00", "2026-10-27T08:00"]],
    [2027, "m3", "2027-10-29T07:00", ["2027-10-15T07:00", "2027-10-22T07:00", "2027-10-27T07:00"]],
    [2027, "m4", "2027-11-15T08:00", ["2027-11-01T08:00", "2027-11-08T08:00", "2027-11-12T08:00"]],
    [2028, "m3", "2028-10-29T08:00", ["2028-10-13T07:00", "2028-10-20T07:00", "2028-10-27T07:00"]],
    [2028, "m4", "2028-11-15T08:00", ["2028-11-01T08:00", "2028-11-08T08:00", "2028-11-13T08:00"]],
  ])("in %i %s begins at %s UTC and is reminded of at %j", (year, id, begins, reminders) => {
    const { ledger } = inYear(year);
    const of = ledger.filter(({ subject }) => subject === `item:${id}`);
    expect(utc(of.find(({ kind }) => kind === "item.pinned")!.data!["start"])).toBe(begins);
    const sent = of.filter(({ kind, rule }) => kind === "message.sent" && /^meeting-\d+$/.test(rule!));
    expect(sent.map(({ at }) => utc(at))).toEqual(reminders);
  });

  test("the five meetings are on the days of the year that was chosen", () => {
    const { state } = inYear(2028);
    expect(Object.values(state.items).map(({ start }) => start?.slice(0, 10))).toEqual([
      "2028-08-27",
      "2028-09-29",
      "2028-10-29",
      "2028-11-15",
      "2028-12-01",
    ]);
  });
});
