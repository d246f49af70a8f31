// A release with a second version of the network's machine: who runs what, what would become of them, and that it does.
import { decodeArrayFromPayloads } from "@temporalio/common/lib/internal-non-workflow/index.js";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { MachineVersionsJson, MigrationJson, NewMigrationJson } from "../../api/machine-shapes.ts";
import type { EntryJson } from "../../api/shapes.ts";
import type { NetworkEnvelope } from "../../workflows/messages.ts";
import { NETWORK_WORKFLOW, workflowIdOf } from "../../workflows/messages.ts";
import type { Answer, TestNetwork } from "../support/house.ts";
import { atRest, engineOf, first, handleOf, otherWorkflows, PATIENT, useServedHouse } from "./standing-still.ts";

const { house, command } = useServedHouse();

const [ONE, TWO] = ["network@1", "network@2"] as const;
let next: Awaited<ReturnType<typeof otherWorkflows>>;
beforeAll(async () => {
  next = await otherWorkflows("next-workflows.ts");
}, 120_000);

/** As after a deployment of the release before, or of the next. */
const deployed = async (release: "this" | "next") => {
  const isNext = release === "next";
  await house.changeWorker(isNext ? { workflowBundle: next } : {});
  house.parts.machines = isNext ? { carried: [ONE, TWO], newest: TWO } : { carried: [ONE], newest: ONE };
};

const migrate = (asked: NewMigrationJson, key?: string): Promise<Answer<MigrationJson & { errors?: object[] }>> =>
  house.ask("POST", "/api/machines/migrations", { body: asked, ...(key !== undefined && { key }) });
const ofVersions = async () => (await house.ask<MachineVersionsJson>("GET", "/api/machines/versions")).body;
const idsOn = async (machine: string) =>
  (await ofVersions()).running.find((group) => group.machine === machine)?.networks ?? [];

const kinds = async (network: TestNetwork) => (await network.ledger()).map(({ kind }) => kind);
const reminded = (entries: EntryJson[]) =>
  entries
    .filter(({ kind, rule }) => kind === "message.sent" && rule?.startsWith("meeting"))
    .map(({ planned }) => planned);

test("where no network runs there is nothing to do, and that is said", async () => {
  const done = await command("machine migrate");
  expect([done.code, done.out]).toEqual([
    0,
    expect.stringContaining(`intet at gøre: ingen netværk i gang skal flyttes til ${ONE}`),
  ]);
  const shown = await command("machine versions");
  expect([shown.code, shown.out]).toEqual([
    0,
    expect.stringMatching(/^Denne installation kender network@1;[^]*Ingen netværk er i gang/),
  ]);
});

