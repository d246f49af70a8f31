// The state at any date, what is due next, and what was planned beside what came of it: of all five programmes.
import { describe, expect, test } from "vitest";
import { listProgrammes } from "../../library/programmes.ts";
import { dueIn } from "../../machines/due.ts";
import type { LedgerRow } from "../../machines/ledger.ts";
import { progressOf } from "../../machines/progress.ts";
import { sampleStartOf } from "../../programmes/dates.ts";
import { addDays, localDate } from "../../programmes/calendar.ts";
import { lead, play, SCRIPT, sampleUpTo } from "./play.ts";
import { sampleOf } from "./shipped.ts";

const ids = (await listProgrammes()).map(({ id }) => id);

describe.each(ids)("%s at many dates", (id) => {
  test("is what the whole run was then, and says what comes next", { timeout: 120_000 }, async () => {
    const { programme, script, play: playIt } = await sampleOf(id);
    const start = sampleStartOf(programme)!;
    const whole = playIt(script, "2028-12-31");
    const { zone } = programme;
    for (let day = start; day < localDate(whole.ledger.at(-1)!.at, zone); day = addDays(day, 29)) {
      const { ledger, plan, book, state } = playIt(script, day);
      const rows = whole.ledger.filter(({ at }) => localDate(at, zone) <= day);
      expect(ledger).toEqual(rows);
      expect(state.now.slice(0, 10)).toBe(day);
      const next = dueIn(plan, book.view);
      const opened = (kind: LedgerRow["kind"]) => rows.filter((row) => row.kind === kind).map(({ subject }) => subject);
      const progress = progressOf(plan, book.view, ledger);
      for (const phase of progress.filter(({ kind }) => kind === "phase")) {
        expect(phase.executed.from !== undefined).toBe(opened("phase.opened").includes(`phase:${phase.id}`));
        expect(phase.executed.to !== undefined).toBe(phase.state === "closed");
      }
      for (const meeting of progress.filter(({ kind }) => kind === "meeting"))
        expect(meeting.executed.to !== undefined).toBe(meeting.state === "held");
      for (const [index, { instant }] of next.entries())
        expect(instant).toBeGreaterThanOrEqual(next[index - 1]?.instant ?? 0);
    }
  });

  test("has the planned instant in each row that carries out something planned", async () => {
    const { script, play: playIt } = await sampleOf(id);
    const { ledger, plan } = playIt(script, "2028-12-31");
    const carriedOut = [
      "meeting.held",
      "decision.taken",
      "decision.rejected",
      "idea.approved",
      "idea.adjusted",
      "idea.discarded",
    ];
    const rows = ledger.filter(({ kind }) => carriedOut.includes(kind));
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ planned }) => planned === undefined)).toEqual([]);
    const phases = ledger.filter(
      ({ kind, subject }) => kind === "phase.opened" && plan.intervals[subject.slice(6)]?.from,
    );
    expect(phases.filter(({ planned }) => planned === undefined)).toEqual([]);
    const reminders = ledger.filter(({ rule = "" }) => plan.programme.reminders.some((one) => one.id === rule));
    expect(reminders.filter(({ planned }) => planned === undefined)).toEqual([]);
  });
});

describe("planned beside carried out", () => {
  const of = (id: string, script: Parameters<typeof play>[0], until: string) => {
    const { plan, book, ledger } = play(script, until);
    return progressOf(plan, book.view, ledger).find((one) => one.id === id)!;
  };

  test("a phase that closes within its window is not late, one that closes after it is", () => {
    expect(of("design", SCRIPT, "2027-09-01")).toMatchObject({
      planned: { from: "2027-03-01", to: "2027-03-21", quote: "uge 5–7" },
      executed: { from: "2027-03-01", to: "2027-03-19" },
      daysLate: 0,
    });
    const closing = SCRIPT.find(({ trigger, data }) => trigger === "closePhase" && data?.["phase"] === "design")!;
    const late = sampleUpTo(closing.at, { ...closing, at: "2027-03-25T10:00" });
    expect(of("design", late, "2027-03-25")).toMatchObject({ state: "closed", daysLate: 4 });
  });

  test("a meeting is carried out when it is held, not when it is dated", () => {
    const pinned = lead("2027-02-03T10:00", "pinItem", { item: "m1", start: "2027-03-10T09:00" });
    expect(of("m1", [pinned], "2027-02-04")).toMatchObject({ state: "pinned", executed: {} });
    const held = lead("2027-03-10T12:00", "holdMeeting", { item: "m1" });
    expect(of("m1", [pinned, held], "2027-03-11")).toMatchObject({ executed: { from: "2027-03-10" }, daysLate: -5 });
    expect(of("m1", [pinned], "2027-03-24")).toMatchObject({ executed: {}, daysLate: 3 });
  });

  test("what nobody can say is done is never late, nor is what is voluntary", () => {
    expect(of("ledermoede", [], "2027-06-01")).not.toHaveProperty("daysLate");
    expect(of("egne-opdagelser", [], "2027-06-01")).not.toHaveProperty("daysLate");
  });

  test("what was added has the days it was added with as its plan", () => {
    const window = { first: "2027-03-01", last: "2027-03-05", audience: ["coreMember"] };
    const added = lead("2027-02-03T10:00", "addItem", {
      id: "x",
      kind: "meeting",
      title: "Ny",
      reason: "y",
      ...window,
    });
    expect(of("x", [added], "2027-03-08")).toMatchObject({ planned: { to: "2027-03-05" }, daysLate: 3 });
  });
});
