// All states that a network can come to by triggers, up to limits, with the cheapest way to each: breadth first by triggers.
import type { Programme } from "../../programmes/types.ts";
import { nextDue } from "../engine/timers.ts";
import { pass, type Ground, type Network } from "../network/network.ts";
import { keyOf, type Sight } from "./key.ts";
import type { Way } from "./move.ts";
import { mostUnderWay, underWay } from "./moves-ideas.ts";
import { heardTimers } from "./silence.ts";
import type { Slice } from "./slice.ts";
import { withSupplies, type Taken } from "./supply.ts";
import { WAIT, type LimitName, type Limits, type ProofStep } from "./types.ts";
import { criteriaOf } from "../criteria.ts";
import { isOver, beginning, needOf } from "./world.ts";

/** One way from a state to another. `told`: what the ledger then says, as `kind subject`. */
export type Edge = { to: number; steps: ProofStep[]; told: string[] };

/** A state. `cost`: triggers from the beginning; `from`: the state before it, and which of its edges leads here. */
export type Config = {
  network: Network;
  cost: number;
  edges: Edge[];
  from?: { config: number; edge: Edge };
  expanded: boolean;
};

export type Graph = { slice: Slice; configs: Config[]; limit?: LimitName };

/** Explores a slice. A state that a limit kept from being looked at is not `expanded`. */
export function explore(slice: Slice, limits: Limits): Graph {
  const graph: Graph = { slice, configs: [], ...(slice.capped && { limit: "rounds" }) };
  const sight = sightOf(slice);
  const byKey = new Map<string, number>();
  const queue: number[][] = [];
  const most = mostUnderWay(slice.ground.plan.programme, limits);
  const reach = (network: Network, cost: number, from?: { config: number; steps: ProofStep[]; told: string[] }) => {
    const key = keyOf(sight, network);
    let at = byKey.get(key);
    if (at === undefined) {
      at = graph.configs.push({ network, cost: Infinity, edges: [], expanded: false }) - 1;
      byKey.set(key, at);
    }
    const config = graph.configs[at]!;
    const edge = from && { to: at, steps: from.steps, told: from.told };
    if (from && edge) graph.configs[from.config]!.edges.push(edge);
    if (cost >= config.cost) return;
    Object.assign(config, { network, cost, ...(from && edge && { from: { config: from.config, edge } }) });
    (queue[cost] ??= []).push(at);
  };

  reach(beginning(slice.ground), 0);
  for (let cost = 0; cost < queue.length; cost++) {
    for (const at of queue[cost] ?? []) {
      const config = graph.configs[at]!;
      if (config.expanded || config.cost !== cost) continue;
      const hit =
        cost >= limits.depth ? "depth" : graph.configs.length >= limits.configurations ? "configurations" : undefined;
      if (hit) graph.limit = hit;
      if (hit || isOver(config.network)) {
        config.expanded = !hit;
        continue;
      }
      config.expanded = true;
      if (slice.ids.has("shortlist") && underWay(config.network.view) >= most) graph.limit ??= "ideas";
      for (const { network, steps, told } of nextOf(slice, config.network))
        reach(network, cost + steps.length, { config: at, steps, told });
    }
  }
  return graph;
}

/** The steps from the beginning to a state. */
export function pathTo({ configs }: Graph, at: number): ProofStep[] {
  const { from } = configs[at]!;
  return from ? [...pathTo({ configs } as Graph, from.config), ...from.edge.steps] : [];
}

function nextOf({ moves, ground }: Slice, network: Network): Taken[] {
  const ways = moves.flatMap(({ tries }) => tries?.(network.view) ?? []);
  const taken = ways.flatMap((way) => along(ground, network, way) ?? []);
  const later = afterNextTimer(ground.machines, network);
  return later ? [...taken, later] : taken;
}

/** As far along a way as its triggers are taken; undefined where not even the first is. */
function along(ground: Ground, network: Network, [first, ...then]: Way): Taken | undefined {
  let way = withSupplies(ground, network, first);
  for (const call of then) {
    const next: Taken | undefined = way && withSupplies(ground, way.network, call);
    if (!next) break;
    way = { network: next.network, steps: [...way!.steps, ...next.steps], told: [...way!.told, ...next.told] };
  }
  return way;
}

/** Timers go in the order of the plan; those that only record are passed over on the way to one that does more. */
function afterNextTimer(machines: Sight["machines"], before: Network): Taken | undefined {
  const left = heardTimers(machines, before.state).length;
  if (left === 0) return undefined;
  let network = before;
  const told: string[] = [];
  for (let due = nextDue(network.state); due; due = nextDue(network.state)) {
    const isHeard = heardTimers(machines, network.state).includes(due);
    const moved = pass(machines, network, due.dueAt);
    network = moved.network;
    told.push(...moved.told.map(({ entry }) => `${entry.kind} ${entry.subject}`));
    if (isHeard) return { network, told, steps: [{ trigger: WAIT }] };
  }
  return undefined;
}

/** Facts that any move asks; those with `@` the machines' own states say. */
function sightOf({ ground, moves }: Slice): Sight {
  const { programme } = ground.plan;
  const facts = new Set(moves.flatMap(({ asks }) => asks).filter((fact) => !fact.startsWith("@")));
  return { machines: ground.machines, facts: [...facts].sort(), ideas: ideasWanted(programme, criteriaOf(programme)) };
}

function ideasWanted(programme: Programme, criteria: ReturnType<typeof criteriaOf>): number {
  const asked = criteria.filter(({ fact }) => fact === "ideas").map((one) => needOf(one, programme));
  // One more than a criterion allows is too many; further ones are just as many too many.
  return Math.max(1, ...asked.filter(Number.isFinite).map((need) => need + 1));
}
