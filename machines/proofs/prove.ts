// Everything that is proved of a programme before a network runs on it, by exploring its own compiled statecharts.
import type { Plan, Programme } from "../../programmes/types.ts";
import { compile } from "../network/compile.ts";
import type { Machines } from "../engine/types.ts";
import { endClaims, loopsClaim, phaseClaims } from "./claims-network.ts";
import { decisionClaims, ideaClaims, decidesIdeas } from "./claims-decisions.ts";
import { explore, type Graph } from "./explore.ts";
import { movesOf } from "./moves.ts";
import { coneOf, slicesOf } from "./slice.ts";
import { LIMITS, type Limits, type Proof } from "./types.ts";
import { waitsClaim } from "./waits.ts";

/**
 * `limits`: how far is looked. `compiled`: how a plan becomes machines. `whole`: the programme is looked at in one piece,
 * and not in the parts that depend on each other: the same answers, in far more time.
 */
export type ProveOptions = { limits?: Partial<Limits>; compiled?: (plan: Plan) => Machines; whole?: boolean };

/** Proofs of a plan's claims in a fixed order; the same plan gives the same proofs. */
export function prove(plan: Plan, options: ProveOptions = {}): Proof[] {
  const { programme } = plan;
  const limits = { ...LIMITS, ...options.limits };
  const moves = movesOf(programme, limits);
  const cones = options.whole
    ? [new Set(moves.map(({ id }) => id))]
    : targetsOf(programme).map((targets) => coneOf(targets, moves));
  const slices = slicesOf(plan, cones, moves, limits, options.compiled ?? compile);
  const graphs = slices.map((slice) => explore(slice, limits));
  const graphOf = (...ids: string[]): Graph => graphs.find(({ slice }) => ids.every((id) => slice.ids.has(id)))!;
  return [
    ...phaseClaims(programme, graphOf),
    ...endClaims(graphOf("closeNetwork")),
    ...(decidesIdeas(programme) ? ideaClaims(programme, graphOf("decide", "closeNetwork")) : []),
    ...decided(programme).flatMap((item) =>
      decisionClaims(programme, item, graphOf(`vote:${item.id}`, "closeNetwork")),
    ),
    loopsClaim(graphs),
    waitsClaim(programme),
  ];
}

/** Moves that some claim speaks of together. */
function targetsOf(programme: Programme): string[][] {
  return [
    ...programme.phases.map(({ id }) => [`openPhase:${id}`, `closePhase:${id}`]),
    ["closeNetwork"],
    ...(decidesIdeas(programme) ? [["decide", "closeNetwork"]] : []),
    ...decided(programme).map(({ id }) => [`propose:${id}`, `vote:${id}`, "closeNetwork"]),
  ];
}

/** Decisions with rules of their own; the others are one for each idea. */
const decided = ({ items }: Programme) => items.filter(({ decision }) => decision);
