// Questions to a graph of states: what can still be reached from where, and which ways go round.
import type { Config, Edge, Graph } from "./explore.ts";

/** For each state whether one that `isGoal` can be reached from it. What was not looked at may lead anywhere. */
export function canReach({ configs }: Graph, isGoal: (config: Config, at: number) => boolean): boolean[] {
  const before: number[][] = configs.map(() => []);
  configs.forEach(({ edges }, at) => edges.forEach(({ to }) => before[to]!.push(at)));
  const can = configs.map((config, at) => !config.expanded || isGoal(config, at));
  const next = can.flatMap((yes, at) => (yes ? [at] : []));
  for (let at = next.pop(); at !== undefined; at = next.pop())
    for (const earlier of before[at]!)
      if (!can[earlier]) {
        can[earlier] = true;
        next.push(earlier);
      }
  return can;
}

/** For each state whether a way from it takes an edge that `isGoal`. */
export function canTake(graph: Graph, isGoal: (edge: Edge) => boolean): boolean[] {
  return canReach(graph, ({ edges }) => edges.some(isGoal));
}

/** The state with the cheapest way to it, of those that are meant. */
export function nearest({ configs }: Graph, isMeant: (config: Config, at: number) => boolean): number | undefined {
  let best: number | undefined;
  configs.forEach((config, at) => {
    if (isMeant(config, at) && (best === undefined || config.cost < configs[best]!.cost)) best = at;
  });
  return best;
}

export type Ring = { from: number; edges: Edge[] };

/** A way round, from a state back to itself, over edges that are `counted`: the one that is begun soonest. */
export function ringOf(graph: Graph, counted: (edge: Edge) => boolean): Ring | undefined {
  const left = withinRings(graph, counted);
  for (let from = soonest(graph, left); from !== undefined; from = soonest(graph, left)) {
    const edges = shortestBack(graph, from, counted);
    if (edges.length > 0) return { from, edges };
    // It only lies between two rings.
    left.delete(from);
  }
  return undefined;
}

const soonest = (graph: Graph, left: ReadonlySet<number>) => nearest(graph, (_, at) => left.has(at));

/** States that are left where, again and again, those without a way in or without a way out are taken off. */
function withinRings({ configs }: Graph, counted: (edge: Edge) => boolean): Set<number> {
  const left = new Set(configs.keys());
  for (let before = -1; before !== left.size;) {
    before = left.size;
    const entered = new Set<number>();
    for (const at of left)
      for (const edge of configs[at]!.edges) if (counted(edge) && left.has(edge.to)) entered.add(edge.to);
    for (const at of left) {
      const leads = configs[at]!.edges.some((edge) => counted(edge) && left.has(edge.to));
      if (!leads || !entered.has(at)) left.delete(at);
    }
  }
  return left;
}

function shortestBack({ configs }: Graph, from: number, counted: (edge: Edge) => boolean): Edge[] {
  const ways = new Map<number, Edge[]>([[from, []]]);
  const queue = [from];
  for (let at = queue.shift(); at !== undefined; at = queue.shift())
    for (const edge of configs[at]!.edges) {
      if (!counted(edge)) continue;
      const way = [...ways.get(at)!, edge];
      if (edge.to === from) return way;
      if (ways.has(edge.to)) continue;
      ways.set(edge.to, way);
      queue.push(edge.to);
    }
  return [];
}
