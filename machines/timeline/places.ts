// Where in the pages the things of a network are.
import type { ItemKind } from "../../programmes/types.ts";

/** The path of the page about an item; of what has no page of its own, its place in the plan. */
export function pageOf(network: string, kind: ItemKind, id: string): string {
  const here = `/networks/${encodeURIComponent(network)}`;
  const own = encodeURIComponent(id);
  if (kind === "meeting") return `${here}/meetings/${own}`;
  if (kind === "homework") return `${here}/homework/${own}`;
  if (kind === "decision") return `/decisions/${encodeURIComponent(network)}/${own}`;
  if (kind === "monitoring") return `${here}/monitoring`;
  return inPlan(network, id);
}

/** The path of an idea's page. */
export const ideaPage = (network: string, id: string): string =>
  `/networks/${encodeURIComponent(network)}/ideas/${encodeURIComponent(id)}`;

/** Where a part stands in the plan. */
export const inPlan = (network: string, id: string): string =>
  `/networks/${encodeURIComponent(network)}/plan#${encodeURIComponent(id)}`;

/** Where a phase with its criteria stands on the network's page. */
export const phasePlace = (network: string, id: string): string =>
  `/networks/${encodeURIComponent(network)}#phase-${encodeURIComponent(id)}`;
