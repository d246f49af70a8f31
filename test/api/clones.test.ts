// A new network from one that has run, over the API and on a real Temporal.
import { expect, test } from "vitest";
import type { MadeJson } from "../../api/clones.ts";
import type { ProblemJson } from "../../api/shapes.ts";
import { samplePeople } from "../../library/programmes.ts";
import { getNetwork } from "../../store/networks.ts";
import { useHouse, type TestNetwork } from "../support/house.ts";

const house = useHouse();

const clone = async (from: string, more: object = {}, key?: string) =>
  await house.ask<MadeJson & ProblemJson>("POST", "/api/networks", {
    body: { from, start: "2028-01-31", clock: "stepped", ...more },
    ...(key !== undefined && { key }),
  });

async function changed(): Promise<TestNetwork> {
  const network = await house.network();
  await network.do("networkLead", "pinItem", { item: "m1", start: "2027-03-18T09:00", end: "2027-03-18T12:00" });
  await network.do("networkLead", "cancelItem", { item: "m5" });
  await network.do("networkLead", "addItem", {
    id: "ekstra",
    kind: "meeting",
    title: "Ekstra",
    audience: ["coreMember"],
    start: "2027-04-01T10:00",
    reason: "Behov",
  });
  return network;
}

test("takes the plan as it stands, moved to the new start, and its people where that is asked", async () => {
  const network = await changed();
  const [gone] = network.emails("participant");
  await network.do("networkLead", "removePerson", { person: gone });

  const made = await clone(network.id, { withPeople: true, title: "Næste hold" });
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({ programme: "innovationsnetvaerk", start: "2028-01-31", title: "Næste hold" });
  const emails = made.body.people.map(({ email }) => email);
  expect([emails.includes(gone!), emails.includes(network.emails("networkLead")[0]!)]).toEqual([false, true]);
  const people = (await network.show()).people.toSorted((a, b) => a.email.localeCompare(b.email));
  expect(made.body.people.toSorted((a, b) => a.email.localeCompare(b.email))).toEqual(people);

  await house.ask("POST", `/api/networks/${made.body.id}/steps`, { body: { until: "2028-02-01" } });
  const show = (await house.ask<MadeJson>("GET", `/api/networks/${made.body.id}`)).body;
  expect(show.state.items["m1"]).toMatchObject({ state: "pinned", start: "2028-03-16T09:00:00+01:00" });
  expect(show.state.items["ekstra"]).toMatchObject({ state: "pinned", start: "2028-03-30T10:00:00+02:00" });
  expect(show.state.items["m5"]).toBeUndefined();
  const said = (await house.ask<{ kind: string; subject: string }[]>("GET", `/api/networks/${made.body.id}/ledger`))
    .body;
  const invited = said.filter(({ kind, subject }) => kind === "message.sent" && subject === "item:m1");
  expect(invited).toHaveLength(1);
});

test("takes nobody where it is not asked, though somebody has to lead; keeps organisations, and leaves the earlier network as it was", async () => {
  const csv = "name,email,role,organisation\nAda,ada@example.org,networkLead,Nord\nBo,bo@example.org,coreMember,Syd\n";
  const network = await house.network({ people: csv });
  await network.do("networkLead", "openPhase", { phase: "qualification" });
  const before = await network.ledger();
  expect((await clone(network.id)).status).toBe(422);
  const alone = await clone(network.id, { people: "name,email,role\nIb,ib@example.org,networkLead\n" });
  expect([alone.status, alone.body.people.map(({ name }) => name)]).toEqual([201, ["Ib"]]);
  const taken = await clone(network.id, { withPeople: true });
  const again = await clone(taken.body.id, { withPeople: true, start: "2029-01-29" });
  expect(again.body.people.map(({ name }) => name).toSorted()).toEqual(["Ada", "Bo"]);
  const places = await house.store.db
    .selectFrom("membership")
    .where("network_id", "=", again.body.id)
    .select(["role", "organisation"])
    .orderBy("role")
    .execute();
  expect(places).toEqual([
    { role: "coreMember", organisation: "Syd" },
    { role: "networkLead", organisation: "Nord" },
  ]);
  expect(await network.ledger()).toEqual(before);
});

test("tells the days that do not fit, and keeps weekdays where that is asked", async () => {
  const people = await samplePeople("partnerskab");
  const network = await house.network({ programme: "partnerskab", start: "2027-08-27", people: people! });
  const made = await clone(network.id, { start: "2028-08-27", withPeople: true });
  expect(made.body.conflicts).toEqual([
    { id: "m1", date: "2028-08-27", why: "weekend", proposal: "2028-08-28" },
    { id: "m3", date: "2028-10-29", why: "weekend", proposal: "2028-10-30" },
  ]);
  const kept = await clone(network.id, { start: "2028-08-27", withPeople: true, keepWeekdays: true });
  expect([kept.body.start, kept.body.conflicts]).toEqual(["2028-08-25", []]);
});

test("happens once for a key, and is refused in words where it cannot be", async () => {
  const network = await house.network();
  const [one, same] = [
    await clone(network.id, { withPeople: true }, "k1"),
    await clone(network.id, { withPeople: true }, "k1"),
  ];
  expect([one.status, same.body]).toEqual([201, one.body]);
  const wrong = async (from: string, more: object) => {
    const { status, body } = await clone(from, more);
    return [status, body.errors?.map(({ path }) => path)];
  };
  expect(await wrong("nowhere", {})).toEqual([422, ["from"]]);
  expect(await wrong(network.id, { start: "2028-02-30" })).toEqual([422, ["start"]]);
  expect(await wrong(network.id, { clock: "real", start: "2020-01-01" })).toEqual([422, ["start"]]);
  expect(await wrong(network.id, { withPeople: true, people: "name,email,role\n" })).toEqual([422, ["people"]]);
  expect(await wrong(network.id, { programme: "partnerskab" })).toEqual([422, ["from"]]);
  const lead = await network.tokenOf("networkLead");
  expect(
    (await house.ask("POST", "/api/networks", { as: lead, body: { from: network.id, start: "2028-01-31" } })).status,
  ).toBe(403);
});

test("a network keeps its own copy: a programme that has changed since does not change it", async () => {
  const network = await house.network();
  const plan = (await getNetwork(house.store, network.id))!.plan;
  const { list } = house.parts.library;
  const shipped = await list();
  house.parts.library.list = () =>
    Promise.resolve(
      shipped.map((programme) => ({
        ...programme,
        version: programme.version + 1,
        items: programme.items.filter(({ id }) => id !== "m2").map((item) => ({ ...item, when: { week: 3 } })),
        rights: { ...programme.rights, pinItem: [] },
      })),
    );
  house.restartApi();
  try {
    await network.do("networkLead", "pinItem", { item: "m2", start: "2027-04-06T09:00" });
    const made = await clone(network.id, { withPeople: true });
    expect((await getNetwork(house.store, network.id))!.plan).toEqual(plan);
    expect((await getNetwork(house.store, made.body.id))!.plan.intervals["m2"]).toMatchObject({ from: "2028-04-04" });
    const fresh = await house.network();
    expect((await fresh.trigger("networkLead", "pinItem", { item: "m1", start: "2027-04-06" })).status).toBe(403);
  } finally {
    house.parts.library.list = list;
    house.restartApi();
  }
});
