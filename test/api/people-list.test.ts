// Who takes part, as it is read; a pasted list tried out; and what a person may take with them, or have erased.
import { expect, test } from "vitest";
import type { MyDataJson } from "../../api/me.ts";
import type { PeopleJson, RosterJson } from "../../api/people-shapes.ts";
import { useHouse } from "../support/house.ts";

const house = useHouse();
const LEAD = "networkLead";

test("who leads reads what each answered and who stands in; others only of themselves", async () => {
  const network = await house.network();
  const [core, other] = network.emails("coreMember") as [string, string];
  await network.do(core, "answerMembership", { answer: "accepted" });
  await network.do(core, "nameSubstitute", { substitute: other, from: "2027-02-01", to: "2027-03-01" });
  const read = async (as: string) => {
    const token = await network.tokenOf(as);
    return (await house.ask<PeopleJson>("GET", `/api/networks/${network.id}/people`, { as: token })).body;
  };
  const [forLead, forOther] = [await read(LEAD), await read(other)];
  const one = (body: PeopleJson) => body.people.find(({ email }) => email === core);
  expect(one(forLead)).toMatchObject({ answer: "accepted", substitute: { email: other, to: "2027-03-01" } });
  expect(one(forOther)).not.toHaveProperty("answer");
  expect(forLead.roles.find(({ code }) => code === LEAD)).toMatchObject({ title: "netværksleder", count: 1 });
});

test("an organisation without somebody in a role that each has is told, with how many it needs", async () => {
  const people = "email,role,organisation\nastrid@x.example,networkLead,\nbo@x.example,consultant,Lejre";
  const network = await house.network({ programme: "faellesskabsagenter", people, start: "2014-01-06" });
  const { body } = await house.ask<PeopleJson>("GET", `/api/networks/${network.id}/people`);
  expect(body.missing).toContainEqual(
    expect.objectContaining({ role: "consultant", organisation: "Lejre", have: 1, need: 2 }),
  );
  expect(body.missing).toContainEqual(expect.objectContaining({ role: "leader", organisation: "Lejre", have: 0 }));
});

test("a list is tried out, and nobody has joined by it", async () => {
  const network = await house.network();
  const [core] = network.emails("coreMember") as [string];
  const before = (await network.show()).people;
  const tried = (text: string) =>
    house.ask<RosterJson>("POST", `/api/networks/${network.id}/rosters`, { body: { text, role: "coreMember" } });
  expect((await tried(`Ny <ny@x.example>\n${core}`)).body).toMatchObject({
    people: [
      { name: "Ny", is: "new" },
      { email: core, is: "same" },
    ],
    problems: [],
  });
  expect((await tried("Ny")).body).toMatchObject({ people: [], problems: [{ line: 1 }] });
  expect((await network.show()).people).toEqual(before);
});

test("a person takes all with them that is kept of them, and nothing of others; then they are gone", async () => {
  const people = "email,role\nlone@me.example,networkLead\nkim@me.example,coreMember\npia@me.example,coreMember";
  const network = await house.network({ people });
  const [core, other] = ["kim@me.example", "pia@me.example"];
  await network.do(core, "addDiscovery", { perspective: "citizen", text: "Køen er lang" });
  await network.do(other, "addDiscovery", { perspective: "citizen", text: "Ingen svarer" });
  const as = await network.tokenOf(core);
  const { body } = await house.ask<MyDataJson>("GET", "/api/me/export", { as });
  expect(body).toMatchObject({ person: { email: core }, memberships: [{ network: network.id, role: "coreMember" }] });
  expect(body.contributions).toMatchObject([{ kind: "discovery.added", data: { text: "Køen er lang" } }]);
  expect(JSON.stringify(body)).not.toMatch(new RegExp(`Ingen svarer|${other}`));

  const erase = (confirm: string) => house.ask("POST", "/api/me/erasures", { as, body: { confirm } });
  expect((await erase(other)).body).toMatchObject({ code: "bad-input", errors: [{ path: "confirm" }] });
  expect(await erase(core.toUpperCase())).toMatchObject({ status: 200, body: { networks: [network.id] } });
  expect((await house.ask("GET", "/api/me", { as })).status).toBe(401);
  expect((await network.show()).people.map(({ email }) => email)).not.toContain(core);
});

test("the only one who leads is not erased, and told why", async () => {
  const network = await house.network();
  const [lead] = network.emails(LEAD) as [string];
  const as = await network.tokenOf(LEAD);
  const { status } = await house.ask("POST", "/api/me/erasures", { as, body: { confirm: lead } });
  expect(status).toBe(409);
  expect((await house.ask("GET", "/api/me", { as })).status).toBe(200);
});
