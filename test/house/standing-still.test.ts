// A network that cannot go on: it is seen, it is said what to do, and doing it helps. On a real Temporal, with real faults.
import { fileURLToPath } from "node:url";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { bundleWorkflowCode, DefaultLogger } from "@temporalio/worker";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createActivities } from "../../activities/create.ts";
import type { NetworkDetailJson, ResetJson } from "../../api/shapes.ts";
import { ENGINE_LIMITS, instantOf } from "../../api/engine-health.ts";
import { listNetworks } from "../../store/networks.ts";
import { checksOf } from "../../worker/checks.ts";
import { networksGoOn } from "../../worker/networks-check.ts";
import { PRELOADED } from "../../worker/temporal-worker.ts";
import { workflowIdOf } from "../../workflows/messages.ts";
import { fremdrift } from "../cli/given.ts";
import { useHouse, type TestNetwork } from "../support/house.ts";

const house = useHouse({ answerWithin: 3_000 });
let env: Record<string, string>;
let server: ReturnType<typeof serve>;

beforeAll(async () => {
  const { parts, store, admin } = house;
  const transport = { verify: () => Promise.resolve({ ok: true, detail: "" }) };
  parts.checks = checksOf({ store, temporal: parts.temporal, namespace: "default", transport: transport as never });
  server = serve({ fetch: (request) => house.api().app.fetch(request), port: 0, hostname: "127.0.0.1" });
  await new Promise((resolve) => (server.listening ? resolve(undefined) : server.once("listening", resolve)));
  env = { FREMDRIFT_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, FREMDRIFT_TOKEN: admin };
});
afterAll(() => void server.close());

type Engine = NonNullable<NetworkDetailJson["engine"]>;
const engineOf = async (network: TestNetwork): Promise<Engine> => (await network.show()).engine!;
const handleOf = ({ id }: TestNetwork) => house.parts.temporal.workflow.getHandle(workflowIdOf(id));
const reset = (network: TestNetwork, body: object = {}) =>
  house.ask<Partial<ResetJson> & { code?: string }>("POST", `/api/networks/${network.id}/resets`, { body });
const networksCheck = async () => (await house.parts.checks()).find(({ name }) => name === "networks")!;
/** A network's workflow in another version, as the code of its bundle. */
const otherWorkflows = (file: string) => {
  const workflowsPath = fileURLToPath(new URL(`../support/${file}`, import.meta.url));
  const logger = new DefaultLogger("ERROR");
  return bundleWorkflowCode({ workflowsPath, preloadModules: PRELOADED, logger });
};
const PATIENT = { timeout: 30_000 };

/** What happens before the fault, and after it. */
async function first(network: TestNetwork): Promise<void> {
  await network.do("networkLead", "openPhase", { phase: "design" });
  await network.do("networkLead", "pinItem", { item: "m1", start: "2027-03-17T09:00" });
  await network.do("coreMember", "answer", { item: "m1", answer: "declined" });
  await network.do("coreMember", "addIdea", { title: "Ring op" });
  await network.step("2027-03-04");
}
async function then(network: TestNetwork): Promise<void> {
  // It had no answer, and may have happened since: asked again with its key it has happened once.
  await expect.poll(async () => (await unanswered(network)).status, PATIENT).toBe(200);
  await network.do("coreMember", "addIdea", { title: "Skriv ned" });
  await network.step("2027-03-18");
}
const unanswered = (network: TestNetwork) =>
  network.trigger("coreMember", "addIdea", { title: "Uden svar" }, { key: `unanswered-${network.id}` });

/** The ledger without what was done to get the network going. */
const story = async (network: TestNetwork) =>
  (await network.ledger()).filter(({ kind }) => kind !== "network.reset").map(({ seq: _, ...entry }) => entry);

