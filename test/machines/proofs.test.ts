import { describe, expect, test } from "vitest";
import { listProgrammes } from "../../library/programmes.ts";
import { prove } from "../../machines/proofs/prove.ts";
import { LIMITS } from "../../machines/proofs/types.ts";
import { firstDateOf } from "../../programmes/dates.ts";
import { planOf } from "../../programmes/plan.ts";
import type { IdeaDecision, Plan } from "../../programmes/types.ts";
import { P1 } from "./play.ts";
import { brief, failing, faulty, IDEAS, NEVER, planned, proofOf, replay } from "./proofs-given.ts";

const PROGRAMMES = await listProgrammes();

describe("what holds", () => {
  test("of a sound programme every claim holds, and none is cut short", () => {
    const proofs = prove(faulty());
    expect(proofs.map(({ claim, holds, limit }) => [claim, holds, limit])).toEqual(
      [
        "opens:plan",
        "closes:plan",
        "opens:work",
        "closes:work",
        "end",
        "stop",
        "decision:D1:approve",
        "decision:D1:reject",
        "decision:D1:nobody",
        "loops",
        "waits",
      ].map((claim) => [claim, true, undefined]),
    );
  });

  test.each(PROGRAMMES.map((programme) => [programme.id, programme] as const))(
    "every claim of %s holds",
    (_, programme) => {
      const proofs = prove(planOf(programme, firstDateOf(programme) ?? "2027-02-01"));
      expect(proofs.filter(({ holds }) => !holds)).toEqual([]);
      expect(proofs.length).toBeGreaterThan(3);
      for (const { title } of proofs) expect(title.da).not.toBe(title.en);
    },
  );

  test("two ideas side by side change nothing, as far as is looked", () => {
    expect(failing(IDEAS, { limits: { ideas: 2, rounds: 2 } })).toEqual([]);
  });
});

describe("ideas that several decide on", () => {
  const deciding = (rules: Partial<IdeaDecision>, sample = 3): Plan => {
    const { programme } = IDEAS;
    const decides = programme.rights["decide"]!;
    const roles = programme.roles.map((role) => (decides.includes(role.code) ? { ...role, sample } : role));
    return planned({ ...programme, roles, decideIdeas: { carriedBy: "majority", notAlone: true, ...rules } });
  };

  test.each([{}, { carriedBy: "all" }, { quorum: 3 }] as const)("hold where they can be carried: %o", (rules) => {
    expect(failing(deciding(rules))).toEqual([]);
  });

  test("a quorum that there are too few for is found", () => {
    expect(failing(deciding({ quorum: 3 }, 2)).map(({ claim }) => claim)).toContain("decision:ideas:approve");
  });
});

/** The fault, the claims that fail because of it, and the counterexample of the first. */
type Planted = [fault: string, plan: Plan, claims: string[], counterexample: string[]];

const PLANTED: Planted[] = [
  [
    "a phase asks for what nobody may contribute",
    faulty(['fact: "closed:plan"', "fact: perspectives"]),
    ["opens:work", "closes:work", "end"],
    ["!openPhase work"],
  ],
  [
    "a phase can never close, and so the next never opens",
    faulty(['fact: "held:m1", atLeast: 1', "fact: meetingsHeld, atLeast: 2"]),
    ["closes:plan", "opens:work"],
    ["openPhase plan", "pinItem m1", "holdMeeting m1", "!closePhase plan"],
  ],
  [
    "the network can be closed only while a phase is open that can be closed before",
    faulty(['"opened:work"', '"open:work"']),
    ["end"],
    [
      "openPhase plan",
      "propose D1",
      "pinItem m1",
      "holdMeeting m1",
      "closePhase plan",
      "openPhase work",
      "decide D1 approve",
      "decide D1 approve",
      "closePhase work",
      "!closeNetwork end",
    ],
  ],
  [
    "nobody may stop the network",
    faulty(["needs:", "rights: { stopNetwork: [] }\nneeds:"]),
    ["stop"],
    ["!stopNetwork"],
  ],
  [
    "who proposed it is the only one who decides, and may not alone",
    faulty(["audience: [board]", "audience: [networkLead]"], ["carriedBy: majority", "notAlone: true"]),
    ["decision:D1:approve"],
    ["propose D1", "decide D1 approve"],
  ],
  [
    "more must vote than there are",
    faulty(["carriedBy: majority", "quorum: 4"]),
    ["decision:D1:approve"],
    ["propose D1", "decide D1 approve"],
  ],
  [
    "rejected, a decision can never be put again",
    faulty(
      ["rounds: 2 }", 'rounds: 2, needs: [{ id: o, title: { da: å, en: o }, fact: "open:plan", atLeast: 1 }] }'],
      ['"opened:work"', '"decided:D1"'],
    ),
    ["decision:D1:reject"],
    [
      "openPhase plan",
      "propose D1",
      "pinItem m1",
      "holdMeeting m1",
      "closePhase plan",
      "decide D1 reject",
      "decide D1 reject",
    ],
  ],
  [
    "nobody is reminded of a decision that is overdue",
    faulty(["needs:", "reminders: { decision-overdue: { off: true } }\nneeds:"]),
    ["decision:D1:nobody"],
    ["propose D1", "wait"],
  ],
  [
    "the overdue decision is told to a role that nobody has",
    faulty(
      ["needs:", "reminders: { decision-overdue: { to: [chair] } }\nneeds:"],
      ["board: {", "chair: { title: { da: formand, en: chair }, sample: 0 }\n  board: {"],
    ),
    ["decision:D1:nobody"],
    ["propose D1", "wait"],
  ],
  [
    "a phase waits for a decision that waits for the phase",
    faulty([
      "rounds: 2 }",
      'rounds: 2, needs: [{ id: c, title: { da: å, en: o }, fact: "closed:work", atLeast: 1 }] }',
    ]),
    ["waits", "closes:work"],
    ["closePhase work", "decide D1", "propose D1"],
  ],
];

