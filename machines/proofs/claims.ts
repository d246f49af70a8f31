// How a claim is decided on a graph of states, and what shows that it does not hold.
import type { Text } from "../../programmes/types.ts";
import { pathTo, type Config, type Edge, type Graph } from "./explore.ts";
import { canReach, canTake, nearest } from "./graph.ts";
import { refusalOf, withSupplies } from "./supply.ts";
import type { Proof, ProofStep } from "./types.ts";
import { isOver, type Call } from "./world.ts";

export type Claim = { claim: string; title: Text };

export const proved = ({ limit }: Graph, claim: Claim): Proof => ({ ...claim, holds: true, ...(limit && { limit }) });
export const disproved = (claim: Claim, counterexample: ProofStep[]): Proof => ({
  ...claim,
  holds: false,
  counterexample,
});

/** A graph that was looked at to its end. `rounds` and `ideas` bound what is looked at, and not how far. */
const isWhole = ({ limit }: Graph) => limit !== "configurations" && limit !== "depth";

/** Something happens on some way. Where it never does, the counterexample comes as near to it as can be. */
export function reachable(graph: Graph, claim: Claim, isGoal: (edge: Edge) => boolean, calls: Call[]): Proof {
  const found = graph.configs.some(({ edges }) => edges.some(isGoal));
  // A way that was found needs no limit.
  if (found) return { ...claim, holds: true };
  return isWhole(graph) ? disproved(claim, nearestTo(graph, calls)) : proved(graph, claim);
}

/** From every state that `isMeant` something can still come to happen. Where it cannot: the cheapest way to such a state. */
export function alwaysPossible(
  graph: Graph,
  claim: Claim,
  { isMeant, isGoal, calls }: { isMeant: (config: Config) => boolean; isGoal: (edge: Edge) => boolean; calls: Call[] },
): Proof {
  const can = canTake(graph, isGoal);
  const at = nearest(graph, (config, at) => isMeant(config) && !can[at]);
  if (at === undefined) return proved(graph, claim);
  return disproved(claim, [...pathTo(graph, at), ...refusedAt(graph, at, calls)]);
}

/** From every state an end can be reached. */
export function alwaysEnds(graph: Graph, claim: Claim, calls: Call[]): Proof {
  const can = canReach(graph, ({ network }) => isOver(network));
  const at = nearest(graph, (_, at) => !can[at]);
  if (at === undefined) return proved(graph, claim);
  return disproved(claim, [...pathTo(graph, at), ...refusedAt(graph, at, calls)]);
}

/** No edge that is meant leads from where the end can be reached to where it cannot. */
export function keepsEnd(graph: Graph, claim: Claim, isMeant: (edge: Edge) => boolean): Proof {
  const can = canReach(graph, ({ network }) => isOver(network));
  const isFatal = (edge: Edge) => isMeant(edge) && !can[edge.to];
  const at = nearest(graph, ({ edges }, at) => can[at] === true && edges.some(isFatal));
  if (at === undefined) return proved(graph, claim);
  const fatal = graph.configs[at]!.edges.find(isFatal)!;
  return disproved(claim, [...pathTo(graph, at), ...fatal.steps]);
}

/** The first of several proofs that does not hold, else the first that a limit cut short, else the last. */
export const firstFailing = (...proofs: Proof[]): Proof =>
  proofs.find(({ holds }) => !holds) ?? proofs.find(({ limit }) => limit !== undefined) ?? proofs.at(-1)!;

/** The way on which a trigger comes nearest to what it is for: least stands in its way, or it is taken and nothing comes of it. */
function nearestTo(graph: Graph, calls: Call[]): ProofStep[] {
  const { ground } = graph.slice;
  let best: { unmet: number; steps: ProofStep[] } | undefined;
  graph.configs.forEach(({ network, expanded, cost }, at) => {
    if (!expanded || isOver(network)) return;
    for (const [rank, call] of calls.entries()) {
      const refused = refusalOf(ground, network, call);
      const more = refused ? [...refused.before.steps, refused.step] : withSupplies(ground, network, call)!.steps;
      // The later ones only lead to the first.
      const unmet = rank === 0 ? (refused?.unmet ?? 0) : (refused?.unmet ?? Infinity);
      const isWorse = best && (unmet > best.unmet || (unmet === best.unmet && cost + more.length >= best.steps.length));
      if (!isWorse) best = { unmet, steps: [...pathTo(graph, at), ...more] };
    }
  });
  return best?.steps ?? [];
}

function refusedAt(graph: Graph, at: number, calls: Call[]): ProofStep[] {
  for (const call of calls) {
    const refused = refusalOf(graph.slice.ground, graph.configs[at]!.network, call);
    if (refused) return [...refused.before.steps, refused.step];
  }
  return [];
}
