// The method's picture of a network: its phases with what lets them open and close, how each stands, and the loops between them.
import { graphOf } from "../programmes/picture/graph.ts";
import type { Criterion, Phase, Programme, Text } from "../programmes/types.ts";
import { contributedFacts, networkFacts } from "./facts.ts";
import { unmetOf, type Facts } from "./criteria.ts";
import type { Book, View } from "./ledger.ts";

/** `need`: so many at least, or with `most` at most. */
export type ChartCriterion = { id: string; title: Text; met: boolean; have: number; need: number; most?: true };

/**
 * `next`: waiting, and what comes after the phases that have been open, or what could open now. `opens` and `closes`: what has to hold
 * before it can.
 */
export type ChartPhase = {
  id: string;
  title: Text;
  mode: Phase["mode"];
  state: "done" | "active" | "next" | "waiting";
  opens: ChartCriterion[];
  closes: ChartCriterion[];
};
export type Chart = { phases: ChartPhase[]; loops: { from: string; to: string; title: Text }[]; ended?: true };

/** The phases in the method's order. A programme without phases has none. */
export function chartOf({ plan, view, contributions, people }: Book): Chart {
  const { programme } = plan;
  const facts = { ...contributedFacts(programme, contributions, people), ...networkFacts(view) };
  const next = nextIn(programme, view, facts);
  const phases = programme.phases.map(({ id, title, mode, opens, closes }): ChartPhase => {
    const { state } = view.phases[id] ?? { state: "waiting" };
    const waits = next.includes(id) ? "next" : "waiting";
    return {
      id,
      title,
      mode,
      state: state === "open" ? "active" : state === "closed" ? "done" : waits,
      opens: opens.map((one) => shown(one, facts, programme)),
      closes: closes.map((one) => shown(one, facts, programme)),
    };
  });
  const { loops } = graphOf(programme);
  return {
    phases,
    loops: loops.map(({ from, to, title }) => ({ from, to, title })),
    ...(view.ended && { ended: true }),
  };
}

function shown(criterion: Criterion, facts: Facts, { parameters }: Programme): ChartCriterion {
  const { id, title, fact } = criterion;
  const [unmet] = unmetOf([criterion], facts, parameters);
  const most = "atMost" in criterion;
  const need = most ? criterion.atMost : criterion.atLeast;
  return {
    id,
    title,
    met: unmet === undefined,
    have: facts[fact] ?? 0,
    need: typeof need === "number" ? need : (parameters[need] ?? 0),
    ...(most && { most }),
  };
}

/** Of those that wait: the first after all that have been open, and whichever could open. After the end none is. */
function nextIn({ phases, parameters }: Programme, view: View, facts: Facts): string[] {
  if (view.ended) return [];
  const waits = ({ id }: Phase) => (view.phases[id]?.state ?? "waiting") === "waiting";
  const following = phases[phases.findLastIndex((phase) => !waits(phase)) + 1];
  const may = ({ opens }: Phase) => opens.length > 0 && unmetOf(opens, facts, parameters).length === 0;
  return phases.filter((phase) => waits(phase) && (phase === following || may(phase))).map(({ id }) => id);
}
