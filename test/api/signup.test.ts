// Open meetings and date polls from outside: their links, the pages behind them, and what each tells of whom.
import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import type { NetworkPollJson, PollLinkJson } from "../../api/poll-shapes.ts";
import type { NetworkSignUpJson, SignUpJson } from "../../api/signup-shapes.ts";
import type { ProblemJson } from "../../api/shapes.ts";
import { findPersonByEmail } from "../../store/people.ts";
import { createWeb } from "../../web/app.tsx";
import { useHouse, type TestNetwork } from "../support/house.ts";

const house = useHouse();
const LEAD = "networkLead";
const KATJA = { name: "Katja Kommer", email: "katja@example.org", organisation: "Nordby" };

let network: TestNetwork;
let link: string;

/** A network with an open meeting of two seats. */
async function withSignUp(data: object = { capacity: 2 }): Promise<void> {
  network = await house.network();
  await network.do(LEAD, "addItem", {
    id: "aaben",
    kind: "meeting",
    title: "Åbent møde",
    reason: "Mange vil høre med",
  });
  await network.do(LEAD, "pinItem", { item: "aaben", start: "2027-03-17T09:00", place: "Rådhuset" });
  await network.do(LEAD, "openSignUp", { item: "aaben", ...data });
  link = (await signUps(LEAD))[0]!.link;
}
const signUps = async (who: string) =>
  (
    await house.ask<NetworkSignUpJson[]>("GET", `/api/networks/${network.id}/sign-ups`, {
      as: await network.tokenOf(who),
    })
  ).body;
const apiOf = (of: string) => `/api/sign-ups/${of.split("/").at(-1)}`;
const see = (of = link) => house.ask<SignUpJson>("GET", apiOf(of), { as: null });
const post = (body: object, { of = link, key = randomUUID() } = {}) =>
  house.ask<{ taken: true } & ProblemJson>("POST", apiOf(of), { as: null, body, key });
const comes = (n: number) => ({ name: `Nr. ${n}`, email: `nr${n}@example.org` });
async function ownLink(email: string): Promise<string> {
  const person = (await findPersonByEmail(house.store, email))!.id;
  return house.parts.answerTokens.make(
    { network: network.id, subject: "item:aaben", person, purpose: "withdraw" },
    house.parts.now(),
  );
}
/** Rules of the mails to somebody, in order. */
async function mailsTo(email: string): Promise<string[]> {
  // When its ledger can be read, its mails are in the outbox.
  await network.ledger();
  return (await network.mails()).filter(({ to }) => to === email).map(({ model }) => model.rule);
}
const page = async (path: string, form?: Record<string, string>) => {
  const web = createWeb({ fetch: (url, init) => house.api().app.request(url, init) });
  const body = form && new URLSearchParams(form);
  const response = await web.request(new URL(path, "http://localhost"), body ? { method: "POST", body } : {});
  return { status: response.status, location: response.headers.get("location"), html: await response.text() };
};
const pathOf = (of = link) => new URL(of, "http://localhost").pathname;

beforeAll(() => withSignUp());

test("the link tells the meeting and its seats, and looking changes nothing", async () => {
  const before = await network.ledger();
  const { status, body } = await see();
  expect(status).toBe(200);
  expect(body).toMatchObject({
    purpose: "signUp",
    title: "Åbent møde",
    start: "2027-03-17T09:00:00+01:00",
    place: "Rådhuset",
    state: "open",
    capacity: 2,
    left: 2,
    waiting: 0,
  });
  await page(pathOf());
  expect(await network.ledger()).toEqual(before);
});

test("whoever signs up joins as a guest, has a seat and a mail that lets them give it up", async () => {
  await withSignUp();
  expect(await post(KATJA)).toMatchObject({ status: 200, body: { taken: true } });
  expect((await signUps(LEAD))[0]).toMatchObject({ seats: [KATJA.email], waiting: [], seated: 1 });
  expect((await network.show()).people).toContainEqual(
    expect.objectContaining({ email: KATJA.email, roles: ["guest"] }),
  );
  expect((await network.ledger()).find(({ kind }) => kind === "person.joined")).toMatchObject({
    by: KATJA.email,
    data: { organisation: "Nordby" },
  });
  expect(await mailsTo(KATJA.email)).toEqual(["signup-seated"]);
  // A guest of this meeting, and of no other.
  await network.do(LEAD, "setAudience", { item: "m1", audience: ["guest"] });
  await network.do(LEAD, "pinItem", { item: "m1", start: "2027-03-24T09:00" });
  expect(await mailsTo(network.emails("guest")[0]!)).toContain("meeting-invitation");
  expect(await mailsTo(KATJA.email)).toEqual(["signup-seated"]);
  const own = await ownLink(KATJA.email);
  expect((await see(own)).body).toMatchObject({ purpose: "withdraw", mine: "seat", person: { firstName: "Katja" } });
  expect((await post({}, { of: own })).status).toBe(200);
  expect((await post({}, { of: own })).status).toBe(200);
  expect((await see(own)).body).not.toHaveProperty("mine");
  expect(await mailsTo(KATJA.email)).toEqual(["signup-seated", "signup-withdrawn"]);
  await network.do(LEAD, "cancelItem", { item: "aaben", reason: "Sne" });
  expect(await mailsTo(KATJA.email)).toHaveLength(2);
});

