// A learning network and a welfare network from start to end: the one without a test, the other with it after half a year.
import { describe, expect, test } from "vitest";
import { networkTypeOf } from "../../programmes/network-type.ts";
import { line, sampleOf, sentIn } from "./shipped.ts";

const learning = await sampleOf("learning-network");
const welfare = await sampleOf("welfare-network");

describe("a learning network", () => {
  const whole = learning.play(learning.script, "2027-12-31");

  test("gets its type from its method, and has no phase in which ideas are tested or decided", () => {
    const { programme } = learning;
    expect(networkTypeOf(programme)).toBe("learning");
    expect(programme.phases.map(({ id }) => id)).toEqual([
      "qualification",
      "design",
      "focusing",
      "discovery",
      "thematising",
      "ideation",
      "use",
    ]);
    expect(programme.roles.map(({ code }) => code)).not.toContain("testLead");
  });

  test("cannot end before knowledge in use is opened", () => {
    const early = line("2027-05-08T10:00", "networkLead", "closeNetwork", { outcome: "end" });
    const { refusals, state } = learning.play(learning.upTo("2027-05-08", early), "2027-05-09");
    expect(refusals).toMatchObject([{ type: "closeNetwork", unmet: [{ criterion: "useOpened" }] }]);
    expect(state.ended).toBe(false);
  });

  test("nobody can put an idea to test", () => {
    const tried = line("2027-05-07T10:00", "networkLead", "shortlist", { idea: "i1", reason: "Bedst" });
    expect(learning.play(learning.upTo("2027-05-07", tried), "2027-05-08").refusals).toMatchObject([
      { type: "shortlist", code: "role" },
    ]);
  });

  test("ends with what keeps the knowledge in use, whose owners are reminded of it after the end", () => {
    expect(whole.state).toMatchObject({ ended: true, outcome: "spread" });
    const after = sentIn(whole).filter(({ at, rule }) => at > "2027-06-19" && rule.startsWith("task-"));
    expect(after.map(({ subject, rule, told }) => [subject, rule, ...told])).toEqual([
      ["item:closing.2", "task-2", "hans.brombaerby"],
      ["item:closing.2", "task-overdue", "hans.brombaerby"],
      ["item:closing.2", "task-codriver", "birk.tangager"],
    ]);
  });
});

describe("a welfare network", () => {
  test("has the nine phases, and its test begins after half a year", () => {
    const { programme, script, play } = welfare;
    expect(networkTypeOf(programme)).toBe("welfare");
    expect(programme.phases).toHaveLength(9);
    const { plan, state } = play(script, "2027-10-31");
    expect(plan.intervals["test"]).toMatchObject({ from: "2027-08-02" });
    expect(Object.values(state.ideas).filter((idea) => idea.state === "approved")).toHaveLength(2);
  });
});
