// Networks as they are read.
import { createRoute, z } from "@hono/zod-openapi";
import { getNetwork, listNetworks, type Network } from "../store/networks.ts";
import { lastOfKind } from "../store/ledger.ts";
import type { Routes } from "./app.ts";
import { engineOf } from "./engine-health.ts";
import { engineJson } from "./engine-words.ts";
import { answers, NETWORK_ID, problems } from "./openapi.ts";
import { leadsIn } from "./reader.ts";
import { agendaOf, networkDetail, networkJson, readEntries } from "./reads.ts";
import { planInForce } from "../machines/in-force.ts";
import { AgendaShape, EntryShape, NetworkDetailShape, NetworkShape, PlanShape } from "./shapes.ts";
import { languageOf } from "./words.ts";

/** Ledger entries in one answer at the most. */
const MAX_ENTRIES = 10_000;

/** Faults of its machine that a network shows. */
const MAX_FAULTS = 5;

/** The highest number an entry can have. */
const MAX_SEQ = 2_147_483_647;

const LEDGER = z.object({
  after: z.coerce.number().int().min(0).max(MAX_SEQ).optional().describe("entries after this number"),
  limit: z.coerce.number().int().min(1).max(MAX_ENTRIES).optional(),
});

export function addNetworkRoutes({ app, parts, admit, plans, submit }: Routes): void {
  const { store } = parts;
  const read = async (id: string) => (await getNetwork(store, id)) as Network;
  const clockOf = (network: Network) => (network.clock === "real" && !network.endedAt ? parts.now() : network.now);

  const list = createRoute({
    method: "get",
    path: "/api/networks",
    summary: "The networks you may see",
    responses: { ...answers(200, z.array(NetworkShape)), ...problems(401) },
  });
  app.openapi(list, async (c) => {
    const { principal } = await admit(c);
    const own = principal.admin ? {} : { personId: principal.id };
    const networks = await listNetworks(store, own);
    const lines = networks.map(async (network) => {
      const plan = await plans(network.id);
      return networkJson({ ...network, start: plan.start, zone: plan.programme.zone });
    });
    return c.json(await Promise.all(lines), 200);
  });

  const one = createRoute({
    method: "get",
    path: "/api/networks/{id}",
    summary: "A network with its state and what is missing",
    request: { params: NETWORK_ID },
    responses: { ...answers(200, NetworkDetailShape), ...problems(401, 404) },
  });
  app.openapi(one, async (c) => {
    const { id } = c.req.valid("param");
    await admit(c, id);
    await submit.settled(id);
    const network = await read(id);
    const language = languageOf(c.req.header("accept-language"));
    const [detail, engine] = await Promise.all([
      networkDetail(store, network, clockOf(network), language),
      engineOf(parts.temporal, { id, ended: network.endedAt !== undefined, machine: network.view.machine }),
    ]);
    const { zone } = network.plan.programme;
    const faults = await lastOfKind(store, id, "machine.fault", MAX_FAULTS);
    return c.json({ ...detail, engine: engineJson(engine, faults, { id, zone, language }) }, 200);
  });

  const ledger = createRoute({
    method: "get",
    path: "/api/networks/{id}/ledger",
    summary: "What has happened, in order",
    request: { params: NETWORK_ID, query: LEDGER },
    responses: { ...answers(200, z.array(EntryShape)), ...problems(401, 404, 422) },
  });
  app.openapi(ledger, async (c) => {
    const { id } = c.req.valid("param");
    const admitted = await admit(c, id);
    await submit.settled(id);
    const { after, limit } = c.req.valid("query");
    const { programme } = await plans(id);
    const which = { zone: programme.zone, limit: limit ?? MAX_ENTRIES, ...(after !== undefined && { after }) };
    const entries = await readEntries(store, id, which);
    // What became of each mail, and what the readers' mail servers said, is for whoever leads.
    return c.json(leadsIn(programme, admitted) ? entries : entries.map(({ deliveries: _, ...entry }) => entry), 200);
  });

  const plan = createRoute({
    method: "get",
    path: "/api/networks/{id}/plan",
    summary: "The network's own programme and its dates, as they now stand",
    request: { params: NETWORK_ID },
    responses: { ...answers(200, PlanShape), ...problems(401, 404) },
  });
  app.openapi(plan, async (c) => {
    const { id } = c.req.valid("param");
    await admit(c, id);
    await submit.settled(id);
    const network = await read(id);
    return c.json(planInForce(network.plan, network.view), 200);
  });

  const agenda = createRoute({
    method: "get",
    path: "/api/networks/{id}/agenda",
    summary: "What is due next, and to whom",
    request: { params: NETWORK_ID },
    responses: { ...answers(200, z.array(AgendaShape)), ...problems(401, 404) },
  });
  app.openapi(agenda, async (c) => {
    const { id } = c.req.valid("param");
    await admit(c, id);
    await submit.settled(id);
    const network = await read(id);
    const language = languageOf(c.req.header("accept-language"));
    return c.json(await agendaOf(parts, network, clockOf(network), language), 200);
  });
}
