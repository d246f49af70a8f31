import { expect, test } from "vitest";
import { clearBounced, failBack, markBounced, noteRead, outcomeOf, toldOf } from "../../store/inbox.ts";
import { inTransaction, type Store } from "../../store/open.ts";
import { countOutbox } from "../../store/outbox.ts";
import { peopleOf } from "../../store/people.ts";
import { aModel, aPerson, fresh, givenMails, givenNetwork, written } from "./given.ts";

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

  test("a mail is new until it is noted, and what it came to first stands", async () => {
    const messageId = fresh("mail");
    expect(await outcomeOf(store(), messageId)).toBeUndefined();
    await noteRead(store(), { messageId, at: 1, outcome: "accepted" });
    await noteRead(store(), { messageId, at: 2, outcome: "old" });
    expect(await outcomeOf(store(), messageId)).toBe("accepted");
  });

  test("what a person was told of a meeting comes in order, of the whole and of its parts, and of no other", async () => {
    const [person, other] = [aPerson(), aPerson()];
    const network = await givenNetwork(store(), { people: [person, other] });
    const subjects = ["item:m1", "item:m1/east", "item:m10", "item:m2/m1", "item:m1"];
    await written(
      store(),
      network,
      subjects.map(() => ({ kind: "message.sent" as const })),
      {
        deliveries: [
          ...subjects.map((subject, i) => ({
            seq: i + 1,
            person: person.id,
            model: aModel({ subject, rule: i === 4 ? "meeting-7" : "meeting-invitation", sequence: i + 1 }),
          })),
          { seq: 1, person: other.id, model: aModel({ subject: "item:m1", rule: "meeting-invitation", sequence: 9 }) },
        ],
      },
    );
    const told = await toldOf(store(), { network, person: person.id, item: "m1", rules: ["meeting-invitation"] });
    expect(told.map(({ subject, sequence }) => [subject, sequence])).toEqual([
      ["item:m1", 1],
      ["item:m1/east", 2],
    ]);
  });

  test("a mail that was sent comes back once; one that is still to go does not", async () => {
    const person = aPerson();
    const network = await givenMails(store(), [person]);
    const messageId = `${network}.1.${person.id}@fremdrift.invalid`;
    const back = () => inTransaction(store(), (tx) => failBack(tx, { messageId, at: 7, why: "5.1.1 unknown" }));
    const setState = (state: "sent" | "queued") =>
      store().db.updateTable("outbox").set({ state }).where("message_id", "=", messageId).execute();
    expect(await back()).toBeUndefined();
    await setState("sent");
    expect(await back()).toEqual({
      network,
      clock: "real",
      seq: 1,
      person: person.id,
      email: person.email,
      subject: "item:m1",
      rule: "meeting.invitation",
      response: "5.1.1 unknown",
      at: 7,
    });
    expect(await back()).toBeUndefined();
    expect(await countOutbox(store(), network)).toMatchObject({ failed: 1, sent: 0 });
  });

  test("who is added to a network by an address that bounced may have a new mailbox there", async () => {
    const person = aPerson();
    const network = await givenNetwork(store(), { people: [person] });
    await markBounced(store(), { personId: person.id, at: 5, why: "550" });
    const { roles: _, ...who } = person;
    await written(store(), network, [{ kind: "person.joined" }], {
      members: [{ do: "join", person: { ...who, roles: ["guest"] } }],
    });
    expect(await bounceOf(person.id)).toEqual({ bounced_at: null, bounce: null });
  });
}
