// Who waits for whom, as a programme says it: openings, closings, decisions and dates. Nobody may wait for himself.
import { refsOf } from "../../programmes/plan.ts";
import type { Criterion, Programme } from "../../programmes/types.ts";
import type { Proof, ProofStep } from "./types.ts";
import { titles } from "./words.ts";

/** Something that happens, or a date that is worked out, and what must have happened or be known before it. */
type Node = { id: string; step: ProofStep; after: string[] };

/** No two wait for each other. The counterexample is the ring: each of its steps waits for the next. */
export function waitsClaim(programme: Programme): Proof {
  const claim = { claim: "waits", title: titles.waits() };
  const ring = shortestRing(nodesOf(programme));
  return ring ? { ...claim, holds: false, counterexample: ring.map(({ step }) => step) } : { ...claim, holds: true };
}

function nodesOf(programme: Programme): Node[] {
  const { phases, items, tracks, needs = {} } = programme;
  const decisions = items.flatMap(({ id, decision }) => (decision ? [{ id, decision }] : []));
  return [
    ...phases.flatMap(({ id, opens, closes }): Node[] => [
      node(`open:${id}`, "openPhase", { phase: id }, waitedFor(opens)),
      node(`close:${id}`, "closePhase", { phase: id }, [`open:${id}`, ...waitedFor(closes)]),
    ]),
    ...decisions.flatMap(({ id, decision }): Node[] => [
      node(`propose:${id}`, "propose", { item: id }, waitedFor([...(needs["propose"] ?? []), ...decision.needs])),
      node(`decide:${id}`, "decide", { item: id }, [`propose:${id}`]),
    ]),
    ...[...phases, ...items, ...tracks].map(({ id, when }): Node =>
      node(
        `date:${id}`,
        "pinItem",
        { item: id },
        refsOf(when).map((other) => `date:${other}`),
      ),
    ),
  ];
}

const node = (id: string, trigger: string, data: { [key: string]: string }, after: string[]): Node => ({
  id,
  step: { trigger, data },
  after,
});

/** Facts that become true in one way only, by what does it. */
const BROUGHT: Record<string, string> = {
  open: "open",
  opened: "open",
  closed: "close",
  proposed: "propose",
  decided: "decide",
};

function waitedFor(criteria: Criterion[]): string[] {
  return criteria.flatMap((criterion) => {
    const [fact = "", of] = criterion.fact.split(":", 2);
    const isWanted = "atLeast" in criterion && criterion.atLeast !== 0;
    return isWanted && of !== undefined && BROUGHT[fact] ? [`${BROUGHT[fact]}:${of}`] : [];
  });
}

function shortestRing(nodes: Node[]): Node[] | undefined {
  const byId = new Map(nodes.map((one) => [one.id, one]));
  const rings = nodes.flatMap((one) => wayBack(one, byId) ?? []);
  return rings.toSorted((a, b) => a.length - b.length)[0];

  function wayBack(from: Node, known: Map<string, Node>): Node[][] | undefined {
    const seen = new Set<string>();
    const queue: Node[][] = [[from]];
    for (let way = queue.shift(); way; way = queue.shift())
      for (const next of way.at(-1)!.after) {
        if (next === from.id) return [way];
        const following = known.get(next);
        if (!following || seen.has(next)) continue;
        seen.add(next);
        queue.push([...way, following]);
      }
    return undefined;
  }
}
