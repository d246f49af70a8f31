// What a network stands on, as who leads writes it on its page, until the first phase can be closed; what others see of it.
import { expect, test } from "vitest";
import { useHouse } from "../support/house.ts";
import { wordsOf } from "./answering.ts";
import { siteOf } from "./site.ts";

const house = useHouse();
const CHARACTERISTICS = ["currentChallenge", "crossCutting", "complex", "newLearning", "innovation", "showsValue"];

test("agreements and characteristics are written on the page, and then the first phase can be closed", async () => {
  const network = await house.network();
  await network.step("2027-02-01T08:00");
  const lead = siteOf(house).browser(await network.tokenOf("networkLead"));
  const [home, here] = [`/networks/${network.id}`, `/networks/${network.id}/theme`];
  expect((await lead.get(home)).html).toContain(`<a href="${here}">`);
  const page = await lead.get(here);
  expect(wordsOf(page)).toContain("0 af 3 aftaler er på plads. 0 af 7 kendetegn er beskrevet.");
  await lead.press(await lead.get(home), "open-qualification");
  const early = await lead.press(await lead.get(home), "close-qualification");
  expect(early.html).toContain(`<a href="${here}">Samarbejdsaftaler`);
  expect((await network.show()).state.phases["qualification"]).toBe("open");

  const first = await lead.press(page, "agreement-referenceManager", { "d.text": "To dage <b>om ugen</b>" });
  expect(first).toMatchObject({ status: 200, path: here });
  expect(wordsOf(first)).toMatch(/Aftalen er skrevet ned\..*1 af 3 aftaler er på plads\./);
  expect(first.html).toContain("To dage &lt;b&gt;om ugen&lt;/b&gt;");
  expect(wordsOf(first)).toContain("mandag den 1. februar 2027");
  const empty = await lead.press(page, "characteristic-welfare", { "d.text": "" });
  expect([empty.status, /<details open[^>]*><summary>Beskriv det/.test(empty.html)]).toEqual([422, true]);
  expect(empty.html).toMatch(/id="characteristic-welfare-text-error"/);
  const described = await lead.press(page, "characteristic-welfare", { "d.text": "Kortere ventetid" });
  expect(wordsOf(described)).toMatch(/Kendetegnet er beskrevet\..*1 af 7 kendetegn.*Kortere ventetid/);

  for (const one of ["lineManager", "coDriver"]) await lead.press(page, `agreement-${one}`, {});
  for (const one of CHARACTERISTICS) await lead.press(page, `characteristic-${one}`, { "d.text": "Sådan" });
  expect(wordsOf(await lead.get(here))).toContain("3 af 3 aftaler er på plads. 7 af 7 kendetegn er beskrevet.");
  await lead.press(await lead.get(home), "close-qualification");
  expect((await network.show()).state.phases["qualification"]).toBe("closed");
});

test("who does not lead reads it without any form; who is not in the network finds nothing", async () => {
  const network = await house.network();
  await network.step("2027-02-01T08:00");
  await network.do("networkLead", "recordAgreement", { with: "coDriver", text: "Fast makker" });
  const site = siteOf(house);
  const page = await site.browser(await network.tokenOf("participant"), "en").get(`/networks/${network.id}/theme`);
  expect(wordsOf(page)).toMatch(/Theme and agreements 1 of 3 agreements are in place\..*Fast makker/);
  expect(page.html).not.toContain("/do/");
  const others = await house.network({ people: "email,role\nx@other.example,networkLead" });
  const stranger = site.browser(await others.tokenOf("x@other.example"));
  expect((await stranger.get(`/networks/${network.id}/theme`)).status).toBe(404);
});

const CONSULTANTS = `email,role,organisation
leder@example.org,networkLead,Foreningen
a@example.org,municipalConsultant,Nordby
b@example.org,municipalConsultant,Sønder & <b>By`;

test("a local track begins in an organisation and goes on a step by a press; without its criteria it does not begin", async () => {
  const network = await house.network({
    programme: "beskaeftigelsesindsats",
    start: "2019-08-01",
    people: CONSULTANTS,
  });
  const lead = siteOf(house).browser(await network.tokenOf("networkLead"));
  const here = `/networks/${network.id}/theme`;
  const page = await lead.get(here);
  expect(wordsOf(page)).toContain("Lokale spor 0 af 2 organisationer har gennemført deres spor.");
  expect(wordsOf(page)).toContain("Der er målt før start i alle kommuner");
  const none = await lead.press(page, "start-lokal-1", { "d.note": "" });
  expect([none.status, none.html.includes("organisationer har gennemført")]).toEqual([409, true]);
  const begun = await lead.press(none, "start-lokal-1", { "d.note": "Vi måler i næste uge" });
  expect(wordsOf(begun)).toMatch(/Sporet er begyndt\..*Sønder & <b>By I gang/);
  const done = await lead.press(begun, "step-lokal-1");
  expect(wordsOf(done)).toMatch(/Skridtet er gjort\..*✓ Gjort I gang Ikke endnu/);
  expect((await network.show()).state.tracks).toHaveLength(1);
});

test("a condition holds once somebody says so, and how", async () => {
  const network = await house.network({
    programme: "borgerservice",
    people: "email,role\nleder@example.org,networkLead",
  });
  const lead = siteOf(house).browser(await network.tokenOf("networkLead"), "en");
  const page = await lead.get(`/networks/${network.id}/theme`);
  const id = /id="(condition-[\w-]+)"/.exec(page.html)![1]!;
  const said = await lead.press(page, id, { "d.text": "The board agreed" });
  expect(wordsOf(said)).toMatch(/The condition holds now\..*1 of \d+ conditions hold.*The board agreed/);
  expect(said.html).not.toContain(`id="${id}"`);
});
