import { expect, test } from "vitest";
import type { Store } from "../../store/open.ts";
import { addMembers, findPersonByEmail, handOver, peopleOf } from "../../store/people.ts";
import { aPerson, givenNetwork } from "./given.ts";

export function peopleCases(store: () => Store): void {
  test("a network's people come with all their roles", async () => {
    const people = [
      aPerson({ roles: ["coDriver", "coreMember"], organisation: "Odense", region: "west" }),
      aPerson({ language: "en" }),
    ];
    const id = await givenNetwork(store(), { people });
    expect(await peopleOf(store(), id)).toEqual(people.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
  });

  test("a person is found by address", async () => {
    const { roles: _, ...person } = aPerson();
    await givenNetwork(store(), { people: [{ ...person, roles: [] }] });
    expect(await findPersonByEmail(store(), ` ${person.email.toUpperCase()} `)).toEqual(person);
    expect(await findPersonByEmail(store(), "nobody@example.org")).toBeUndefined();
  });

  test("a role somebody has already stays as it is", async () => {
    const person = aPerson({ organisation: "Odense" });
    const id = await givenNetwork(store(), { people: [person] });
    await addMembers(store(), id, [{ ...person, organisation: "Vejle", roles: ["participant", "guest"] }]);
    const rows = await store()
      .db.selectFrom("membership")
      .select(["role", "organisation"])
      .where("network_id", "=", id)
      .orderBy("role")
      .execute();
    expect(rows).toEqual([
      { role: "guest", organisation: "Vejle" },
      { role: "participant", organisation: "Odense" },
    ]);
  });

  test("a hand-over moves one role with its organisation", async () => {
    const lead = aPerson({ roles: ["coreMember", "networkLead"], organisation: "Odense" });
    const next = aPerson({ roles: ["coreMember"] });
    const id = await givenNetwork(store(), { people: [lead, next] });
    const change = { networkId: id, role: "networkLead", from: lead.id, to: next.id };
    expect(await handOver(store(), change)).toBe(true);
    const roles = new Map((await peopleOf(store(), id)).map((person) => [person.id, person]));
    expect(roles.get(lead.id)?.roles).toEqual(["coreMember"]);
    expect(roles.get(next.id)).toMatchObject({
      roles: ["coreMember", "networkLead"],
      organisation: "Odense",
    });
    expect(await handOver(store(), change)).toBe(false);
  });

  test("a hand-over to somebody who has the role already ends the other's, and one to oneself changes nothing", async () => {
    const [a, b] = [aPerson(), aPerson()];
    const id = await givenNetwork(store(), { people: [a, b] });
    expect(await handOver(store(), { networkId: id, role: "participant", from: a.id, to: a.id })).toBe(true);
    expect(await peopleOf(store(), id)).toHaveLength(2);
    expect(await handOver(store(), { networkId: id, role: "participant", from: a.id, to: b.id })).toBe(true);
    expect((await peopleOf(store(), id)).map((person) => person.id)).toEqual([b.id]);
  });
}