describe("planted faults", () => {
  test.each(PLANTED)("%s", (_, plan, claims, counterexample) => {
    const found = failing(plan);
    expect(found.map(({ claim }) => claim)).toEqual(expect.arrayContaining(claims));
    expect(brief(found.find(({ claim }) => claim === claims[0])!)).toEqual(counterexample);
    for (const proof of found.filter(({ claim }) => claim !== "waits")) replay(plan, proof.counterexample!);
  });

  test("where gates only advise, one goes on with a note, and the same fault is none", () => {
    expect(
      failing(faulty(['fact: "closed:plan"', "fact: perspectives"], ["weeks: 8", "gates: advisory\nweeks: 8"])),
    ).toEqual([]);
  });

  test("a fault is found once: the claims that have nothing to do with it hold", () => {
    expect(failing(PLANTED[2]![1]).map(({ claim }) => claim)).toEqual(["end"]);
    expect(failing(PLANTED[3]![1]).map(({ claim }) => claim)).toEqual(["stop"]);
    expect(failing(PLANTED[7]![1]).map(({ claim }) => claim)).toEqual(["decision:D1:nobody"]);
  });

  test("nobody may decide ideas: then no outcome is to be had", () => {
    const found = failing({ ...IDEAS, programme: { ...IDEAS.programme, rights: { ...P1.rights, decide: [] } } });
    expect(found.map(({ claim }) => claim)).toEqual([
      "closes:evaluation",
      "opens:renegotiation",
      "closes:renegotiation",
      "decision:ideas:approve",
      "decision:ideas:adjust",
      "decision:ideas:discard",
      "decision:ideas:nobody",
    ]);
    expect(found.at(-2)!.counterexample).toMatchObject([
      { trigger: "decide", refused: [{ en: expect.stringContaining("nobody") }] },
    ]);
  });

  test("what people must have contributed stands at its step", () => {
    const { counterexample } = proofOf(
      planned({ ...P1, needs: { ...P1.needs, shortlist: [NEVER] } }),
      "closes:prioritisation",
    );
    expect(counterexample).toContainEqual({
      trigger: "closePhase",
      data: { phase: "focusing" },
      facts: { focusQuestions: 1 },
    });
    expect(counterexample!.at(-1)).toMatchObject({ refused: [{ en: "A short list is chosen with rationales" }] });
  });
});

describe("limits", () => {
  test.each(["configurations", "depth"] as const)(
    "that %s were not enough is said of every claim that was cut short",
    (limit) => {
      const proofs = prove(planned(P1), { limits: { [limit]: 5 } });
      const cut = proofs.filter((proof) => proof.limit === limit).map(({ claim }) => claim);
      expect(cut).toEqual(expect.arrayContaining(["opens:test", "end", "loops", "decision:ideas:discard"]));
      expect(cut).not.toContain("closes:qualification");
      expect(proofs.filter(({ holds }) => !holds)).toEqual([]);
    },
  );

  test("a loop that may be gone through more often than is looked at is named", () => {
    const often = { ...P1, rounds: LIMITS.rounds + 1 };
    expect(proofOf(planned(often), "loops")).toMatchObject({ holds: true, limit: "rounds" });
  });

  test("how many ideas are under way at a time is bounded, and said", () => {
    expect(proofOf(planned(P1), "closes:evaluation")).toMatchObject({ holds: true, limit: "ideas" });
  });

  test("where a criterion asks for more ideas, so many are let on their way", () => {
    // P1 up to its short list, of which two are wanted.
    const phases = P1.phases
      .slice(0, P1.phases.findIndex(({ id }) => id === "prioritisation") + 1)
      .map((phase) =>
        phase.id === "prioritisation"
          ? { ...phase, closes: phase.closes.map((one) => ({ ...one, atLeast: 2 })) }
          : phase,
      );
    const { decideIn: _, ...early } = P1;
    const plan = planned({ ...early, phases, needs: { shortlist: P1.needs!["shortlist"]! } });
    expect(proofOf(plan, "closes:prioritisation")).toMatchObject({ holds: true });
  });
});
