// Calendars to subscribe to: who may make, list and revoke them, and what a program gets that fetches one.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { FeedJson, MadeFeedJson, NewFeedJson } from "../../api/feeds.ts";
import { useHouse, type TestNetwork } from "../support/house.ts";
import { byIcalJs, byNodeIcal, type ReadEvent } from "../support/ical-readers.ts";

const house = useHouse();

/** What a program gets at an address. */
async function fetched(url: string, headers: Record<string, string> = {}, method = "GET") {
  const response = await house.api().app.request(url, { method, headers });
  return { status: response.status, headers: response.headers, content: await response.text() };
}

/** What somebody who subscribes sees, by item. */
async function seen({ url }: { url: string }): Promise<Record<string, ReadEvent>> {
  const { status, content } = await fetched(url);
  expect(status).toBe(200);
  const events = byIcalJs(content);
  expect(byNodeIcal(content)).toEqual(events);
  return Object.fromEntries(events.map((event) => [event.uid.split("@")[0], event]));
}

const post = async (network: TestNetwork, by: string, body: NewFeedJson = {}, key?: string) =>
  await house.ask<MadeFeedJson>("POST", `/api/networks/${network.id}/feeds`, {
    body,
    ...(by !== "administrator" && { as: await network.tokenOf(by) }),
    ...(key !== undefined && { key }),
  });

async function feed(network: TestNetwork, by: string, body: NewFeedJson = {}): Promise<MadeFeedJson> {
  const made = await post(network, by, body);
  expect(made.status).toBe(201);
  return made.body;
}

const revoke = async (id: string, as: string) => (await house.ask("DELETE", `/api/feeds/${id}`, { as })).status;

const pin = { item: "m1", start: "2027-03-17T09:00", end: "2027-03-17T12:00", place: "Rådhuset" };

test("a person subscribes to their own calendar of a network, which follows it", async () => {
  const network = await house.network();
  const made = await feed(network, "coreMember");
  expect(made).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    person: network.emails("coreMember")[0],
    network: network.id,
    whole: false,
    leaveOutFuzzy: false,
    createdAt: expect.any(String) as string,
    url: expect.stringMatching(/^http:\/\/localhost\/calendars\/fd_[\w-]{40,}\.ics$/) as string,
  });
  expect((await seen(made))["m1"]!.summary).toBe("Møde 1 (ca.)");
  await network.do("networkLead", "pinItem", pin);
  const m1 = (await seen(made))["m1"]!;
  expect(m1).toMatchObject({ summary: "Møde 1", status: "CONFIRMED", location: "Rådhuset", allDay: false });
  const mails = (await network.mails()).filter(({ model }) => model.rule === "meeting-invitation");
  expect(m1.uid).toBe(`m1@${network.id}.fremdrift`);
  expect(m1.sequence).toBe(mails[0]!.model.sequence);
  await network.do("coreMember", "answer", { item: "m1", answer: "declined" });
  expect(await seen(made)).not.toHaveProperty("m1");
});

test("its address is told once, follows from the request, and stands nowhere", async () => {
  const network = await house.network();
  const [first, again] = [await post(network, "coreMember", {}, "k1"), await post(network, "coreMember", {}, "k1")];
  expect(again.body).toEqual(first.body);
  expect((await post(network, "coreMember", { leaveOutFuzzy: true }, "k1")).body).toMatchObject({ code: "key-reused" });
  const secret = /calendars\/(.*)\.ics$/.exec(first.body.url)![1]!;
  for (const table of ["feed", "idempotency"] as const)
    expect(JSON.stringify(await house.store.db.selectFrom(table).selectAll().execute())).not.toContain(secret);
  const list = await house.ask("GET", `/api/networks/${network.id}/feeds`);
  expect(JSON.stringify(list.body)).not.toContain(secret);
  const behind = { "x-forwarded-proto": "https" };
  const own = { as: await network.tokenOf("coreMember"), body: {}, headers: behind };
  expect((await house.ask<MadeFeedJson>("POST", "/api/feeds", own)).body.url).toMatch(
    /^https:\/\/localhost\/calendars\//,
  );
  expect((await fetched(`/calendars/${first.body.id}.ics`)).status).toBe(404);
});

