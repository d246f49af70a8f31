// `simulate` at a date: what is due next, and what was planned beside what was carried out.
import { describe, expect, it } from "vitest";
import { fremdrift } from "./given.ts";

type Told = {
  state: { now: string; phases: Record<string, string> };
  next: { at: string; kind: string; title: string; to: string[] }[];
  progress: { kind: string; id: string; title: string; state: string; executed: object; daysLate?: number }[];
};
const P1 = "simulate innovationsnetvaerk --start 2027-02-01 --script sample";

describe("simulate --until", () => {
  it("says the next five things that are due, and to whom", async () => {
    const { next } = (await fremdrift(`${P1} --until 2027-03-08 --json --lang en`)).json() as Told;
    expect(next).toHaveLength(5);
    expect(next.map(({ at }) => at)).toEqual(next.map(({ at }) => at).toSorted());
    const reminder = next.find(({ title }) => title === "Reminder 7 days before the meeting: Meeting 1")!;
    expect(reminder).toMatchObject({ at: "2027-03-11T09:00:00+01:00", kind: "message", subject: "item:m1" });
    expect(reminder.to).toContain("ellen.roerdam@example.org");
  });

  it("tells planned from carried out, in JSON and in words", async () => {
    const { progress } = (await fremdrift(`${P1} --until 2027-03-20 --json`)).json() as Told;
    expect(progress.find(({ id }) => id === "design")).toEqual({
      kind: "phase",
      id: "design",
      title: "Netværksdesign",
      state: "closed",
      planned: { from: "2027-03-01", to: "2027-03-21", quote: "uge 5–7" },
      executed: { from: "2027-03-01", to: "2027-03-19" },
      daysLate: 0,
    });
    const { out } = await fremdrift(`${P1} --until 2027-03-20`);
    expect(out).toMatch(/Planlagt og udført:\nId +Titel +Planlagt +Udført +Tilstand/);
    expect(out).toMatch(/m1 +Møde 1 +15\. mar 2027 – 21\. mar 2027 +18\. mar 2027 +holdt/);
    expect(out).toMatch(/Det næste:\n {2}/);
    const late = await fremdrift("simulate innovationsnetvaerk --start 2027-02-01 --until 2027-02-15 --lang en");
    expect(late.out).toMatch(/qualification +Qualification of the theme.* not opened +1 day late/);
  });

  it("shows the state of that day, also where nothing happened on it", async () => {
    const json = (await fremdrift(`${P1} --until 2027-02-12T08:00 --json`)).json() as Told;
    expect(json.state).toMatchObject({ now: "2027-02-12T08:00:00+01:00", phases: { qualification: "open" } });
    const quiet = (await fremdrift(`${P1} --until 2027-02-20 --json`)).json() as Told;
    expect(quiet.state).toMatchObject({ now: "2027-02-20T23:59:59.999+01:00", phases: { qualification: "closed" } });
  });

  it("has only the next steps with its ideas to come after the end", async () => {
    const { next } = (await fremdrift(`${P1} --json`)).json() as Told;
    expect(next.length).toBeGreaterThan(0);
    for (const { title } of next) expect(title).toMatch(/næste skridt/);
  });
});
