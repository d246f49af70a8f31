// A network that cannot go on: it is seen, it is said what to do, and doing it helps. On a real Temporal, with real faults.
import { fileURLToPath } from "node:url";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { bundleWorkflowCode } from "@temporalio/worker";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createActivities } from "../../activities/create.ts";
import type { NetworkDetailJson, ResetJson } from "../../api/shapes.ts";
import { checksOf } from "../../worker/checks.ts";
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
    const workflowsPath = fileURLToPath(new URL("../support/other-workflows.ts", import.meta.url));
    const other = await bundleWorkflowCode({ workflowsPath, preloadModules: PRELOADED });
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