describe("the next release", () => {
  let [old, young, stubborn, ended]: TestNetwork[] = [];

  beforeAll(async () => {
    [old, stubborn, ended] = [await house.network(), await house.network(), await house.network()];
    await Promise.all([old, stubborn, ended].map((network) => first(network)));
    await stubborn.do("networkLead", "cancelItem", { item: "m1", reason: "Ingen kan" });
    await ended.do("networkLead", "stopNetwork", { reason: "Prøve" });
    await ended.do("referenceManager", "stopNetwork", { reason: "Prøve" });
    // Its ledger is written a moment after the answer: a worker that ends in that moment leaves it to the next one.
    await vi.waitFor(async () => {
      if (!(await ended!.show()).ended) throw new Error("its end is not written yet");
    }, 30_000);
    await deployed("next");
    young = await house.network();
    await first(young);
  }, 120_000);

  test("lets those that run stay on their version, and new ones begin with its own: side by side, each with its own behaviour", async () => {
    expect(await ofVersions()).toMatchObject({
      carried: [ONE, TWO],
      newest: TWO,
      running: [
        { machine: ONE, carried: true, count: 2, networks: [old!.id, stubborn!.id] },
        { machine: TWO, carried: true, count: 1, networks: [young!.id] },
      ],
    });
    expect(reminded(await old!.step("2027-03-11"))).toEqual(["2027-03-10T09:00:00+01:00"]);
    expect(reminded(await young!.step("2027-03-11"))).toEqual(["2027-03-10T10:00:00+01:00"]);
    expect([(await engineOf(old!)).machine, (await engineOf(young!)).machine]).toEqual([ONE, TWO]);
    const shown = await command("machine versions --lang en");
    expect([shown.code, shown.out]).toEqual([
      0,
      expect.stringContaining(`carries ${ONE}, ${TWO}; new networks begin with ${TWO}`),
    ]);
    expect(shown.out).toMatch(new RegExp(`✓ ${ONE} +2 networks +${old!.id}, ${stubborn!.id}`));
    expect(shown.out).toContain("npx fremdrift machine migrate --dry-run");
  });

  test("tells what would become of each, and which cannot and why, and changes nothing", async () => {
    const before = [await old!.ledger(), await stubborn!.ledger()];
    const { status, body } = await migrate({ dryRun: true });
    expect(status).toBe(200);
    expect(body).toEqual({ to: TWO, dryRun: true, networks: expect.any(Array), left: 0 });
    const [would, wouldNot] = body.networks;
    expect(would).toMatchObject({ id: old!.id, from: ONE, status: "can", problems: [] });
    expect(would!.changes).toContainEqual({
      change: "value",
      actor: "idea:i1",
      text: "Idé i1: captured → noted",
    });
    expect(would!.changes).toContainEqual({
      change: "timer moved",
      actor: "item:m1",
      text: expect.stringMatching(/^Møde 1: den næste besked flyttes$/),
      was: "2027-03-15T09:00:00+01:00",
      // By the hour that the rules now have, one that has gone would be next: it is suppressed as too late.
      at: "2027-03-10T10:00:00+01:00",
    });
    expect(wouldNot).toMatchObject({ id: stubborn!.id, status: "cannot" });
    expect(wouldNot!.problems).toEqual([
      { path: "item:m1 › cancelled", problem: expect.stringContaining("does not exist"), instead: expect.any(String) },
    ]);
    const told = await command("machine migrate --dry-run --lang en");
    expect(told.code).toBe(1);
    expect(told.out).toContain(`✓ ${old!.id} (${ONE}): can be moved`);
    expect(told.out).toMatch(/the next message is moved \(15 Mar 2027 09:00 → 10 Mar 2027 10:00\)/);
    expect(told.out).toContain(`✗ ${stubborn!.id} (${ONE}): cannot be moved`);
    expect([await old!.ledger(), await stubborn!.ledger()]).toEqual(before);
    expect(await idsOn(ONE)).toEqual([old!.id, stubborn!.id]);
  });

  test("moves each whole or not at all; the ledger says it, and goes on without a gap", async () => {
    const before = await stubborn!.ledger();
    const done = await command(["machine", "migrate", "--json", "--key", "to-two"]);
    const { networks } = done.json() as MigrationJson;
    expect([done.code, networks.map(({ id, status }) => [id, status])]).toEqual([
      1,
      [
        [old!.id, "migrated"],
        [stubborn!.id, "cannot"],
      ],
    ]);
    expect(networks[0]!.changes).toContainEqual(expect.objectContaining({ actor: "idea:i1", change: "value" }));
    const isMove = ({ kind }: EntryJson) => kind === "machine.migrated";
    expect((await old!.ledger()).findLast(isMove)).toMatchObject({
      subject: "network",
      by: "administrator",
      data: { from: ONE, machine: TWO },
    });
    expect(await stubborn!.ledger()).toEqual(before);
    expect([await idsOn(ONE), await idsOn(TWO)]).toEqual([[stubborn!.id], [old!.id, young!.id]]);

    expect(reminded(await old!.step("2027-03-16"))).toEqual(["2027-03-15T10:00:00+01:00"]);
    await old!.do("coreMember", "addIdea", { title: "Skriv ned" });
    expect((await old!.show()).state.ideas).toHaveLength(2);
    expect((await old!.ledger()).map(({ seq }) => seq)).toEqual((await old!.ledger()).map((_, index) => index + 1));
    expect(await engineOf(old!)).toMatchObject({ status: "running", machine: TWO });
    await stubborn!.do("coreMember", "addIdea", { title: "Skriv ned" });
    expect(await engineOf(stubborn!)).toMatchObject({ status: "running", machine: ONE });
  });

  test("answers a repetition alike, does it once, and says when there is nothing to do", async () => {
    const again = (key: string) => command(["machine", "migrate", "--json", "--key", key]);
    const before = (await again("to-two")).json();
    house.restartApi();
    expect((await again("to-two")).json()).toEqual(before);
    expect((await kinds(old!)).filter((kind) => kind === "machine.migrated")).toHaveLength(1);
    const { body } = await migrate({ networks: [old!.id, ended!.id] });
    expect(body.networks.map(({ status }) => status)).toEqual(["current", "ended"]);
    expect(await migrate({ networks: [old!.id] }, "to-two")).toMatchObject({
      status: 409,
      body: { code: "key-reused" },
    });
    const nothing = await command(`machine migrate ${old!.id} --to ${TWO} --lang en`);
    expect([nothing.code, nothing.out]).toEqual([0, expect.stringContaining("runs it already")]);
  });

  test("refuses what it does not know, as a whole, and whoever is no administrator", async () => {
    const unknown = await migrate({ to: "network@7" });
    expect(unknown).toMatchObject({ status: 422, body: { errors: [{ path: "to" }] } });
    expect(JSON.stringify(unknown.body.errors)).toContain(TWO);
    expect(await migrate({ networks: [stubborn!.id, "nobody"] })).toMatchObject({ status: 404 });
    const as = await old!.tokenOf("networkLead");
    const asked = { as, body: { dryRun: true } };
    expect((await house.ask("POST", "/api/machines/migrations", asked)).status).toBe(403);
    expect((await house.ask("GET", "/api/machines/versions", { as })).status).toBe(403);
    expect(await idsOn(ONE)).toEqual([stubborn!.id]);
  });

  test("taken back: what the older worker does not carry stands still, says so, and is lost to nobody", async () => {
    await deployed("this");
    await expect
      .poll(
        async () => (await young!.trigger("coreMember", "addIdea", { title: "Vent" }, { key: "wait" })).status,
        PATIENT,
      )
      .toBe(503);
    const stuck = { status: "stuck", cause: "task", message: expect.stringContaining(`does not carry ${TWO}`) };
    await expect.poll(() => engineOf(young!), PATIENT).toMatchObject(stuck);
    expect((await command(`network show ${young!.id}`)).out).toContain(`does not carry ${TWO}`);
    const shown = await command("machine versions --lang en");
    expect([shown.code, shown.out]).toEqual([1, expect.stringContaining(`✗ ${TWO}`)]);
    expect(shown.out).toContain(`Start a version of Fremdrift that carries ${TWO}`);
    const { body } = await migrate({ networks: [young!.id], to: ONE, dryRun: true });
    expect(body.networks).toMatchObject([{ status: "cannot", problems: [{ path: "worker" }] }]);
    const ledger = await young!.ledger();

    await deployed("next");
    await expect.poll(() => engineOf(young!), PATIENT).toMatchObject({ status: "running", machine: TWO });
    const { status } = await young!.trigger("coreMember", "addIdea", { title: "Vent" }, { key: "wait" });
    expect(status).toBe(200);
    const after = await young!.ledger();
    expect(after.slice(0, ledger.length)).toEqual(ledger);
    expect((await kinds(young!)).filter((kind) => kind === "idea.captured")).toHaveLength(2);
  }, 120_000);

  test("a worker that does not carry the version that is asked for says so, and the network is as it was", async () => {
    await deployed("this");
    house.parts.machines = { carried: [ONE, TWO], newest: TWO };
    for (const dryRun of [true, false]) {
      const { body } = await migrate({ networks: [stubborn!.id], dryRun });
      expect(body.networks).toMatchObject([
        { status: "cannot", problems: [{ path: "worker", problem: expect.stringContaining(`does not carry ${TWO}`) }] },
      ]);
    }
    expect(await engineOf(stubborn!)).toMatchObject({ status: "running", machine: ONE });
  });
});

