// A network that is planned step by step: what is kept and found, who may, how it is rehearsed and begun.
import { beforeAll, describe, expect, test } from "vitest";
import type { DraftMessagesJson, NetworkDraftJson, NetworkDraftLineJson } from "../../api/network-draft-shapes.ts";
import type { NetworkDetailJson } from "../../api/shapes.ts";
import { findPersonByEmail, erase } from "../../store/people.ts";
import { createToken } from "../../store/tokens.ts";
import { useHouse, type Asked } from "../support/house.ts";

const house = useHouse();
const PLACE = "/api/network-drafts";
const [LEA, SIF] = ["lea@example.org", "sif@example.org"];
const PASTED = `Navn;E-mail;Rolle\nLea Lund;${LEA};Netværksleder\nMia Mark;mia@example.org;kernedeltager`;
let sif: Asked;
let lea: Asked;

beforeAll(async () => {
  const people = `name,email,role\nLea Lund,${LEA},networkLead\n`;
  const network = await house.network({ people });
  await house.ask("PUT", "/api/offices", { body: { offices: [{ person: SIF, name: "Sif", role: "secretariat" }] } });
  const { id } = (await findPersonByEmail(house.store, SIF))!;
  await createToken(house.store, { token: "fd_sif", label: SIF, personId: id, createdAt: 1 });
  [sif, lea] = [{ as: "fd_sif" }, { as: await network.tokenOf(LEA) }];
});

const plan = async (body: object, who: Asked = sif, asked: Asked = {}) =>
  await house.ask<NetworkDraftJson>("POST", PLACE, { ...who, body, ...asked });
const change = async (id: string, body: object, who: Asked = sif) =>
  await house.ask<NetworkDraftJson>("PATCH", `${PLACE}/${id}`, { ...who, body });
const make = async (id: string, body: object, asked: Asked = {}) =>
  await house.ask<NetworkDetailJson>("POST", `${PLACE}/${id}/networks`, { ...sif, body, ...asked });
const planned = async (body: object = {}) =>
  (await plan({ programme: "innovationsnetvaerk", start: "2027-02-01", people: PASTED, ...body })).body;

describe("what is chosen", () => {
  test("is kept step by step, and says what is still missing; another start forgets the days", async () => {
    const { status, body } = await plan({});
    expect([status, body.missing]).toEqual([201, ["programme", "start", "people"]]);
    const chosen = await change(body.id, { programme: "innovationsnetvaerk", start: "2027-02-01" });
    expect(chosen.body).toMatchObject({ begins: "2027-02-01", dated: false, missing: ["people"], sample: true });
    const [flag, other] = chosen.body.flags;
    expect(flag).toMatchObject({ kind: "meeting", why: ["fuzzy"], still: [] });
    const dated = await change(body.id, { dates: { [flag!.part]: "2027-02-14", [other!.part]: "open" } });
    expect(dated.body.flags.slice(0, 2)).toMatchObject([
      { chosen: "2027-02-14", still: ["weekend"] },
      { chosen: "open", still: [] },
    ]);
    const later = await change(body.id, { start: "2027-03-01" });
    expect(later.body.flags.every(({ chosen: day }) => day === undefined)).toBe(true);
    expect((await house.ask<NetworkDraftLineJson[]>("GET", PLACE, sif)).body[0]).toMatchObject({
      id: body.id,
      programmeTitle: "Innovationsnetværk",
      start: "2027-03-01",
    });
  });

  test("of people says who has which role, and by line what is wrong with them; what was pasted stays as it was", async () => {
    const { id, people, roles, pasted } = await planned();
    expect(people).toMatchObject([{ name: "Lea Lund", roles: ["netværksleder"] }, { name: "Mia Mark" }]);
    expect(roles.find(({ code }) => code === "networkLead")).toMatchObject({ required: true, count: 1 });
    expect(pasted).toBe(PASTED);
    const wrong = `${PASTED}\nBo;bo.example.org;chef`;
    const { body } = await change(id, { people: wrong });
    expect(body).toMatchObject({ people: [], pasted: wrong, missing: ["people"] });
    expect(body.wrong.map(({ line }) => line)).toEqual([4, 4]);
  });

  test.each([
    [{ start: "2027-02-31" }, "start"],
    [{ programme: "nix" }, "programme"],
    [{ dates: { m1: "in May" } }, "dates.m1"],
    [{ title: "x".repeat(300) }, "title"],
  ])("%j is refused and named, and nothing is changed", async (body, path) => {
    const draft = await planned();
    const { status, body: said } = await change(draft.id, body);
    expect([status, (said as never as { errors: { path: string }[] }).errors[0]?.path]).toEqual([422, path]);
    expect((await house.ask("GET", `${PLACE}/${draft.id}`, sif)).body).toEqual(draft);
  });

  test("comes as messages, each to so many, as it would read", async () => {
    const { id } = await planned();
    const { body } = await house.ask<DraftMessagesJson>("GET", `${PLACE}/${id}/messages`, sif);
    expect(body.length).toBeGreaterThan(3);
    expect(body.every(({ to, mail }) => to > 0 && mail.subject !== "" && mail.text !== "")).toBe(true);
    expect(body.map(({ at }) => Date.parse(at))).toEqual(
      body.map(({ at }) => Date.parse(at)).toSorted((a, b) => a - b),
    );
  });
});

