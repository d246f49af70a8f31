// Money and hours: recorded by whoever may, corrected, added up beside what was planned, and refused where they do not fit.
import { describe, expect, test } from "vitest";
import { budgetState } from "../../machines/accounts/budget.ts";
import { LATE_DAYS } from "../../machines/accounts/late.ts";
import { effortState } from "../../machines/accounts/effort.ts";
import { addDays } from "../../programmes/calendar.ts";
import type { ScriptLine } from "../../machines/simulate.ts";
import type { Played } from "./shipped.ts";
import { line, sampleOf } from "./shipped.ts";

const p4 = await sampleOf("beskaeftigelsesindsats");
const p1 = await sampleOf("innovationsnetvaerk");
const lead = (at: string, trigger: string, data: ScriptLine["data"]) => line(at, "networkLead", trigger, data);

describe("a budget", () => {
  const LINES = ["konsulenter", "fagprofiler", "maaling", "moeder", "transport", "kommunikation"];
  const budgetIn = (...lines: ScriptLine[]) => {
    const { plan, book, refused, ledger } = p4.play(lines, "2019-12-31");
    return { state: budgetState(plan.programme.budget, book.contributions)!, refused, ledger };
  };
  const plans = (line: string, amount: number, at = "2019-08-05T09:00") =>
    lead(at, "planBudget", { line, amount, reason: "Fordelt på styregruppens møde" });
  const spends = (line: string, amount: number, at = "2019-09-02T09:00") =>
    lead(at, "recordSpending", { line, amount, text: "Regning" });

  test("nobody has split is all unallocated", () => {
    const { state } = budgetIn();
    expect(state).toMatchObject({ currency: "DKK", total: 3_430_800, planned: 0, spent: 0, unallocated: 3_430_800 });
    expect(state.lines.map(({ id }) => id)).toEqual(LINES);
    expect(state.lines.every((one) => one.planned === undefined && one.left === undefined)).toBe(true);
  });

  test("has what is planned, spent and left of each line, and the numbers add up", () => {
    const { state } = budgetIn(plans("maaling", 400_000), plans("moeder", 250_000), spends("moeder", 80_500));
    const line = (id: string) => state.lines.find((one) => one.id === id);
    expect(line("moeder")).toMatchObject({ planned: 250_000, spent: 80_500, left: 169_500 });
    expect(line("maaling")).toMatchObject({ planned: 400_000, spent: 0, left: 400_000 });
    expect(state.planned + state.unallocated!).toBe(state.total);
    expect(state.spent + state.left!).toBe(state.total);
  });

  test("is corrected by a negative amount, and a line may be overspent", () => {
    const { state } = budgetIn(
      plans("moeder", 1_000),
      spends("moeder", 5_000),
      spends("moeder", -2_000, "2019-09-03T09:00"),
    );
    expect(state.lines.find(({ id }) => id === "moeder")).toMatchObject({ spent: 3_000, left: -2_000 });
  });

  test("planned anew keeps what it was, and why, in the ledger", () => {
    const { ledger } = budgetIn(plans("moeder", 1_000), plans("moeder", 1_500, "2019-08-06T09:00"));
    const rows = ledger.filter(({ kind }) => kind === "budget.planned");
    expect(rows.map(({ data, reason }) => [data, reason])).toEqual([
      [{ line: "moeder", amount: 1_000, before: { amount: null } }, "Fordelt på styregruppens møde"],
      [{ line: "moeder", amount: 1_500, before: { amount: 1_000 } }, "Fordelt på styregruppens møde"],
    ]);
  });

  test("has no other lines and no more than its total: a refusal says which lines, and how much", () => {
    const { state, refused } = budgetIn(
      spends("kaffe", 10),
      plans("kaffe", 10),
      plans("moeder", 3_000_000),
      plans("maaling", 430_801, "2019-08-06T09:00"),
      plans("moeder", 3_430_800, "2019-08-07T09:00"),
    );
    expect(refused.map(({ cue, result }) => [cue.type, result.why.en])).toEqual([
      ["planBudget", expect.stringContaining(LINES.join(", "))],
      ["planBudget", expect.stringContaining("430800 DKK at the most")],
      ["recordSpending", expect.stringContaining("no budget line «kaffe»")],
    ]);
    expect(state).toMatchObject({ planned: 3_430_800, unallocated: 0, spent: 0 });
  });

  test("is nobody's to change but those who may, and a programme without one has none", () => {
    const data = { line: "moeder", amount: 5, reason: "x" };
    const { refused } = budgetIn(line("2019-09-02T09:00", "municipalConsultant", "planBudget", data));
    expect(refused.map(({ result }) => result.code)).toEqual(["role"]);
    expect(budgetState(undefined, [])).toBeUndefined();
    const none = p1.play([lead("2027-02-02T09:00", "recordSpending", { line: "x", amount: 5 })], "2027-02-03");
    expect(none.refused[0]?.result.why.en).toContain("has none");
  });
});

