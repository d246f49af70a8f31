// Pages of meetings and homework: what each reader finds first, and what their forms do.
import { describe, expect, test } from "vitest";
import { useHouse, type TestNetwork } from "../support/house.ts";
import { wordsOf, type Seen } from "./answering.ts";
import { siteOf } from "./site.ts";

const house = useHouse();
const LEAD = "networkLead";
const PEOPLE = `name,email,role,organisation
Lea Led,lead@example.org,networkLead,Kommunen
Anna And,anna@example.org,coreMember,Skolen
Bent Bo,bent@example.org,coreMember,Skolen
Cara Co,cara@example.org,participant,Haven
`;
const [ANNA, BENT, CARA] = ["anna@example.org", "bent@example.org", "cara@example.org"] as const;
const STRANGE = `<img src=x onerror=alert(1)> "Æ" 'ø'`;

const made = async () => {
  const network = await house.network({ programme: "learning-network", people: PEOPLE });
  await network.do(LEAD, "pinItem", { item: "m1", start: "2027-03-17T09:00", end: "2027-03-17T12:00", place: STRANGE });
  return network;
};
const browserOf = async (network: TestNetwork, who: string) => {
  const browser = siteOf(house).browser(await network.tokenOf(who));
  const at = (path: string) => `/networks/${network.id}/${path}`;
  return { ...browser, open: (path: string) => browser.get(at(path)) };
};
const has = (page: Seen, id: string) => page.html.includes(` id="${id}"`);

