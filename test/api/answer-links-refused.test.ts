// Links from mails that answer nothing: forged, cut, too old, or about what is over. And whatever else is sent by one.
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { answerTokens } from "../../library/answer-token.ts";
import { ANNA, APPROVAL, LEAD, linksOf, MADS, MAJA, PEOPLE, refused, urlOf } from "../support/answer-links.ts";
import { useHouse, type TestNetwork } from "../support/house.ts";
import { toDecisions } from "./journey.ts";

const house = useHouse();
const { open, post, token, withMeeting } = linksOf(house);
const DAY = 86_400_000;

describe("a link that answers nothing says why, and nothing changes", () => {
  const asked: [string, (network: TestNetwork) => Promise<string>, [number, string]][] = [
    ["forged", async (network) => forged(await token(network, ANNA, "item:m1", "answer")), [404, "link-unknown"]],
    ["cut", async (network) => (await token(network, ANNA, "item:m1", "answer")).slice(0, -3), [404, "link-unknown"]],
    [
      "with more at its end",
      async (network) => `${await token(network, ANNA, "item:m1", "answer")}.x`,
      [404, "link-unknown"],
    ],
    ["of another purpose", (network) => token(network, ANNA, "item:m1", "deliver"), [404, "link-unknown"]],
    ["about what is not there", (network) => token(network, ANNA, "item:m99", "answer"), [404, "link-unknown"]],
    ["expired", (network) => token(network, ANNA, "item:m1", "answer", Date.now() - 367 * DAY), [410, "link-expired"]],
    ["about an idea that is not there", (network) => token(network, ANNA, "idea:i1", "decide"), [404, "link-unknown"]],
  ];
  let network: TestNetwork;
  beforeAll(async () => {
    ({ network } = await withMeeting());
  });

  test.each(asked)("%s", async (_, make, expected) => {
    const link = await make(network);
    const before = (await network.ledger()).length;
    expect(await refused(open(link))).toEqual(expected);
    expect(await refused(post(link, { choice: "accepted" }))).toEqual(expected);
    expect(await refused(post(link, "{broken"))).toEqual(expected);
    expect((await network.ledger()).length).toBe(before);
  });

  test("one of another installation is not ours", async () => {
    const person = { network: network.id, subject: "item:m1", person: "p", purpose: "answer" as const };
    const theirs = answerTokens("another secret of tests").make(person, Date.now());
    expect(await refused(open(theirs))).toEqual([404, "link-unknown"]);
  });

  test.each([
    ["answer", 365],
    ["deliver", 60],
    ["decide", 60],
  ] as const)("one to %s holds %i days and no more than one day beyond", (purpose, days) => {
    const { make, read } = house.parts.answerTokens;
    const at = Date.parse("2027-02-01T14:00:00Z");
    const { expires } = read(make({ network: "n", subject: "item:m1", person: "p", purpose }, at))!;
    expect(expires).toBeGreaterThanOrEqual(at + days * DAY);
    expect(expires).toBeLessThanOrEqual(at + (days + 1) * DAY);
  });

  test.each([
    ["the meeting is cancelled", "cancelItem", { item: "m1", reason: "Sne" }, [410, "link-cancelled"]],
    ["the meeting is held", "holdMeeting", { item: "m1" }, [410, "link-over"]],
    ["the person has left", "removePerson", { person: ANNA }, [410, "link-left"]],
  ] as const)("%s", async (_, type, data, expected) => {
    const { network, link } = await withMeeting();
    await network.do(LEAD, type, data);
    expect(await refused(open(link))).toEqual(expected);
    expect(await refused(post(link, { choice: "accepted" }))).toEqual(expected);
    expect((await network.ledger()).some(({ kind }) => kind === "answer.given")).toBe(false);
  });

  test("the day after the meeting it still answers, then no more; where the meeting moves, its end does", async () => {
    const { network, link } = await withMeeting();
    await network.step("2027-03-18T23:00");
    expect((await open(link)).status).toBe(200);
    await network.step("2027-03-19T01:00");
    expect(await refused(open(link))).toEqual([410, "link-over"]);
    await network.do(LEAD, "moveItem", { item: "m1", start: "2027-03-24T09:00" });
    expect((await open(link)).body).toMatchObject({ until: "2027-03-25T23:59:59.999+01:00" });
  });

  test("the person was erased", async () => {
    const { link } = await withMeeting();
    const erase = (email: string | null) =>
      house.store.db.updateTable("person").set({ email }).where("email_key", "=", ANNA).execute();
    await erase(null);
    expect(await refused(open(link))).toEqual([410, "link-left"]);
    await erase(ANNA);
    expect((await open(link)).status).toBe(200);
  });

  test("the network has ended", async () => {
    const { network, link } = await withMeeting();
    await network.do(LEAD, "stopNetwork", { reason: "Slut" });
    await network.do(MAJA, "stopNetwork", { reason: "Slut" });
    expect(await refused(open(link))).toEqual([410, "link-ended"]);
    expect(await refused(post(link, { choice: "accepted" }))).toEqual([410, "link-ended"]);
  });

  test("the role that decides was handed over", async () => {
    const network = await house.network({
      people: PEOPLE,
    });
    await toDecisions(network);
    const link = await token(network, MAJA, "idea:i1", "decide");
    await network.do(LEAD, "addPerson", { email: MAJA, roles: ["guest"] });
    await network.do(LEAD, "handOver", { role: "referenceManager", from: MAJA, to: MADS });
    expect(await refused(open(link))).toEqual([403, "link-role"]);
    expect(await refused(post(link, APPROVAL))).toEqual([403, "link-role"]);
  });
});

