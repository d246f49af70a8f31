// The addresses that criteria and mails lead to are pages of the site.
import { expect, test } from "vitest";
import { partsOf } from "../../machines/view.ts";
import { factPage, messagePage } from "../../machines/waiting/places.ts";
import { FACTS, FACTS_OF } from "../../programmes/check.ts";
import { listProgrammes } from "../../library/programmes.ts";
import { createWeb } from "../../web/app.tsx";
import { sampleOf } from "../machines/shipped.ts";

const routes = createWeb({ fetch: () => new Response("{}") }).routes.filter(
  ({ method, path }) => method === "GET" && !path.includes("*"),
);
const isPage = (address: string): boolean =>
  routes.some(({ path }) =>
    new RegExp(`^${path.replaceAll(/:\w+(?:\{[^/]*\})?/g, "[^/]+")}$`).test(address.replace(/#.*/, "")),
  );

test("what a criterion counts leads to a page that is there, in every shipped programme", async () => {
  expect(isPage("/networks/n/nowhere")).toBe(false);
  const facts = new Set<string>(FACTS);
  for (const programme of await listProgrammes())
    for (const [fact, idsOf] of Object.entries(FACTS_OF))
      for (const one of idsOf(programme)) facts.add(`${fact}:${one}`);
  const nowhere = [...facts].filter((fact) => !isPage(factPage("n", fact)));
  expect(nowhere).toEqual([]);
});

test.each(await listProgrammes())("every mail of $id leads to the page of what it is about", async ({ id }) => {
  const { play, script } = await sampleOf(id);
  const {
    deliveries,
    network: { view },
  } = play(script, "2031-01-01");
  const models = deliveries.map(({ model }) => model);
  expect(models.length).toBeGreaterThan(20);
  expect(models.map(({ page = "" }) => page).filter((page) => !isPage(page))).toEqual([]);
  const lead = models.map(({ subject, network, page }) => {
    const [what, of] = partsOf(subject);
    const kind = what === "item" ? view.items[of]?.kind : what;
    const there = page!.replace(`/${network}`, "/N");
    return `${kind} ${of === "" ? there : there.replace(new RegExp(`([/#]|#phase-)${of}$`), "$1ID")}`;
  });
  expect([...new Set(lead)].filter((one) => !LEAD.includes(one))).toEqual([]);
});

/** The kinds of things that mails are about, and the pages that they lead to. */
const LEAD = [
  "meeting /networks/N/meetings/ID",
  "homework /networks/N/homework/ID",
  "decision /decisions/N/ID",
  "task /networks/N/plan#ID",
  "monitoring /networks/N/monitoring",
  "poll /networks/N/meetings/ID",
  "idea /networks/N/ideas/ID",
  "idea /decisions/N/ID",
  "phase /networks/N#phase-ID",
  "network /networks/N",
  "network /networks/N/report",
];

test.each([
  ["decision-requested", "/decisions/n/i1"],
  ["decision-overdue", "/decisions/n/i1"],
  ["idea-approved", "/networks/n/ideas/i1"],
  ["followUp-2", "/networks/n/ideas/i1"],
])("a mail about an idea leads by its rule: %s to %s", (rule, page) => {
  const isDecision = rule.startsWith("decision-");
  expect(messagePage("n", { subject: "idea:i1", rule, isDecision })).toBe(page);
});

test.each([
  ["ballot:b1", "/networks/n/prioritisation/b1"],
  ["track:local:Nordby", "/networks/n/theme"],
  ["item:gone", "/networks/n"],
])("a mail about %s leads to %s", (subject, page) => {
  expect(messagePage("n", { subject, rule: "news", isDecision: false })).toBe(page);
  expect(isPage(page)).toBe(true);
});
