// Changing a plan, reading messages and adding people as who leads a network does it; what others see of it.
import { expect, test } from "vitest";
import { useHouse } from "../support/house.ts";
import { wordsOf } from "./answering.ts";
import { siteOf } from "./site.ts";

const house = useHouse();
const LEAD = "networkLead";

async function opened() {
  const network = await house.network();
  // It has begun when its first day has.
  await network.step("2027-02-01T08:00");
  const site = siteOf(house);
  const as = async (role: string, language: "da" | "en" = "da") => site.browser(await network.tokenOf(role), language);
  return { network, as, at: (page: string) => `/networks/${network.id}/${page}` };
}

test("a meeting gets its day: first what follows is shown and nothing is done, then it is, and those invited are told", async () => {
  const { network, as, at } = await opened();
  const lead = await as(LEAD);
  const page = await lead.get(at("plan?edit=m1"));
  expect(wordsOf(page)).toContain("mangler en");
  const fields = { start: "2027-03-18", from: "09:00", until: "12:00", place: "<b>Salen</b>", reason: "Aftalt" };
  const seen = await lead.press(page, "date", { ...fields, see: "1" });
  expect(wordsOf(seen)).toContain("Intet er gemt endnu");
  expect(wordsOf(seen)).toMatch(/\d+ personer får besked med det samme/);
  expect(seen.html).toContain('value="&lt;b&gt;Salen&lt;/b&gt;"');
  expect((await network.show()).state.items).not.toHaveProperty("m1");
  const done = await lead.press(seen, "date", fields);
  expect(done).toMatchObject({ status: 200, path: at("plan") });
  expect(wordsOf(done)).toMatch(/Dagen er sat\. \d+ personer får besked\./);
  expect((await network.show()).state.items["m1"]).toMatchObject({
    state: "pinned",
    start: "2027-03-18T09:00:00+01:00",
  });
});

test("a day that is missing, and an end before the start, come back with what was typed beside the field", async () => {
  const { as, at } = await opened();
  const lead = await as(LEAD);
  const page = await lead.get(at("plan?edit=m1"));
  const none = await lead.press(page, "date", { start: "", place: "Salen", see: "1" });
  expect(none.status).toBe(422);
  expect(none.html).toMatch(/id="date-start-error"[^>]*>Vælg en dag/);
  expect(none.html).toMatch(/name="place"[^>]*|value="Salen"/);
  const back = await lead.press(page, "date", { start: "2027-03-18", end: "2027-03-17", see: "1" });
  expect([back.status, /id="date-end-error"/.test(back.html)]).toEqual([422, true]);
});

test("a change that nobody has heard of is undone from the page; something new is added", async () => {
  const { network, as, at } = await opened();
  const lead = await as(LEAD);
  const window = { "d.first": "2027-03-16", "d.last": "2027-03-19", "d.reason": "Salen" };
  const changed = await lead.press(await lead.get(at("plan?edit=m1")), "window", window);
  expect(wordsOf(changed)).toContain("Kan fortrydes");
  const id = /id="(undo-\d+)"/.exec(changed.html)![1]!;
  expect(wordsOf(await lead.press(changed, id))).toContain("Ændringen er taget tilbage");
  const fresh = {
    kind: "meeting",
    title: "Møde på Ærø",
    start: "2027-04-28",
    audience: ["coreMember"],
    reason: "Ønsket",
  };
  const added = await lead.press(await lead.get(at("plan")), "new", fresh);
  expect(wordsOf(added)).toContain("Det står nu i planen");
  expect(Object.keys((await network.show()).state.items).some((one) => one.startsWith("meeting-moede-paa-aeroe"))).toBe(
    true,
  );
});

test("who does not lead reads the plan and cannot change it; who is not in the network finds nothing", async () => {
  const { network, as, at } = await opened();
  const core = await as("coreMember", "en");
  const page = await core.get(at("plan?edit=m1"));
  expect(wordsOf(page)).toContain("The network lead edits the plan");
  expect(page.html).not.toContain('id="date"');
  const others = await house.network({ people: "email,role\nx@other.example,networkLead" });
  const stranger = siteOf(house).browser(await others.tokenOf("x@other.example"));
  for (const one of ["plan", "messages", "people", "audit", "report", "report/document", "audit/csv"])
    expect([one, (await stranger.get(`/networks/${network.id}/${one}`)).status]).toEqual([one, 404]);
});

