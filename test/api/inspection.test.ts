// A network's machines in plain sight: as they stand, as they stood, and as they would stand if.
import { WorkflowNotFoundError } from "@temporalio/common";
import { describe, expect, test } from "vitest";
import type { InspectionJson, MoveJson, WhatIfJson } from "../../api/client.ts";
import { movesOf, placeOf, stoodAt } from "../../api/inspected.ts";
import { inspectionJson } from "../../api/inspection-json.ts";
import { bookOf } from "../../store/journal.ts";
import { readLedger } from "../../store/ledger.ts";
import { INSPECTION, workflowIdOf, type Inspected } from "../../workflows/messages.ts";
import { useHouse, type TestNetwork } from "../support/house.ts";

const house = useHouse();

const at = (id: string) => `/api/networks/${id}/inspection`;
const inspected = async ({ id }: TestNetwork, query = "", lang: "da" | "en" = "en") =>
  (await house.ask<InspectionJson>("GET", `${at(id)}${query}`, { lang })).body;
const statesOf = (found: Pick<InspectionJson, "actors">, id = "network") =>
  found.actors.find((one) => one.id === id)?.states;

/** A network in which design is open and ideas are there. */
async function begun(): Promise<TestNetwork> {
  const network = await house.network();
  await network.step("2027-02-08");
  await network.do("networkLead", "openPhase", { phase: "qualification" });
  await network.step("2027-03-01");
  await network.do("networkLead", "addIdea", { title: "Ét nummer", text: "At ringe til" });
  return network;
}

describe("as they stand", () => {
  test("states are lit, timers say when and what, and the last events who did what", async () => {
    const network = await begun();
    const found = await inspected(network);
    expect(found).toMatchObject({ id: network.id, machine: "network@1", source: "engine", seq: found.latest });
    expect(found.run).toMatchObject({ number: 1, events: expect.any(Number), pending: [] });
    expect(statesOf(found)).toContain("running.qualification.open");
    expect(statesOf(found, "idea:i1")).toEqual(["captured"]);
    expect(found.actors.find(({ id }) => id === "idea:i1")).toMatchObject({
      title: "Ét nummer",
      parent: "network",
      src: "idea",
    });
    const dated = found.timers.filter((timer) => timer.at !== undefined);
    expect(dated.map((timer) => Date.parse(timer.at!))).toEqual(
      dated.map((timer) => Date.parse(timer.at!)).toSorted((a, b) => a - b),
    );
    expect(dated.every((timer) => Date.parse(timer.at!) >= Date.parse(found.at))).toBe(true);
    expect(dated.some(({ does }) => does.some((text) => text.startsWith("✉")))).toBe(true);
    const opened = (await network.ledger()).find(({ kind }) => kind === "phase.opened")!;
    const { events } = await inspected(network, `?at=${opened.seq}`);
    const by = network.emails("networkLead")[0];
    expect(events[0]).toMatchObject({ kind: "phase.opened", trigger: "openPhase", by, role: "networkLead" });
    expect(events.find(({ kind }) => kind === "phase.due")).not.toHaveProperty("trigger");
    expect(found.charts["idea"]!.states.map(({ id }) => id)).toContain("captured");
    expect(found.charts["idea"]!.ways.length).toBeGreaterThan(5);
    expect(found.chart.phases.find(({ id }) => id === "qualification")?.state).toBe("active");
  });

  test("told again from its history, a network is the one that its workflow has", async () => {
    const network = await begun();
    const { temporal } = house.parts;
    const { state } = await temporal.workflow.getHandle(workflowIdOf(network.id)).query<Inspected>(INSPECTION);
    expect((await movesOf(temporal, network.id, 0))!.moves.at(-1)!.network).toEqual(state);
  });

  test("what moved them comes one after another, each with the actors that it changed", async () => {
    const network = await begun();
    const { body } = await house.ask<MoveJson[]>("GET", `${at(network.id)}/moves`);
    expect(body[0]).toMatchObject({ move: 0, event: { type: "begun" } });
    expect(body[0]!.actors.length).toBeGreaterThan(10);
    const added = body.find(({ event }) => event["trigger"] === "addIdea")!;
    expect(added.event).toMatchObject({ type: "trigger", by: network.emails("networkLead")[0] });
    expect(added.actors.map(({ id }) => id).toSorted()).toEqual(["idea:i1", "network"]);
    const later = await house.ask<MoveJson[]>("GET", `${at(network.id)}/moves?after=${added.move - 1}`);
    expect(later.body).toEqual(body.slice(added.move));
    expect(JSON.stringify(body)).not.toContain("Ét nummer");
  });
});

