// The addresses that criteria lead to are pages of the site.
import { expect, test } from "vitest";
import { factPage } from "../../machines/waiting/places.ts";
import { FACTS, FACTS_OF } from "../../programmes/check.ts";
import { listProgrammes } from "../../library/programmes.ts";
import { createWeb } from "../../web/app.tsx";

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
