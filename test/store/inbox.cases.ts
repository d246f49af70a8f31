import { expect, test } from "vitest";
import { clearBounced, markBounced } from "../../store/inbox.ts";
import type { Store } from "../../store/open.ts";
import { peopleOf } from "../../store/people.ts";
import { aPerson, givenNetwork } from "./given.ts";

export function inboxCases(store: () => Store): void {
  const bounceOf = async (id: string) =>
    await store().db.selectFrom("person").select(["bounced_at", "bounce"]).where("id", "=", id).executeTakeFirst();

  test("who bounced is among the people, and says so, until a mail is taken again", async () => {
    const [person, other] = [aPerson(), aPerson()];
    const network = await givenNetwork(store(), { people: [person, other] });
    const bounced = async () => (await peopleOf(store(), network)).filter((one) => one.bounced).map(({ id }) => id);
    expect(await markBounced(store(), { personId: person.id, at: 5, why: "550 unknown" })).toBe(person.id);
    expect(await bounced()).toEqual([person.id]);
    expect(await bounceOf(person.id)).toEqual({ bounced_at: 5, bounce: "550 unknown" });
    await clearBounced(store(), [person.id, other.id]);
    expect(await bounced()).toEqual([]);
    expect(await bounceOf(person.id)).toEqual({ bounced_at: null, bounce: null });
  });

  test("a bounce is of an address, whatever its capitals; the first stands, and a stranger's is nobody's", async () => {
    const person = aPerson();
    await givenNetwork(store(), { people: [person] });
    const email = ` ${person.email.toUpperCase()}`;
    expect(await markBounced(store(), { email, at: 5, why: "5.1.1" })).toBe(person.id);
    expect(await markBounced(store(), { email, at: 9, why: "5.7.1" })).toBe(person.id);
    expect(await bounceOf(person.id)).toEqual({ bounced_at: 5, bounce: "5.1.1" });
    expect(await markBounced(store(), { email: "nobody@example.org", at: 5, why: "5.1.1" })).toBeUndefined();
  });
}
