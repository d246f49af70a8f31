// Given for the proofs: a small programme in which every claim holds, its faults planted one at a time, and proving it.
import { expect } from "vitest";
import { compile } from "../../machines/network/compile.ts";
import { prove, type ProveOptions } from "../../machines/proofs/prove.ts";
import { WAIT, type Proof, type ProofStep } from "../../machines/proofs/types.ts";
import { attempt, beginning } from "../../machines/proofs/world.ts";
import type { TriggerName } from "../../machines/trigger-types.ts";
import { planOf } from "../../programmes/plan.ts";
import type { Plan, Programme } from "../../programmes/types.ts";
import { parsed } from "../programmes/texts.ts";
import { P1 } from "./play.ts";

/** Two phases, a meeting, and a decision that the board takes while the first is open. */
const sound = `id: sound
version: 1
method: common
title: { da: Holdbar, en: Sound }
description: { da: Holdbar, en: Sound }
weeks: 8
phases:
  plan:
    title: { da: Plan, en: Plan }
    mode: neither
    opens: []
    closes: [{ id: held, title: { da: Mødet er holdt, en: The meeting is held }, fact: "held:m1", atLeast: 1 }]
    when: { weeks: [1, 2] }
  work:
    title: { da: Arbejde, en: Work }
    mode: neither
    opens: [{ id: planned, title: { da: Planen er færdig, en: The plan is done }, fact: "closed:plan", atLeast: 1 }]
    closes: [{ id: decided, title: { da: Det er godkendt, en: It is approved }, fact: "decided:D1", atLeast: 1 }]
    when: { weeks: [3, 6] }
items:
  m1:
    kind: meeting
    title: { da: Møde, en: Meeting }
    when: { week: 1 }
    phases: [plan]
    audience: [member]
  D1:
    kind: decision
    title: { da: Godkend arbejdet, en: Approve the work }
    when: { week: 5 }
    phases: [work]
    audience: [board]
    decision: { kind: approve, proposedBy: [networkLead], carriedBy: majority, rounds: 2 }
roles:
  networkLead: { title: { da: leder, en: lead }, sample: 1, required: true }
  member: { title: { da: medlem, en: member }, sample: 2 }
  board: { title: { da: styregruppe, en: board }, sample: 3 }
needs:
  closeNetwork: [{ id: worked, title: { da: Arbejdet er åbnet, en: Work is opened }, fact: "opened:work", atLeast: 1 }]
`;

/** The sound programme with some of its text replaced. Throws where that is not in it. */
export function faulty(...swaps: [from: string, to: string][]): Plan {
  const text = swaps.reduce((before, [from, to]) => {
    if (!before.includes(from)) throw new Error(`${from} is not in the programme`);
    return before.replace(from, to);
  }, sound);
  return planned(parsed(text));
}

export const planned = (programme: Programme): Plan => planOf(programme, "2027-02-01");

/** The claims that do not hold. */
export const failing = (plan: Plan, options?: ProveOptions): Proof[] =>
  prove(plan, options).filter(({ holds }) => !holds);

/** One claim of a plan. Throws where it is not claimed. */
export function proofOf(plan: Plan, claim: string, options?: ProveOptions): Proof {
  const proofs = prove(plan, options);
  const found = proofs.find((proof) => proof.claim === claim);
  if (!found) throw new Error(`«${claim}» is not among ${proofs.map((proof) => proof.claim).join(", ")}`);
  return found;
}

/** A counterexample, one word for each step: `openPhase plan`, and `!` before one that is refused. */
export const brief = ({ counterexample = [] }: Pick<Proof, "counterexample">): string[] =>
  counterexample.map(({ trigger, data = {}, refused }) => {
    const what = data["phase"] ?? data["item"] ?? data["idea"] ?? "";
    const outcome = data["outcome"] === undefined || data["phase"] !== undefined ? "" : String(data["outcome"]);
    return `${refused ? "!" : ""}${[trigger, what, outcome].filter(Boolean).join(" ")}`;
  });

/** Plays a counterexample on the whole programme, not on the part it was found in: every step must go as it says. */
export function replay(plan: Plan, steps: ProofStep[], compiled = compile): void {
  const ground = { plan, machines: compiled(plan) };
  let network = beginning(ground);
  for (const { trigger, data = {}, by, refused } of steps) {
    if (trigger === WAIT) return;
    const tried = attempt(ground, network, { type: trigger as TriggerName, data, ...(by !== undefined && { by }) });
    expect([trigger, tried.result.ok]).toEqual([trigger, refused === undefined]);
    network = tried.network;
  }
}

/** A criterion that nothing can meet: there are but three agreements. */
export const NEVER = { id: "never", title: { da: "aldrig", en: "never" }, fact: "agreements", atLeast: 4 };

/** P1 from the test on, with ideas that need nothing before it. */
export const IDEAS = planned({
  ...P1,
  phases: P1.phases
    .filter(({ id }) => ["test", "evaluation", "renegotiation"].includes(id))
    .map((phase) => (phase.id === "test" ? { ...phase, opens: [] } : phase)),
  items: [],
  needs: { ...P1.needs, shortlist: [], closeNetwork: [] },
});
