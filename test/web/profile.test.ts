// One's own page, the history and the report of a network, and the two statements that anybody may read.
import { expect, test } from "vitest";
import { useHouse } from "../support/house.ts";
import { wordsOf } from "./answering.ts";
import { siteOf } from "./site.ts";

const house = useHouse();
const PEOPLE = "name,email,role\nLone Lunde,lone@p.example,networkLead\nKim Krog,kim@p.example,coreMember";

async function opened() {
  const network = await house.network({ people: PEOPLE });
  const site = siteOf(house);
  const as = async (email: string) => site.browser(await network.tokenOf(email));
  return { network, site, as };
}

test("wishes are kept, and the page speaks the language that was chosen", async () => {
  const { as } = await opened();
  const kim = await as("kim@p.example");
  const saved = await kim.press(await kim.get("/profile"), "wishes", { language: "en", digest: "true" });
  expect(wordsOf(saved)).toContain("Your choices are saved");
  expect(saved.html).toMatch(/value="true" checked/);
});

test("a calendar's address is shown once, and revoked", async () => {
  const { as } = await opened();
  const kim = await as("lone@p.example");
  const made = await kim.press(await kim.get("/profile"), "feed");
  expect(wordsOf(made)).toMatch(/\/calendars\/\S+\.ics/);
  const again = await kim.get("/profile");
  expect(wordsOf(again)).not.toContain("/calendars/");
  const id = /id="(feed-[0-9a-f]+)"/.exec(again.html)![1]!;
  expect(wordsOf(await kim.press(again, id))).toContain("Adressen virker ikke længere");
});

test("what is kept comes as a file; who types another address is not erased, who types their own is, and is shown nothing more", async () => {
  const { as, network } = await opened();
  const kim = await as("kim@p.example");
  const file = await kim.get("/profile/export");
  expect(file.headers.get("content-disposition")).toContain("attachment");
  expect(JSON.parse(file.html)).toMatchObject({ person: { email: "kim@p.example" } });
  const page = await kim.get("/profile");
  const refused = await kim.press(page, "erase", { confirm: "lone@p.example" });
  expect(refused.status).toBe(422);
  expect(refused.html).toContain('value="lone@p.example"');
  const gone = await kim.press(page, "erase", { confirm: "kim@p.example" });
  expect(wordsOf(gone)).toMatch(/erased|slettet/);
  expect((await kim.get("/profile")).path).toMatch(/^\/sign-in/);
  expect((await network.show()).people.map(({ email }) => email)).toEqual(["lone@p.example"]);
});

test("the history says who did what and why, finds words, and is a file that no spreadsheet runs", async () => {
  const { as, network } = await opened();
  await network.do("lone@p.example", "renameItem", { item: "m1", title: "=Kickoff", reason: "=1+1 Bedre <navn>" });
  const lone = await as("lone@p.example");
  const at = `/networks/${network.id}/audit`;
  const page = await lone.get(`${at}?q=bedre`);
  expect(wordsOf(page)).toContain("Viser 1 af 1");
  expect(wordsOf(page)).toMatch(/Lone Lunde.*Bedre <navn>/);
  expect(wordsOf(page)).toMatch(/Efterset: alle \d+ poster/);
  expect(page.html).not.toContain("<navn>");
  const csv = await lone.get(`${at}/csv`);
  expect([csv.headers.get("content-type"), csv.html]).toEqual([
    "text/csv; charset=utf-8",
    expect.stringContaining("Bedre <navn>"),
  ]);
  expect(csv.html).not.toMatch(/(?:^|;)[=+@]/m);
});

test("the report is a document with its own sheet and nothing that runs, with names only where they are asked for", async () => {
  const { as, network } = await opened();
  await network.do("lone@p.example", "renameItem", { item: "m1", title: "Kickoff", reason: "Nyt" });
  const lone = await as("lone@p.example");
  const at = `/networks/${network.id}/report`;
  expect(wordsOf(await lone.get(at))).toContain("Læs rapporten");
  const [plain, named] = [await lone.get(`${at}/document`), await lone.get(`${at}/document?names=1`)];
  expect(plain.headers.get("content-security-policy")).toMatch(/default-src 'none'; style-src 'sha256-[^']+';/);
  expect(plain.html).not.toContain("Lone Lunde");
  expect(named.html).toContain("Lone Lunde");
  expect((await lone.get(`${at}/plan.csv`)).headers.get("content-disposition")).toContain(".csv");
});

test("anybody reads what is kept and how accessible it is; the rest asks who they are", async () => {
  const { site } = await opened();
  const nobody = site.browser();
  expect(wordsOf(await nobody.get("/privacy"))).toContain("Hvad der gemmes");
  expect(wordsOf(await nobody.get("/accessibility?lang=en"))).toContain("What was tested");
  expect((await nobody.get("/profile")).path).toBe("/sign-in?back=%2Fprofile");
});
