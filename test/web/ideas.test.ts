// Pages from discoveries to decisions: what each reader finds, and what their forms do, also when they are not taken.
import { describe, expect, test } from "vitest";
import { toDecisions, toPrioritisation } from "../api/journey.ts";
import { PEOPLE } from "../support/answer-links.ts";
import { useHouse, type TestNetwork } from "../support/house.ts";
import { wordsOf, type Seen } from "./answering.ts";
import { siteOf } from "./site.ts";

const house = useHouse();
const LEAD = "networkLead";
const [ANNA, MAJA, PIA] = ["anna@example.org", "maja@example.org", "part@example.org"] as const;
const STRANGE = `<img src=x onerror=alert(1)> "Æ"`;
const ESCAPED = "&lt;img src=x onerror=alert(1)&gt; &quot;Æ&quot;";

const browserOf = async (network: TestNetwork, who: string) => {
  const browser = siteOf(house).browser(await network.tokenOf(who));
  return { ...browser, open: (path: string) => browser.get(`/networks/${network.id}/${path}`) };
};
const has = (page: Seen, id: string) => page.html.includes(`id="${id}"`);

test("a discovery is added in one form, hangs on the wall, and marked ones become a theme that is chosen", async () => {
  const network = await house.network({ people: PEOPLE });
  const [anna, lead] = [await browserOf(network, ANNA), await browserOf(network, LEAD)];
  const empty = await anna.open("discoveries");
  expect(wordsOf(empty)).toContain("Ingen har skrevet noget endnu");
  const refused = await anna.press(empty, "discovery", { text: STRANGE });
  expect([refused.status, wordsOf(refused).includes("Vælg, hvis perspektiv det er")]).toEqual([422, true]);
  expect(refused.html).toContain(ESCAPED);
  const added = await anna.press(refused, "discovery", { text: STRANGE, perspective: "citizen", source: "Besøg" });
  expect(wordsOf(added)).toMatch(/Opdagelsen er tilføjet.*Borger \(1\).*Besøg · Anna Andersen/);
  expect(added.html).not.toContain("<img");
  expect(added.html).toContain('value="Besøg"');
  await anna.press(added, "discovery", { text: "Vagtskiftet", other: "Frivillige" });

  const wall = await lead.open("discoveries");
  const unnamed = await lead.press(wall, "theme", { "d.discoveries:l": ["d1", "d2"] });
  expect([unnamed.status, unnamed.html.match(/ checked=""/g)?.length]).toEqual([422, 2]);
  await lead.press(unnamed, "theme", { "d.title": "Ventetid", "d.discoveries:l": ["d1", "d2"] });
  const chosen = await lead.press(await lead.open("discoveries"), "choose", { themes: "t1", words: "Tillid\n" });
  expect(wordsOf(chosen)).toMatch(/Temaerne er valgt.*Ventetid valgt.*Tillid valgt/);
  expect(has(await anna.open("discoveries"), "choose")).toBe(false);
});

test("an idea that is like another says so before it is added, and marked ideas become a concept", async () => {
  const network = await house.network({ people: PEOPLE });
  await network.do(LEAD, "addIdea", { title: "Fast kontaktperson" });
  const anna = await browserOf(network, ANNA);
  const idea = { title: "En fast kontaktperson", text: STRANGE };
  const seen = await anna.press(await anna.open("ideas"), "idea", idea);
  expect(wordsOf(seen)).toMatch(/Den ligner noget, der er her.*Fast kontaktperson/);
  expect([seen.html.includes(ESCAPED), (await network.show()).state.ideas.length]).toEqual([true, 1]);
  const added = await anna.press(seen, "idea", idea);
  expect(wordsOf(added)).toMatch(/Idéen er tilføjet.*2 idéer.*Noteret \(2\)/);
  const few = await anna.press(added, "merge", { "d.title": "Én indgang", "d.ideas:l": ["i1"] });
  expect([few.status, few.html.includes('value="Én indgang"')]).toEqual([422, true]);
  const merged = await anna.press(few, "merge", { "d.title": "Én indgang", "d.ideas:l": ["i1", "i2"] });
  expect(wordsOf(merged)).toMatch(/Noteret \(0\).*Koncepter \(1\).*lavet af 2 idéer/);
  const concept = await anna.open("ideas/i3");
  expect(wordsOf(concept)).toMatch(/Lavet af Fast kontaktperson En fast kontaktperson/);
  await anna.press(concept, "splitIdea", { "d.reason": "For stort" });
  expect(wordsOf(await anna.open("ideas"))).toContain("Noteret (2)");

  const nobody = siteOf(house).browser();
  expect((await nobody.get(`/networks/${network.id}/ideas`)).path).toMatch(/^\/sign-in/);
  const other = await house.network({ people: PEOPLE.replaceAll("anna@", "annika@") });
  expect((await anna.get(`/networks/${other.id}/ideas`)).status).toBe(404);
});

