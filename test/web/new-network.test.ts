// A new network in the pages: planned step by step and left and resumed, rehearsed, and who may not.
import { beforeAll, expect, test } from "vitest";
import { findPersonByEmail } from "../../store/people.ts";
import { createToken } from "../../store/tokens.ts";
import { useHouse, type TestNetwork } from "../support/house.ts";
import { wordsOf } from "./answering.ts";
import { siteOf } from "./site.ts";

const house = useHouse();
const site = siteOf(house);
const SIF = "sif@example.org";
const EVIL = `<script>alert(1)</script>"`;
let network: TestNetwork;

beforeAll(async () => {
  network = await house.network();
  await house.ask("PUT", "/api/offices", { body: { offices: [{ person: SIF, name: "Sif", role: "secretariat" }] } });
  const { id } = (await findPersonByEmail(house.store, SIF))!;
  await createToken(house.store, { token: "fd_sif", label: SIF, personId: id, createdAt: 1 });
});

test("the secretariat plans a network, leaves it and resumes it, rehearses it and moves its time", async () => {
  const sif = site.browser("fd_sif");
  const gallery = await sif.get("/networks/new");
  expect(wordsOf(gallery)).toContain("Vælg et forløb.");
  const start = await sif.press(gallery, "choose-innovationsnetvaerk");
  expect([start.status, wordsOf(start)]).toEqual([200, expect.stringContaining("Hvornår begynder netværket?")]);

  // Without a day it comes back, with what was typed.
  const again = await sif.press(start, "start", { title: EVIL, start: "", go: "next" });
  expect(again.status).toBe(422);
  expect(again.html).not.toContain("<script>alert");
  expect(again.html).toContain("&lt;script&gt;alert(1)");
  expect(wordsOf(again)).toContain("Skriv, hvilken dag netværket begynder.");

  const dates = await sif.press(again, "start", { title: "Mindre ventetid", start: "2027-02-01", go: "next" });
  expect(wordsOf(dates)).toContain("Møde 1 ingen dag endnu");
  const off = await sif.press(dates, "dates", { "part.0": "m1", "pick.0": "other", "day.0": "2027-02-14", go: "next" });
  expect(wordsOf(off)).toContain("Én af dagene passer ikke med kalenderen.");
  expect(wordsOf(off)).toContain("Dagen, du valgte: weekend");
  // Told once, it stands where somebody goes on.
  const people = await sif.press(off, "dates", {
    "part.0": "m1",
    "pick.0": "other",
    "day.0": "2027-02-14",
    go: "next",
  });
  expect(wordsOf(people)).toContain("Hvem er med?");

  const wrong = await sif.press(people, "people", {
    people: "Lea; lea@example.org; netværksleder\nBo; bo; chef",
    go: "next",
  });
  expect(wordsOf(wrong)).toContain('Linje 2: "bo" er ingen e-mailadresse.');
  expect(wrong.html).toContain("Bo; bo; chef");

  // A file comes in the place of what was pasted, and is read before one goes on.
  const file = new File([Buffer.from("Navn;E-mail;Rolle\r\nBø; bo; netværksleder", "latin1")], "folk.csv");
  const filled = await sif.press(wrong, "people", { people: "typed", "people-file": file, go: "next" });
  expect(wordsOf(filled)).toContain("Filen var skrevet i Windows-1252");
  expect(wordsOf(filled)).toContain('Linje 2: "bo" er ingen e-mailadresse.');
  expect(filled.html).toContain("Bø; bo; netværksleder</textarea>");
  await sif.press(filled, "people", { people: "Bo; bo; chef", go: "stay" });

  // Somebody who comes back goes on where something is missing, and nothing is lost.
  const list = await sif.get("/networks/new");
  const [, resume] = /href="(\/networks\/new\/[0-9a-f]+)"/.exec(list.html)!;
  const resumed = await sif.get(resume!);
  expect(resumed.path).toBe(`${resume}/dates`);
  expect((await sif.get(`${resume}/people`)).html).toContain("Bo; bo; chef");
  const messages = await sif.press(await sif.get(`${resume}/people`), "people", {
    people: "Lea; lea@example.org; netværksleder",
    go: "next",
  });
  expect(wordsOf(messages)).toMatch(/\d+ beskeder til 1 person er lagt til rette/);
  const rehearsal = await sif.press(await sif.get(`${resume}/begin`), "rehearse");
  expect([rehearsal.status, rehearsal.path]).toEqual([200, expect.stringMatching(/\/rehearsal$/)]);
  expect(wordsOf(rehearsal)).toContain("I netværket er det mandag den 1. februar 2027");
  const stepped = await sif.press(rehearsal, "step-week");
  expect(wordsOf(stepped)).toContain("I netværket er det mandag den 8. februar 2027 kl. 0.00 (uge 6).");
  expect(wordsOf(stepped)).toMatch(/Nu er det man\. 8\. feb\. .* beskeder? gik ud/);
  expect(wordsOf(stepped)).toMatch(/Mails, som de ville se ud .*Færdig senest: søndag den 7\. februar 2027/);
  expect(wordsOf(stepped)).toContain("Gå til start");
});

test("who has no such office is told so; a draft of another is not there; who is not signed in signs in", async () => {
  const lead = site.browser(await network.tokenOf("networkLead"));
  expect((await lead.get("/networks/new")).status).toBe(403);
  expect((await lead.get("/")).html).not.toContain('href="/networks/new"');
  const sif = site.browser("fd_sif");
  expect((await sif.get("/")).html).toContain('href="/networks/new"');
  expect((await sif.get("/networks/new/0123456789abcdef/start")).status).toBe(404);
  expect((await site.browser().get("/networks/new")).path).toBe("/sign-in?back=%2Fnetworks%2Fnew");
});

test("the picture of a programme is served with its own style and nothing else", async () => {
  const picture = await site.browser("fd_sif").get("/programmes/innovationsnetvaerk/picture.svg");
  expect(picture.html).toMatch(/^<svg /);
  expect(picture.headers.get("content-type")).toContain("image/svg+xml");
  expect(picture.headers.get("content-security-policy")).toBe("default-src 'none'; style-src 'unsafe-inline'");
});

test("in a rehearsal whoever leads moves time from any page; others read what happened, and no mails", async () => {
  const lead = site.browser(await network.tokenOf("networkLead"));
  const page = await lead.get(`/networks/${network.id}/people`);
  const moved = await lead.press(page, "rehearse-next");
  expect([moved.status, moved.path]).toEqual([200, `/networks/${network.id}/people`]);
  expect(wordsOf(moved)).toContain("Nu er det");
  const log = await lead.get(`/networks/${network.id}/rehearsal`);
  expect(wordsOf(log)).toContain("Netværket begynder");
  const member = await site.browser(await network.tokenOf("coreMember")).get(`/networks/${network.id}/rehearsal`);
  expect(member.html).not.toContain('id="step-next"');
  expect(wordsOf(member)).toContain("Ingen mails endnu.");
  const form = new URLSearchParams({ until: "next", key: "k1", page: "/" });
  const headers = { "sec-fetch-site": "same-origin" };
  const other = site.browser(await network.tokenOf("coreMember"));
  const refused = await other.send(`/networks/${network.id}/rehearsal/step`, { method: "POST", body: form, headers });
  expect(refused.status).toBe(403);
});
