// The audit: every change with who, the old, the new and why; and a ledger that somebody wrote in beside the program.
import { sql } from "kysely";
import { expect, test } from "vitest";
import type { ChangeJson, VerificationJson } from "../../api/audit.ts";
import { useHouse } from "../support/house.ts";

const house = useHouse();
const LEAD = "networkLead";

test("a change says who made it, the old, the new and why; messages are none", async () => {
  const network = await house.network();
  const lead = network.emails(LEAD)[0]!;
  await network.do(LEAD, "pinItem", { item: "m1", start: "2027-03-17T09:00" });
  await network.do(LEAD, "moveItem", { item: "m1", start: "2027-03-18T09:00", reason: "Salen var optaget" });
  await network.show();
  const as = await network.tokenOf(LEAD);
  const { body } = await house.ask<ChangeJson[]>("GET", `/api/networks/${network.id}/audit`, { as });
  expect(body.at(-1)).toEqual({
    seq: expect.any(Number),
    at: expect.stringMatching(/^2027-02-/),
    who: lead,
    role: LEAD,
    kind: "item.moved",
    subject: "item:m1",
    says: "Flyttet: Møde 1, 18. mar kl. 9.00",
    old: { start: "2027-03-17T09:00:00+01:00" },
    new: { start: "2027-03-18T09:00:00+01:00" },
    why: "Salen var optaget",
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(body.filter(({ kind }) => kind.startsWith("message."))).toEqual([]);
});

test("a ledger verifies until somebody writes in it beside the program", async () => {
  const network = await house.network();
  await network.do(LEAD, "addDiscovery", { perspective: "citizen", text: "Vi venter" });
  await network.show();
  const as = await network.tokenOf(LEAD);
  const verify = async () =>
    (await house.ask<VerificationJson>("GET", `/api/networks/${network.id}/verification`, { as })).body;
  const whole = await verify();
  expect(whole).toEqual({
    ok: true,
    rows: expect.any(Number),
    head: expect.stringMatching(/^[0-9a-f]{64}$/),
    broken: [],
    withheld: 0,
  });
  const seq = (await network.ledger()).find(({ kind }) => kind === "discovery.added")!.seq!;
  await sql`update contribution set data = '{"perspective":"citizen","text":"Vi venter ikke"}'::jsonb
    where network_id = ${network.id} and kind = 'discovery.added'`.execute(house.store.db);
  expect(await verify()).toMatchObject({ ok: false, broken: [{ seq, what: "texts" }] });
  await sql`update ledger set reason = 'En anden' where network_id = ${network.id} and seq = 1`.execute(house.store.db);
  expect((await verify()).broken[0]).toEqual({ seq: 1, what: "changed" });
});