test("it is a calendar that programs may keep for a while and ask for again", async () => {
  const network = await house.network();
  const { url } = await feed(network, "coreMember");
  const got = await fetched(url);
  expect(got.headers.get("content-type")).toBe("text/calendar; charset=utf-8; method=PUBLISH");
  expect(got.headers.get("cache-control")).toMatch(/^private, max-age=\d+$/);
  for (const said of ["METHOD:PUBLISH", "REFRESH-INTERVAL;VALUE=DURATION:PT60M", "X-PUBLISHED-TTL:PT60M", "NAME:"])
    expect(got.content).toContain(`\r\n${said}`);
  const etag = got.headers.get("etag")!;
  expect(etag).toMatch(/^"[\w-]{43}"$/);
  for (const has of [etag, `W/${etag}`, `"x", ${etag}`, "*"]) {
    const same = await fetched(url, { "if-none-match": has });
    expect([same.status, same.content, same.headers.get("etag")]).toEqual([304, "", etag]);
  }
  const head = await fetched(url, {}, "HEAD");
  expect([head.status, head.content, head.headers.get("etag")]).toEqual([200, "", etag]);
  await network.step("2027-02-03");
  expect((await fetched(url)).headers.get("etag")).toBe(etag);
  await network.do("networkLead", "pinItem", pin);
  const changed = await fetched(url, { "if-none-match": etag });
  expect([changed.status, changed.headers.get("etag") === etag]).toEqual([200, false]);
});

test("the whole network is for who leads it, and only while they do", async () => {
  const network = await house.network();
  expect((await post(network, "coreMember", { whole: true })).body).toMatchObject({ code: "not-allowed" });
  const made = await feed(network, "networkLead", { whole: true });
  expect(await seen(made)).toHaveProperty("ledermoede");
  const [lead, next] = [network.emails("networkLead")[0], network.emails("coreMember")[0]];
  await network.do("administrator", "handOver", { role: "networkLead", from: lead, to: next });
  expect(await seen(made)).not.toHaveProperty("ledermoede");
});

test("who leads the network and administrators make them for others; nobody else does, and not for strangers", async () => {
  const network = await house.network();
  const person = network.emails("participant")[0]!;
  expect((await feed(network, "networkLead", { person })).person).toBe(person);
  expect((await feed(network, "administrator", { person })).person).toBe(person);
  expect((await feed(network, person, { person })).person).toBe(person);
  expect((await post(network, "coreMember", { person })).status).toBe(403);
  expect((await post(network, "networkLead", { person: "nobody@example.org" })).status).toBe(404);
  expect((await post(network, "administrator", { person, whole: true })).status).toBe(403);
  expect((await post(network, "administrator")).body).toMatchObject({
    code: "bad-input",
    errors: [{ path: "person" }],
  });
  expect((await house.ask("POST", "/api/feeds", { body: {} })).status).toBe(403);
  const other = await house.network({ people: "name,email,role\nAda,ada@example.org,networkLead\n" });
  const stranger = { as: await other.tokenOf("networkLead"), body: {} };
  expect((await house.ask("POST", `/api/networks/${network.id}/feeds`, stranger)).status).toBe(404);
});