describe("as they stood", () => {
  test("after each entry they stand as they did when it was the last", async () => {
    const network = await house.network();
    await network.step("2027-02-02");
    const then = [await inspected(network)];
    await network.step("2027-02-08");
    then.push(await inspected(network));
    await network.do("networkLead", "openPhase", { phase: "qualification" });
    then.push(await inspected(network));
    await network.step("2027-03-01");
    await network.do("networkLead", "addIdea", { title: "Ét nummer", text: "At ringe til" });
    for (const one of then) {
      const { run: _, latest: __, at: ___, ...was } = one;
      const { latest: ____, at: _____, ...is } = await inspected(network, `?at=${one.seq}`);
      expect(is).toEqual(was);
    }
    const before = await inspected(network, "?at=2027-02-05");
    expect(statesOf(before)).toContain("running.qualification.waiting.due");
    expect(before.seq).toBeLessThan(then[2]!.seq);
  });

  test("a place that is none is refused, with those that there are", async () => {
    const network = await house.network();
    for (const wrong of ["0", "99999", "i går", "1999-01-01"]) {
      const { status, body } = await house.ask("GET", `${at(network.id)}?at=${encodeURIComponent(wrong)}`);
      expect([wrong, status, body.code]).toEqual([wrong, 422, "bad-input"]);
    }
  });

  test("where the engine says nothing the ledger tells of phases, ideas and messages", async () => {
    const network = await begun();
    const known = await inspected(network);
    const [book, rows] = [(await bookOf(house.store, network.id))!, await readLedger(house.store, network.id)];
    const gone = () => Promise.reject(new WorkflowNotFoundError("gone", "", undefined));
    const temporal = {
      withDeadline: async (_: unknown, ask: () => Promise<unknown>) => await ask(),
      workflow: { getHandle: () => ({ query: gone, fetchHistory: gone }) },
    };
    const place = placeOf(undefined, rows, "Europe/Copenhagen", "da");
    const stood = await stoodAt(
      { store: house.store, temporal: temporal as never, log: () => {} },
      { book, rows, place },
    );
    const told = inspectionJson(stood, "da");
    expect(told.source).toBe("ledger");
    expect(statesOf(told)?.toSorted()).toEqual(statesOf(known)?.toSorted());
    expect(statesOf(told, "idea:i1")).toEqual(["captured"]);
    expect(told.timers.length).toBeGreaterThan(5);
  });
});

describe("as they would stand", () => {
  const asked = async (network: TestNetwork, body: object) =>
    await house.ask<WhatIfJson>("POST", `${at(network.id)}/what-if`, { body, lang: "en" });

  test("a trigger shows its effects, and nothing of it happens", async () => {
    const network = await house.network();
    await network.step("2027-02-08");
    const before = await inspected(network);
    const { status, body } = await asked(network, { type: "openPhase", data: { phase: "qualification" } });
    expect(status).toBe(200);
    expect(body.says).toEqual([expect.stringContaining("Phase opened")]);
    const root = body.actors.find(({ id }) => id === "network")!;
    expect(root.before!.states).toContain("running.qualification.waiting.due");
    expect(root.after!.states).toContain("running.qualification.open");
    const { run: _, ...is } = await inspected(network);
    const { run: __, ...was } = before;
    expect(is).toEqual(was);
    await network.do("networkLead", "openPhase", { phase: "qualification" });
    expect(statesOf(await inspected(network))!.toSorted()).toEqual(root.after!.states.toSorted());
  });

  test("a meeting moved arms and cancels timers, and tells people", async () => {
    const network = await house.network();
    await network.do("networkLead", "pinItem", { item: "m1", start: "2027-03-30T09:00", place: "Sal 2" });
    const { body } = await asked(network, {
      type: "moveItem",
      data: { item: "m1", start: "2027-04-20T09:00", reason: "Lokalet er optaget" },
    });
    expect(body.armed.some(({ actor }) => actor === "item:m1")).toBe(true);
    expect(body.cancelled.some(({ actor }) => actor === "item:m1")).toBe(true);
    expect(body.coming.length).toBeGreaterThan(0);
    // What the workflow holds sealed can be read by who may.
    expect(JSON.stringify(body)).toContain("Sal 2");
    expect(JSON.stringify(body)).not.toContain("⟦");
  });

  test("where nothing is done, what falls due until then happens", async () => {
    const network = await house.network();
    // What it began with is written, by whichever process: a step tells of what comes after that.
    await expect.poll(async () => (await network.show()).seq).toBeGreaterThan(0);
    const { body } = await asked(network, { until: "2027-03-01" });
    const happened = await network.step("2027-03-01");
    const plain = (entries: { kind: string; subject: string; at: string }[]) =>
      entries.map(({ kind, subject, at: when }) => [kind, subject, when]);
    expect(plain(body.entries)).toEqual(plain(happened));
    expect(body.entries.length).toBeGreaterThan(3);
  });

  test("nothing is played for longer than a network can last: asked or moved further ahead it is refused", async () => {
    const network = await house.network();
    const far = { status: 422, body: { code: "bad-input", errors: [{ path: "until" }] } };
    expect(await asked(network, { until: "9999-12-31" })).toMatchObject(far);
    const step = (until: string) => house.ask("POST", `/api/networks/${network.id}/steps`, { body: { until } });
    expect(await step("9999-12-31")).toMatchObject(far);
    expect(await asked(network, { until: "2029-12-31" })).toMatchObject({ status: 200 });
    expect(await step("2029-12-31")).toMatchObject({ status: 200 });
  });

  test("it is asked of the past as well, with what had been contributed by then", async () => {
    const network = await begun();
    const opened = (await network.ledger()).find(({ kind }) => kind === "phase.opened")!;
    const past = await asked(network, {
      type: "openPhase",
      data: { phase: "qualification" },
      at: String(opened.seq! - 1),
    });
    expect(past.status).toBe(200);
    expect(past.body.says[0]).toContain("Phase opened");
    expect((await asked(network, { type: "openPhase", data: { phase: "qualification" } })).status).toBe(409);
  });

  test("what would be refused is, with what is missing; so is what is no question", async () => {
    const network = await begun();
    const refused = await asked(network, { type: "closePhase", data: { phase: "qualification" } });
    expect(refused).toMatchObject({ status: 409, body: { code: "criteria", unmet: expect.any(Array) } });
    expect((await asked(network, { type: "flyToTheMoon" })).status).toBe(422);
    expect((await asked(network, { until: "i morgen" })).status).toBe(422);
  });
});
