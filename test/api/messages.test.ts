// What became of each mail, to the lead and to the person; and how a person wants mail.
import { expect, test } from "vitest";
import type { MessageJson } from "../../api/messages.ts";
import { claimMails, settleMails } from "../../store/outbox.ts";
import { useHouse } from "../support/house.ts";

const house = useHouse();
const LEAD = "networkLead";

test("the lead sees what became of every mail, others what became of their own", async () => {
  const network = await house.network();
  const members = network.emails("coreMember");
  const [anna, bent] = members as [string, string];
  await network.do(LEAD, "pinItem", { item: "m1", start: "2027-03-17T09:00" });
  await network.show();
  const mails = await claimMails(house.store, { by: "test", limit: 1_000, now: Date.now() });
  const settled = mails.map(({ messageId, reader }) =>
    reader.email === bent
      ? { messageId, state: "failed" as const, at: 1, response: "550 5.1.1 unknown" }
      : { messageId, state: "sent" as const, at: Date.UTC(2027, 1, 2, 8), response: "250 OK" },
  );
  await settleMails(house.store, settled);
  const seenBy = async (who: string) => {
    const as = await network.tokenOf(who);
    return (await house.ask<MessageJson[]>("GET", `/api/networks/${network.id}/messages`, { as })).body;
  };

  const all = await seenBy(LEAD);
  const invitation = all.find(({ rule }) => rule === "meeting-invitation")!;
  expect(invitation.deliveries.map(({ person }) => person).toSorted()).toEqual(members.toSorted());
  expect(invitation.deliveries.find(({ person }) => person === anna)).toEqual({
    person: anna,
    state: "sent",
    at: "2027-02-02T09:00:00+01:00",
    response: "250 OK",
    attempts: 1,
  });
  expect(all.at(-1)).toMatchObject({
    kind: "message.failed",
    rule: "meeting-invitation",
    to: [bent],
    reason: "550 5.1.1 unknown",
  });
  expect(all.map(({ seq }) => seq)).toEqual(all.map(({ seq }) => seq).toSorted((a, b) => a - b));
  expect(await seenBy("coDriver")).toEqual(all);

  const own = await seenBy(bent);
  expect(own.flatMap(({ deliveries }) => deliveries.map(({ person }) => person))).toEqual([bent]);
  const ledgerOf = async (who: string) =>
    JSON.stringify(
      (await house.ask("GET", `/api/networks/${network.id}/ledger`, { as: await network.tokenOf(who) })).body,
    );
  expect(await ledgerOf("networkLead")).toContain('"deliveries":[');
  expect(await ledgerOf("coreMember")).not.toContain("deliveries");
  expect(own.map(({ kind }) => kind)).toEqual(["message.sent", "message.failed"]);
  expect((await seenBy(anna)).map(({ kind }) => kind)).toEqual(["message.sent"]);
});

test("a person chooses the language of their mails and whether they come once a day, and nobody else's", async () => {
  const network = await house.network();
  const [anna, bent] = network.emails("coreMember") as [string, string];
  const as = await network.tokenOf(anna);
  const me = async (who: string) => (await house.ask("GET", "/api/me", { as: await network.tokenOf(who) })).body;
  const before = await me(anna);
  expect(before).toMatchObject({ email: anna, digest: false });
  expect(await house.ask("PATCH", "/api/me", { as, body: { digest: true } })).toMatchObject({
    status: 200,
    body: { ...before, digest: true },
  });
  await house.ask("PATCH", "/api/me", { as, body: { language: "en" } });
  expect(await me(anna)).toEqual({ ...before, digest: true, language: "en" });
  expect(await me(bent)).toMatchObject({ digest: false });
  expect((await house.ask("PATCH", "/api/me", { as, body: {} })).body).toEqual({
    ...before,
    digest: true,
    language: "en",
  });
});

test("wishes that are none are refused, and a token that is nobody's has none", async () => {
  const network = await house.network();
  const as = await network.tokenOf("coreMember");
  for (const body of [{ digest: "yes" }, { language: "de" }, { name: "Kim" }, { digest: null }])
    expect((await house.ask("PATCH", "/api/me", { as, body })).status).toBe(422);
  expect((await house.ask("GET", "/api/me")).status).toBe(403);
  expect((await house.ask("PATCH", "/api/me", { body: { digest: true } })).status).toBe(403);
});