test("of all their networks a person has one calendar, and of each only what is theirs", async () => {
  const [one, two] = [await house.network(), await house.network()];
  const as = await one.tokenOf("coreMember");
  await one.do("networkLead", "pinItem", pin);
  const made = (await house.ask<MadeFeedJson>("POST", "/api/feeds", { as, body: { leaveOutFuzzy: true } })).body;
  const uids = async () => byIcalJs((await fetched(made.url)).content).map(({ uid }) => uid);
  expect(made).not.toHaveProperty("network");
  const before = await uids();
  expect(before).toContain(`m1@${one.id}.fremdrift`);
  expect(before).not.toContain(`m1@${two.id}.fremdrift`);
  await two.do("networkLead", "pinItem", { ...pin, start: "2027-03-18T09:00", end: "2027-03-18T12:00" });
  expect((await uids()).toSorted()).toEqual([...before, `m1@${two.id}.fremdrift`].toSorted());
  const email = one.emails("coreMember")[0]!;
  await two.do("networkLead", "removePerson", { person: email, reason: "Nyt arbejde." });
  expect(await uids()).toEqual(before);
});

test("one is listed and revoked by its owner and by who leads; a revoked one is gone for good", async () => {
  const network = await house.network();
  const [own, lead, other] = [
    await network.tokenOf("coreMember"),
    await network.tokenOf("networkLead"),
    await network.tokenOf("guest"),
  ];
  const [mine, theirs] = [await feed(network, "coreMember"), await feed(network, "guest")];
  const ids = async (as: string, path = `/api/networks/${network.id}/feeds`) =>
    (await house.ask<FeedJson[]>("GET", path, { as })).body.map(({ id }) => id);
  expect(await ids(own)).toEqual([mine.id]);
  expect(await ids(lead)).toEqual([mine.id, theirs.id]);
  expect(await ids(other, "/api/feeds")).toContain(theirs.id);
  expect([await revoke(mine.id, other), await revoke("x", own), await revoke(`${mine.id}%00`, own)]).toEqual([
    404, 404, 404,
  ]);
  expect((await fetched(mine.url)).status).toBe(200);
  expect([await revoke(mine.id, own), await revoke(mine.id, own), await revoke(theirs.id, lead)]).toEqual([
    200, 200, 200,
  ]);
  for (const { url } of [mine, theirs]) {
    const gone = await fetched(url, { "accept-language": "en" });
    expect([gone.status, JSON.parse(gone.content)]).toMatchObject([410, { code: "gone" }]);
    expect(gone.headers.get("content-type")).toBe("application/problem+json");
  }
  expect(await ids(lead)).toEqual([]);
});

test("who leaves has an empty calendar, and who is erased none", async () => {
  const network = await house.network({
    people: "name,email,role\nAda,ada@example.org,networkLead\nBo,bo.away@example.org,coreMember\n",
  });
  const made = await feed(network, "coreMember");
  expect(Object.keys(await seen(made))).not.toEqual([]);
  await network.do("networkLead", "removePerson", { person: "bo.away@example.org", reason: "Nyt arbejde." });
  expect(await seen(made)).toEqual({});
  const erased = { email: null, email_key: null };
  await house.store.db.updateTable("person").set(erased).where("email", "=", "bo.away@example.org").execute();
  expect((await fetched(made.url)).status).toBe(410);
});

test("whatever is asked for as a calendar is not found, and never an error of ours", async () => {
  const file = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.constantFrom("", ".ics", "a.ics.ics", "fd_x", "..%2f..", "%E0%A4%A", "'; drop table feed; --", "\u0000"),
  );
  const asked = fc.record({ file, dots: fc.constantFrom("", ".ics"), raw: fc.boolean(), has: fc.string() });
  await fc.assert(
    fc.asyncProperty(asked, async ({ file: name, dots, raw, has }) => {
      const written = name.replaceAll(/\p{Cs}/gu, "?");
      const url = `/calendars/${raw ? written.replaceAll(/[^!-~]|[?#]/g, "_") : encodeURIComponent(written)}${dots}`;
      const headers = { "if-none-match": has.replaceAll(/[^ -~]/g, "") };
      const { status, content } = await fetched(url, headers);
      expect([url, status]).toEqual([url, 404]);
      expect(JSON.parse(content)).toHaveProperty("hint");
    }),
    { numRuns: 300 },
  );
});
