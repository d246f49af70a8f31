// A new network's plan from that of an earlier network.
import { shifted, type Shifted } from "../programmes/shift.ts";
import type { IsoDate, Plan } from "../programmes/types.ts";
import { ownPlan } from "./clone-plan.ts";
import type { View } from "./ledger.ts";

/**
 * The plan in force of a network from another start: what was dated keeps its distance from the start, or its programme week. Moves
 * count from where the network's items stand now. Throws where `start` is no date.
 */
export function cloneOf(plan: Plan, view: View, start: IsoDate, options: { keepWeekdays?: boolean } = {}): Shifted {
  return shifted(ownPlan(plan, view), start, options);
}
