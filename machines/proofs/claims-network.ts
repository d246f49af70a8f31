// What is claimed of every programme: phases open and close, the end can be reached, and no loop is endless.
import type { Programme } from "../../programmes/types.ts";
import type { Network } from "../network/network.ts";
import { alwaysEnds, alwaysPossible, disproved, firstFailing, proved, reachable } from "./claims.ts";
import { pathTo, type Edge, type Graph } from "./explore.ts";
import { nearest, ringOf } from "./graph.ts";
import type { Proof, ProofStep } from "./types.ts";
import { titles } from "./words.ts";
import { isOver, attempt, holders, type Call } from "./world.ts";

type GraphOf = (...moves: string[]) => Graph;

/** Each phase can be opened, and wherever it is open it can be closed. */
export function phaseClaims({ phases }: Programme, graphOf: GraphOf): Proof[] {
  return phases.flatMap(({ id, title }) => {
    const graph = graphOf(`openPhase:${id}`, `closePhase:${id}`);
    const data = { phase: id };
    const [open, close]: Call[] = [
      { type: "openPhase", data },
      { type: "closePhase", data },
    ];
    const closing = { claim: `closes:${id}`, title: titles.closes(title) };
    const isClosing = (edge: Edge) => tells(edge, "phase.closed", id);
    return [
      reachable(
        graph,
        { claim: `opens:${id}`, title: titles.opens(title) },
        (edge) => tells(edge, "phase.opened", id),
        [open!],
      ),
      firstFailing(
        alwaysPossible(graph, closing, {
          isMeant: ({ network }) => !isOver(network) && network.view.phases[id]?.state === "open",
          isGoal: isClosing,
          calls: [close!],
        }),
        reachable(graph, closing, isClosing, [close!, open!]),
      ),
    ];
  });
}

const tells = ({ told }: Edge, kind: string, phase: string) => told.includes(`${kind} phase:${phase}`);

/** The end can always be reached: as planned, and by stopping. */
export function endClaims(graph: Graph): Proof[] {
  const end = { claim: "end", title: titles.end() };
  const stop = { claim: "stop", title: titles.stop() };
  const at = nearest(graph, ({ network }) => !isOver(network) && refusedStop(graph, network) !== undefined);
  return [
    alwaysEnds(graph, end, [{ type: "closeNetwork", data: { outcome: "end" } }]),
    at === undefined
      ? proved(graph, stop)
      : disproved(stop, [...pathTo(graph, at), refusedStop(graph, graph.configs[at]!.network)!]),
  ];
}

/** Everybody who may stop the network asks for it, one after the other: what keeps it going all the same. */
function refusedStop({ slice: { ground } }: Graph, before: Network): ProofStep | undefined {
  const data = { reason: "Prøve" };
  let network = before;
  let refused: ProofStep = { trigger: "stopNetwork", data };
  const roles = holders(ground.plan.programme, "stopNetwork");
  for (const role of roles.length > 0 ? roles : [""]) {
    const tried = attempt(ground, network, { type: "stopNetwork", data, by: `${role} 1` });
    if (!tried.result.ok) refused = { ...refused, refused: [tried.result.why] };
    if (isOver(tried.network)) return undefined;
    network = tried.network;
  }
  return refused;
}

/** No way leads round to where it was: every loop is counted, and the count has a bound. */
export function loopsClaim(graphs: Graph[]): Proof {
  const claim = { claim: "loops", title: titles.loops() };
  for (const graph of graphs) {
    const over = nearest(graph, ({ network }) => isBeyond(graph, network));
    if (over !== undefined) return disproved(claim, pathTo(graph, over));
    const ring = ringOf(graph, () => true);
    if (ring) return disproved(claim, [...pathTo(graph, ring.from), ...ring.edges.flatMap(({ steps }) => steps)]);
  }
  const cut = graphs.find(({ limit }) => limit !== undefined);
  return proved(cut ?? graphs[0]!, claim);
}

/** Whether a count is past the bound that the programme declares for it. */
function isBeyond({ slice }: Graph, { view }: Network): boolean {
  const { rounds, phases, items } = slice.ground.plan.programme;
  return (
    Object.values(view.ideas).some(({ round }) => round > rounds) ||
    items.some(({ id, decision }) => (view.items[id]?.decision?.round ?? 0) > (decision?.rounds ?? 0)) ||
    phases.some(({ id, reopens }) => (view.phases[id]?.reopened ?? 0) > (reopens?.most ?? 0))
  );
}
