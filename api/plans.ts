// Plans of networks, kept in memory: every trigger needs its network's zone and rights.
import type { Plan } from "../programmes/types.ts";
import { getNetwork } from "../store/networks.ts";
import type { Store } from "../store/open.ts";
import { perKey } from "./group-commit.ts";
import { ApiProblem } from "./problem.ts";

/** Plans kept at the most. */
const MOST = 1_000;

/** The plan of a network; throws `not-found`. A running network's plan does not change. */
export function createPlans(store: Store): (network: string) => Promise<Plan> {
  const known = perKey((network) => ({ plan: undefined as Plan | undefined, network }), MOST);
  return async (network) => {
    const slot = known(network);
    slot.plan ??= (await getNetwork(store, network))?.plan;
    if (!slot.plan) throw new ApiProblem("not-found", network);
    return slot.plan;
  };
}
