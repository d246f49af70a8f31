// The page of a network's machines: what is lit, what the timers will do, back in time by links, and what would happen if.
import { expect, test } from "vitest";
import { useHouse } from "../support/house.ts";
import { wordsOf } from "./answering.ts";
import { siteOf } from "./site.ts";

const house = useHouse();

test("who leads sees the machines, goes back in time and sees what would happen; others do not", async () => {
  const network = await house.network();
  await network.step("2027-02-08");
  const [home, here] = [`/networks/${network.id}`, `/networks/${network.id}/inspect`];
  const lead = siteOf(house).browser(await network.tokenOf("networkLead"));
  expect((await lead.get(home)).html).toContain(`<a href="${here}">Se maskinen indefra</a>`);

  const effects = wordsOf(
    await lead.get(`${here}?type=openPhase&data=${encodeURIComponent('{"phase":"qualification"}')}`),
  );
  expect(effects).toMatch(/Det ville ske.*Intet af det er sket/);
  expect(effects).toMatch(/Kvalificering af tema: venter, skulle være begyndt.*Kvalificering af tema: åben/);
  expect((await network.show()).state.phases["qualification"]).toBe("waiting");

  await network.do("networkLead", "openPhase", { phase: "qualification" });
  await network.do("networkLead", "addIdea", { title: "Ét <b>nummer</b>", text: "At ringe til" });
  const page = await lead.get(here);
  expect(page.status).toBe(200);
  expect(wordsOf(page)).toMatch(/\d+ dele er i gang, og \d+ tidsure er sat\./);
  expect(wordsOf(page)).toContain("Kvalificering af tema: åben");
  expect(page.html).toContain("Ét &lt;b&gt;nummer&lt;/b&gt;: fanget");
  expect(page.html).toMatch(/<li class="lit" aria-current="true">▶ fanget \(her\)/);
  expect(page.html).toContain("<code>addIdea</code>");
  const opened = (await network.ledger()).find(({ kind }) => kind === "phase.opened")!;
  expect(page.html).toContain(`href="?at=${(await network.ledger()).length - 1}"`);

  const before = await lead.get(`${here}?at=${opened.seq! - 1}`);
  expect(wordsOf(before)).toMatch(/Sådan stod det efter post \d+ af \d+/);
  expect(wordsOf(before)).toContain("Kvalificering af tema: venter, skulle være begyndt");
  expect(before.html).toContain(`href="?at=${opened.seq}"`);
  expect((await lead.get(`${here}?at=99999`)).status).toBe(422);

  const others = siteOf(house).browser(await network.tokenOf("coreMember"));
  expect((await others.get(home)).html).not.toContain(here);
  expect((await others.get(here)).status).toBe(403);
});

test("what would be refused says why, in the reader's language", async () => {
  const network = await house.network();
  await network.step("2027-02-08");
  await network.do("networkLead", "openPhase", { phase: "qualification" });
  const lead = siteOf(house).browser(await network.tokenOf("networkLead"), "en");
  const asked = async (query: Record<string, string>) =>
    wordsOf(await lead.get(`/networks/${network.id}/inspect?${new URLSearchParams(query)}`));
  expect(await asked({ type: "closePhase", data: '{"phase":"qualification"}' })).toMatch(
    /It would be refused.*agreements/i,
  );
  expect(await asked({ type: "closePhase" })).toMatch(/It would be refused.*data\.phase: /);
  expect(await asked({ type: "closePhase", data: "[" })).toContain("The data is no JSON object.");
  expect(await asked({ until: "2027-03-01" })).toMatch(/This would happen.*Timers that fall away/);
});
