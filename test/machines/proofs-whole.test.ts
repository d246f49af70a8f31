import fc from "fast-check";
import { expect, test } from "vitest";
import { prove } from "../../machines/proofs/prove.ts";
import { planOf } from "../../programmes/plan.ts";
import type { Criterion, Item, Phase, Programme } from "../../programmes/types.ts";
import { faulty, replay } from "./proofs-given.ts";

const text = (said: string) => ({ da: said, en: said });
const PHASES = ["a", "b"];
const DECISIONS = ["d", "e"];

/** Criteria on other phases, decisions and what people bring; some can be met, and some cannot. */
const FACTS = [
  ...PHASES.flatMap((id) => [`open:${id}`, `opened:${id}`, `closed:${id}`]),
  ...DECISIONS.flatMap((id) => [`decided:${id}`, `proposed:${id}`]),
  "held:m1",
  "meetingsHeld",
  "agreements",
  "delivered:h1",
];
/** People are taken to bring no more than is asked, so that few of it is nothing to prove: see docs/proofs.md, what is not looked at. */
const BROUGHT = ["agreements", "delivered:h1"];
const criterion = fc
  .record({
    fact: fc.constantFrom(...FACTS),
    bound: fc.constantFrom({ atLeast: 1 }, { atLeast: 1 }, { atLeast: 2 }, { atMost: 0 }),
  })
  .filter(({ fact, bound }) => !(BROUGHT.includes(fact) && "atMost" in bound));
const criteria = fc
  .array(criterion, { maxLength: 2 })
  .map((all) => all.map(({ fact, bound }, at): Criterion => ({ id: `k${at}`, title: text(fact), fact, ...bound })));

const phase = (id: string) =>
  fc
    .record({
      opens: criteria,
      closes: criteria,
      mayBeSkipped: fc.boolean(),
      most: fc.constantFrom(undefined, 1),
      other: fc.constantFrom(...PHASES),
    })
    .map(({ opens, closes, mayBeSkipped, most, other }): Phase => ({
      id,
      title: text(id),
      mode: "neither",
      opens,
      closes,
      when: { week: 1 },
      ...(mayBeSkipped && { mayBeSkipped }),
      ...(most !== undefined && { reopens: { while: other, most } }),
    }));

const decision = (id: string) =>
  fc
    .record({
      needs: criteria,
      again: fc.subarray(DECISIONS),
      carriedBy: fc.constantFrom("one" as const, "majority" as const),
    })
    .map(({ needs, again, carriedBy }): Item => ({
      id,
      kind: "decision",
      title: text(id),
      when: { week: 1 },
      phases: [],
      audience: ["board"],
      decision: {
        kind: "approve",
        proposedBy: [],
        carriedBy,
        needs,
        again: again.filter((other) => other !== id),
        rounds: 2,
      },
    }));

const base = faulty().programme;
const thing = (id: string, kind: Item["kind"]): Item => ({
  id,
  kind,
  title: text(id),
  when: { week: 1 },
  phases: [],
  audience: ["member"],
});

const programme = fc
  .record({
    phases: fc.tuple(...PHASES.map(phase)),
    decisions: fc.tuple(...DECISIONS.map(decision)),
    closing: criteria,
    gates: fc.constantFrom("blocking" as const, "blocking" as const, "advisory" as const),
  })
  .map(({ phases, decisions, closing, gates }): Programme => ({
    ...base,
    gates,
    phases,
    items: [...decisions, thing("m1", "meeting"), thing("h1", "homework")],
    needs: { ...base.needs, closeNetwork: closing },
  }));

/** Enough for most programmes of this size; what the whole does not come through cannot be compared. */
const limits = { configurations: 400 };

test("parts looked at alone give the answers that the whole gives, and every counterexample plays on the whole", () => {
  let compared = 0;
  fc.assert(
    fc.property(programme, (one) => {
      const plan = planOf(one, "2027-02-01");
      const parts = prove(plan, { limits });
      for (const { claim, counterexample } of parts)
        if (counterexample && claim !== "waits") replay(plan, counterexample);
      const whole = prove(plan, { limits, whole: true });
      if (whole.some(({ limit }) => limit !== undefined)) return;
      compared += 1;
      expect(parts.map(({ claim, holds }) => [claim, holds])).toEqual(whole.map(({ claim, holds }) => [claim, holds]));
    }),
    { numRuns: 12 },
  );
  expect(compared).toBeGreaterThan(3);
}, 120_000);