test("a message to come is read as it would be, and skipped with a reason; it then stands among those not sent", async () => {
  const { network, as, at } = await opened();
  const lead = await as(LEAD);
  const page = await lead.get(at("messages"));
  expect(wordsOf(page)).toContain("Læs den, som den ser ud nu");
  const id = /<form method="post" action="[^"]*messages\/aside" id="([^"]+)"/.exec(page.html)![1]!;
  const refused = await lead.press(page, id, { trigger: "skipMessage" });
  expect(refused.status).toBe(422);
  const skipped = await lead.press(page, id, { trigger: "skipMessage", "d.reason": "Talt om i dag" });
  expect(wordsOf(skipped)).toContain("Beskeden springes over");
  await network.step("2027-02-03");
  expect(wordsOf(await lead.get(at("messages")))).toMatch(/Ikke sendt, og hvorfor \(\d+\)/);
  expect(wordsOf(await (await as("coreMember")).get(at("messages")))).toContain("de beskeder, du har fået");
});

test("people join by a pasted list after a look at who would; lines that are wrong are told by number, with the list still there", async () => {
  const { network, as, at } = await opened();
  const lead = await as(LEAD);
  const page = await lead.get(at("people"));
  const bad = { text: "Ny Ven <ny@list.example>\nuden mail", role: "participant" };
  const wrong = await lead.press(page, "add", { ...bad, see: "1" });
  expect(wordsOf(wrong)).toContain("Linje 2:");
  expect(wrong.html).toContain("uden mail</textarea>");
  const good = { text: "Ny Ven <ny@list.example>\n<script>x</script>; b@list.example", role: "participant" };
  const seen = await lead.press(wrong, "add", { ...good, see: "1" });
  expect(wordsOf(seen)).toContain("Tilføj 2 personer");
  expect(seen.html).not.toContain("<script>x");
  expect((await network.show()).people.map(({ email }) => email)).not.toContain("ny@list.example");
  const done = await lead.press(seen, "add", good);
  expect(wordsOf(done)).toContain("2 personer er tilføjet");
  expect((await network.show()).people.map(({ email }) => email)).toContain("ny@list.example");
});

test("people join by a CSV file as Excel saves it: its lines are shown first, æ, ø and å are right, and a large one is refused", async () => {
  const { network, as, at } = await opened();
  const lead = await as(LEAD);
  const page = await lead.get(at("people"));
  const bytes = Buffer.from("Navn;E-mail;Kommune\r\nSøren Ærø;soeren@list.example;Næstved\r\nÅse;aase;Greve", "latin1");
  const file = (content: Buffer | string) => new File([content], "deltagere.csv", { type: "text/csv" });
  const fields = { text: "typed", role: "participant" };
  const seen = await lead.press(page, "add", { ...fields, "text-file": file(bytes) });
  expect(wordsOf(seen)).toContain("Filen var skrevet i Windows-1252");
  expect(wordsOf(seen)).toMatch(/Linje 3: [^.]*aase[^.]* er ingen e-mailadresse/);
  expect(seen.html).toContain("Søren Ærø;soeren@list.example;Næstved");
  const mended = { ...fields, text: "Navn;E-mail;Kommune\nSøren Ærø;soeren@list.example;Næstved" };
  const done = await lead.press(await lead.press(seen, "add", { ...mended, see: "1" }), "add", mended);
  expect(wordsOf(done)).toContain("1 person er tilføjet");
  const joined = (await network.show()).people.find(({ email }) => email === "soeren@list.example");
  expect(joined).toMatchObject({ name: "Søren Ærø" });
  expect(wordsOf(done)).toContain("soeren@list.example · Næstved");
  for (const [content, status, said] of [
    ["x".repeat(1_000_001), 413, "Filen er for stor: højst 1 MB"],
    ["PK\u0003\u0004\u0000", 422, "Filen er ikke tekst"],
  ] as const) {
    const refused = await lead.press(page, "add", { ...fields, "text-file": file(content) });
    expect([refused.status, refused.html.includes('id="add-text-file-error"')]).toEqual([status, true]);
    expect(wordsOf(refused)).toContain(said);
    expect(refused.html).toContain("typed</textarea>");
  }
  expect((await network.show()).people.map(({ email }) => email)).not.toContain("aase");
});

test("a rule is turned off, given other days and set back, after a look at which messages would be others", async () => {
  const { network, as, at } = await opened();
  await network.do(LEAD, "pinItem", { item: "m1", start: "2027-03-18T09:00" });
  const lead = await as(LEAD);
  const page = await lead.get(at("messages?rule=meeting-14"));
  expect(wordsOf(page)).toContain("Regler for påmindelser (26)");
  expect(wordsOf(page)).toContain("14 dage før mødet");
  const [off, reason] = ["rule-meeting-14", { "d.reason": "Vi deler dagsordenen selv" }];
  const seen = await lead.press(page, off, { is: "off", ...reason, see: "1" });
  expect(wordsOf(seen)).toMatch(/Beskeder, der ikke går alligevel: .*4\. mar.*Dagsorden og påmindelse/);
  const rules = async () =>
    (await network.ledger()).filter(({ kind }) => kind === "reminder.set").map(({ rule, data }) => [rule, data]);
  expect(await rules()).toEqual([]);
  const done = await lead.press(seen, off, { is: "off", ...reason });
  expect([done.status, wordsOf(done)]).toEqual([200, expect.stringContaining("Reglen er gemt.")]);
  expect(wordsOf(done)).toContain("26, heraf 1 ændret");
  const wrong = await lead.press(done, off, { is: "on", count: "5,5", side: "before", ...reason });
  expect([wrong.status, /id="rule-meeting-14-count-error"[^>]*>Skriv et helt tal/.test(wrong.html)]).toEqual([
    422,
    true,
  ]);
  expect(wrong.html).toContain('value="5,5"');
  const five = await lead.press(wrong, off, { is: "on", count: "5", side: "before", ...reason });
  expect(wordsOf(five)).toContain("5 dage før mødet I programmet: 14 dage før mødet.");
  const usual = await lead.press(five, off, { is: "on", count: "14", side: "before", ...reason });
  expect(wordsOf(usual)).toContain("Regler for påmindelser (26)");
  expect(await rules()).toEqual([
    ["meeting-14", { off: true }],
    ["meeting-14", { days: -5 }],
    ["meeting-14", undefined],
  ]);
  expect((await (await as("coreMember")).get(at("messages?rule=meeting-14"))).html).not.toContain("messages/rule");
});
