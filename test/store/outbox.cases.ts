import { describe, expect, test } from "vitest";
import { sql } from "kysely";
import type { MailModel } from "../../machines/ledger.ts";
import type { Person } from "../../programmes/types.ts";
import { readLedger } from "../../store/ledger.ts";
import type { Store } from "../../store/open.ts";
import {
  CLAIM_LAPSES,
  claimDigests,
  claimMails,
  countOutbox,
  putBackMails,
  releaseAllClaims,
  releaseClaims,
  releaseDeadClaims,
  settleMails,
} from "../../store/outbox.ts";
import { erase } from "../../store/people.ts";
import { setPreferences } from "../../store/preferences.ts";
import type { Clock } from "../../store/schema.ts";
import { senderName } from "../../store/sender-name.ts";
import { aModel, aPerson, givenMails, givenNetwork, T0, written } from "./given.ts";

export function outboxCases(store: () => Store): void {
  const claim = (by = "me", now = 1000, limit = 1000) => claimMails(store(), { by, now, limit });
  /** Settles what other tests left, so that a claim gets only this test's mails. */
  const emptied = async () => {
    await releaseAllClaims(store());
    const end = Number.MAX_SAFE_INTEGER - CLAIM_LAPSES;
    const left = [
      ...(await claim("broom", end)),
      ...(await claimDigests(store(), { by: "broom", now: end, limit: 1000 })),
    ];
    await settleMails(
      store(),
      left.map(({ messageId }) => ({ messageId, state: "sent", at: 1, response: "" })),
    );
  };

  test("a claimed mail has all that sending needs, under an id that never changes", async () => {
    await emptied();
    const reader = aPerson({ language: "en" });
    const network = await givenMails(store(), [reader], { clock: "scaled", weeksPerSecond: 1 });
    const { roles: _, ...who } = reader;
    const messageId = `${network}.1.${reader.id}@fremdrift.invalid`;
    expect(await claim()).toEqual([
      { messageId, network, clock: "scaled", model: aModel(), reader: who, attempts: 0, audience: null },
    ]);
  });

  test("a mail to who stands in for others has their names as they are when it goes, and nobody's who was erased", async () => {
    await emptied();
    const [ida, bo, eva] = [aPerson(), aPerson({ name: "Bo" }), aPerson()];
    const actsFor = { [ida.id]: [bo.id, eva.id] };
    const network = await givenNetwork(store(), { people: [ida, bo, eva] });
    const deliveries = [ida, bo].map(({ id }) => ({ seq: 1, person: id, model: aModel({ actsFor }) }));
    await written(store(), network, [{}], { deliveries });
    await erase(store(), eva.id, 1);
    const told = new Map((await claim()).map(({ reader, model }) => [reader.id, model.insteadOf]));
    expect(told).toEqual(
      new Map([
        [ida.id, ["Bo"]],
        [bo.id, undefined],
      ]),
    );
  });

  test("whoever has a point of an agenda stands in the mail by the name of today, and nobody who was erased", async () => {
    await emptied();
    const [ida, eva] = [aPerson({ name: "Ida" }), aPerson()];
    const agenda = [
      { title: "Først", person: ida.id },
      { title: "Så", person: eva.id },
      { title: "Sidst", who: "En gæst" },
    ];
    const network = await givenNetwork(store(), { people: [ida, eva] });
    await written(store(), network, [{}], { deliveries: [{ seq: 1, person: ida.id, model: aModel({ agenda }) }] });
    await erase(store(), eva.id, 1);
    expect((await claim()).map(({ model }) => model.agenda)).toEqual([
      [{ title: "Først", who: "Ida" }, { title: "Så" }, { title: "Sidst", who: "En gæst" }],
    ]);
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
    await settleMails(store(), [
      { messageId: ids[0], state: "sent", response: "250 ok", at: 1500 },
      { messageId: ids[1], state: "queued", response: "452 full", at: 5000 },
      { messageId: ids[2], state: "failed", response: "550 unknown", at: 1600 },
    ]);
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
    await settleMails(store(), [{ messageId, state: "sent", response: "250", at: 1 }]);
    await settleMails(store(), [{ messageId, state: "queued", response: "421", at: 2 }]);
    await settleMails(store(), [{ messageId, state: "failed", response: "550", at: 2 }]);
    expect(await countOutbox(store(), network)).toMatchObject({ sent: 1, queued: 0, failed: 0 });
    expect((await readLedger(store(), network)).map(({ kind }) => kind)).toEqual(["message.sent"]);
  });

  test("a mail that was given to others while it was sent is sent all the same", async () => {
    await emptied();
    const network = await givenMails(store(), [aPerson()]);
    const [mail] = await claim("slow");
    await releaseAllClaims(store());
    await settleMails(store(), [{ messageId: mail?.messageId ?? "", state: "sent", response: "250", at: 1 }]);
    expect(await countOutbox(store(), network)).toMatchObject({ sent: 1, queued: 0 });
  });

  test("what is put back, and what a sender holds without knowing, is due again; what it knows of is not", async () => {
    await emptied();
    await givenMails(store(), [aPerson(), aPerson(), aPerson()]);
    const [first, second, third] = await claim("me");
    await putBackMails(store(), [first?.messageId ?? ""]);
    expect(await releaseClaims(store(), "me", [second?.messageId ?? ""])).toBe(1);
    const again = (await claim("other")).map(({ messageId }) => messageId);
    expect(again.toSorted()).toEqual([first?.messageId, third?.messageId].toSorted());
  });

  test("a mail that was given up stands in its network's ledger, of the one person, with what the server said", async () => {
    await emptied();
    const people = [aPerson(), aPerson()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const network = await givenMails(store(), people);
    const [mail] = await claim();
    const response = "550 5.1.1 unknown";
    await settleMails(store(), [
      { messageId: mail?.messageId ?? "", state: "failed", response, at: 9000, bounced: true },
    ]);
    expect((await readLedger(store(), network)).at(-1)).toMatchObject({
      seq: 2,
      at: 9000,
      kind: "message.failed",
      subject: "item:m1",
      rule: "meeting.invitation",
      to: [`person:${people[0]?.id}`],
      reason: response,
      data: { seq: 1 },
    });
    const bounced = await store().db.selectFrom("person").select("bounce").where("id", "=", people[0]!.id).execute();
    expect(bounced).toEqual([{ bounce: response }]);
  });

  test("what fails in a rehearsal is told by the network's own clock, and is nobody's bounce", async () => {
    await emptied();
    const person = aPerson();
    const network = await givenMails(store(), [person], { clock: "stepped" });
    const [mail] = await claim();
    await settleMails(store(), [
      { messageId: mail?.messageId ?? "", state: "failed", response: "550", at: 9000, bounced: true },
    ]);
    expect((await readLedger(store(), network)).at(-1)).toMatchObject({ kind: "message.failed", at: T0 });
    const bounced = await store().db.selectFrom("person").select("bounce").where("id", "=", person.id).execute();
    expect(bounced).toEqual([{ bounce: null }]);
  });

  describe("a daily mail", () => {
    const morning = Date.UTC(2027, 2, 2, 6);
    const at = Date.UTC(2027, 2, 1, 8);
    const digests = (now: number, by = "me", limit = 1000) => claimDigests(store(), { by, now, limit });
    const wants = (id: string) => setPreferences(store(), id, { digest: true });
    const reminded = async (people: Person[], more: Partial<MailModel>, clock: Clock = "real") => {
      const network = await givenNetwork(store(), { people, clock, ...(clock === "scaled" && { weeksPerSecond: 1 }) });
      for (const { id } of people) await wants(id);
      const model = aModel({ rule: "meeting-7", at, start: at + 7 * 86_400_000, ...more });
      const deliveries = people.map(({ id }) => ({ seq: 1, person: id, model }));
      await written(store(), network, [{ kind: "message.sent" }], { deliveries });
      return network;
    };

    test("takes the reminders of all networks together, at seven in the morning where they are", async () => {
      await emptied();
      const person = aPerson();
      const networks = [await reminded([person], {}), await reminded([person], { rule: "homework-lead" })];
      expect(await claim("me", morning)).toEqual([]);
      expect(await digests(morning - 1)).toEqual([]);
      const mails = await digests(morning);
      expect(mails.map(({ network }) => network).toSorted()).toEqual(networks.toSorted());
      expect(new Set(mails.map(({ reader }) => reader.id))).toEqual(new Set([person.id]));
      expect(await digests(morning)).toEqual([]);
    });

    test("does not wait with news, with what would be over, or in a rehearsal", async () => {
      await emptied();
      await reminded([aPerson()], { rule: "meeting-invitation" });
      await reminded([aPerson()], { rule: "decision-requested" });
      await reminded([aPerson()], { start: morning - 1 });
      await reminded([aPerson()], { start: undefined as never, deadline: morning });
      await reminded([aPerson()], {}, "scaled");
      expect(await digests(morning)).toEqual([]);
      expect(await claim("me", 0)).toHaveLength(5);
    });

    test("counts overdue by when it is said, not by the deadline that has passed", async () => {
      await emptied();
      await reminded([aPerson()], { rule: "task-overdue", start: undefined as never, deadline: at - 86_400_000 });
      expect(await digests(morning)).toHaveLength(1);
    });

    test("takes whole people: each in order, and none of them half", async () => {
      await emptied();
      const people = [aPerson(), aPerson()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
      await reminded(people, {});
      await reminded(people, { rule: "meeting-2" });
      const [one, two] = [await digests(morning, "a", 1), await digests(morning, "b", 1)];
      expect([one, two].map((mails) => mails.map(({ reader }) => reader.id).toSorted())).toEqual(
        expect.arrayContaining(people.map(({ id }) => [id, id])),
      );
    });

    test("ends with the wish for it: what waits goes at once", async () => {
      await emptied();
      const [person, other] = [aPerson(), aPerson()];
      await reminded([person, other], {});
      await setPreferences(store(), person.id, { digest: false });
      expect((await claim("me", at)).map(({ reader }) => reader.id)).toEqual([person.id]);
      expect((await digests(morning)).map(({ reader }) => reader.id)).toEqual([other.id]);
    });
  });

  test("a sender that is gone holds nothing on a server: its name is free, and others have what it claimed", async () => {
    if (store().kind === "embedded") return;
    await emptied();
    await givenMails(store(), [aPerson()]);
    const name = senderName(store(), "alive");
    await name.hold();
    await name.hold();
    expect(await claim("alive")).toHaveLength(1);
    expect(await releaseDeadClaims(store())).toBe(0);
    await name.free();
    expect(await releaseDeadClaims(store())).toBe(1);
    await sql`select 1`.execute(store().db);
  });
}