test("nobody but the secretariat and administrators plans networks, and nobody reads another's draft", async () => {
  const { id } = await planned();
  expect((await plan({}, lea)).status).toBe(403);
  expect((await house.ask("GET", PLACE, lea)).status).toBe(403);
  expect((await house.ask("GET", `${PLACE}/${id}`)).status).toBe(404);
  expect((await house.ask("POST", "/api/networks", { ...lea, body: {} })).status).toBe(422);
  const body = { programme: "innovationsnetvaerk", start: "2027-02-01", clock: "stepped", people: PASTED };
  expect((await house.ask("POST", "/api/networks", { ...lea, body })).status).toBe(403);
  expect((await house.ask("DELETE", `${PLACE}/${id}`, sif)).status).toBe(200);
  expect((await house.ask("GET", `${PLACE}/${id}`, sif)).status).toBe(404);
});

test("a rehearsal is led by who made it, with the days that were settled; the real one is made once, as it was rehearsed", async () => {
  const { id, flags } = await planned({ start: "2027-02-01", title: "Mindre ventetid" });
  await change(id, { dates: { [flags[0]!.part]: "2027-02-09" } });
  const rehearsal = (await make(id, { clock: "stepped" })).body;
  expect(rehearsal).toMatchObject({ title: "Mindre ventetid", clock: "stepped" });
  const stepped = await house.ask("POST", `/api/networks/${rehearsal.id}/steps`, {
    ...sif,
    body: { until: "2027-02-03" },
  });
  expect(stepped.status).toBe(200);
  // Whoever is of another network only, and has no office, does not get in.
  const outsider = await house.network({ people: "name,email,role\nUle,ule@example.org,networkLead\n" });
  const ule = { as: await outsider.tokenOf("ule@example.org") };
  expect((await house.ask("GET", `/api/networks/${rehearsal.id}/card`, ule)).status).toBe(404);

  expect((await make(id, { clock: "real", asRehearsed: true })).status).toBe(201);
  const again = await make(id, { clock: "real" });
  const first = await make(id, { clock: "real", asRehearsed: true });
  expect(again.body.id).toBe(first.body.id);
  expect((await house.ask("GET", `/api/networks/${again.body.id}/card`, sif)).status).toBe(404);
  const { body: real } = await house.ask<{ intervals: Record<string, object> }>(
    "GET",
    `/api/networks/${again.body.id}/plan`,
  );
  expect(real.intervals[flags[0]!.part]).toMatchObject({ from: "2027-02-09", precision: "day" });
  const lines = (await house.ask<NetworkDraftLineJson[]>("GET", PLACE, sif)).body;
  expect(lines.map((one) => one.id)).not.toContain(id);
});

test("without people it is rehearsed with made-up ones, and does not begin", async () => {
  const { id } = await planned({ people: "" });
  expect((await make(id, { clock: "stepped" })).body.people.length).toBeGreaterThan(3);
  for (const body of [{ clock: "real" }, { clock: "real", asRehearsed: true }])
    expect(await make(id, body)).toMatchObject({ status: 422, body: { errors: [{ path: "people" }] } });
});

test("an erased person is in nobody's draft", async () => {
  const { id } = await planned({ people: `${PASTED}\nGerd;gerd@example.org;networkLead` });
  await house.network({ people: "name,email,role\nGerd,gerd@example.org,networkLead\n" });
  await erase(house.store, (await findPersonByEmail(house.store, "gerd@example.org"))!.id, 1);
  const { body } = await house.ask<NetworkDraftJson>("GET", `${PLACE}/${id}`, sif);
  expect([body.pasted, body.missing]).toEqual([undefined, ["people"]]);
});