test("one that has not answered is asked again with the same key, and then has been moved once", async () => {
  await deployed("next");
  house.parts.machines!.newest = ONE;
  const network = await house.network();
  await first(network);
  await atRest(house, network);
  await house.changeWorker({ workflowBundle: await otherWorkflows("broken-workflows.ts") });
  const asked = { networks: [network.id], to: TWO };
  const line = ["machine", "migrate", network.id, "--to", TWO, "--key", "patience", "--lang", "en"];
  const silent = await command(line);
  expect([silent.code, silent.out, silent.err]).toEqual([
    1,
    expect.stringContaining(`✗ ${network.id} (${ONE}): did not answer`),
    expect.stringContaining("--key patience"),
  ]);
  await deployed("next");
  await expect
    .poll(async () => (await migrate({ ...asked, dryRun: false }, "patience")).body.networks[0]!.status, PATIENT)
    .not.toBe("unanswered");
  expect(await idsOn(TWO)).toContain(network.id);
  expect((await kinds(network)).filter((kind) => kind === "machine.migrated")).toHaveLength(1);
}, 120_000);

test("one that no worker has carried yet is shown with what it is to run", async () => {
  await deployed("this");
  house.parts.machines = { carried: [ONE, TWO], newest: TWO };
  const network = await house.network();
  house.parts.machines = { carried: [ONE], newest: ONE };
  expect(await idsOn(TWO)).toContain(network.id);
  await deployed("next");
  await first(network);
  expect(await engineOf(network)).toMatchObject({ status: "running", machine: TWO });
}, 120_000);

test("what a later host put away is refused, not misread, until one comes that knows it", async () => {
  await deployed("this");
  const network = await house.network();
  const { events } = await handleOf(house, network).fetchHistory();
  const { payloads } = events![0]!.workflowExecutionStartedEventAttributes!.input!;
  const { loadedDataConverter } = house.parts.temporal.options;
  const [envelope] = (await decodeArrayFromPayloads(loadedDataConverter, payloads)) as [NetworkEnvelope];
  await handleOf(house, network).terminate();
  await house.parts.temporal.workflow.start(NETWORK_WORKFLOW, {
    workflowId: workflowIdOf(network.id),
    taskQueue: house.parts.taskQueue,
    args: [{ ...envelope, v: 2 }],
    workflowTaskTimeout: "2s",
  });
  const stuck = { status: "stuck", cause: "task", message: expect.stringContaining("envelope 2") };
  await expect.poll(() => engineOf(network), PATIENT).toMatchObject(stuck);
  await deployed("next");
  await expect.poll(() => engineOf(network), PATIENT).toMatchObject({ status: "running" });
  await first(network);
  expect((await network.show()).state.ideas).toHaveLength(1);
}, 120_000);
