// P1 played as short as its criteria allow, to the points tests begin at.
import type { TestNetwork } from "../support/house.ts";

const LEAD = "networkLead";
/** What must be agreed before an idea is tested. */
export const TEST = { unit: "Køkkenet", host: "Køkkenchefen", leads: "To kokke", what: "Frokosten", how: "Vi vejer" };

/** To prioritisation, with five ideas (`i1` to `i5`). Time stands where the network begins. */
export async function toPrioritisation(network: TestNetwork): Promise<void> {
  await open(network, "design", "focusing");
  await network.do(LEAD, "pinItem", { item: "m1", start: "2027-03-17T09:00" });
  await network.do(LEAD, "holdMeeting", { item: "m1" });
  await network.do(LEAD, "agreeFocusQuestion", { item: "m1", question: "Hvordan kan vi …?" });
  await network.do(LEAD, "closePhase", { phase: "focusing" });
  await open(network, "discovery", "ideation");
  for (const title of ["Ét", "To", "Tre", "Fire", "Fem"]) await network.do("participant", "addIdea", { title });
  await network.do(LEAD, "closePhase", { phase: "ideation" });
  await open(network, "prioritisation");
}

/** To a first result of each of these ideas, which asks for its decision. */
export async function toDecisions(network: TestNetwork, ideas = ["i1"]): Promise<void> {
  await toPrioritisation(network);
  for (const idea of ideas) await network.do(LEAD, "shortlist", { idea, reason: "Mest værdi for indsatsen" });
  await open(network, "test");
  for (const idea of ideas) {
    await network.do("referenceManager", "backTest", { idea });
    await network.do(LEAD, "startTest", { idea, ...TEST });
    await network.do(LEAD, "recordResult", { idea, result: "Det virker" });
  }
}

async function open(network: TestNetwork, ...phases: string[]): Promise<void> {
  for (const phase of phases) await network.do(LEAD, "openPhase", { phase });
}
