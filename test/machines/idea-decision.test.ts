// What becomes of an idea in test where several decide on it.
import { describe, expect, test } from "vitest";
import type { ScriptLine } from "../../machines/simulate.ts";
import type { IdeaDecision, Programme } from "../../programmes/types.ts";
import { line, P1, play, sampleUpTo } from "./play.ts";

/** The result of i1 is in on 8 July; nobody has decided. */
const RESULT = "2027-07-08T15:00";
const [BODIL, CARL] = ["bodil.to@example.org", "carl.tre@example.org"];
const joins = (email: string, role: string) => `${email},${email},${role}\n`;
const by = (hour: string, who: string, outcome: string, more: ScriptLine["data"] = {}) => {
  const data = outcome === "approve" ? { next: "scale", to: "Driften", due: "2027-12-31" } : { reason: "Sådan" };
  return line(`2027-07-09T${hour}:00`, who, "decide", { idea: "i1", outcome, ...data, ...more });
};
const MANAGER = "referenceManager";
const deciding = (rules: Partial<IdeaDecision>): Programme => ({
  ...P1,
  decideIdeas: { carriedBy: "majority", notAlone: true, ...rules },
});
const OTHERS = joins(BODIL, MANAGER) + joins(CARL, MANAGER);
function decided(programme: Programme, lines: ScriptLine[], more = "") {
  const { state, refusals, entries } = play(sampleUpTo(RESULT, ...lines), "2027-07-10", programme, OTHERS + more);
  const idea = state.ideas.find(({ id }) => id === "i1")!;
  return { idea, refusals, entries: entries.filter(({ subject }) => subject === "idea:i1") };
}

describe("an idea that several decide on", () => {
  test("takes more than half of them, and until then it waits for the others", () => {
    const one = decided(deciding({}), [by("09", MANAGER, "approve")]);
    expect(one.idea).toMatchObject({ state: "deciding", votes: 1 });
    expect(one.entries.at(-1)).toMatchObject({ kind: "decision.voted", data: { outcome: "approve", next: "scale" } });
    const two = decided(deciding({}), [
      by("09", MANAGER, "approve"),
      by("10", BODIL, "discard"),
      by("11", CARL, "approve"),
    ]);
    expect(two.idea).toMatchObject({ state: "approved" });
    const approved = two.entries.find(({ kind }) => kind === "idea.approved");
    expect(approved).toMatchObject({ by: CARL, data: { next: "scale", votes: { approve: 2, discard: 1 } } });
  });

  test("takes all of them where all are asked", () => {
    const two = [by("09", MANAGER, "discard"), by("10", BODIL, "discard")];
    expect(decided(deciding({ carriedBy: "all" }), two).idea.state).toBe("deciding");
    expect(decided(deciding({ carriedBy: "all" }), [...two, by("11", CARL, "discard")]).idea.state).toBe("discarded");
  });

  test("takes as many votes as the quorum says, though fewer would carry it", () => {
    const votes = [by("09", MANAGER, "approve"), by("10", BODIL, "approve")];
    expect(decided(deciding({ quorum: 3 }), votes).idea).toMatchObject({ state: "deciding", votes: 2 });
    expect(decided(deciding({ quorum: 2 }), votes).idea.state).toBe("approved");
  });

  test("goes to another round where that is carried, never in the last", () => {
    const adjust = [by("09", MANAGER, "adjust"), by("10", BODIL, "adjust")];
    const { idea } = decided(deciding({}), adjust);
    expect(idea).toMatchObject({ state: "testing", round: 2, reason: "Sådan" });
    const last = decided({ ...deciding({}), rounds: 1 }, adjust);
    expect(last.idea).toMatchObject({ state: "deciding", round: 1 });
    expect(last.refusals).toMatchObject([
      { type: "decide", code: "state" },
      { type: "decide", code: "state" },
    ]);
  });

  test("even votes wait for the one that counts double, and for nothing where nobody has it", () => {
    const even = [by("09", MANAGER, "approve"), by("10", BODIL, "discard"), by("11", CARL, "adjust")];
    expect(decided(deciding({}), even).idea).toMatchObject({ state: "deciding", votes: 3 });
    const withChair: Programme = {
      ...deciding({ castingVote: "chair" }),
      roles: [...P1.roles, { code: "chair", title: { da: "formand", en: "chair" }, sample: 1 }],
      rights: { ...P1.rights, decide: [MANAGER, "chair"] },
    };
    const dorte = "dorte@example.org";
    const all = [...even, by("12", dorte, "discard")];
    // Four of whom two are for it: not more than half, and nobody else is left.
    expect(decided(withChair, all, joins(dorte, "chair")).idea.state).toBe("discarded");
  });

  test("a vote counts once, as it was given last, and can be taken back until it is decided", () => {
    const changed = decided(deciding({}), [by("09", MANAGER, "approve"), by("10", MANAGER, "discard")]);
    expect(changed.idea).toMatchObject({ state: "deciding", votes: 1 });
    const back = line("2027-07-09T10:00", MANAGER, "withdrawVote", { idea: "i1" });
    const withdrawn = decided(deciding({}), [by("09", MANAGER, "approve"), back, by("11", BODIL, "approve")]);
    expect(withdrawn.idea).toMatchObject({ state: "deciding", votes: 1 });
    expect(withdrawn.entries.map(({ kind }) => kind)).toContain("decision.voteWithdrawn");
    const late = { ...back, at: "2027-07-09T12:00" };
    const over = decided(deciding({}), [by("09", MANAGER, "approve"), by("11", BODIL, "approve"), late]);
    expect(over.refusals).toMatchObject([{ type: "withdrawVote", code: "state" }]);
  });

  test("who is not asked has no vote, and of two at the same moment the second hears that it is decided", () => {
    const { refusals, idea } = decided(P1, [
      by("09", MANAGER, "approve"),
      by("09", BODIL, "discard"),
      by("10", "coreMember", "discard"),
    ]);
    expect(idea.state).toBe("approved");
    expect(refusals).toMatchObject([{ code: "state" }, { code: "role" }]);
  });
});

test("who laid the result before them does not decide alone", () => {
  const both: Programme = { ...P1, rights: { ...P1.rights, recordResult: [MANAGER, "networkLead"] } };
  const result = line("2027-07-08T14:00", MANAGER, "recordResult", { idea: "i1", result: "Færre genkald" });
  const script = [...sampleUpTo("2027-07-08T14:00"), result];
  const stateAfter = (...lines: ScriptLine[]) =>
    play([...script, ...lines], "2027-07-10", both, OTHERS).state.ideas.find(({ id }) => id === "i1")!.state;
  expect(stateAfter(by("09", MANAGER, "approve"))).toBe("deciding");
  expect(stateAfter(by("09", MANAGER, "approve"), by("10", BODIL, "approve"))).toBe("approved");
  expect(stateAfter(by("09", BODIL, "approve"))).toBe("approved");
});

test("those concerned hear what is decided, and why", () => {
  const { entries } = decided(P1, [by("09", MANAGER, "discard")]);
  const told = entries.find(({ rule }) => rule === "idea-discarded");
  expect(told).toMatchObject({ kind: "message.sent", reason: "Sådan" });
  expect(told!.told).toEqual(expect.arrayContaining([BODIL, CARL]));
});
