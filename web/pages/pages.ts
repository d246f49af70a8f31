// Every page for who is signed in, by where it is.
import type { Site } from "../site/site.tsx";
import { addFresh } from "./fresh/fresh.tsx";
import { addIdeaPages } from "./ideas/ideas-pages.ts";
import { addMine } from "./mine/mine.tsx";
import { addPlan } from "./plan/plan.tsx";
import { addNetwork } from "./network/network.tsx";

/** Adds the pages to the site. */
export function addPages(site: Site): void {
  addMine(site);
  addFresh(site);
  addIdeaPages(site);
  addNetwork(site);
  addPlan(site);
}