describe("a round of prioritisation", () => {
  test("is opened, voted in with dots, closed, and what it came to is read and overruled", async () => {
    const network = await house.network({ people: PEOPLE });
    await toPrioritisation(network);
    const [lead, anna] = [await browserOf(network, LEAD), await browserOf(network, ANNA)];
    const opened = await lead.press(await lead.open("prioritisation"), "open", {
      method: "dots",
      ideas: ["i1", "i2", "i3"],
      dots: "2",
      first: "1",
    });
    expect(wordsOf(opened)).toMatch(/Prikker · 3 idéer åben · 0 har stemt, 6 mangler/);
    const ballot = await anna.open("prioritisation/b1");
    const none = await anna.press(ballot, "vote");
    expect([none.status, wordsOf(none).includes("Giv mindst én idé noget")]).toEqual([422, true]);
    const much = await anna.press(none, "vote", { "dots.i1": "2", "dots.i3": "1" });
    expect([much.status, much.html.includes('name="dots.i3" value="1" checked=""')]).toEqual([409, true]);
    const cast = await anna.press(much, "vote", { "dots.i3": "2" });
    expect(wordsOf(cast)).toMatch(/Din stemme er talt med.*1 Tre 2/);
    const closed = await lead.press(await lead.open("prioritisation/b1"), "close");
    expect(wordsOf(closed)).toMatch(/Prioriteringen er lukket.*Resultat/);
    const same = { "place.i1": "1", "place.i2": "1", "place.i3": "2", reason: "Let" };
    expect((await lead.press(closed, "order", same)).status).toBe(422);
    const overruled = await lead.press(closed, "order", { ...same, "place.i2": "3" });
    expect(wordsOf(overruled)).toMatch(/I bestemte en anden rækkefølge Ét Tre To Begrundelse fra Lea Ledelund: Let/);
    await lead.press(overruled, "s-i1", { "d.reason": "Mest værdi" });
    expect((await network.show()).state.ideas[0]).toMatchObject({ id: "i1", state: "shortlisted" });
    expect((await anna.open("prioritisation/b9")).status).toBe(404);
  });

  test("by pairs asks for one at a time and counts all, and a matrix shows what scores come to", async () => {
    const network = await house.network({ people: PEOPLE });
    await toPrioritisation(network);
    await network.do(LEAD, "openBallot", { method: "pairs", ideas: ["i1", "i2", "i3"], secret: true });
    await network.do(LEAD, "openBallot", { method: "scores", ideas: ["i1", "i2"] });
    const anna = await browserOf(network, ANNA);
    let page = await anna.open("prioritisation/b1");
    for (const done of [1, 2, 3]) {
      const [, pair = ""] = /name="pair" value="([^"]*)"/.exec(page.html)!;
      page = await anna.press(page, "vote", { pair: pair.replaceAll("&quot;", '"') });
      expect(wordsOf(page)).toContain(`${done} af 3 par`);
    }
    expect(wordsOf(page)).toMatch(/Du har sammenlignet alle par.*Den er hemmelig/);
    const scored = await anna.press(await anna.open("prioritisation/b2"), "vote", {
      "score.i2.0": "5",
      "score.i2.1": "4",
      "score.i1.0": "1",
    });
    expect(wordsOf(scored)).toMatch(/1 To 4,5 5 4 .*2 Ét 1 1 –/);
    expect(scored.html).toMatch(/<title>To<\/title>/);
  });
});

