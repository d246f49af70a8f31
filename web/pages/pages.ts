// Every page for who is signed in, by where it is.
import type { Site } from "../site/site.tsx";
import { addMine } from "./mine/mine.tsx";

/** Adds the pages to the site. */
export function addPages(site: Site): void {
  addMine(site);
}