describe("a worker of another version", () => {
  let [changed, waiting, twin]: TestNetwork[] = [];
  beforeAll(async () => {
    const other = await otherWorkflows("other-workflows.ts");
    [changed, waiting, twin] = [await house.network(), await house.network(), await house.network()];
    await Promise.all([changed, waiting, twin].map((network) => first(network)));
    await house.changeWorker({ workflowBundle: other });
    const asked = await Promise.all([changed, waiting].map((network) => unanswered(network)));
    expect(asked.map(({ status }) => status)).toEqual([503, 503]);
  }, 60_000);

  test("makes it stand still, which it says, with why and what to do", async () => {
    await expect
      .poll(() => engineOf(changed!), PATIENT)
      .toMatchObject({
        status: "stuck",
        cause: "nondeterminism",
        machine: expect.stringMatching(/^\w+@\d+$/),
        since: expect.stringMatching(/^20/),
        message: expect.stringContaining("Nondeterminism"),
      });
    const shown = await fremdrift(`network show ${changed!.id} --lang en`, env);
    expect(shown.out).toContain("another version");
    expect(shown.out).toContain(`npx fremdrift network reset ${changed!.id}`);
    expect((await fremdrift(`network show ${changed!.id}`, env)).out).toContain("Netværket står stille");
  });

  test("is seen by doctor, which names those that stand still and only those", async () => {
    await expect.poll(() => engineOf(waiting!), PATIENT).toMatchObject({ status: "stuck" });
    const doctor = await fremdrift("doctor --json --lang en", env);
    const { checks } = doctor.json() as { checks: { name: string; ok: boolean; detail: string; hint: string }[] };
    const check = checks.find(({ name }) => name === "networks")!;
    expect([doctor.code, check.ok]).toEqual([1, false]);
    expect(check.detail).toContain(`${changed!.id} (nondeterminism)`);
    expect(check.detail).toContain(waiting!.id);
    expect(check.detail).not.toContain(twin!.id);
    expect(check.hint).toContain("network show");
  });

  test("is got over by a reset, and nothing is lost or written twice", async () => {
    const done = await fremdrift(["network", "reset", changed!.id, "--reason", "Forkert version", "--json"], env);
    expect([done.code, done.json()]).toMatchObject([0, { again: 4, event: 4 }]);
    await expect.poll(() => engineOf(changed!), PATIENT).toMatchObject({ status: "running" });
    await then(changed!);
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
    await Promise.all([then(waiting!), then(twin!)]);
    expect(await story(waiting!)).toEqual(await story(twin!));
    expect(await story(changed!)).toEqual(await story(twin!));
    expect((await networksCheck()).ok).toBe(true);
  });
});

