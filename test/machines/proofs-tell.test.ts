import { expect, test } from "vitest";
import { findingsOf, limitInWords, stepsInWords } from "../../machines/proofs/tell.ts";
import { LIMITS, type LimitName } from "../../machines/proofs/types.ts";
import { failing, faulty, IDEAS, proofOf } from "./proofs-given.ts";
import { P1 } from "./play.ts";

test("a counterexample reads as sentences with the programme's own titles, in both languages", () => {
  const plan = faulty(['fact: "held:m1", atLeast: 1', "fact: meetingsHeld, atLeast: 2"]);
  const { counterexample } = proofOf(plan, "closes:plan");
  expect(stepsInWords(plan.programme, counterexample!, "en")).toEqual([
    'The phase "Plan" is opened',
    '"Meeting" gets a date',
    '"Meeting" is held',
    'The phase "Plan" is closed – refused: The meeting is held',
  ]);
  expect(stepsInWords(plan.programme, counterexample!, "da").at(-1)).toBe(
    "Fasen «Plan» afsluttes – det afvises: Mødet er holdt",
  );
});

test("the same step several times over is said once, and what people contributed stands with its step", () => {
  const steps = [
    { trigger: "addIdea", data: { title: "x" } },
    { trigger: "addIdea", data: { title: "x" } },
    { trigger: "closePhase", data: { phase: "focusing" }, facts: { focusQuestions: 1 } },
    { trigger: "wait", at: "2027-08-01" },
  ];
  expect(stepsInWords(P1, steps, "da")).toEqual([
    "En idé føjes til (2 gange)",
    "Fasen «Fokusering» afsluttes (focusQuestions 1)",
    "Ingen gør noget før 2027-08-01",
  ]);
});

test("every trigger that a proof tries has words of its own", () => {
  const { programme } = IDEAS;
  const triggers = [
    "openPhase",
    "closePhase",
    "pinItem",
    "holdMeeting",
    "addIdea",
    "shortlist",
    "startTest",
    "recordResult",
  ];
  const more = [
    "abandonTest",
    "decide",
    "reviveIdea",
    "propose",
    "startTrack",
    "completeStep",
    "closeNetwork",
    "stopNetwork",
  ];
  for (const trigger of [...triggers, ...more])
    for (const language of ["da", "en"] as const) {
      const [said] = stepsInWords(
        programme,
        [{ trigger, data: { idea: "i1", phase: "test", track: "t", organisation: "o" } }],
        language,
      );
      expect(said).not.toBe(trigger);
    }
});

test("a claim that fails is an error with a code and a place, a claim that holds is none", () => {
  expect(findingsOf([{ claim: "end", title: { da: "x", en: "x" }, holds: true }])).toEqual([]);
  const found = findingsOf(failing(faulty(['fact: "closed:plan"', "fact: perspectives"])));
  expect(found.map(({ code, path }) => `${code} ${path}`)).toEqual([
    "unreachable phases.work.opens",
    "unclosable phases.work.closes",
    "dead-end programme",
  ]);
});

test("every limit says what it is and how far it goes", () => {
  for (const limit of Object.keys(LIMITS) as LimitName[]) {
    expect(limitInWords(limit).en).toMatch(new RegExp(`^as far as was looked: at most ${LIMITS[limit]} `));
    expect(limitInWords(limit).da).toMatch(new RegExp(`^så langt der blev set: højst ${LIMITS[limit]} `));
  }
});
