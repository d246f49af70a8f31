// Who is erased has left everything, and the ledger still holds.
import { expect, test } from "vitest";
import type { VerificationJson } from "../../api/audit.ts";
import { useHouse } from "../support/house.ts";

const house = useHouse();
const LEAD = "networkLead";

test("a person is erased from every network that goes on: name and address are gone, the chain holds", async () => {
  const network = await house.network();
  const [member] = network.emails("coreMember") as [string];
  const as = await network.tokenOf(member);
  await house.ask("POST", `/api/networks/${network.id}/triggers`, {
    as,
    body: { type: "addDiscovery", data: { perspective: "citizen", text: "Vi venter" } },
  });
  const erase = (email: string, by?: string) =>
    house.ask("DELETE", `/api/people/${encodeURIComponent(email)}`, by === undefined ? {} : { as: by });
  expect((await erase(member, as)).status).toBe(403);
  expect(await erase(member)).toMatchObject({ status: 200, body: { erased: true, networks: [network.id] } });
  expect((await house.ask("GET", "/api/networks", { as })).status).toBe(401);
  const told = JSON.stringify([await network.ledger(), await network.show(), await network.agenda()]);
  expect(told).not.toContain(member);
  const lead = await network.tokenOf(LEAD);
  const { body } = await house.ask<VerificationJson>("GET", `/api/networks/${network.id}/verification`, { as: lead });
  expect(body).toMatchObject({ ok: true, broken: [] });
  expect((await erase(member)).status).toBe(404);
});

test("nobody is erased whom a network must have, and nothing is done", async () => {
  const network = await house.network();
  const lead = network.emails(LEAD)[0]!;
  const refused = await house.ask("DELETE", `/api/people/${encodeURIComponent(lead)}`, {});
  expect(refused).toMatchObject({ status: 409, body: { code: "state" } });
  expect((await house.ask("GET", "/api/me", { as: await network.tokenOf(LEAD) })).status).toBe(200);
});
