// P1 as planned and executed: which phases are open when, and what goes out.
import { describe, expect, test } from "vitest";
import { startOf } from "../../machines/simulate.ts";
import { fold, initialView } from "../../machines/view.ts";
import { lead, open, play, SCRIPT } from "./play.ts";

describe("P1 as planned and executed", () => {
  test("design and focusing are both open in week 7", () => {
    expect(open("2027-03-17")).toEqual(["design", "focusing"]);
  });

  test.each(["2027-04-06", "2027-04-14", "2027-04-22"])("discovery, thematising and ideation are open on %s", (day) => {
    expect(open(day)).toEqual(["discovery", "thematising", "ideation"]);
  });

  test("ideas go their own ways: one approved, one adjusted and approved, one discarded with its reason", () => {
    const { ideas, ended, outcome } = play(SCRIPT, "2027-09-02").state;
    expect(ideas.map(({ id, state, round }) => [id, state, round])).toEqual([
      ["i1", "approved", 1],
      ["i2", "captured", 0],
      ["i3", "discarded", 1],
      ["i4", "captured", 0],
      ["i5", "captured", 0],
      ["i6", "captured", 0],
      ["i7", "approved", 2],
      ["i8", "captured", 0],
    ]);
    expect(ideas[2]?.reason).toMatch(/få kommer/);
    expect({ ended, outcome }).toEqual({ ended: true, outcome: "spread" });
  });

  test("nothing goes out in weeks 3–4 and 15–16", () => {
    const sent = play(SCRIPT, "2027-09-02").entries.filter(({ kind }) => kind === "message.sent");
    expect(sent.length).toBeGreaterThan(20);
    const within = (from: string, to: string) => sent.filter(({ at }) => at >= from && at < to);
    expect(within("2027-02-15", "2027-03-01")).toEqual([]);
    expect(within("2027-05-10", "2027-05-24")).toEqual([]);
  });

  test("in the weeks of work go its one task, asks for dates and reminders of meetings 2 and 3, in the break before meeting 5 its reminders", () => {
    const sent = play(SCRIPT, "2027-09-02").entries.filter(
      ({ kind, rule }) => kind === "message.sent" && /-(\d+|first)$/.test(rule!),
    );
    const inWeeks = (from: string, to: string) =>
      sent.filter(({ at }) => at >= from && at < to).map(({ subject, rule }) => `${subject} ${rule}`);
    expect(inWeeks("2027-03-22", "2027-04-05")).toEqual([
      "item:planlaeg-moede-2 task-first",
      "item:m2 date-14",
      "item:m4 date-28",
      "item:m2 meeting-14",
      "item:m2 meeting-7",
      "item:m3 meeting-14",
    ]);
    expect(inWeeks("2027-04-26", "2027-05-03")).toEqual(["item:m5 meeting-7", "item:m5 meeting-2"]);
  });

  test("the view is the fold of the ledger", () => {
    const { ledger, plan, network, book } = play(SCRIPT, "2027-09-02");
    expect(book.view).toEqual(fold(initialView(plan, startOf(plan)), ledger));
    expect({ ...network.view, now: 0 }).toEqual({ ...book.view, now: 0 });
  });

  test("an open phase is paused in a full break", () => {
    const started = [lead("2027-02-01T09:00", "openPhase", { phase: "qualification" })];
    expect(play(started, "2027-02-10").state.phases["qualification"]).toBe("open");
    expect(play(started, "2027-02-16").state.phases["qualification"]).toBe("paused");
    expect(play(started, "2027-03-08").state.phases["qualification"]).toBe("open");
  });
});
