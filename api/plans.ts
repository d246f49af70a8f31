// Plans of networks, kept in memory: every trigger needs its network's zone and rights.
import type { Plan } from "../programmes/types.ts";
import { getNetwork } from "../store/networks.ts";
import type { Store } from "../store/open.ts";
import { perKey } from "./group-commit.ts";
import { ApiProblem } from "./problem.ts";

export type Titled = Plan & { title: string };

/** Plans kept at the most. */
const MOST = 1_000;

/** The plan of a network, with its title; throws `not-found`. Neither changes while it runs. */
export function createPlans(store: Store): (network: string) => Promise<Titled> {
  const known = perKey((network) => ({ plan: undefined as Titled | undefined, network }), MOST);
  return async (network) => {
    const slot = known(network);
    const found = slot.plan ? undefined : await getNetwork(store, network);
    if (found) slot.plan = { ...found.plan, title: found.title };
    if (!slot.plan) throw new ApiProblem("not-found", network);
    return slot.plan;
  };
}
