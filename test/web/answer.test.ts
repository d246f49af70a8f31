// The page behind a mail's link: looking changes nothing, one press answers, and the press is taken once.
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { ANNA, LEAD, linksOf, MADS, MAJA, PEOPLE } from "../support/answer-links.ts";
import { useHouse, type TestNetwork } from "../support/house.ts";
import { tmpFolder } from "../support/tmp.ts";
import { openPost, senderFor } from "../../worker/mail.ts";
import { toDecisions } from "../api/journey.ts";
import { webOf, wordsOf, type Seen } from "./answering.ts";

const house = useHouse();
const { token, withMeeting } = linksOf(house);
const web = webOf(house);
const at = (link: string, query = "") => `/a/${link}${query}`;
const kinds = async (network: TestNetwork, kind: string) =>
  (await network.ledger()).filter((entry) => entry.kind === kind);
/** Where a press leads, and the page there. */
const after = async (pressed: Seen) => {
  expect([pressed.status, pressed.html]).toEqual([303, ""]);
  return await web.get(pressed.headers.get("location")!);
};

test("from the mail to the answer: the link is in the invitation, looking changes nothing, one press answers", async () => {
  const network = await house.network({ people: PEOPLE });
  await network.do(LEAD, "pinItem", { item: "m1", start: "2027-03-17T09:00", place: "Rådhuset" });
  // When its ledger can be read, its mails are in the outbox.
  await network.ledger();
  const post = await openPost({ folder: path.join(tmpFolder(), "mail"), smtpUrl: undefined });
  const base = "https://fremdrift.example.org";
  const { answerTokens, now, log } = house.parts;
  const sender = senderFor(house.store, post, { base, answerTokens, from: "Fremdrift <f@example.org>", now, log });
  await sender.drain();
  await sender.stop();
  const caught = (await post.catcher.listMails()).find(({ to }) => to.includes(ANNA))!;
  const { text, html } = (await post.catcher.readMail(caught.id))!.mail;
  await post.close();
  const found = /https:\/\/fremdrift\.example\.org(\/a\/\S+?\?choose=accepted)/.exec(text ?? "")!;
  expect(html).toContain(found[0]);
  expect(found[0].length).toBeLessThan(200);

  const before = await network.ledger();
  for (const method of ["GET", "HEAD", "GET"]) expect((await web.get(found[1]!, {}, method)).status).toBe(200);
  expect(await network.ledger()).toEqual(before);

  const page = await web.get(found[1]!);
  expect(wordsOf(page)).toContain("Hej Anna Møde 1 Hvornår onsdag den 17. marts 2027 kl. 9.00 Sted Rådhuset");
  expect(wordsOf(page)).toContain("Kommer du? Bekræft: Ja, jeg kommer");
  const answered = await after(await web.press(page, { choice: "accepted" }));
  expect(wordsOf(answered)).toMatch(
    /^Tak, Anna Møde 1 Dit svar: Ja, du kommer\. .* Du kan ændre det med det samme link til og med torsdag den 18\. marts 2027\./,
  );
  expect(await kinds(network, "answer.given")).toMatchObject([
    { by: ANNA, role: "coreMember", subject: "item:m1", data: { answer: "accepted" } },
  ]);
});

