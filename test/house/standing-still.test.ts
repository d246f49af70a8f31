// A network that cannot go on: it is seen, it is said what to do, and doing it helps. On a real Temporal, with real faults.
import { beforeAll, describe, expect, test, vi } from "vitest";
import { createActivities } from "../../activities/create.ts";
import { ENGINE_LIMITS } from "../../api/engine-health.ts";
import type { ResetJson } from "../../api/shapes.ts";
import { listNetworks } from "../../store/networks.ts";
import { networksGoOn } from "../../worker/networks-check.ts";
import { workflowIdOf } from "../../workflows/messages.ts";
import type { TestNetwork } from "../support/house.ts";
import {
  atRest,
  engineOf,
  first,
  handleOf,
  networksCheck,
  otherWorkflows,
  PATIENT,
  reset,
  story,
  later,
  unanswered,
  useServedHouse,
} from "./standing-still.ts";

// Each waits for a server that tries again later and later.
vi.setConfig({ testTimeout: 300_000 });

const { house, command } = useServedHouse();

describe("a worker of another version", () => {
  let [changed, waiting, twin]: TestNetwork[] = [];
  let statuses: number[] = [];
  beforeAll(async () => {
    const other = await otherWorkflows("other-workflows.ts");
    [changed, waiting, twin] = [await house.network(), await house.network(), await house.network()];
    await Promise.all([changed, waiting, twin].map((network) => first(network)));
    await Promise.all([changed, waiting, twin].map((network) => atRest(house, network)));
    await house.changeWorker({ workflowBundle: other });
    const asked = await Promise.all([changed, waiting].map((network) => unanswered(network)));
    statuses = asked.map(({ status }) => status);
  }, 120_000);

  test("makes it stand still, which it says, with why and what to do", async () => {
    expect(statuses).toEqual([503, 503]);
    await expect
      .poll(() => engineOf(changed!), PATIENT)
      .toMatchObject({
        status: "stuck",
        cause: "nondeterminism",
        machine: expect.stringMatching(/^\w+@\d+$/),
        since: expect.stringMatching(/^20/),
        message: expect.stringContaining("Nondeterminism"),
      });
    const shown = await command(`network show ${changed!.id} --lang en`);
    expect(shown.out).toContain("another version");
    expect(shown.out).toContain(`npx fremdrift network reset ${changed!.id}`);
    expect((await command(`network show ${changed!.id}`)).out).toContain("Netværket står stille");
  });

  test("is seen by doctor, which names those that stand still and only those", async () => {
    await expect.poll(() => engineOf(waiting!), PATIENT).toMatchObject({ status: "stuck" });
    const doctor = await command("doctor --json --lang en");
    const { checks } = doctor.json() as { checks: { name: string; ok: boolean; detail: string; hint: string }[] };
    const check = checks.find(({ name }) => name === "networks")!;
    expect([doctor.code, check.ok]).toEqual([1, false]);
    expect(check.detail).toContain(`${changed!.id} (nondeterminism)`);
    expect(check.detail).toContain(waiting!.id);
    expect(check.detail).not.toContain(twin!.id);
    expect(check.hint).toContain("network show");
  });

  test("is got over by a reset, and nothing is lost or written twice", async () => {
    const done = await command(["network", "reset", changed!.id, "--reason", "Forkert version", "--json"]);
    expect([done.code, done.json()]).toMatchObject([0, { again: 4, event: 4 }]);
    await expect.poll(() => engineOf(changed!), PATIENT).toMatchObject({ status: "running" });
    await later(changed!);
    expect((await changed!.ledger()).find(({ kind }) => kind === "network.reset")).toMatchObject({
      by: "administrator",
      role: "administrator",
      reason: "Forkert version",
      data: { to: (done.json() as ResetJson).to },
    });
  });

  test("is got over by the worker it began with, too", async () => {
    await house.changeWorker();
    await expect.poll(() => engineOf(waiting!), PATIENT).toMatchObject({ status: "running" });
    await Promise.all([later(waiting!), later(twin!)]);
    expect(await story(waiting!)).toEqual(await story(twin!));
    expect(await story(changed!)).toEqual(await story(twin!));
    expect((await networksCheck(house)).ok).toBe(true);
  });
});

