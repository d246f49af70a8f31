// What waits for somebody, over the API: across their networks, in one of them, and gone as soon as it is done.
import { beforeAll, expect, test } from "vitest";
import type { WaitingListJson } from "../../api/waiting-shapes.ts";
import { useHouse, type TestNetwork } from "../support/house.ts";

const house = useHouse();
const ANNA = "anna@example.org";
const PEOPLE = `email,role\nlead@example.org,networkLead\n${ANNA},coreMember\nbent@example.org,coreMember\nref@example.org,referenceManager\n`;

let first: TestNetwork;
let second: TestNetwork;
let anna: string;

beforeAll(async () => {
  first = await house.network({ people: PEOPLE });
  second = await house.network({ people: PEOPLE });
  anna = await first.tokenOf(ANNA);
});

const mine = async (as: string, where = "/api/me/waiting", lang: "da" | "en" = "da") =>
  (await house.ask<WaitingListJson>("GET", where, { as, lang })).body;
const kinds = ({ waiting }: WaitingListJson) =>
  waiting.map(({ kind, network, subject }) => [kind, network.id, subject]);

test("what waits stands in one list for all networks, and in each network alone; a press empties it", async () => {
  await first.do("networkLead", "pinItem", { item: "m1", start: "2027-03-18T09:00", place: "Rådhuset" });
  const invitation = ["invitation", first.id, "item:m1"];
  const all = await mine(anna);
  expect(kinds(all)).toEqual(
    expect.arrayContaining([["membership", first.id, "network"], ["membership", second.id, "network"], invitation]),
  );
  expect(kinds(await mine(anna, `/api/networks/${second.id}/waiting`))).toEqual([["membership", second.id, "network"]]);
  expect(all.upcoming).toMatchObject([
    { title: "Møde 1", at: "2027-03-18T09:00:00+01:00", place: "Rådhuset", href: `/networks/${first.id}/meetings/m1` },
  ]);
  expect(all.networks.map(({ id, ended }) => [id, ended])).toEqual([
    [first.id, false],
    [second.id, false],
  ]);
  const found = all.waiting.find(({ kind }) => kind === "invitation")!;
  expect(found).toMatchObject({
    title: "Møde 1",
    says: "Svar på, om du kommer",
    due: "2027-03-18T09:00:00+01:00",
    overdue: false,
  });
  const [yes] = found.actions;
  expect(yes).toMatchObject({ trigger: "answer", label: "Jeg kommer", role: "coreMember" });
  expect((await mine(anna, undefined, "en")).waiting.find(({ kind }) => kind === "invitation")).toMatchObject({
    says: "Answer whether you are coming",
  });

  await first.do(ANNA, yes!.trigger, yes!.data);
  const after = await mine(anna);
  expect(kinds(after)).not.toContainEqual(invitation);
  expect(after.upcoming).toMatchObject([{ answer: "accepted" }]);
});

test("what was kept in memory is read anew after every change, also of time and of people", async () => {
  const lead = await first.tokenOf("networkLead");
  const before = kinds(await mine(lead));
  await first.step("2027-03-19");
  const hold = ["hold", first.id, "item:m1"];
  expect(before).not.toContainEqual(hold);
  expect(kinds(await mine(lead))).toContainEqual(hold);
  await first.do("networkLead", "holdMeeting", { item: "m1" });
  expect(kinds(await mine(lead))).not.toContainEqual(hold);
  expect(kinds(await mine(lead))).toContainEqual(["minutes", first.id, "item:m1"]);
  await first.do("networkLead", "removePerson", { person: ANNA });
  expect((await mine(anna)).networks.map(({ id }) => id)).toEqual([second.id]);
});

test("a token that is nobody's has nothing waiting, and a network is closed to who is not in it", async () => {
  expect((await house.ask("GET", "/api/me/waiting")).body).toEqual({ waiting: [], upcoming: [], networks: [] });
  expect((await house.ask("GET", `/api/networks/${first.id}/waiting`)).body).toMatchObject({ waiting: [] });
  expect((await house.ask("GET", `/api/networks/${first.id}/waiting`, { as: anna })).status).toBe(404);
});
