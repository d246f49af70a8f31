// The pages from discoveries to decisions, and what was measured.
import type { Site } from "../../site/site.tsx";
import { addMonitoring } from "../monitoring/monitoring.tsx";
import { addBallot } from "./ballot.tsx";
import { addBallots } from "./ballots.tsx";
import { addBoard } from "./board.tsx";
import { addDecision } from "./decision.tsx";
import { addDiscoveries } from "./discoveries.tsx";
import { addIdea } from "./idea.tsx";

/** Adds them to the site. */
export function addIdeaPages(site: Site): void {
  addDiscoveries(site);
  addBoard(site);
  addIdea(site);
  addBallots(site);
  addBallot(site);
  addDecision(site);
  addMonitoring(site);
}