test("a token says nothing of a person but their id, and its address is short", async () => {
  const { network, link } = await withMeeting();
  expect(link.length).toBeLessThan(130);
  const readable = Buffer.from(link.split(".")[0]!, "base64url").toString();
  expect(readable).toContain(network.id);
  expect(readable).not.toMatch(/anna|andersen|example/i);
});

test("whatever is sent by a link, no 5xx and problems only", async () => {
  const { network, link } = await withMeeting();
  const word = fc.oneof(
    fc.constantFrom("accepted", "m1", "2027-03-17", "\u0000", "\ud800", "__proto__"),
    fc.string({ unit: "binary" }),
  );
  const field = fc.constantFrom(
    "choice",
    "choices",
    "text",
    "reason",
    "session",
    "next",
    "to",
    "due",
    "item",
    "person",
  );
  const body = fc.oneof(
    fc
      .dictionary(field, fc.oneof(word, fc.array(word), fc.jsonValue({ maxDepth: 1 })))
      .map((sent) => JSON.stringify(sent)),
    fc.string(),
  );
  const address = fc.oneof(
    fc.constant(link),
    fc.string({ maxLength: 300 }).map(encodeURIComponent),
    fc.nat(link.length).map((at) => link.slice(0, at)),
  );
  await fc.assert(
    fc.asyncProperty(address, body, fc.constantFrom("GET", "POST"), async (where, body, method) => {
      const { status } = await house.ask(method, urlOf(where || "-"), { as: null, ...(method === "POST" && { body }) });
      expect([where, status < 500]).toEqual([where, true]);
    }),
    { numRuns: 300 },
  );
  expect((await network.ledger()).filter(({ kind }) => kind === "machine.fault")).toEqual([]);
}, 120_000);

/** The same link with another person's id in it. */
function forged(link: string): string {
  const [payload, signature] = link.split(".") as [string, string];
  const fields = Buffer.from(payload, "base64url").toString().split("\n");
  const other = fields.with(4, `${fields[4]!.slice(0, -1)}0`);
  return `${Buffer.from(other.join("\n")).toString("base64url")}.${signature}`;
}