describe("what else stands still says why, and what to do", () => {
  let broken: Awaited<ReturnType<typeof otherWorkflows>>;
  beforeAll(async () => {
    broken = await otherWorkflows("broken-workflows.ts");
  }, 60_000);

  test("a worker that fails: when it is mended the network goes on by itself", async () => {
    const network = await house.network();
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
    expect((await networksCheck()).detail).toContain(network.id);
    await house.changeWorker();
    expect(await reset(network)).toMatchObject({ status: 201, body: { again: 0 } });
    await expect
      .poll(async () => (await network.ledger()).map(({ kind }) => kind), PATIENT)
      .toContain("network.created");
    expect(await engineOf(network)).toMatchObject({ status: "running" });
  });

  test("no worker finishes its tasks", { timeout: 60_000 }, async () => {
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
    expect(await reset(network)).toMatchObject({ status: 409, body: { code: "state" } });
    for (let taken = 0; taken <= ENGINE_LIMITS.timedOut; taken++) {
      expect(await engineOf(network)).toMatchObject({ status: "running" });
      await take();
    }
    await expect.poll(() => engineOf(network), PATIENT).toMatchObject({ status: "stuck", cause: "timeout" });
    await handleOf(network).terminate();
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
    expect((await networksCheck()).detail).toContain(`${network.id} (activity)`);
    await house.changeWorker({ activities: createActivities({ store: house.store, mailed: () => {} }) });
    await expect.poll(async () => (await network.show()).state.ideas.length, PATIENT).toBe(1);
    expect(await engineOf(network)).toMatchObject({ status: "running" });
  });

  test("terminated by hand: a reset gets it going, with all that had come", async () => {
    const [network, twin] = [await house.network(), await house.network()];
    await Promise.all([first(network), first(twin)]);
    await handleOf(network).terminate("taget for en anden");
    expect(await engineOf(network)).toMatchObject({ status: "terminated", message: "taget for en anden" });
    expect((await fremdrift(`network show ${network.id}`, env)).out).toContain("taget for en anden");
    expect((await networksCheck()).detail).toContain(`${network.id} (terminated)`);
    expect((await reset(network)).status).toBe(201);
    await Promise.all([then(network), then(twin)]);
    expect(await story(network)).toEqual(await story(twin));
  });

  test("Temporal does not know it: no reset helps, and that is said", async () => {
    const network = await house.network();
    const { temporal } = house.parts;
    const workflowExecution = { workflowId: workflowIdOf(network.id) };
    await temporal.workflowService.deleteWorkflowExecution({ namespace: "default", workflowExecution });
    await expect.poll(() => engineOf(network), PATIENT).toMatchObject({ status: "missing" });
    expect((await engineOf(network)).hint).toContain("TEMPORAL_ADDRESS");
    expect((await networksCheck()).detail).toContain(`${network.id} (missing)`);
    expect(await reset(network)).toMatchObject({ status: 409, body: { code: "state" } });
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
    const { out } = await fremdrift(`network show ${network.id} --lang en`, env);
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

describe("a reset", () => {
  test("goes back to the last task before a time, and what came later comes again", async () => {
    const [network, twin] = [await house.network(), await house.network()];
    await Promise.all([first(network), first(twin)]);
    const { events = [] } = await handleOf(network).fetchHistory();
    const done = (events ?? []).filter((event) => event.workflowTaskCompletedEventAttributes);
    const at = new Date(instantOf(done[4]!.eventTime) + 1).toISOString();
    const [from, all] = [await reset(network, { at }), (await reset(twin)).body];
    expect(from).toMatchObject({ status: 201, body: { event: Number(done[4]!.eventId) } });
    expect(Date.parse(from.body.to!)).toBe(Date.parse(at) - 1);
    expect(from.body.again).toBeLessThan(all.again!);
    await Promise.all([then(network), then(twin)]);
    expect(await story(network)).toEqual(await story(twin));
  });

  test("with a key happens once, and may come again after another", async () => {
    const network = await house.network();
    await first(network);
    const asked = { body: { reason: "Prøve" }, key: "one-reset" };
    const ask = () => house.ask<ResetJson>("POST", `/api/networks/${network.id}/resets`, asked);
    const [one, two] = [await ask(), await ask()];
    house.restartApi();
    expect([two.body, (await ask()).body]).toEqual([one.body, one.body]);
    const resets = async () => (await network.ledger()).filter(({ kind }) => kind === "network.reset").length;
    expect(await resets()).toBe(1);
    const again = await reset(network);
    expect(again.body.again).toBe(one.body.again);
    expect(await resets()).toBe(2);
    await then(network);
  });

  test("whose answer was lost is answered when it is asked again: done twice, it is told once and does no harm", async () => {
    const [network, twin] = [await house.network(), await house.network()];
    await Promise.all([first(network), first(twin)]);
    const service = house.parts.temporal.workflowService;
    const reallyReset = service.resetWorkflowExecution;
    service.resetWorkflowExecution = (async (request: Parameters<typeof reallyReset>[0]) => {
      service.resetWorkflowExecution = reallyReset;
      await reallyReset.call(service, request);
      await house.parts.temporal.withDeadline(Date.now() - 1, () => service.getSystemInfo({}));
    }) as never;
    const ask = () =>
      house.ask<ResetJson>("POST", `/api/networks/${network.id}/resets`, { body: {}, key: "lost-reset" });
    expect(await ask()).toMatchObject({ status: 503, body: { code: "no-temporal" } });
    expect(await ask()).toMatchObject({ status: 201, body: { again: 4 } });
    expect((await network.ledger()).filter(({ kind }) => kind === "network.reset")).toHaveLength(1);
    await Promise.all([then(network), then(twin)]);
    expect(await story(network)).toEqual(await story(twin));
  });

  test("is refused: before its run, of no time, without the right, after its end, where there is none", async () => {
    const network = await house.network();
    const early = await reset(network, { at: "2020-01-01T09:00" });
    expect(early).toMatchObject({
      status: 422,
      body: { errors: [{ path: "at", message: expect.stringMatching(/20\d\d-/) }] },
    });
    expect(await reset(network, { at: "i går" })).toMatchObject({ status: 422, body: { errors: [{ path: "at" }] } });
    await first(network);
    const late = await fremdrift(`network reset ${network.id} --at 2099-01-01T09:00 --lang en`, env);
    expect([late.code, late.out]).toEqual([
      0,
      expect.stringMatching(/^The network goes on from .*; 0 things that came/),
    ]);
    expect((await fremdrift(`network reset ${network.id} --at nu`, env)).code).toBe(2);
    const as = await network.tokenOf("networkLead");
    const mine = await house.ask("POST", `/api/networks/${network.id}/resets`, { body: {}, as });
    expect(mine).toMatchObject({ status: 403, body: { code: "not-allowed" } });
    expect(await house.ask("POST", "/api/networks/none/resets", { body: {} })).toMatchObject({ status: 404 });
    await network.do("networkLead", "stopNetwork", { reason: "Prøve" });
    await network.do("referenceManager", "stopNetwork", { reason: "Prøve" });
    expect(await engineOf(network)).toMatchObject({ status: "ended" });
    expect(await reset(network)).toMatchObject({ status: 409, body: { code: "ended" } });
  });
});