describe("effort", () => {
  const effortIn = ({ plan, network, book }: Played) => effortState(plan, network.view, book.contributions);

  test("is planned as 5 + 2 × ideas + 4 days, and counts the ideas that are tested", () => {
    const planned = (day: string) => effortIn(p1.play(p1.script, day));
    expect([planned("2027-03-01").ideas, planned("2027-03-01").planned]).toEqual([0, 9]);
    expect([planned("2027-06-03").ideas, planned("2027-06-03").planned]).toEqual([3, 15]);
    const whole = planned("2027-10-01");
    expect(whole.planned).toBe(15);
    expect(whole.phases.reduce((days, one) => days + one.planned, 0)).toBe(15);
  });

  test("is recorded in days or hours by whoever worked, and by the lead for others; each under its phase", () => {
    const work = (by: string, data: object) => line("2027-06-11T12:00", by, "recordEffort", data as never);
    const played = p1.play(
      p1.upTo(
        "2027-06-11",
        work("networkLead", { days: 1.5, item: "styring" }),
        work("networkLead", { hours: 7.4, idea: "i1", person: "inge.strandholt@example.org" }),
        work("coDriver", { days: 2, phase: "design" }),
        work("networkLead", { days: 3 }),
        work("networkLead", { days: -1, text: "Skrevet to gange" }),
        work("guest", { days: 1, person: "inge.strandholt@example.org" }),
        work("guest", { days: 1, idea: "i99" }),
        work("guest", { days: 1, item: "nope" }),
        work("guest", { days: 1, phase: "nope" }),
      ),
      "2027-06-20",
    );
    const state = effortIn(played);
    expect(played.refusals.map(({ type, code }) => [type, code])).toEqual([
      ["recordEffort", "role"],
      ["recordEffort", "state"],
      ["recordEffort", "state"],
      ["recordEffort", "state"],
    ]);
    expect(state.recorded).toBe(6.5);
    expect(state.phases.map(({ id, recorded }) => [id, recorded])).toEqual([
      ["design", 2],
      ["test", 2.5],
      ["evaluation", 0],
      [undefined, 2],
    ]);
    const email = (id: string) => played.book.people.find((person) => person.id === id)?.email.split("@")[0];
    expect(state.people.map(({ person, recorded }) => [email(person), recorded])).toEqual([
      ["astrid.lyngdal", 3.5],
      ["bo.hedemark", 2],
      ["inge.strandholt", 1],
    ]);
  });

  test("of the lead is agreed by the lead's own manager and nobody else; the last agreement holds", () => {
    const agrees = (at: string, by: string, days: number) => line(at, by, "agreeHours", { days });
    const played = p1.play(
      [
        agrees("2027-02-02T09:00", "lineManager", 20),
        agrees("2027-02-03T09:00", "networkLead", 90),
        agrees("2027-03-02T09:00", "lineManager", 25),
      ],
      "2027-04-01",
    );
    expect(played.refusals.map(({ code }) => code)).toEqual(["role"]);
    expect(effortIn(played).agreed?.days).toBe(25);
  });
});

describe("after the network has ended", () => {
  // P4's sample ends by its script; its last spending is added to what was spent.
  const ends = p4.script.find(({ trigger }) => trigger === "closeNetwork")!;
  const dayAfter = (days: number) => `${addDays(ends.at.slice(0, 10), days)}T12:00`;
  const after = (...lines: ScriptLine[]) => p4.play([...p4.script, ...lines], "2028-12-31");
  const bill = (days: number, by = "networkLead") =>
    line(dayAfter(days), by, "recordSpending", { line: "moeder", amount: 777, text: "Sen regning" });
  const spent = (played: Played) => budgetState(played.plan.programme.budget, played.book.contributions)!.spent;

  test("bills and hours are taken from who leads for ninety days, and not after them", () => {
    const before = spent(after());
    const taken = after(bill(1), bill(LATE_DAYS), line(dayAfter(2), "networkLead", "recordEffort", { days: 1 }));
    expect(taken.refusals).toEqual([]);
    expect(spent(taken)).toBe(before + 2 * 777);
    const late = after(bill(LATE_DAYS + 1));
    expect(late.refusals).toMatchObject([{ type: "recordSpending", code: "ended" }]);
    expect(spent(late)).toBe(before);
  });

  test("they are taken from nobody else, and nothing else is", () => {
    const others = after(
      line(dayAfter(1), "municipalConsultant", "recordEffort", { days: 1 }),
      lead(dayAfter(1), "planBudget", { line: "moeder", amount: 1, reason: "For sent" }),
    );
    expect(others.refusals.map(({ type, code }) => [type, code])).toEqual([
      ["recordEffort", "ended"],
      ["planBudget", "ended"],
    ]);
  });

  test("the secretariat may, where a method has it", () => {
    const closes = p1.script.find(({ trigger }) => trigger === "closeNetwork")!;
    const hours = line(`${addDays(closes.at.slice(0, 10), 3)}T09:00`, "secretariat", "recordEffort", { hours: 2 });
    expect(p1.play([...p1.script, hours], "2027-12-31").refusals).toEqual([]);
  });
});