describe("what else stands still says why, and what to do", () => {
  let broken: Awaited<ReturnType<typeof otherWorkflows>>;
  beforeAll(async () => {
    broken = await otherWorkflows("broken-workflows.ts");
  }, 120_000);

  test("a worker that fails: when it is mended the network goes on by itself", async () => {
    const network = await house.network();
    await atRest(house, network);
    await house.changeWorker({ workflowBundle: broken });
    expect((await unanswered(network)).status).toBe(503);
    const stuck = { status: "stuck", cause: "task", message: "throws each time" };
    await expect.poll(() => engineOf(network), PATIENT).toMatchObject(stuck);
    await house.changeWorker();
    await expect.poll(() => engineOf(network), PATIENT).toMatchObject({ status: "running" });
    await expect.poll(async () => (await unanswered(network)).status, PATIENT).toBe(200);
  });

  test("a worker that gives it up for good: a reset begins it again, on one that knows it", async () => {
    await house.changeWorker({ workflowBundle: broken });
    const network = await house.network({ clock: "real", start: "2099-01-05" });
    const failed = { status: "failed", cause: "task", message: "fails for good" };
    await expect.poll(() => engineOf(network), PATIENT).toMatchObject(failed);
    expect((await networksCheck(house)).detail).toContain(network.id);
    await house.changeWorker();
    expect(await reset(house, network)).toMatchObject({ status: 201, body: { again: 0 } });
    await expect
      .poll(async () => (await network.ledger()).map(({ kind }) => kind), PATIENT)
      .toContain("network.created");
    expect(await engineOf(network)).toMatchObject({ status: "running" });
  });

  test("no worker finishes its tasks", async () => {
    const { parts } = house;
    const [usual, own] = [parts.taskQueue, "a-queue-of-its-own"];
    parts.taskQueue = own;
    const network = await house.network();
    parts.taskQueue = usual;
    const asked = { namespace: "default", taskQueue: { name: own } };
    const take = () =>
      parts.temporal.withDeadline(Date.now() + 20_000, () =>
        parts.temporal.workflowService.pollWorkflowTaskQueue(asked),
      );
    expect(await reset(house, network)).toMatchObject({ status: 409, body: { code: "state" } });
    for (let taken = 0; taken <= ENGINE_LIMITS.timedOut; taken++) {
      expect(await engineOf(network)).toMatchObject({ status: "running" });
      await take();
    }
    await expect.poll(() => engineOf(network), PATIENT).toMatchObject({ status: "stuck", cause: "timeout" });
    await handleOf(house, network).terminate();
  });

  test("its ledger cannot be written: it is tried again by itself", async () => {
    const network = await house.network();
    const write = () => Promise.reject(new Error("the disk is full"));
    await house.changeWorker({ activities: { write } });
    await network.do("coreMember", "addIdea", { title: "Ring op" });
    // Whoever was answered waits for the ledger: another API object was not.
    house.restartApi();
    const stuck = { status: "stuck", cause: "activity", message: expect.stringContaining("the disk is full") };
    await expect.poll(() => engineOf(network), PATIENT).toMatchObject(stuck);
    expect((await networksCheck(house)).detail).toContain(`${network.id} (activity)`);
    await house.changeWorker({ activities: createActivities({ store: house.store, mailed: () => {} }) });
    await expect.poll(async () => (await network.show()).state.ideas.length, PATIENT).toBe(1);
    expect(await engineOf(network)).toMatchObject({ status: "running" });
  });

  test("terminated by hand: a reset gets it going, with all that had come", async () => {
    const [network, twin] = [await house.network(), await house.network()];
    await Promise.all([first(network), first(twin)]);
    await handleOf(house, network).terminate("taget for en anden");
    expect(await engineOf(network)).toMatchObject({ status: "terminated", message: "taget for en anden" });
    expect((await command(`network show ${network.id}`)).out).toContain("taget for en anden");
    expect((await networksCheck(house)).detail).toContain(`${network.id} (terminated)`);
    expect((await reset(house, network)).status).toBe(201);
    await Promise.all([later(network), later(twin)]);
    expect(await story(network)).toEqual(await story(twin));
  });

  test("Temporal does not know it: no reset helps, and that is said", async () => {
    const network = await house.network();
    const { temporal } = house.parts;
    const workflowExecution = { workflowId: workflowIdOf(network.id) };
    await temporal.workflowService.deleteWorkflowExecution({ namespace: "default", workflowExecution });
    await expect.poll(() => engineOf(network), PATIENT).toMatchObject({ status: "missing" });
    expect((await engineOf(network)).hint).toContain("TEMPORAL_ADDRESS");
    expect((await networksCheck(house)).detail).toContain(`${network.id} (missing)`);
    expect(await reset(house, network)).toMatchObject({ status: 409, body: { code: "state" } });
    await house.store.db.updateTable("network").set({ ended_at: 1 }).where("id", "=", network.id).execute();
  });

  test("faults of its machine, the last five of all there were", async () => {
    const network = await house.network();
    await network.do("networkLead", "openPhase", { phase: "design" });
    const { seq } = await network.show();
    const fault = (i: number) => ({
      n: seq + i,
      at: 0,
      kind: "machine.fault",
      subject: "idea:i1",
      reason: `fault ${i}`,
    });
    const told = [1, 2, 3, 4, 5, 6, 7].map((i) => ({ do: "record" as const, entry: fault(i) }));
    await createActivities({ store: house.store, mailed: () => {} }).write({ network: network.id, told, now: 0 });
    const { faults } = await engineOf(network);
    expect(faults.count).toBe(7);
    expect(faults.last.map(({ reason }) => reason)).toEqual([7, 6, 5, 4, 3].map((i) => `fault ${i}`));
    const { out } = await command(`network show ${network.id} --lang en`);
    expect(out).toContain("7 faults on the way, the latest:");
    expect(out).toContain("fault 7");
  });
});

describe("doctor asks about so many, and those first that Temporal has seen closed", () => {
  const FEW = { asked: 2, atOnce: 1, named: 1 };
  test("the oldest, terminated, is found though there are more than are asked", async () => {
    const { store, parts } = house;
    const [oldest] = (await listNetworks(store)).filter(({ endedAt }) => endedAt === undefined);
    await expect(networksGoOn(store, parts.temporal, FEW)).resolves.toMatch(/^2 go on; 2 of \d+ were asked$/);
    const handle = parts.temporal.workflow.getHandle(workflowIdOf(oldest!.id));
    await handle.terminate();
    const found = () => networksGoOn(store, parts.temporal, FEW).catch((error: Error) => error.message);
    await expect.poll(found, PATIENT).toMatch(`1 of 2 stand still: ${oldest!.id} (terminated); 2 of`);
  });
});
