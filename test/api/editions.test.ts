// A new edition beside a running network, over the API, and adopted on a real Temporal.
import { expect, test } from "vitest";
import type { EditionJson } from "../../api/editions.ts";
import { listProgrammes } from "../../library/programmes.ts";
import { withReason } from "../../machines/adopt-time.ts";
import { fileOf } from "../../programmes/export/json.ts";
import type { Programme } from "../../programmes/types.ts";
import { useHouse, type TestNetwork } from "../support/house.ts";

const house = useHouse();
const [P1] = await listProgrammes();
const EDITION: Programme = {
  ...P1!,
  version: 2,
  rounds: 5,
  items: P1!.items
    .filter(({ id }) => id !== "m3")
    .map((item) =>
      item.id === "m1" ? { ...item, title: { da: "Opstart", en: "Kick-off" }, when: { week: 8 } } : item,
    ),
};

const beside = async (
  { id }: TestNetwork,
  programme: object = fileOf(EDITION),
  asked: Parameters<typeof house.ask>[2] = {},
) => await house.ask<EditionJson>("POST", `/api/networks/${id}/edition`, { body: { programme }, ...asked });
const summary = ({ pieces }: EditionJson) =>
  pieces.map(({ piece, triggers }) => [piece, triggers.map(({ type }) => type)]);

test("a network is beside its own programme as it is shipped now, which is no different", async () => {
  const network = await house.network();
  const { status, body } = await house.ask<EditionJson>("GET", `/api/networks/${network.id}/edition`);
  expect([status, body]).toEqual([
    200,
    { programme: { id: P1!.id, version: 1 }, own: { id: P1!.id, version: 1 }, pieces: [] },
  ]);
});

test("every piece of another edition that can be is adopted by its triggers, and then no longer differs", async () => {
  const network = await house.network();
  const before = await network.ledger();
  const { body } = await beside(network, undefined, { lang: "en" });
  expect(summary(body)).toEqual([
    ["rounds", []],
    ["items.m1", ["renameItem", "tightenItem"]],
    ["items.m3", ["cancelItem"]],
  ]);
  expect([body.pieces[0]!.why, body.pieces[1]!.title]).toEqual([
    expect.stringContaining("does not change while it runs"),
    "Kick-off",
  ]);
  expect(await network.ledger()).toEqual(before);
  const told: string[] = [];
  for (const { type, data } of body.pieces.flatMap(({ triggers }) => withReason(triggers, "Udgave 2"))) {
    const { entries } = await network.do("networkLead", type, data);
    told.push(...entries.flatMap(({ kind, reason }) => (reason === "Udgave 2" ? [kind] : [])));
  }
  expect(told).toEqual(["item.renamed", "item.tightened", "item.cancelled"]);
  expect(summary((await beside(network)).body)).toEqual([["rounds", []]]);
});

test("who takes part reads it; a file that is no programme is told as such", async () => {
  const [network, other] = [
    await house.network(),
    await house.network({ people: "name,email,role\nAda,ada@example.org,networkLead\n" }),
  ];
  expect((await beside(network, undefined, { as: await network.tokenOf("guest") })).status).toBe(200);
  expect((await beside(network, undefined, { as: await other.tokenOf("networkLead") })).status).toBe(404);
  const { status, body } = await beside(network, { ...fileOf(EDITION), zone: "Mars" });
  expect([status, body]).toMatchObject([422, { code: "bad-input", errors: [{ path: "programme.zone" }] }]);
  expect((await beside(network, {})).status).toBe(422);
});
