// Versions of the network's machine: which there are, which networks run what, and networks moved to another.
import { createRoute } from "@hono/zod-openapi";
import { MACHINE } from "../machines/network/compile.ts";
import { VERSIONS } from "../machines/network/versions.ts";
import { saveAnswers } from "../store/idempotency.ts";
import { machinesOf } from "../store/networks.ts";
import type { MachineName } from "../workflows/messages.ts";
import { actorOf, claimOf, demandAdmin, type Admitted } from "./admission.ts";
import type { Routes } from "./app.ts";
import { engineOf } from "./engine-health.ts";
import {
  MachineVersionsShape,
  MAX_NETWORKS,
  MigrationShape,
  NewMigrationShape,
  type MachineVersionsJson,
  type MigrationJson,
  type NewMigrationJson,
} from "./machine-shapes.ts";
import { noSuchVersion, notCarried } from "./machine-words.ts";
import { migrateAll, type Runs } from "./migrations.ts";
import { answers, json, KEYED, problems } from "./openapi.ts";
import type { Parts } from "./parts.ts";
import { ApiProblem, badInput } from "./problem.ts";
import { languageOf, type Language } from "./words.ts";

export function addMachineRoutes({ app, parts, admit, once }: Routes): void {
  const versions = createRoute({
    method: "get",
    path: "/api/machines/versions",
    summary: "Versions of the network's machine, and which networks run what (administrators)",
    responses: { ...answers(200, MachineVersionsShape), ...problems(401, 403) },
  });
  app.openapi(versions, async (c) => {
    demandAdmin(await admit(c));
    return c.json(await versionsOf(parts, languageOf(c.req.header("accept-language"))), 200);
  });

  const migrations = createRoute({
    method: "post",
    path: "/api/machines/migrations",
    summary:
      "Moves networks to another version, each whole or not at all, or tells what would become of them (administrators)",
    request: { headers: KEYED, body: json(NewMigrationShape) },
    responses: { ...answers(200, MigrationShape), ...problems(400, 401, 403, 404, 409, 413, 422, 503) },
  });
  app.openapi(migrations, async (c) => {
    const admitted = await admit(c);
    demandAdmin(admitted);
    const body = c.req.valid("json");
    const claim = claimOf(c, admitted, body);
    const language = languageOf(c.req.header("accept-language"));
    const work = async () => {
      const done = await migrationOf(parts, body, { admitted, key: `${claim.scope}:${claim.key}`, language });
      // Where somebody did not answer, the request is not over: with the same key it is asked again.
      const isWhole = done.networks.every(({ status }) => status !== "unanswered");
      if (isWhole) await saveAnswers(parts.store, [{ ...claim, status: 200, response: done, createdAt: parts.now() }]);
      return done;
    };
    return c.json(await once(claim, admitted, work, { savedByWork: true }), 200);
  });
}

const carriedBy = ({ machines }: Parts) =>
  machines ?? { carried: Object.keys(VERSIONS) as MachineName[], newest: MACHINE };

async function versionsOf(parts: Parts, language: Language): Promise<MachineVersionsJson> {
  const { carried, newest } = carriedBy(parts);
  const networks = new Map<string | undefined, string[]>();
  for (const { id, machine } of await known(parts, await machinesOf(parts.store)))
    networks.set(machine, [...(networks.get(machine) ?? []), id]);
  const running = [...networks].map(([machine, ids]) => {
    const isCarried = machine === undefined || (carried as string[]).includes(machine);
    return {
      ...(machine !== undefined && { machine }),
      carried: isCarried,
      count: ids.length,
      networks: ids,
      ...(!isCarried && { hint: notCarried(machine).instead[language] }),
    };
  });
  return { carried, newest, running };
}

/** One whose ledger does not name a machine yet may stand still before its first entry: Temporal knows what it began as. */
async function known({ temporal }: Parts, networks: Runs[]): Promise<Runs[]> {
  const ask = async (network: Runs): Promise<Runs> => {
    if (network.machine !== undefined) return network;
    const { machine } = await engineOf(temporal, network);
    return { ...network, ...(machine !== undefined && { machine }) };
  };
  return await Promise.all(networks.map(ask));
}

async function migrationOf(
  parts: Parts,
  { networks: ids, to: wanted, dryRun = false }: NewMigrationJson,
  { admitted, key, language }: { admitted: Admitted; key: string; language: Language },
): Promise<MigrationJson> {
  const { carried, newest } = carriedBy(parts);
  const to = carried.find((name) => name === (wanted ?? newest));
  if (to === undefined) throw badInput([{ path: "to", message: noSuchVersion(wanted!, carried)[language] }]);
  const found = await machinesOf(parts.store, ids && [...new Set(ids)]);
  const absent = ids?.find((id) => found.every((network) => network.id !== id));
  if (absent !== undefined) throw new ApiProblem("not-found", absent);
  const runs = await known(parts, found);
  const chosen = ids ? runs : runs.filter(({ machine }) => machine !== to);
  const asked = { to, key, by: actorOf(admitted), dryRun, language, carried };
  return {
    to,
    dryRun,
    networks: await migrateAll(parts, chosen.slice(0, MAX_NETWORKS), asked),
    left: Math.max(0, chosen.length - MAX_NETWORKS),
  };
}
