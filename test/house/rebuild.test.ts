// Only the store or only Temporal put back from a backup: doctor tells, nothing is written that does not follow, and a rebuild mends it.
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { createActivities } from "../../activities/create.ts";
import { firstEnvelope } from "../../api/create.ts";
import type { RebuiltJson } from "../../api/rebuild-shapes.ts";
import { fold, initialView } from "../../machines/view.ts";
import { countOutbox } from "../../store/outbox.ts";
import { getNetwork } from "../../store/networks.ts";
import { inTransaction } from "../../store/open.ts";
import { rebuildProjection } from "../../store/rebuild.ts";
import { NETWORK_WORKFLOW, workflowIdOf } from "../../workflows/messages.ts";
import type { TestNetwork } from "../support/house.ts";
import { first, handleOf, later, PATIENT, story, useServedHouse } from "./standing-still.ts";

const { house, command } = useServedHouse();

const rebuild = (network: TestNetwork, body: object = {}, key: string = randomUUID()) =>
  house.ask<Partial<RebuiltJson> & { detail?: string }>("POST", `/api/networks/${network.id}/rebuilds`, { body, key });

const agreement = async () => (await house.parts.checks()).find(({ name }) => name === "agreement")!;

/** Two networks to which the same happens, of which one has been mended. */
async function pair(): Promise<[network: TestNetwork, twin: TestNetwork]> {
  const networks: [TestNetwork, TestNetwork] = [await house.network(), await house.network()];
  await Promise.all(networks.map(first));
  return networks;
}

async function expectAlike(network: TestNetwork, twin: TestNetwork): Promise<void> {
  await Promise.all([later(network), later(twin)]);
  expect(await story(network)).toEqual(await story(twin));
}

/** The workflow as a backup of Temporal from the network's beginning has it. */
async function startAnew(network: TestNetwork): Promise<void> {
  const { temporal, taskQueue } = house.parts;
  await handleOf(house, network).terminate("an older backup is put back");
  const envelope = firstEnvelope(house.parts, (await getNetwork(house.store, network.id))!);
  const workflowId = workflowIdOf(network.id);
  await temporal.workflow.start(NETWORK_WORKFLOW, {
    workflowId,
    taskQueue,
    args: [envelope],
    workflowTaskTimeout: "2s",
  });
}

/** The store as it was when its ledger had so many rows. */
async function storeAsOf({ id }: TestNetwork, seq: number): Promise<void> {
  await inTransaction(house.store, async (tx) => {
    const { n } = await tx
      .selectFrom("ledger")
      .select((of) => of.fn.max("n").as("n"))
      .where("network_id", "=", id)
      .where("seq", "<=", seq)
      .executeTakeFirstOrThrow();
    await tx.deleteFrom("played").where("network_id", "=", id).where("n", ">", Number(n)).execute();
    for (const table of ["outbox", "ledger"] as const)
      await tx.deleteFrom(table).where("network_id", "=", id).where("seq", ">", seq).execute();
    await rebuildProjection(tx, id, ({ plan, startedAt, rows }) => fold(initialView(plan, startedAt), rows));
  });
}

describe("Temporal was put back alone", () => {
  test("behind: what it tells is not written, doctor says so, and it begins again from the ledger", async () => {
    const [network, twin] = await pair();
    const before = await network.ledger();
    await startAnew(network);
    await expect.poll(async () => (await agreement()).detail, PATIENT).toContain(`${network.id} (ledger at entry`);
    const told = {
      do: "record" as const,
      entry: { n: 3, at: 0, key: "other", kind: "phase.opened", subject: "phase:x" },
    };
    const { write } = createActivities({ store: house.store, mailed: () => {} });
    await expect(write({ network: network.id, told: [told], now: 0 })).rejects.toThrow("does not follow");
    const dry = await command(`network rebuild ${network.id} --dry-run --lang en`);
    expect([dry.code, dry.out]).toEqual([
      0,
      expect.stringMatching(/^Nothing was changed.*\n.*another has begun from the ledger/),
    ]);
    expect(await rebuild(network)).toMatchObject({ status: 201, body: { was: "workflow-behind", projection: false } });
    expect((await network.ledger()).slice(0, before.length)).toEqual(before);
    expect((await agreement()).detail).not.toContain(network.id);
    await expectAlike(network, twin);
  });

  test("without it: the same, also asked twice with one key", async () => {
    const [network, twin] = await pair();
    const { temporal } = house.parts;
    const workflowExecution = { workflowId: workflowIdOf(network.id) };
    await temporal.workflowService.deleteWorkflowExecution({ namespace: "default", workflowExecution });
    await expect.poll(async () => (await rebuild(network, { dryRun: true })).body.was, PATIENT).toBe("missing");
    const done = await rebuild(network, { reason: "Disken" }, "once");
    expect(done).toMatchObject({ status: 201, body: { was: "missing", run: expect.any(String) as string } });
    expect((await rebuild(network, { reason: "Disken" }, "once")).body).toEqual(done.body);
    expect((await network.ledger()).filter(({ kind }) => kind === "network.reset")).toMatchObject([
      { reason: "Disken" },
    ]);
    await expectAlike(network, twin);
  });

  test("one that cannot be played again to the same is refused, and is as it was", async () => {
    const [network] = await pair();
    await house.store.db.deleteFrom("played").where("network_id", "=", network.id).execute();
    await startAnew(network);
    const before = await network.ledger();
    await expect
      .poll(async () => (await rebuild(network)).body.detail, PATIENT)
      .toMatch(/kan ikke spilles igen.*post \d+.*Intet er ændret/);
    expect(await network.ledger()).toEqual(before);
    await house.store.db.updateTable("network").set({ ended_at: 1 }).where("id", "=", network.id).execute();
  });
});