test("who comes again, and who comes as somebody who has come, is answered alike and changes nothing", async () => {
  await withSignUp();
  const first = await post(KATJA);
  const rows = (await network.ledger()).length;
  const again = await post({ ...KATJA, name: "En anden", email: KATJA.email.toUpperCase(), organisation: "Sydby" });
  expect([again.status, again.body]).toEqual([first.status, first.body]);
  expect(await network.ledger()).toHaveLength(rows);
});

test("of many who come at once for two seats two get one, and the others wait in order", async () => {
  await withSignUp();
  const all = await Promise.all([1, 2, 3, 4, 5].map((n) => post(comes(n))));
  expect(all.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  const [{ seats, waiting }] = (await signUps(LEAD)) as [NetworkSignUpJson];
  expect([seats!.length, waiting!.length, new Set([...seats!, ...waiting!]).size]).toEqual([2, 3, 5]);
  expect(await mailsTo(seats![1]!)).toEqual(["signup-seated"]);
  expect(await mailsTo(waiting![0]!)).toEqual(["signup-waiting"]);
  await post({}, { of: await ownLink(seats![0]!) });
  expect((await signUps(LEAD))[0]).toMatchObject({ seats: [seats![1], waiting![0]], waiting: waiting!.slice(1) });
  expect(await mailsTo(waiting![0]!)).toEqual(["signup-waiting", "signup-moved-up"]);
});

test("only whoever leads sees who has signed up", async () => {
  await withSignUp();
  await post(KATJA);
  expect((await signUps("coreMember"))[0]).toMatchObject({ seated: 1, link });
  expect(JSON.stringify([await signUps("coreMember"), (await see()).body])).not.toContain("katja");
});

test("after the deadline and when the meeting is off the page says so, and nobody new is made known", async () => {
  await withSignUp({ deadline: "2027-03-01" });
  await network.step("2027-03-02");
  expect((await see()).body).toMatchObject({ state: "closed" });
  expect(await post({ name: "Sen", email: "sen@example.org" })).toMatchObject({ status: 409, body: { code: "state" } });
  expect(await findPersonByEmail(house.store, "sen@example.org")).toBeUndefined();
  expect((await page(pathOf())).html).toContain("Tilmeldingen er lukket");
  await network.do(LEAD, "cancelItem", { item: "aaben", reason: "Sne" });
  expect((await page(`${pathOf()}?lang=en`)).html).toContain("The meeting is cancelled");
});

test("a link for answers opens no sign-up, one for sign-ups answers nothing, and a broken body is one only behind a link", async () => {
  const person = (await findPersonByEmail(house.store, network.emails(LEAD)[0]!))!.id;
  const about = { network: network.id, subject: "item:aaben", person };
  const answer = house.parts.answerTokens.make({ ...about, purpose: "answer" }, house.parts.now());
  expect((await see(answer)).status).toBe(404);
  expect((await house.ask("GET", `/api/answer-links/${link.split("/").at(-1)}`, { as: null })).status).toBe(404);
  expect((await house.ask("POST", apiOf(link), { as: null, body: "{broken" })).status).toBe(400);
  expect((await house.ask("POST", apiOf(link), { as: null, body: { nam: "x" } })).status).toBe(422);
});

test("the page signs up by its form, says what is missing, and gives up a place by one's own link", async () => {
  await withSignUp({ capacity: 1 });
  const empty = await page(pathOf(), { key: "k", name: "Katja", email: "" });
  expect([empty.status, empty.html.includes("Skriv din mailadresse."), empty.html.includes('value="Katja"')]).toEqual([
    422,
    true,
    true,
  ]);
  const sent = await page(pathOf(), { key: "k", ...KATJA });
  expect([sent.status, sent.location]).toEqual([303, `${pathOf()}?done=1`]);
  expect((await page(sent.location!)).html).toContain("vi har taget imod din tilmelding");
  expect((await page(pathOf())).html).toContain("Skriv mig på ventelisten");
  const own = `/s/${await ownLink(KATJA.email)}`;
  expect((await page(own)).html).toContain("Du har en plads");
  expect((await page(own, { key: "x" })).status).toBe(303);
  expect((await page(`${own}?done=1`)).html).toContain("Du er ikke tilmeldt");
  expect((await signUps(LEAD))[0]).toMatchObject({ seated: 0 });
});

test("who is removed from the network has given up the place by then, also where the removal is asked for twice", async () => {
  await withSignUp({ capacity: 1 });
  await post(KATJA);
  await post(comes(2));
  const remove = { type: "removePerson", data: { person: KATJA.email } };
  const ask = { as: await network.tokenOf(LEAD), body: remove, key: randomUUID() };
  for (const _ of [1, 2])
    expect((await house.ask("POST", `/api/networks/${network.id}/triggers`, ask)).status).toBe(200);
  expect((await signUps(LEAD))[0]).toMatchObject({ seated: 1, waiting: [] });
  expect((await mailsTo(comes(2).email)).slice(-1)).toEqual(["signup-moved-up"]);
  const kinds = (await network.ledger()).map(({ kind }) => kind);
  expect(kinds.indexOf("signUp.withdrawn")).toBeLessThan(kinds.indexOf("person.left"));
  expect(kinds.filter((kind) => kind === "person.left")).toHaveLength(1);
});

test("a date poll: those asked answer by the link in their mail, whoever leads sees the best date and who is missing, and choosing it invites", async () => {
  network = await house.network();
  const [TUE, WED] = ["2027-03-16T09:00:00+01:00", "2027-03-17T09:00:00+01:00"];
  const asked = network.emails("coreMember").toSorted();
  await network.do(LEAD, "setAudience", { item: "m1", audience: ["coreMember"] });
  await network.do(LEAD, "startPoll", { item: "m1", dates: [TUE, WED], minutes: 120, closes: "2027-02-20" });
  for (const email of asked) expect(await mailsTo(email)).toEqual(["poll-opened"]);

  const linkOf = async (email: string) => {
    const person = (await findPersonByEmail(house.store, email))!.id;
    const about = { network: network.id, subject: "poll:m1", person, purpose: "poll" as const };
    return house.parts.answerTokens.make(about, house.parts.now());
  };
  const own = await linkOf(asked[0]!);
  const before = await network.ledger();
  expect((await page(`/d/${own}`)).html).toContain("Hvornår kan du?");
  expect(await network.ledger()).toEqual(before);
  expect((await page(`/d/${own}`, { key: "k" })).status).toBe(422);
  const sent = await page(`/d/${own}`, { key: "k", "date-0": `maybe ${TUE}`, "date-1": `yes ${WED}` });
  expect(sent.status).toBe(303);
  expect((await page(sent.location!)).html).toContain("Du har svaret");
  const answers = { [TUE]: "no", [WED]: "yes" };
  const posted = await house.ask("POST", `/api/poll-links/${await linkOf(asked[1]!)}`, { as: null, body: { answers } });
  expect(posted.status).toBe(200);

  const polls = async (who: string) =>
    (await house.ask<NetworkPollJson[]>("GET", `/api/networks/${network.id}/polls`, { as: await network.tokenOf(who) }))
      .body;
  const [poll] = await polls(LEAD);
  expect(poll!.dates).toEqual([
    { start: TUE, yes: 0, maybe: 1, no: 1, best: false },
    { start: WED, yes: 2, maybe: 0, no: 0, best: true },
  ]);
  expect(poll!.missing!.toSorted()).toEqual(asked.slice(2));
  expect((await polls("coreMember"))[0]).not.toHaveProperty("missing");
  const mine = (await house.ask<PollLinkJson>("GET", `/api/poll-links/${own}`, { as: null })).body;
  expect([mine.answered, mine.dates.map((date) => date.mine)]).toEqual([true, ["maybe", "yes"]]);

  await network.do(LEAD, "closePoll", { item: "m1", choose: WED, place: "Rådhuset" });
  expect((await network.show()).state.items["m1"]).toMatchObject({
    start: WED,
    end: "2027-03-17T11:00:00+01:00",
    place: "Rådhuset",
  });
  for (const email of asked) expect((await mailsTo(email)).at(-1)).toBe("meeting-invitation");
  expect((await page(`/d/${own}`)).html).toContain("Datoen er valgt");
  expect((await house.ask("POST", `/api/poll-links/${own}`, { as: null, body: { answers } })).status).toBe(409);
  expect((await house.ask("GET", `/api/answer-links/${own}`, { as: null })).status).toBe(404);
});
