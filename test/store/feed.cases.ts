// Calendars that people subscribe to, and what the ledger says changed last.
import { expect, test } from "vitest";
import { createFeed, feedOfSecret, findFeed, lastChanges, listFeeds, revokeFeed } from "../../store/feeds.ts";
import type { Store } from "../../store/open.ts";
import { hashToken } from "../../store/tokens.ts";
import { aPerson, fresh, givenNetwork, T0, written } from "./given.ts";

export function feedCases(store: () => Store): void {
  const given = async () => {
    const [person, other] = [aPerson({ language: "en" }), aPerson()];
    const network = await givenNetwork(store(), { people: [person, other] });
    const feed = (more = {}) => ({
      secret: fresh("secret"),
      personId: person.id,
      whole: false,
      leaveOutFuzzy: false,
      createdAt: T0,
      ...more,
    });
    return { person, other, network, feed };
  };

  test("a feed is kept as the hash of its secret only, and found by it with its person until the person is erased", async () => {
    const { person, network, feed } = await given();
    const asked = feed({ network, whole: true, leaveOutFuzzy: true });
    const { secret, ...kept } = asked;
    const made = await createFeed(store(), asked);
    expect(made).toEqual({ id: hashToken(secret), ...kept });
    expect(await feedOfSecret(store(), secret)).toEqual({ ...made, email: person.email, language: "en" });
    const rows = await store().db.selectFrom("feed").selectAll().where("hash", "=", made.id).execute();
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(await feedOfSecret(store(), made.id)).toBeUndefined();
    await store().db.updateTable("person").set({ email: null, email_key: null }).where("id", "=", person.id).execute();
    expect(await findFeed(store(), made.id)).toEqual({ ...made, language: "en" });
  });

  test("feeds are listed by network, by person and by both, in the order they were made, without revoked ones", async () => {
    const { person, other, network, feed } = await given();
    const [late, early, all, theirs] = [
      await createFeed(store(), feed({ network, createdAt: T0 + 2 })),
      await createFeed(store(), feed({ network, createdAt: T0 + 1 })),
      await createFeed(store(), feed({ createdAt: T0 + 3 })),
      await createFeed(store(), feed({ network, personId: other.id, createdAt: T0 + 4 })),
    ];
    const ids = async (which: object) => (await listFeeds(store(), which)).map(({ id }) => id);
    expect(await ids({ network })).toEqual([early.id, late.id, theirs.id]);
    expect(await ids({ personId: person.id })).toEqual([early.id, late.id, all.id]);
    expect(await ids({ network, personId: other.id })).toEqual([theirs.id]);
    expect(await revokeFeed(store(), late.id, T0 + 5)).toBe(true);
    expect(await ids({ network })).toEqual([early.id, theirs.id]);
  });

  test("a feed is revoked once, and stays so when it is made again", async () => {
    const { feed } = await given();
    const asked = feed();
    const { id } = await createFeed(store(), asked);
    expect(await revokeFeed(store(), id, T0 + 1)).toBe(true);
    expect(await revokeFeed(store(), id, T0 + 2)).toBe(false);
    expect(await revokeFeed(store(), "unknown", T0)).toBe(false);
    await createFeed(store(), asked);
    expect(await findFeed(store(), id)).toMatchObject({ revokedAt: T0 + 1 });
  });

  test("what changed last is told by subject, reminders and other networks left aside", async () => {
    const { network } = await given();
    const other = await givenNetwork(store());
    await written(store(), network, [
      { kind: "item.pinned", subject: "item:m1" },
      { kind: "message.sent", subject: "item:m1", rule: "meeting-invitation" },
      { kind: "message.planned", subject: "item:m1", rule: "meeting-14" },
      { kind: "item.moved", subject: "item:E6/east" },
      { kind: "idea.captured", subject: "idea:i1" },
      { kind: "phase.opened", subject: "phase:design" },
    ]);
    await written(store(), other, [{ kind: "item.pinned", subject: "item:m2" }]);
    expect(await lastChanges(store(), network)).toEqual({
      "item:m1": { seq: 2, at: T0 + 2 },
      "item:E6/east": { seq: 4, at: T0 + 4 },
      "idea:i1": { seq: 5, at: T0 + 5 },
    });
  });
}
