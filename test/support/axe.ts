// What axe finds wrong with a page that a browser shows.
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** One line for each rule that is broken, with the elements it is broken by; frames that are `without` are not looked into. */
export async function violationsOn(page: Page, { without }: { without?: string } = {}): Promise<string[]> {
  // What passes is not described, and a page without frames needs no other to put its results together in: half the time.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode();
  const { violations } = await (without === undefined ? axe : axe.exclude(without)).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(" | ")}`);
}