describe("the store was put back alone", () => {
  test("behind: what was written since is written again, and nothing of it is mailed again", async () => {
    const [network, twin] = await pair();
    const [before, queued] = [await network.ledger(), await countOutbox(house.store, network.id)];
    await storeAsOf(network, 3);
    expect(await network.ledger()).toEqual(before.slice(0, 3));
    expect((await agreement()).detail).toContain(`${network.id} (ledger at entry 3, workflow at`);
    const done = await rebuild(network);
    expect(done).toMatchObject({ status: 201, body: { was: "store-behind", store: 3 } });
    // What people answer goes to the store alone: that is gone with it.
    const machines = before
      .filter(({ kind }) => kind !== "answer.given")
      .map(({ seq: _, deliveries: __, ...entry }) => entry);
    expect((await story(network)).map(({ deliveries: _, ...entry }) => entry)).toEqual(machines);
    expect(queued.queued).toBeGreaterThan(0);
    expect(await countOutbox(house.store, network.id)).toMatchObject({ queued: 0, sent: done.body.mails! });
    expect((await agreement()).detail).not.toContain(network.id);
    await Promise.all([later(network), later(twin)]);
    expect((await network.show()).state).toEqual((await twin.show()).state);
  });

  test("what follows while it is behind waits until it is mended", async () => {
    const [network] = await pair();
    await storeAsOf(network, 3);
    const asked = network.trigger("coreMember", "addIdea", { title: "Vent" });
    expect((await asked).status).toBe(200);
    expect(await network.ledger()).toHaveLength(3);
    expect(await rebuild(network)).toMatchObject({ body: { was: "store-behind" } });
    const captured = async () => (await network.ledger()).filter(({ kind }) => kind === "idea.captured").length;
    await expect.poll(captured, PATIENT).toBe(2);
  });
});

test("what follows from the ledger is put up again from it; a ledger that was tampered with is left", async () => {
  const network = await house.network();
  await first(network);
  const before = await network.show();
  const { db } = house.store;
  await db.deleteFrom("idea").where("network_id", "=", network.id).execute();
  const wrong = JSON.stringify({ ...(await getNetwork(house.store, network.id))!.view, ideas: {}, items: {} });
  await db.updateTable("network").set({ view: wrong }).where("id", "=", network.id).execute();
  expect(await rebuild(network, { dryRun: true })).toMatchObject({ body: { was: "same", projection: true } });
  expect((await network.show()).state.ideas).toEqual([]);
  expect(await rebuild(network)).toMatchObject({ body: { was: "same", projection: true } });
  expect((await network.show()).state).toEqual(before.state);
  expect(await rebuild(network)).toMatchObject({ body: { projection: false } });
  expect(await db.selectFrom("idea").selectAll().where("network_id", "=", network.id).execute()).toHaveLength(1);
  await db
    .updateTable("ledger")
    .set({ reason: "x" })
    .where("network_id", "=", network.id)
    .where("seq", "=", 2)
    .execute();
  expect(await rebuild(network)).toMatchObject({
    status: 409,
    body: { detail: expect.stringContaining("række 2") as string },
  });
});