describe("a press", () => {
  test("twice, or of two tabs at once with the same answer, is one answer", async () => {
    const { network, link } = await withMeeting();
    const page = await web.get(at(link));
    const other = await web.get(at(link));
    const pressed = await Promise.all([
      web.press(page, { choice: "accepted" }),
      web.press(page, { choice: "accepted" }),
    ]);
    pressed.push(await web.press(page, { choice: "accepted" }), await web.press(other, { choice: "accepted" }));
    expect(pressed.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
    expect(await kinds(network, "answer.given")).toHaveLength(1);
  });

  test("with another answer counts, also from a page one went back to", async () => {
    const { network, link } = await withMeeting();
    const page = await web.get(at(link));
    for (const choice of ["accepted", "declined", "accepted"]) await web.press(page, { choice });
    expect((await kinds(network, "answer.given")).map(({ data }) => data?.["answer"])).toEqual([
      "accepted",
      "declined",
      "accepted",
    ]);
    expect(wordsOf(await web.get(at(link)))).toContain("Dit svar: Ja, du kommer.");
  });

  test("from another site is nobody's", async () => {
    const { network, link } = await withMeeting();
    const page = await web.get(at(link));
    for (const site of ["cross-site", "same-site"]) {
      const { status } = await web.press(page, { choice: "accepted" }, { "sec-fetch-site": site });
      expect([site, status]).toEqual([site, 403]);
    }
    expect(await kinds(network, "answer.given")).toEqual([]);
  });

  test("of no answer, or of what is no form, asks again", async () => {
    const { network, link } = await withMeeting();
    const page = await web.get(at(link));
    expect(await web.press(page)).toMatchObject({ status: 422 });
    expect(wordsOf(await web.press(page, { choice: "explode" }))).toContain("Vælg et af svarene.");
    for (const body of ["{", "choice=", "x".repeat(300_000)]) {
      const { status } = await web.app.request(at(link), { method: "POST", body });
      expect([413, 422]).toContain(status);
    }
    expect(await kinds(network, "answer.given")).toEqual([]);
  });
});

test("what is typed or named is shown as text, never as part of the page", async () => {
  const { link } = await withMeeting();
  const evil = `"><script>alert(1)</script>`;
  for (const query of [`?choose=${encodeURIComponent(evil)}`, `?lang=${encodeURIComponent(evil)}`])
    expect((await web.get(at(link, query))).html).not.toContain("<script");
  expect((await web.get(`/a/${encodeURIComponent(evil)}`)).html).not.toContain("<script");
});

test("the page is in the reader's language, and leads to the other one", async () => {
  const { network, link } = await withMeeting();
  const english = await web.get(at(await token(network, "ben@example.org", "item:m1", "answer"), "?choose=declined"));
  expect(english.html).toContain('<html lang="en">');
  expect(wordsOf(english)).toContain("Hello Ben Meeting 1 When Wednesday 17 March 2027, 9:00");
  expect(wordsOf(english)).toContain("Confirm: No, I am not coming");
  expect(english.html).toContain("?choose=declined&amp;lang=da");
  const danish = await web.get(at(link), { "accept-language": "en" });
  expect(danish.html).toContain('<html lang="da">');
  const asked = await web.get(at(link, "?lang=en"));
  expect(asked.html).toContain('<html lang="en">');
  expect((await after(await web.press(asked, { choice: "tentative" }))).html).toContain('<html lang="en">');
  // Of a link that is nobody's, nothing but the browser's language is known.
  expect(wordsOf(await web.get("/a/nothing", { "accept-language": "en-GB" }))).toMatch(/^The link does not work/);
  expect(wordsOf(await web.get("/a/nothing"))).toMatch(/^Linket virker ikke/);
});

test("no page may run, load or send anything, be kept, found or shown in another", async () => {
  const { link } = await withMeeting();
  const page = await web.get(at(link));
  for (const { headers } of [page, await web.get("/a/nothing"), await web.press(page, { choice: "accepted" })]) {
    const policy = headers.get("content-security-policy")!;
    expect(policy).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
    );
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("x-robots-tag")).toContain("noindex");
  }
});

test("what nothing can be answered about is said, with what to do, and nothing changes", async () => {
  const { network, link } = await withMeeting();
  const page = await web.get(at(link));
  await network.do(LEAD, "cancelItem", { item: "m1", reason: "Sne" });
  const before = (await network.ledger()).length;
  for (const seen of [await web.get(at(link)), await web.press(page, { choice: "accepted" })]) {
    expect(seen.status).toBe(410);
    expect(wordsOf(seen)).toBe(
      "Det er aflyst »Møde 1« er aflyst, så der er ikke noget at svare på. " +
        "Du skal ikke gøre mere. Kommer der en ny dato, får du en ny mail.",
    );
  }
  expect((await network.ledger()).length).toBe(before);
  expect((await web.get(at(link, "?lang=en"))).html).toContain('<html lang="en">');
});

describe("homework with questions", () => {
  const CONSULTANT = `name,email,role,organisation,region
Lea Ledelund,lead@example.org,networkLead,,
Vera Vest,vera@example.org,consultant,Vestby,west
`;
  test("is delivered with each answer under its question, and can be gone on with", async () => {
    const network = await house.network({ programme: "faellesskabsagenter", start: "2014-02-25", people: CONSULTANT });
    const link = await token(network, "vera@example.org", "item:H4", "deliver");
    const page = await web.get(at(link));
    expect(page.html).toContain('<label class="label" for="text-2">Hvad oplever agenterne?</label>');
    expect(wordsOf(await web.press(page, { "text-0": " " }))).toContain("Skriv noget, før du afleverer.");
    const sent = await after(await web.press(page, { "text-0": "Godt\r\nnok", "text-2": "Glæde" }));
    expect(wordsOf(sent)).toContain("Du afleverede");
    const [before] = await kinds(network, "homework.delivered");
    expect(before).toMatchObject({ by: "vera@example.org" });
    expect(sent.html).toContain('name="text-0" maxlength="5000">Godt\nnok</textarea>');
    expect(sent.html).toContain('name="text-2" maxlength="5000">Glæde</textarea>');
    await web.press(sent, { "text-0": "Godt\r\nnok", "text-2": "Glæde" });
    expect(await kinds(network, "homework.delivered")).toHaveLength(1);
    await web.press(sent, { "text-0": "Bedre", "text-1": "Flere", "text-2": "Glæde" });
    expect((await web.get(at(link))).html).toContain(">Flere</textarea>");
  });
});

