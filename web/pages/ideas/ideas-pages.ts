// The pages from discoveries to decisions.
import type { Site } from "../../site/site.tsx";
import { addBoard } from "./board.tsx";
import { addDiscoveries } from "./discoveries.tsx";

/** Adds them to the site. */
export function addIdeaPages(site: Site): void {
  addDiscoveries(site);
  addBoard(site);
}
