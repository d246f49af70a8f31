import { expect, test } from "vitest";
import { createNetwork, getNetwork, listNetworks, memberOf, scaledNetworks, setNow } from "../../store/networks.ts";
import type { Store } from "../../store/open.ts";
import { peopleOf } from "../../store/people.ts";
import { markDone, nextStep, scriptOf } from "../../store/scripts.ts";
import { noteTold, toldOf } from "../../store/told.ts";
import { aNetwork, aPerson, aView, fresh, givenNetwork, T0, written } from "./given.ts";

export function networkCases(store: () => Store): void {
  test("a network comes back as it was made", async () => {
    const network = aNetwork({ clock: "scaled", weeksPerSecond: 0.5, key: fresh("k") });
    expect(await createNetwork(store(), network)).toEqual({
      id: network.id,
      created: true,
      ids: new Map(),
    });
    const { id, title, plan, view } = network;
    const facts = {
      clock: "scaled",
      weeksPerSecond: 0.5,
      startedAt: T0,
      createdAt: T0,
      createdBy: "root",
      seq: 0,
      n: 0,
      now: T0,
    };
    expect(await getNetwork(store(), id)).toEqual({
      id,
      title,
      plan,
      view,
      programmeId: "proeve",
      ...facts,
    });
    expect(await getNetwork(store(), "none")).toBeUndefined();
  });

  test("its phases stand as rows with their planned days", async () => {
    const id = await givenNetwork(store());
    const rows = await store().db.selectFrom("phase").selectAll().where("network_id", "=", id).orderBy("id").execute();
    const nothing = {
      network_id: id,
      state: "waiting",
      planned_from: null,
      planned_to: null,
      opened_at: null,
      closed_at: null,
    };
    expect(rows).toEqual([
      { ...nothing, id: "design", planned_from: "2027-03-01", planned_to: "2027-03-21" },
      { ...nothing, id: "test" },
    ]);
  });

  test("the same creation asked for again, also at once, is the first one", async () => {
    const key = fresh("k");
    const asked = await Promise.all(
      [1, 2, 3].map(() => createNetwork(store(), aNetwork({ key, people: [aPerson()] }))),
    );
    expect(new Set(asked.map(({ id }) => id)).size).toBe(1);
    expect(asked.filter(({ created }) => created)).toHaveLength(1);
    const other = await createNetwork(store(), aNetwork({ key, by: "another" }));
    expect(other.created).toBe(true);
  });

  test("people are recognised by address, whatever its capitals, and keep their id and name", async () => {
    const known = aPerson({ email: `${fresh("Søren.Å")}@Example.org`, name: "Søren" });
    await givenNetwork(store(), { people: [known] });
    const again = aPerson({
      email: known.email.toUpperCase(),
      name: "S.",
      roles: ["networkLead", "coreMember"],
      region: "east",
    });
    const { id, ids } = await createNetwork(store(), aNetwork({ people: [again] }));
    expect(ids).toEqual(new Map([[again.id, known.id]]));
    expect(await peopleOf(store(), id)).toEqual([{ ...known, roles: ["coreMember", "networkLead"], region: "east" }]);
    expect(await memberOf(store(), id, known.id)).toEqual(["coreMember", "networkLead"]);
    expect(await memberOf(store(), id, "nobody")).toEqual([]);
  });

  test("many creations with the same people at once do not block each other", async () => {
    const emails = Array.from({ length: 20 }, () => `${fresh("crowd")}@example.org`);
    const crowd = (order: string[]) => order.map((email) => aPerson({ email }));
    const orders = [emails, emails.toReversed(), emails, emails.toReversed()];
    const made = await Promise.all(orders.map((order) => createNetwork(store(), aNetwork({ people: crowd(order) }))));
    const people = await Promise.all(made.map(({ id }) => peopleOf(store(), id)));
    expect(new Set(people.flat().map(({ id }) => id)).size).toBe(20);
  });

  test("a person's networks are those with a role in them, in the order they were made", async () => {
    const person = aPerson({ roles: ["guest", "coreMember"] });
    const [second, first] = [
      await givenNetwork(store(), { people: [person], createdAt: T0 + 1 }),
      await givenNetwork(store(), { people: [person], startedAt: T0 + 2 }),
    ];
    await givenNetwork(store());
    expect((await listNetworks(store(), { personId: person.id })).map(({ id }) => id)).toEqual([first, second]);
    expect((await listNetworks(store())).length).toBeGreaterThanOrEqual(3);
  });

  test("a network's clock goes on, never back", async () => {
    const id = await givenNetwork(store());
    await setNow(store(), id, T0 + 5);
    await setNow(store(), id, T0 + 3);
    expect(await getNetwork(store(), id)).toMatchObject({ now: T0 + 5, view: { now: T0 + 5 } });
  });

  test("the pacer finds networks on the scaled clock until they end, and plays their script in order", async () => {
    const script = [1, 2].map((i) => ({ at: T0 + i, trigger: { type: `t${i}` } }));
    const id = await givenNetwork(store(), { clock: "scaled", weeksPerSecond: 2, script });
    const playing = async () => (await scaledNetworks(store())).find((network) => network.id === id);
    expect(await playing()).toMatchObject({ weeksPerSecond: 2 });
    expect(await nextStep(store(), id)).toEqual({ i: 0, at: T0 + 1, trigger: { type: "t1" } });
    await markDone(store(), id, 0, { ok: true });
    expect(await nextStep(store(), id)).toMatchObject({ i: 1 });
    await markDone(store(), id, 1, { ok: false });
    expect(await nextStep(store(), id)).toBeUndefined();
    expect((await scriptOf(store(), id)).map(({ outcome }) => outcome)).toEqual([{ ok: true }, { ok: false }]);
    await written(store(), id, [{ kind: "network.ended" }], {
      view: aView({ ended: { at: T0 + 9, outcome: "spread" } }),
    });
    expect(await playing()).toBeUndefined();
  });

  test("how far anybody was told that it has come never goes back", async () => {
    const [one, other, untold] = [
      await givenNetwork(store()),
      await givenNetwork(store()),
      await givenNetwork(store()),
    ];
    await noteTold(store(), [
      { network: one, n: 3 },
      { network: other, n: 1 },
      { network: one, n: 5 },
    ]);
    await noteTold(store(), [{ network: one, n: 4 }]);
    expect(await toldOf(store(), [other, one, untold])).toEqual([1, 5, 0]);
  });
}
