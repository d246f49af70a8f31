// Answers by a link from a mail, through the API: what it tells, and what it does.
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { AnswerLinkJson } from "../../api/answer-shapes.ts";
import { ANNA, APPROVAL, LEAD, linksOf, MADS, MAJA, PEOPLE, refused, urlOf } from "../support/answer-links.ts";
import { useHouse, type TestNetwork } from "../support/house.ts";
import { toDecisions } from "./journey.ts";

const house = useHouse();
const { open, post, token, withMeeting } = linksOf(house);

describe("an invitation", () => {
  test("is told in the person's language, and answered as that person in their role", async () => {
    const { network, link } = await withMeeting();
    const { status, body, headers } = await open(link, { lang: "en" });
    expect(status).toBe(200);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(body).toMatchObject({
      person: { firstName: "Anna", language: "da" },
      language: "da",
      purpose: "answer",
      kind: "meeting",
      title: "Møde 1",
      start: "2027-03-17T09:00:00+01:00",
      place: "Rådhuset",
      until: "2027-03-18T23:59:59.999+01:00",
      open: true,
    });
    expect(body.choices.map(({ choice }) => choice)).toEqual(["accepted", "tentative", "declined"]);
    expect(body).not.toHaveProperty("answered");
    expect((await house.ask<AnswerLinkJson>("GET", `${urlOf(link)}?lang=en`, { as: null })).body).toMatchObject({
      title: "Meeting 1",
    });

    const answered = await post(link, { choice: "accepted" });
    expect(answered).toMatchObject({
      status: 200,
      body: { entries: [{ kind: "answer.given", by: ANNA, role: "coreMember", data: { answer: "accepted" } }] },
    });
    await post(link, { choice: "declined" });
    expect((await open(link)).body.answered).toMatchObject({ choice: "declined" });
    expect((await network.agenda()).find(({ subject }) => subject === "item:m1")?.to).toEqual(["ben@example.org"]);
  });

  test("opened ever so often changes nothing", async () => {
    const { network, link } = await withMeeting();
    const before = await network.ledger();
    for (const method of ["GET", "HEAD", "GET"])
      expect((await house.api().app.request(urlOf(link), { method })).status).toBe(200);
    expect(await network.ledger()).toEqual(before);
  });

  test("happens once under one key, also after its meeting is cancelled; under another body the key is refused", async () => {
    const { network, link } = await withMeeting();
    const key = randomUUID();
    const first = await post(link, { choice: "accepted" }, { key });
    const again = await Promise.all([1, 2, 3].map(() => post(link, { choice: "accepted" }, { key })));
    await network.do(LEAD, "cancelItem", { item: "m1", reason: "Sne" });
    again.push(await post(link, { choice: "accepted" }, { key }));
    expect(again.map(({ status, body }) => [status, body])).toEqual(again.map(() => [200, first.body]));
    expect(await refused(post(link, { choice: "declined" }, { key }))).toEqual([409, "key-reused"]);
    expect((await network.ledger()).filter(({ kind }) => kind === "answer.given")).toHaveLength(1);
  });

  test("of a meeting in parts tells which is one's own, and another can be chosen", async () => {
    const network = await house.network({ programme: "faellesskabsagenter", start: "2014-02-25", people: PARTS });
    const link = await token(network, "vera@example.org", "item:E6/west", "answer");
    const mine = async () =>
      (await open(link)).body.sessions?.filter((one) => one.mine).map(({ id, place }) => [id, place?.slice(0, 3)]);
    expect(await mine()).toEqual([["west", "KUC"]]);
    expect(await refused(post(link, { choice: "accepted", session: "north" }))).toEqual([409, "state"]);
    expect((await post(link, { choice: "accepted", session: "east" })).status).toBe(200);
    expect(await mine()).toEqual([["east", "Kul"]]);
    await post(link, { choice: "declined" });
    expect(await mine()).toEqual([["east", "Kul"]]);
  });
});

const PARTS = `name,email,role,organisation,region
Lea Ledelund,lead@example.org,networkLead,,
Vera Vest,vera@example.org,consultant,Vestby,west
`;

test("homework is delivered, and delivered anew", async () => {
  const network = await house.network({ programme: "faellesskabsagenter", start: "2014-02-25", people: PARTS });
  const link = await token(network, "vera@example.org", "item:H4", "deliver");
  expect((await open(link)).body).toMatchObject({
    kind: "homework",
    asks: ["Hvordan går samarbejdet?", "Hvordan kan flere agenter komme med?", "Hvad oplever agenterne?"],
    deadline: "2014-10-31T23:59:59.999+01:00",
    choices: [],
    open: true,
  });
  expect(await refused(post(link, { text: "  " }))).toEqual([422, "bad-input"]);
  await post(link, { text: "Godt" });
  expect((await post(link, { text: "Rigtig godt" })).status).toBe(200);
  expect((await open(link)).body.answered).toMatchObject({ text: "Rigtig godt" });
  expect((await network.ledger()).filter(({ kind }) => kind === "homework.delivered")).toHaveLength(2);
});