test("a test is planned, backed, started and told of on the idea's page; each reader finds what is theirs to do", async () => {
  const network = await house.network({ people: PEOPLE });
  await toPrioritisation(network);
  await network.do(LEAD, "shortlist", { idea: "i1", reason: "Let" });
  await network.do(LEAD, "openPhase", { phase: "test" });
  const [lead, maja, pia] = [
    await browserOf(network, LEAD),
    await browserOf(network, MAJA),
    await browserOf(network, PIA),
  ];
  const early = await lead.press(await lead.open("ideas/i1"), "startTest");
  expect(early.status).toBe(409);
  const planned = await lead.press(early, "planTest", {
    "d.unit": "Køkkenet",
    "d.host": "Chefen",
    "d.leads:t": "Ida\nBo",
    "d.what": STRANGE,
    "d.how": "Vi vejer",
  });
  expect(wordsOf(planned)).toMatch(/Tovholdere Ida, Bo/);
  expect(planned.html).toContain(ESCAPED);
  await maja.press(await maja.open("ideas/i1"), "backTest");
  const running = await lead.press(await lead.open("ideas/i1"), "startTest");
  expect(wordsOf(running)).toContain("i test");
  const seen = await lead.press(running, "checkInTest", { "d.what": "visit", "d.text": "Godt" });
  await lead.press(seen, "recordResult", { "d.result": "Mindre spild" });
  const read = await pia.open("ideas/i1");
  expect(wordsOf(read)).toMatch(/Se afgørelsen.*Testen har opbakning Maja Chef.*Besøg.*Resultat.*Mindre spild/);
  expect(["planTest", "recordResult", "comment"].map((id) => has(read, id))).toEqual([false, false, true]);
  expect(wordsOf(await pia.press(read, "comment", { "d.text": "Flot" }))).toContain("Kommentaren er tilføjet. ");
});

describe("a decision", () => {
  test("shows its ground and three answers to who decides; what is missing is asked for, and what was typed stays", async () => {
    const network = await house.network({ people: PEOPLE });
    await toDecisions(network);
    const [maja, pia] = [await browserOf(network, MAJA), await browserOf(network, PIA)];
    const place = `/decisions/${network.id}/i1`;
    const page = await maja.get(place);
    expect(wordsOf(page)).toMatch(/Der skal tages stilling.*Resultatet Det virker.*Godkend .*Justér .*Kassér /);
    const other = await pia.get(place);
    expect([has(other, "answer"), wordsOf(other).includes("Det er andre, der afgør")]).toEqual([false, true]);
    expect((await maja.press(page, "answer")).status).toBe(422);
    const half = await maja.press(page, "answer", { choice: "approve", "d.next": "scale", "d.reason": STRANGE });
    expect([half.status, half.html.includes(ESCAPED)]).toEqual([422, true]);
    expect(half.html).toMatch(/href="#answer-to"[^]*href="#answer-due"/);
    // What was written for another answer stays behind.
    const adjusted = await maja.press(half, "answer", {
      choice: "adjust",
      "d.next": "scale",
      "d.to": "Alle",
      "d.reason": "Kun A",
    });
    expect(wordsOf(adjusted)).toMatch(/Dit svar er givet.*Idéen testes\. .*Sendt tilbage til justering.*Kun A/);
    expect((await maja.get(`/decisions/${network.id}/nothing`)).status).toBe(404);
  });

  test("of the plan is put with candidates, of which so many are chosen", async () => {
    const network = await house.network({ programme: "beskaeftigelsesindsats" });
    const lead = await browserOf(network, LEAD);
    const place = `/decisions/${network.id}/udvaelg-kommuner`;
    const put = await lead.press(await lead.get(place), "propose", {
      "d.text": "Efter størrelse",
      "d.options:t": "Nord\nSyd\nØst\nVest\nMidt",
    });
    expect(wordsOf(put)).toMatch(/Beslutningen er lagt frem.*Forslaget Efter størrelse/);
    const decider = (await network.show()).people.find(({ roles }) => roles.includes("steeringGroup"));
    const browser = await browserOf(network, decider?.email ?? LEAD);
    const page = await browser.get(place);
    const choices = ["Nord", "Syd", "Øst", "Vest"];
    const few = await browser.press(page, "answer", { choice: "select", choices: ["Nord"] });
    expect([few.status, few.html.includes('value="Nord" checked=""')]).toEqual([409, true]);
    expect(wordsOf(await browser.press(few, "answer", { choice: "select", choices }))).toContain("Dit svar er givet");
  });
});

test("a measurement is recorded for an organisation, and stands in the table", async () => {
  const network = await house.network({ programme: "beskaeftigelsesindsats" });
  const lead = await browserOf(network, LEAD);
  const form = await lead.open("monitoring?point=baseline");
  const values = Object.fromEntries(["1", "2", "3", "4", "5"].map((id) => [`values.${id}`, "10"]));
  const half = await lead.press(form, "measure", { ...values, other: "Nordby" });
  expect([half.status, half.html.includes('value="Nordby"')]).toEqual([409, true]);
  const done = await lead.press(half, "measure", { ...values, "values.6": "12.5", other: "Nordby" });
  expect(wordsOf(done)).toMatch(/Målingen er gemt.*Nordby 12,5 – –/);
  const spent = await lead.press(done, "spend", { "d.line": "moeder", "d.amount:n": "1200" });
  expect(wordsOf(spent)).toMatch(/Møder – 1\.200/);
});