describe("an idea to decide", () => {
  let network: TestNetwork;
  let link: string;
  let page: Seen;
  const follow = { next: "spread", to: "Hele hjemmeplejen", due: "2027-12-31" };
  beforeAll(async () => {
    network = await house.network({ people: PEOPLE });
    await toDecisions(network, ["i1", "i2"]);
    link = await token(network, MAJA, "idea:i1", "decide");
    page = await web.get(at(link, "?choose=discard"));
  });

  test("is shown with its result and what each choice leads to; the one the mail named is marked", () => {
    expect(wordsOf(page)).toContain("Resultat Det virker Runde 1 af 3");
    expect(wordsOf(page)).toContain("Justér Idéen ændres og testes i en runde til.");
    expect(page.html).toMatch(/value="discard" checked=""/);
  });

  test.each([
    ["approving", { choice: "approve", to: "Hjemmeplejen" }, ["Vælg, hvad der skal ske.", "Skriv en dato."]],
    ["discarding", { choice: "discard", to: "Hjemmeplejen" }, ["Skriv en begrundelse."]],
    [
      "approving by a day that is none",
      { choice: "approve", ...follow, due: "snart" },
      ["skriv en dato som 2027-03-11"],
    ],
    ["deciding nothing", { to: "Hjemmeplejen", reason: "Fordi" }, ["Vælg et af svarene."]],
  ])("%s says what is missing and keeps what was typed", async (_, fields, said) => {
    const seen = await web.press(page, fields);
    expect(seen.status).toBe(422);
    for (const words of said) expect(wordsOf(seen)).toContain(words);
    expect(seen.html).toContain(`name="to" value="${fields.to}"`);
    expect((await network.show()).state.ideas[0]).toMatchObject({ state: "deciding" });
  });

  test("is decided once; who comes later sees that, and does not lose the words", async () => {
    const late = await web.get(at(await token(network, MADS, "idea:i1", "decide")));
    const decided = await after(await web.press(page, { choice: "approve", ...follow, reason: "Det virker" }));
    expect(wordsOf(decided)).toMatch(
      /Tak, Maja .* Du har afgjort det: godkendt, .* Spredes Til hvem\? Hele hjemmeplejen/,
    );
    expect(wordsOf(decided)).toContain("kan ikke ændres med linket");
    expect((await web.press(page, { choice: "approve", ...follow, reason: "Det virker" })).status).toBe(303);
    expect(await kinds(network, "idea.approved")).toHaveLength(1);

    const seen = await web.press(late, { choice: "discard", reason: "Det er for dyrt" });
    expect(seen.status).toBe(409);
    expect(wordsOf(seen)).toContain("Dit svar er ikke sendt");
    expect(wordsOf(seen)).toContain("Det er afgjort: godkendt");
    expect(wordsOf(seen)).toContain("Det, du skrev Det er for dyrt");
  });

  test("sent back to be adjusted with what belongs to another choice still in the form, is adjusted", async () => {
    const other = await web.get(at(await token(network, MAJA, "idea:i2", "decide")));
    await after(await web.press(other, { choice: "adjust", ...follow, reason: "Kortere" }));
    expect((await network.show()).state.ideas[1]).toMatchObject({ state: "testing", round: 2, reason: "Kortere" });
  });
});

test("a substitute of several says whose vote it is, and casts each by the same link", async () => {
  const network = await house.network({ programme: "borgerservice", start: "2014-09-01" });
  await network.do(LEAD, "openPhase", { phase: "konsolidering" });
  await network.do(LEAD, "propose", { item: "D1", text: "Vi går i gang" });
  const [one, other] = network.emails("steeringGroup");
  const inger = network.emails("projectGroup").find((email) => email.startsWith("inger"))!;
  const names = async () => {
    const { people } = await network.show();
    return [one!, other!].map((email) => people.find((person) => person.email === email)!.name);
  };
  const stands = { substitute: inger, from: "2014-01-01", to: "2034-01-01" };
  await network.do(one!, "nameSubstitute", stands);
  const link = await token(network, inger, "item:D1", "decide");
  expect(wordsOf(await web.get(at(link)))).toContain("Du svarer som stedfortræder for ");
  await network.do(other!, "nameSubstitute", stands);
  const page = await web.get(at(link));
  for (const name of await names()) expect(wordsOf(page)).toContain(name);
  expect(wordsOf(page)).toContain("Hvem svarer du for?");
  const unsaid = await web.press(page, { choice: "approve" });
  expect([unsaid.status, wordsOf(unsaid).includes("Vælg, hvem du svarer for.")]).toEqual([422, true]);
  await after(await web.press(page, { choice: "approve", for: one! }));
  await after(await web.press(await web.get(at(link)), { choice: "approve", for: other! }));
  const votes = (await kinds(network, "decision.voted")).map(({ by, data }) => [by, data!["for"]]);
  expect(votes).toEqual([
    [inger, one],
    [inger, other],
  ]);
});