describe("a decision on an idea", () => {
  let network: TestNetwork;
  let link: string;
  beforeAll(async () => {
    network = await house.network({
      people: PEOPLE,
    });
    await toDecisions(network, ["i1", "i2"]);
    link = await token(network, MAJA, "idea:i1", "decide");
  });

  test("tells what was tested and found, and what each choice demands", async () => {
    expect((await open(link)).body).toMatchObject({
      kind: "idea",
      title: "Ét",
      idea: { round: 1, rounds: 3, result: "Det virker" },
      deadline: "2027-08-08T23:59:59.999+02:00",
      choices: [
        { choice: "approve", needs: ["next", "to", "due"] },
        { choice: "adjust", needs: ["reason"] },
        { choice: "discard", needs: ["reason"] },
      ],
    });
  });

  test.each([
    ["approve without what, to whom and by when", { choice: "approve" }, ["next", "to", "due"]],
    ["discard without a reason", { choice: "discard" }, ["reason"]],
    ["adjust with what belongs to another choice", { choice: "adjust", reason: "Kortere", to: "Ældre" }, ["to"]],
    ["a choice that is none", { choice: "explode" }, ["choice"]],
    ["a day that is none", { ...APPROVAL, due: "snart" }, ["due"]],
  ])("%s is wrong in that field, in the reader's language", async (_, body, paths) => {
    const answer = await post(link, body);
    expect([answer.status, answer.body.errors?.map(({ path }) => path)]).toEqual([422, paths]);
    expect((await network.show()).state.ideas[0]).toMatchObject({ state: "deciding" });
  });

  test("is taken by who has the link; a second decision is refused, and everybody sees what was decided", async () => {
    const other = await token(network, MADS, "idea:i1", "decide");
    const { body } = await post(link, APPROVAL);
    expect(body.entries.slice(0, 1)).toMatchObject([{ kind: "idea.approved", by: MAJA, role: "referenceManager" }]);
    expect(await refused(post(other, { choice: "discard", reason: "Nej" }))).toEqual([409, "state"]);
    const outcome = { choice: "approve", next: "scale", to: "Hjemmeplejen", due: "2027-12-31" };
    expect((await open(link)).body).toMatchObject({ open: false, choices: [], outcome: { ...outcome, mine: true } });
    expect((await open(other)).body).toMatchObject({ open: false, outcome: { ...outcome, mine: false } });
  });

  test("adjusted, it waits for the next round, and the link decides that, too", async () => {
    const second = await token(network, MAJA, "idea:i2", "decide");
    await post(second, { choice: "adjust", reason: "Kortere" });
    expect((await open(second)).body).toMatchObject({ open: false, outcome: { choice: "adjust", reason: "Kortere" } });
    await network.do(LEAD, "abandonTest", { idea: "i2", reason: "Ingen enhed" });
    const { body } = await open(second);
    expect(body).toMatchObject({ open: true, idea: { round: 2, abandoned: "Ingen enhed" } });
    expect(body.earlier).toMatchObject([{ choice: "adjust", reason: "Kortere", mine: true }]);
    expect(body).not.toHaveProperty("outcome");
    expect(body.idea).not.toHaveProperty("result");
  });
});

test("a decision of the plan is voted on, the vote can be another until it is taken", async () => {
  const network = await house.network({ programme: "borgerservice", start: "2014-09-01" });
  await network.do(LEAD, "openPhase", { phase: "konsolidering" });
  await network.do(LEAD, "propose", { item: "D1", text: "Vi går i gang" });
  const voters = network.emails("steeringGroup");
  const cecil = voters.find((email) => email.startsWith("cecil"))!;
  const link = await token(network, cecil, "item:D1", "decide");
  expect((await open(link)).body).toMatchObject({
    kind: "decision",
    proposal: "Vi går i gang",
    open: true,
    choices: [
      { choice: "approve", needs: [] },
      { choice: "reject", needs: ["reason"] },
    ],
  });
  await post(link, { choice: "approve" });
  expect((await open(link)).body.answered).toMatchObject({ choice: "approve" });
  await post(link, { choice: "reject", reason: "For dyrt" });
  expect((await open(link)).body.answered).toMatchObject({ choice: "reject" });
  for (const email of voters.filter((one) => one !== cecil))
    await post(await token(network, email, "item:D1", "decide"), { choice: "approve" });
  expect((await open(link)).body).toMatchObject({ open: false, outcome: { choice: "approve", mine: false } });
});

test("a substitute's link decides for whom they stand in for, who may then vote themselves", async () => {
  const network = await house.network({ programme: "borgerservice", start: "2014-09-01" });
  await network.do(LEAD, "openPhase", { phase: "konsolidering" });
  await network.do(LEAD, "propose", { item: "D1", text: "Vi går i gang" });
  const cecil = network.emails("steeringGroup").find((email) => email.startsWith("cecil"))!;
  const inger = network.emails("projectGroup").find((email) => email.startsWith("inger"))!;
  const link = await token(network, inger, "item:D1", "decide");
  expect(await refused(post(link, { choice: "approve" }))).toEqual([403, "link-role"]);
  await network.do(cecil, "nameSubstitute", { substitute: inger, from: "2014-01-01", to: "2034-01-01" });
  expect((await open(link)).body.ownVote).toBe(false);
  expect((await open(link)).body.standsInFor).toMatchObject([{ email: cecil, name: expect.stringMatching(/^Cecil/) }]);
  const row = { kind: "decision.voted", by: inger, role: "steeringGroup", data: { for: cecil } };
  expect((await post(link, { choice: "approve" })).body).toMatchObject({ entries: [row] });
  expect((await open(link)).body.answered).toMatchObject({ choice: "approve" });
  const [own] = (await network.do(cecil, "decide", { item: "D1", outcome: "reject", reason: "For dyrt" })).entries;
  expect(own).toMatchObject({ by: cecil, data: { replaces: inger } });
  expect((await open(link)).body).not.toHaveProperty("answered");
  expect(await refused(post(link, { choice: "approve" }))).toEqual([409, "state"]);
  const stranger = network.emails("projectGroup").find((email) => email !== inger)!;
  expect(await refused(post(link, { choice: "approve", for: stranger }))).toEqual([403, "not-allowed"]);
});
