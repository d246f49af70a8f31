// What tests of networks that stand still share: a house with its real checks, which the command line reaches, and what happens.
import { fileURLToPath } from "node:url";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { bundleWorkflowCode, DefaultLogger } from "@temporalio/worker";
import { afterAll, beforeAll, expect, vi } from "vitest";
import type { NetworkDetailJson, ResetJson } from "../../api/shapes.ts";
import { checksOf } from "../../worker/checks.ts";
import { codeOf } from "../../worker/temporal-worker.ts";
import { workflowIdOf } from "../../workflows/messages.ts";
import { fremdrift, type Done } from "../cli/given.ts";
import { useHouse, type Answer, type TestHouse, type TestNetwork } from "../support/house.ts";

/** A house, and `command`: the command line that speaks to it. */
export function useServedHouse(): { house: TestHouse; command: (line: string | string[]) => Promise<Done> } {
  // What is asked of a network that stands still waits so long; a busy machine may take seconds for one that does not.
  const house = useHouse({ answerWithin: 8_000 });
  let server: ReturnType<typeof serve>;
  let env: Record<string, string>;
  beforeAll(async () => {
    const { parts, store, admin } = house;
    const transport = { verify: () => Promise.resolve({ ok: true, detail: "" }) };
    parts.checks = checksOf({
      store,
      temporal: parts.temporal,
      namespace: "default",
      transport: transport as never,
      inboxes: () => undefined,
    });
    server = serve({ fetch: (request) => house.api().app.fetch(request), port: 0, hostname: "127.0.0.1" });
    await new Promise((resolve) => (server.listening ? resolve(undefined) : server.once("listening", resolve)));
    env = { FREMDRIFT_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, FREMDRIFT_TOKEN: admin };
  });
  afterAll(() => void server.close());
  return { house, command: (line) => fremdrift(line, env) };
}

/** A server tries a task that failed or took too long again later and later: on a busy machine after a minute, too. */
export const PATIENT = { timeout: 110_000 };

export const engineOf = async (network: TestNetwork): Promise<NonNullable<NetworkDetailJson["engine"]>> =>
  (await network.show()).engine!;

export const handleOf = (house: TestHouse, { id }: TestNetwork) =>
  house.parts.temporal.workflow.getHandle(workflowIdOf(id));

/**
 * Resolves when nothing is between the network and its worker. A task that a worker is handed as it stops is lost until its
 * time is up; those after it fail in silence, since a worker tells the server of a first attempt alone.
 */
export const atRest = (house: TestHouse, network: TestNetwork) =>
  vi.waitFor(async () => {
    const { pendingWorkflowTask, pendingActivities } = (await handleOf(house, network).describe()).raw;
    expect([pendingWorkflowTask ?? [], pendingActivities ?? []].flat()).toEqual([]);
  }, PATIENT);

export const networksCheck = async (house: TestHouse) =>
  (await house.parts.checks()).find(({ name }) => name === "networks")!;

type Reset = Answer<Partial<ResetJson> & { code?: string }>;
export const reset = (house: TestHouse, network: TestNetwork, body: object = {}, key?: string): Promise<Reset> =>
  house.ask("POST", `/api/networks/${network.id}/resets`, { body, ...(key !== undefined && { key }) });

/** The network's workflow in another version, as the code of its bundle. */
export function otherWorkflows(file: string): ReturnType<typeof bundleWorkflowCode> {
  const workflowsPath = fileURLToPath(new URL(`../support/${file}`, import.meta.url));
  const logger = new DefaultLogger("ERROR");
  return bundleWorkflowCode({ ...codeOf(workflowsPath), logger });
}

/** What happens before the fault: four triggers and a step, of which four go to the network's workflow. */
export async function first(network: TestNetwork): Promise<void> {
  await network.do("networkLead", "openPhase", { phase: "design" });
  await network.do("networkLead", "pinItem", { item: "m1", start: "2027-03-17T09:00" });
  await network.do("coreMember", "answer", { item: "m1", answer: "declined" });
  await network.do("coreMember", "addIdea", { title: "Ring op" });
  await network.step("2027-03-04");
}

/** What was asked while it stood still. It had no answer, and may have happened since. */
export const unanswered = (network: TestNetwork) =>
  network.trigger("coreMember", "addIdea", { title: "Uden svar" }, { key: `unanswered-${network.id}` });

/** What happens after the fault: first what had no answer is asked again with its key. */
export async function later(network: TestNetwork): Promise<void> {
  await expect.poll(async () => (await unanswered(network)).status, PATIENT).toBe(200);
  await network.do("coreMember", "addIdea", { title: "Skriv ned" });
  await network.step("2027-03-18");
}

/** The ledger without what was done to get the network going. */
export const story = async (network: TestNetwork) =>
  (await network.ledger()).filter(({ kind }) => kind !== "network.reset").map(({ seq: _, ...entry }) => entry);
