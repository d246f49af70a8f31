import { expect, test } from "vitest";
import { readLedger } from "../../store/ledger.ts";
import type { Store } from "../../store/open.ts";
import {
  CLAIM_LAPSES,
  claimMails,
  countOutbox,
  markFailed,
  markRetry,
  markSent,
  releaseAllClaims,
  releaseClaims,
} from "../../store/outbox.ts";
import { aModel, aPerson, givenMails } from "./given.ts";

export function outboxCases(store: () => Store): void {
  const claim = (by = "me", now = 1000, limit = 1000) => claimMails(store(), { by, now, limit });
  /** Settles what other tests left, so that a claim gets only this test's mails. */
  const emptied = async () => {
    await releaseAllClaims(store());
    await markFailed(
      store(),
      (await claim("broom", Number.MAX_SAFE_INTEGER - CLAIM_LAPSES)).map(({ messageId }) => ({
        messageId,
        response: "",
      })),
    );
  };

  test("a claimed mail has all that sending needs, under an id that never changes", async () => {
    await emptied();
    const reader = aPerson({ language: "en" });
    const network = await givenMails(store(), [reader], { clock: "scaled", weeksPerSecond: 1 });
    const { roles: _, ...who } = reader;
    const messageId = `${network}.1.${reader.id}@fremdrift.invalid`;
    expect(await claim()).toEqual([{ messageId, network, clock: "scaled", model: aModel(), reader: who, attempts: 0 }]);
  });

  test("no mail is claimed twice, also by many at once", async () => {
    await emptied();
    await givenMails(
      store(),
      Array.from({ length: 40 }, () => aPerson()),
    );
    const claims = await Promise.all(["a", "b", "c", "d"].map((by) => claim(by, 1000, 15)));
    const ids = claims.flat().map(({ messageId }) => messageId);
    expect(ids).toHaveLength(40);
    expect(new Set(ids).size).toBe(40);
    expect(await claim()).toEqual([]);
  });

  test("sent, tried again and given up, each at its time", async () => {
    await emptied();
    const people = [aPerson(), aPerson(), aPerson()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const network = await givenMails(store(), people);
    const ids = (await claim()).map(({ messageId }) => messageId) as [string, string, string];
    await markSent(store(), [{ messageId: ids[0], response: "250 ok", at: 1500 }]);
    await markRetry(store(), [{ messageId: ids[1], response: "452 full", nextAt: 5000 }]);
    await markFailed(store(), [{ messageId: ids[2], response: "550 unknown" }]);
    expect(await countOutbox(store(), network)).toEqual({
      queued: 1,
      sending: 0,
      sent: 1,
      failed: 1,
    });
    expect((await readLedger(store(), network))[0]?.deliveries).toEqual([
      { person: people[0]?.id, state: "sent", attempts: 1, sentAt: 1500, response: "250 ok" },
      { person: people[1]?.id, state: "queued", attempts: 1, response: "452 full" },
      { person: people[2]?.id, state: "failed", attempts: 1, response: "550 unknown" },
    ]);
    expect(await claim("me", 4999)).toEqual([]);
    expect(await claim("me", 5000)).toMatchObject([{ messageId: ids[1], attempts: 1 }]);
  });

  test("what a sender held is free again when it is released, or when the claim lapses", async () => {
    await emptied();
    const network = await givenMails(store(), [aPerson()]);
    expect(await claim("dead")).toHaveLength(1);
    expect(await releaseClaims(store(), "another")).toBe(0);
    expect(await releaseClaims(store(), "dead")).toBe(1);
    expect(await claim("dead", 2000)).toHaveLength(1);
    expect(await releaseAllClaims(store())).toBe(1);
    expect(await claim("dead", 3000)).toHaveLength(1);
    expect(await claim("me", 3000 + CLAIM_LAPSES - 1)).toEqual([]);
    expect(await claim("me", 3000 + CLAIM_LAPSES)).toHaveLength(1);
    expect(await countOutbox(store(), network)).toMatchObject({ sending: 1 });
  });

  test("a mail that was sent stays sent, whatever a late sender says", async () => {
    await emptied();
    const network = await givenMails(store(), [aPerson()]);
    const [mail] = await claim();
    const messageId = mail?.messageId ?? "";
    await markSent(store(), [{ messageId, response: "250", at: 1 }]);
    await markRetry(store(), [{ messageId, response: "421", nextAt: 2 }]);
    expect(await countOutbox(store(), network)).toMatchObject({ sent: 1, queued: 0 });
  });
}
