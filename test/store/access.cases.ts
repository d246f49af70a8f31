import { expect, test } from "vitest";
import type { Contribution } from "../../machines/ledger.ts";
import { admit } from "../../store/access.ts";
import { findAnswer, forgetAnswers, keepAnswers, saveAnswers, type Answer } from "../../store/idempotency.ts";
import { inTransaction, type Store } from "../../store/open.ts";
import { createToken, findTokens, hashToken, revokeToken } from "../../store/tokens.ts";
import { aPerson, fresh, givenNetwork, T0, written } from "./given.ts";

export function accessCases(store: () => Store): void {
  const token = (more = {}) => createToken(store(), { token: fresh("secret"), label: "cli", createdAt: T0, ...more });
  const anAnswer = (more: Partial<Answer> = {}): Answer => ({
    scope: fresh("s"),
    key: "k",
    bodyHash: "h",
    status: 200,
    response: { ok: [1] },
    createdAt: T0,
    ...more,
  });

  test("a token is kept as its SHA-256 only, and found until it is revoked", async () => {
    const person = aPerson();
    await givenNetwork(store(), { people: [person] });
    const secret = fresh("secret");
    const hash = await token({ token: secret, personId: person.id });
    const admin = await token({ admin: true, label: "first" });
    expect(hashToken("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    expect(JSON.stringify(await store().db.selectFrom("token").selectAll().execute())).not.toContain(secret);
    const found = await findTokens(store(), [hash, admin, "unknown"], T0);
    expect(found.toSorted((a, b) => a.label.localeCompare(b.label))).toEqual([
      { hash, label: "cli", admin: false, personId: person.id, email: person.email },
      { hash: admin, label: "first", admin: true },
    ]);
    expect(await revokeToken(store(), hash, T0)).toBe(true);
    expect(await revokeToken(store(), hash, T0)).toBe(false);
    expect(await findTokens(store(), [hash], T0)).toEqual([]);
    expect(await admit(store(), [{ hash, at: T0 }])).toEqual([{ roles: [] }]);
  });

  test("one look answers for many requests, in their order", async () => {
    const person = aPerson({ roles: ["coDriver", "coreMember"] });
    const people = [person, aPerson({ roles: ["networkLead"] })];
    const id = await givenNetwork(store(), { people, clock: "stepped" });
    const [hash, admin] = [await token({ personId: person.id }), await token({ admin: true })];
    await saveAnswers(store(), [
      anAnswer({ scope: person.id, key: "a" }),
      anAnswer({ scope: admin, key: "b", status: null, response: null }),
    ]);
    const principal = {
      id: person.id,
      personId: person.id,
      name: person.name,
      email: person.email,
      language: person.language,
      label: "cli",
      admin: false,
    };
    const network = { id, clock: "stepped", now: T0, seq: 0, n: 0, madeBy: "root" };
    const roles = ["coDriver", "coreMember"];
    const requests = [
      { hash, network: id, key: "a" },
      { hash, network: id, key: "b" },
      { hash: "unknown", network: id, key: "a" },
      { hash: admin, network: "none", key: "b" },
      { hash },
    ].map((request) => ({ ...request, at: T0 }));
    expect(await admit(store(), requests)).toEqual([
      { principal, roles, network, answer: { bodyHash: "h", status: 200, response: { ok: [1] } } },
      { principal, roles, network },
      { roles: [], network },
      {
        principal: { id: admin, label: "cli", admin: true },
        roles: [],
        answer: { bodyHash: "h", status: null, response: null },
      },
      { principal, roles: [] },
    ]);
  });

  test("who last named whom to stand in is told to people of the network, of those who are in it", async () => {
    const [ida, bo, eva, other] = [aPerson(), aPerson({ roles: ["coreMember"] }), aPerson(), aPerson()];
    const id = await givenNetwork(store(), { people: [ida, bo, eva], clock: "stepped" });
    const hash = await token({ personId: bo.id });
    expect((await admit(store(), [{ hash, at: T0, network: id }]))[0]).not.toHaveProperty("standIns");
    const named = (person: string, substitute: string): Contribution => ({
      kind: "substitute.named",
      person,
      key: fresh("k"),
      at: T0,
      data: { substitute, from: "2027-01-01", to: "2027-02-01" },
    });
    const contributions = [named(ida.id, eva.id), named(ida.id, bo.id), named(bo.id, other.id)];
    await written(store(), id, [], { contributions });
    const [admission] = await admit(store(), [{ hash, at: T0, network: id }]);
    const { standIns } = admission!;
    expect(standIns?.named.find(({ person }) => person === ida.id)?.data).toMatchObject({ substitute: bo.id });
    expect(standIns?.named).toHaveLength(2);
    expect(standIns?.people.map((one) => one.id).toSorted()).toEqual([ida.id, bo.id].toSorted());
    expect(standIns?.people.find((one) => one.id === bo.id)).toEqual({
      id: bo.id,
      email: bo.email,
      roles: ["coreMember"],
    });
  });

  test("an answer that was begun is completed by the same body only, and one that stands is never changed", async () => {
    const begun = anAnswer({ status: null, response: null });
    await saveAnswers(store(), [begun]);
    await expect(saveAnswers(store(), [{ ...begun, bodyHash: "other", status: 200 }])).rejects.toMatchObject({
      code: "repeated",
    });
    const done = { ...begun, status: 201, response: { id: 1 } };
    await saveAnswers(store(), [done]);
    expect(await findAnswer(store(), begun.scope, begun.key)).toEqual(done);
    const new_ = anAnswer();
    const both = [new_, { ...done, status: 500 }];
    await expect(inTransaction(store(), (tx) => saveAnswers(tx, both))).rejects.toMatchObject({ code: "repeated" });
    expect(await findAnswer(store(), begun.scope, begun.key)).toEqual(done);
    expect(await findAnswer(store(), new_.scope, new_.key)).toBeUndefined();
  });

  test("of answers with one key the first is kept; those beside it are kept too, or none where all must be new", async () => {
    const [one, two, three] = [anAnswer(), anAnswer(), anAnswer()];
    const again = { ...one, response: { ok: "again" } };
    await expect(inTransaction(store(), (tx) => saveAnswers(tx, [two, one, again]))).rejects.toMatchObject({
      code: "repeated",
    });
    expect(await findAnswer(store(), two.scope, two.key)).toBeUndefined();
    expect(await keepAnswers(store(), [one])).toBe(1);
    expect(await keepAnswers(store(), [again, two, three, three])).toBe(2);
    expect(await findAnswer(store(), one.scope, one.key)).toEqual(one);
    expect(await findAnswer(store(), three.scope, three.key)).toEqual(three);
  });

  test("old answers are forgotten", async () => {
    const [old, young] = [anAnswer({ createdAt: 10 }), anAnswer({ createdAt: 20 })];
    await saveAnswers(store(), [old, young]);
    expect(await forgetAnswers(store(), 20)).toBe(1);
    expect(await findAnswer(store(), old.scope, old.key)).toBeUndefined();
    expect(await findAnswer(store(), young.scope, young.key)).toEqual(young);
  });
}
