// What people may do for one another: answer on behalf, hand a role over, and stop a network together.
import { expect, test } from "vitest";
import { useHouse } from "../support/house.ts";

const house = useHouse();
const LEAD = "networkLead";

test("answers on behalf of somebody are the lead's to give; the ledger says who gave them and for whom", async () => {
  const network = await house.network();
  const [anna, bent] = network.emails("coreMember") as [string, string];
  await network.do(LEAD, "pinItem", { item: "m1", start: "2027-03-17T09:00" });
  const decline = { item: "m1", answer: "declined", person: bent };

  const meddling = await network.trigger(anna, "answer", decline);
  expect(meddling).toMatchObject({ status: 403, body: { code: "not-allowed" } });
  expect(invited(await network.agenda())).toContain(bent);

  const { entries } = await network.do(LEAD, "answer", decline);
  const [lead] = network.emails(LEAD);
  expect(entries).toMatchObject([{ kind: "answer.given", by: lead, data: { answer: "declined", person: bent } }]);
  expect((await network.ledger()).at(-1)).toMatchObject({ by: lead, data: { person: bent } });
  expect(invited(await network.agenda())).not.toContain(bent);
  expect(invited(await network.agenda())).toContain(anna);

  const own = await network.do(bent, "answer", { item: "m1", answer: "accepted", person: bent });
  expect(own.entries[0]?.data).toEqual({ answer: "accepted" });
  expect(invited(await network.agenda())).toContain(bent);
});

test("an answer is about a meeting that is there, by or for somebody who is there", async () => {
  const network = await house.network();
  const unknown = await network.trigger(LEAD, "answer", { item: "m1", answer: "accepted", person: "x@example.org" });
  expect(unknown.body.detail).toContain("x@example.org");
  expect(unknown.status).toBeGreaterThanOrEqual(400);
  const about = async (item: string) => (await network.trigger(LEAD, "answer", { item, answer: "accepted" })).body.code;
  expect([await about("m99"), await about("egne-opdagelser"), await about("m1")]).toEqual([
    "state",
    "state",
    undefined,
  ]);
  await network.do(LEAD, "cancelItem", { item: "m1" });
  expect(await about("m1")).toBe("state");
});

test("a role handed over takes its rights with it, and history keeps the old name", async () => {
  const network = await house.network();
  const [lead] = network.emails(LEAD) as [string];
  const [heir] = network.emails("lineManager") as [string];
  await network.do(lead, "openPhase", { phase: "qualification" });
  const mine = { role: LEAD, from: lead, to: heir };
  expect((await network.trigger("participant", "handOver", mine)).body.code).toBe("not-allowed");
  expect((await network.trigger(lead, "handOver", { ...mine, to: "x@example.org" })).body.code).toBe("state");
  expect((await network.trigger(lead, "handOver", { ...mine, role: "guest" })).body.code).toBe("state");

  const { entries } = await network.do(lead, "handOver", mine);
  expect(entries).toMatchObject([{ kind: "role.handedOver", by: lead, data: { role: LEAD, from: lead, to: heir } }]);
  expect((await network.ledger()).at(-1)).toMatchObject({ by: lead, data: { role: LEAD, from: lead, to: heir } });
  expect((await network.show()).people.filter(({ roles }) => roles.includes(LEAD))).toMatchObject([{ email: heir }]);
  expect((await network.trigger(lead, "openPhase", { phase: "design" })).status).toBe(404);
  await network.do(heir, "openPhase", { phase: "design" });
  const opened = (await network.ledger()).filter(({ kind }) => kind === "phase.opened");
  expect(opened.map(({ by }) => by)).toEqual([lead, heir]);
});

test("roles handed over at the same moment all arrive, also back with the one who gave them", async () => {
  const network = await house.network();
  const [lead] = network.emails(LEAD) as [string];
  const others = [...network.emails("lineManager"), ...network.emails("referenceManager")] as [string, string];
  const roles = ["lineManager", "referenceManager"] as const;
  await Promise.all([
    ...roles.map((role, i) => network.do(lead, "handOver", { role, from: others[i], to: lead })),
    network.do(lead, "handOver", { role: LEAD, from: lead, to: lead }),
  ]);
  const { people } = await network.show();
  const held = people.find(({ email }) => email === lead)!;
  expect(held.roles.toSorted()).toEqual([LEAD, ...roles].toSorted());
});

test("who has handed over their last role is no longer in the network", async () => {
  const network = await house.network();
  const [lead] = network.emails(LEAD) as [string];
  const [heir] = network.emails("lineManager") as [string];
  await network.do(lead, "handOver", { role: LEAD, from: lead, to: heir });
  const as = await network.tokenOf(lead);
  expect((await house.ask("GET", `/api/networks/${network.id}`, { as })).status).toBe(404);
});

test("a network is stopped by lead and reference manager together, with a reason; then nothing more is taken or told", async () => {
  const network = await house.network();
  await network.do(LEAD, "pinItem", { item: "m1", start: "2027-03-17T09:00" });
  const reason = "Ingen midler";
  expect((await network.trigger(LEAD, "stopNetwork", {})).status).toBe(422);
  expect((await network.trigger("participant", "stopNetwork", { reason })).body.code).toBe("not-allowed");

  const asked = await network.do(LEAD, "stopNetwork", { reason });
  expect(asked.entries).toMatchObject([{ kind: "network.stopAsked", reason, data: { side: LEAD } }]);
  // The co-driver acts for the lead: that is the same side once more.
  const twice = await network.do("coDriver", "stopNetwork", { reason });
  expect([asked.state.ended, twice.state.ended]).toEqual([false, false]);

  const { state, entries } = await network.do("referenceManager", "stopNetwork", { reason });
  expect(state).toMatchObject({ ended: true, outcome: "stopped" });
  expect(entries).toMatchObject([
    { kind: "message.sent", rule: "network-stopped", reason },
    { kind: "network.ended", reason, data: { outcome: "stopped" } },
  ]);
  const stopped = async () => (await network.mails()).filter(({ model }) => model.rule === "network-stopped").length;
  await expect.poll(stopped).toBe((await network.show()).people.length);
  expect(await network.agenda()).toEqual([]);

  for (const [by, type, data] of [
    [LEAD, "openPhase", { phase: "design" }],
    ["coreMember", "answer", { item: "m1", answer: "accepted" }],
  ] as const) {
    expect(await network.trigger(by, type, data)).toMatchObject({ status: 409, body: { code: "ended" } });
  }
  const before = await network.mails();
  expect((await house.ask("POST", `/api/networks/${network.id}/steps`, { body: { until: "2027-12-31" } })).status).toBe(
    409,
  );
  expect(await network.mails()).toEqual(before);
  expect(await network.show()).toMatchObject({ ended: true });
});

const invited = (agenda: { rule?: string | undefined; to: string[] }[]) =>
  agenda.find(({ rule }) => rule === "meeting-14")?.to ?? [];
