import { describe, expect, test } from "vitest";
import { setup, type AnyStateMachine } from "xstate";
import { compile } from "../../machines/network/compile.ts";
import type { Plan } from "../../programmes/types.ts";
import { brief, faulty, IDEAS, proofOf, replay } from "./proofs-given.ts";

describe("loops", () => {
  const withGuard = (guard: string, of: (src: string) => boolean) => (plan: Plan) =>
    Object.fromEntries(
      Object.entries(compile(plan)).map(([src, machine]) => [
        src,
        of(src) ? machine.provide({ guards: { [guard]: () => true } } as never) : machine,
      ]),
    );

  test("an idea that may be adjusted for ever is found on the machine itself", () => {
    const compiled = withGuard("roundsLeft", (src) => src === "idea");
    const { holds, counterexample } = proofOf(IDEAS, "loops", { compiled, limits: { configurations: 600 } });
    expect(holds).toBe(false);
    expect(brief({ counterexample: counterexample! })).toEqual([
      "openPhase test",
      "addIdea",
      "shortlist i1",
      "startTest i1",
      "recordResult i1",
      "decide i1 adjust",
      "recordResult i1",
      "decide i1 adjust",
      "recordResult i1",
      "decide i1 adjust",
    ]);
    replay(IDEAS, counterexample!, compiled);
  });

  test("a phase that may be opened again for ever is found", () => {
    const compiled = withGuard("mayReopen", (src) => src === "network");
    const { holds, counterexample } = proofOf(IDEAS, "loops", { compiled, limits: { configurations: 600 } });
    expect(holds).toBe(false);
    const again = counterexample!.filter(({ trigger, data }) => trigger === "openPhase" && data?.["phase"] === "test");
    expect(again).toHaveLength(4);
    replay(IDEAS, counterexample!, compiled);
  });

  test("a way round that nothing counts is found, with the way into it", () => {
    const { holds, counterexample } = proofOf(faulty(), "loops", { compiled: uncounted });
    expect(holds).toBe(false);
    expect(brief({ counterexample: counterexample! })).toEqual(["propose D1", "decide D1 reject"]);
  });
});

/** A decision's machine that forgets to count its rounds. */
function uncounted(plan: Plan): ReturnType<typeof compile> {
  const forgetful = setup({ actions: { record: () => {} } }).createMachine({
    initial: "drafting",
    states: {
      drafting: {
        on: { propose: { target: "proposed", actions: said("decision.proposed", { round: 1, deadline: 0 }) } },
      },
      proposed: {
        on: {
          vote: [
            {
              guard: ({ event }) => (event as unknown as { outcome: string }).outcome === "reject",
              target: "drafting",
              actions: said("decision.rejected", { outcome: "reject" }),
            },
            { target: "taken", actions: said("decision.taken", { outcome: "approve" }) },
          ],
        },
      },
      taken: {},
    },
  });
  return withDecision(plan, forgetful);
}

const withDecision = (plan: Plan, machine: AnyStateMachine) =>
  Object.fromEntries(
    Object.entries(compile(plan)).map(([src, one]) => [src, src.startsWith("item.decision") ? machine : one]),
  );

const said = (kind: string, data: object) => ({ type: "record" as const, params: { kind, data } as never });

test("a timer that does more than tell is waited for: a decision that lapses cannot be taken after it", () => {
  const { holds, counterexample } = proofOf(faulty(), "decision:D1:approve", { compiled: lapsing });
  expect(holds).toBe(false);
  expect(brief({ counterexample: counterexample! })).toEqual(["propose D1", "wait", "!decide D1 approve"]);
  const silent = proofOf(faulty(), "decision:D1:nobody", { compiled: lapsing });
  expect(brief(silent)).toEqual(["propose D1", "wait"]);
});

/** A decision's machine in which it lapses after a day. */
function lapsing(plan: Plan): ReturnType<typeof compile> {
  const machine = setup({ actions: { record: () => {} } }).createMachine({
    initial: "drafting",
    states: {
      drafting: {
        on: { propose: { target: "proposed", actions: said("decision.proposed", { round: 1, deadline: 0 }) } },
      },
      proposed: {
        after: { 86_400_000: "lapsed" },
        on: { vote: { target: "taken", actions: said("decision.taken", { outcome: "approve" }) } },
      },
      taken: {},
      lapsed: {},
    },
  });
  return withDecision(plan, machine);
}
