// Texts sealed with their author's key, and what is left of them when it is destroyed.
import { expect, test } from "vitest";
import type { Store } from "../../store/open.ts";
import { erase } from "../../store/people.ts";
import { openTexts, sealTexts } from "../../store/sealed.ts";
import { aPerson, givenNetwork } from "./given.ts";

export function sealedCases(store: () => Store): void {
  const trigger = (by: string, data: object, type = "moveItem") => ({ type, by, data: data as Record<string, never> });
  const DATA = {
    item: "m1",
    start: 1,
    reason: "Sygdom «⟦»",
    sessions: [{ id: "east", place: "Sal 2" }],
    title: { da: "Å", en: "B" },
  };

  test("what somebody wrote is sealed wherever it stands, and nothing else; opened it is the same", async () => {
    const person = aPerson();
    const network = await givenNetwork(store(), { people: [person] });
    const [one, two] = await sealTexts(store(), network, [
      trigger(person.id, DATA),
      trigger(person.id, { item: "m1" }),
    ]);
    const text = JSON.stringify(one);
    for (const word of ["Sygdom", "Sal 2", "Å", '"B"']) expect(text).not.toContain(word);
    expect(one).toMatchObject({ type: "moveItem", data: { item: "m1", start: 1, sessions: [{ id: "east" }] } });
    expect(two).toEqual(trigger(person.id, { item: "m1" }));
    expect(await openTexts(store(), network, one)).toEqual(trigger(person.id, DATA));
    // Also within a longer text, as a refusal has it, and in what was never sealed.
    const within = { why: `«${String(one!.data["reason"])}» er taget`, n: null };
    expect(await openTexts(store(), network, within)).toEqual({ why: "«Sygdom «⟦»» er taget", n: null });
    expect(await openTexts(store(), network, undefined)).toBeUndefined();
  });

  test("to whom an idea goes is sealed; a decision's candidates, which are compared, are not", async () => {
    const network = await givenNetwork(store());
    const [sealed] = await sealTexts(store(), network, [
      trigger("administrator", { idea: "i1", to: "Kim Holm", due: "2027-01-01" }, "decide"),
    ]);
    expect(JSON.stringify(sealed)).not.toContain("Kim");
    const choosing = trigger("administrator", { item: "D1", choices: ["Odense"] }, "decide");
    expect(await sealTexts(store(), network, [choosing])).toEqual([choosing]);
  });

  test("it opens only as its author's, in its network; what only looks like it stays", async () => {
    const [kim, bo] = [aPerson(), aPerson()];
    const network = await givenNetwork(store(), { people: [kim, bo] });
    const other = await givenNetwork(store());
    const [one] = await sealTexts(store(), network, [trigger(kim.id, { reason: "Sygdom" })]);
    await sealTexts(store(), network, [trigger(bo.id, { reason: "Andet" })]);
    const token = String(one!.data["reason"]);
    expect(await openTexts(store(), other, token)).toBe(token);
    const forged = token.replace(kim.id, bo.id);
    expect(await openTexts(store(), network, forged)).toBe(forged);
  });

  test("erased with their texts, a person's words are gone for good; erased without, they are not, and nobody else's ever", async () => {
    const [kim, bo, eva] = [aPerson(), aPerson(), aPerson()];
    const network = await givenNetwork(store(), { people: [kim, bo, eva] });
    const sealed = await sealTexts(
      store(),
      network,
      [kim, bo, eva].map(({ id, name }) => trigger(id, { reason: name })),
    );
    await erase(store(), kim.id, 1, { texts: "removed" });
    await erase(store(), bo.id, 1);
    const left = (await openTexts(store(), network, sealed)).map(({ data }) => data["reason"]);
    expect(left).toEqual(["…", bo.name, eva.name]);
    const keys = await store()
      .db.selectFrom("person_key")
      .select("person_id")
      .where("person_id", "=", kim.id)
      .execute();
    expect(keys).toEqual([]);
  });
}