describe("a meeting", () => {
  test("is first on the list, is answered there, and who leads sees who comes", async () => {
    const network = await made();
    const [anna, lead] = [await browserOf(network, ANNA), await browserOf(network, LEAD)];
    const list = await anna.open("meetings");
    expect(wordsOf(list)).toMatch(
      /Næste møde Møde 1 onsdag den 17\. marts 2027 kl\. 9\.00–12\.00 · uge 11 · om \d+ dage .*Du har ikke svaret endnu/,
    );
    expect(list.html).not.toContain("<img");
    const answered = await anna.press(list, "answer", { "d.answer": "tentative" });
    expect(wordsOf(answered)).toContain("Dit svar: Måske.");
    expect(wordsOf(await lead.open("meetings"))).toContain("0 kommer · 1 måske · 0 kommer ikke · 2 har ikke svaret");
    expect(has(await anna.open("meetings"), "new")).toBe(false);
    expect((await anna.open("meetings/m99")).status).toBe(404);
  });

  test("is moved only after its consequences were shown, and a refused form comes back as it was typed", async () => {
    const network = await made();
    const lead = await browserOf(network, LEAD);
    const page = await lead.open("meetings/m1");
    const wrong = await lead.press(page, "date", { from: "10:30", reason: STRANGE });
    expect([wrong.status, wordsOf(wrong).includes("Vælg en dag.")]).toEqual([422, true]);
    expect(wrong.html).toContain("&lt;img src=x onerror=alert(1)&gt; &quot;Æ&quot;");
    const fields = { start: "2027-03-18", from: "10:30", until: "12:00" };
    const seen = await lead.press(page, "date", { ...fields, see: "1" });
    expect(wordsOf(seen)).toMatch(/Intet er gemt endnu\..*3 personer får besked med det samme/);
    expect((await network.ledger()).some(({ kind }) => kind === "item.moved")).toBe(false);
    const done = await lead.press(seen, "date", fields);
    expect(wordsOf(done)).toContain("Mødet er flyttet. 3 personer får besked.");
    expect(wordsOf(done)).toContain("torsdag den 18. marts 2027 kl. 10.30–12.00");
    const anna = await browserOf(network, ANNA);
    expect(has(await anna.open("meetings/m1"), "date")).toBe(false);
  });

  test("has its agenda, attendance and minutes written one after the other, and its calendar file handed out", async () => {
    const network = await made();
    const [anna, lead] = [await browserOf(network, ANNA), await browserOf(network, LEAD)];
    const agenda = { "d.points.0.title": "Velkomst", "d.points.0.minutes:n": "20", "d.points.2.title": "Pause" };
    const set = await lead.press(await lead.open("meetings/m1"), "agenda", { ...agenda, "d.points.0.who": "Anna And" });
    expect(wordsOf(set)).toMatch(/Dagsorden Velkomst · Anna And 20 minutter Pause I alt 20 minutter/);
    const calendar = await anna.open("meetings/m1/calendar.ics");
    expect([calendar.headers.get("content-type"), calendar.html.split("\r\n").slice(0, 1)]).toEqual([
      "text/calendar; charset=utf-8",
      ["BEGIN:VCALENDAR"],
    ]);

    await network.step("2027-03-17T13:00");
    const held = await lead.press(await lead.open("meetings/m1"), "step-holdMeeting");
    const came = await lead.press(held, "attendance", { present: [ANNA, CARA], guests: "Gert Gæst" });
    expect(wordsOf(came)).toMatch(/Næste skridt Skriv referatet\..*3 mødte op · 1 kom ikke/);
    const minutes = { "d.text": STRANGE, "d.decisions:t": "Vi går i gang\n\nVi ses", "d.tasks.0.title": "Ring" };
    const half = await lead.press(came, "minutes", minutes);
    expect([half.status, half.html.includes("Vi går i gang\n\nVi ses")]).toEqual([422, true]);
    const whole = { ...minutes, "d.tasks.0.owner": BENT, "d.tasks.0.due": "2027-03-25" };
    await lead.press(half, "minutes", whole);
    const read = await anna.open("meetings/m1");
    expect(wordsOf(read)).toMatch(/Du var med\..*Ikke godkendt endnu Beslutninger Vi går i gang Vi ses Opgaver Ring/);
    expect(read.html).not.toContain("<img");
  });

  test("has files beside it, which are put there, fetched, and removed by who put them", async () => {
    const network = await made();
    const [anna, bent] = [await browserOf(network, ANNA), await browserOf(network, BENT)];
    const form = new FormData();
    form.append("about", "item:m1");
    form.append("page", `/networks/${network.id}/meetings/m1`);
    form.append("file", new File(["Hej"], "plan.txt"));
    const init = { method: "POST", body: form, headers: { "sec-fetch-site": "same-origin" } };
    const put = await anna.send(`/networks/${network.id}/files`, init);
    expect(wordsOf(put)).toContain("Filen ligger her nu.");
    const [, url = "", file = ""] = /href="(\/networks\/[^"]*\/files\/([^"/]*))"/.exec(put.html) ?? [];
    const fetched = await bent.get(url);
    expect([fetched.html, fetched.headers.get("content-disposition")]).toEqual([
      "Hej",
      expect.stringContaining("attachment"),
    ]);
    expect(has(await bent.open("meetings/m1"), `drop-${file}`)).toBe(false);
    expect(wordsOf(await anna.press(put, `drop-${file}`))).toContain("Filen er fjernet.");
    expect((await bent.get(url)).status).toBe(404);
    const none = await anna.press(await anna.open("meetings/m1"), "file");
    expect([none.status, wordsOf(none).includes("Vælg en fil.")]).toEqual([422, true]);
  });
});

test("homework is delivered on its list, and who leads sees who has not and reminds them with one press", async () => {
  const network = await made();
  const [anna, lead] = [await browserOf(network, ANNA), await browserOf(network, LEAD)];
  const form = "deliver-egne-opdagelser";
  const list = await anna.open("homework");
  const empty = await anna.press(list, form, { "answers.0": " ", "answers.1": "" });
  expect([empty.status, wordsOf(empty).includes("Skriv noget, før du afleverer.")]).toEqual([422, true]);
  const done = await anna.press(list, form, { "answers.0": STRANGE, "answers.1": "", organisation: "Skolen" });
  expect(wordsOf(done)).toMatch(/Det er afleveret\..*Afleveret Egne opdagelser/);
  expect(has(done, "all")).toBe(false);

  const all = await lead.open("homework?by=person");
  expect(wordsOf(all)).toMatch(/Anna And ✓ afleveret .*Bent Bo ✓ afleveret .*Cara Co ○ mangler/);
  expect(wordsOf(await lead.open("homework?by=organisation"))).toMatch(/Haven ○ 0 af 1 .*Skolen ✓ 2 af 2/);
  const nudged = await lead.press(all, "nudge-egne-opdagelser");
  expect(wordsOf(nudged)).toContain("Påmindelsen er sendt. Én person får besked.");
  expect((await network.mails()).at(-1)).toMatchObject({ to: CARA });
  const one = await lead.open("homework/egne-opdagelser");
  expect(wordsOf(one)).toMatch(/1 aflevering · 1 mangler .*Anna And · for Skolen/);
  expect(one.html).not.toContain("<img");
});
