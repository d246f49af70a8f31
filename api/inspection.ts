// A network's machines in plain sight, for who leads it and for administrators: how they stand or stood, what moved them, what would happen if.
import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { whatIf } from "../machines/inspect/what-if.ts";
import type { Trigger } from "../machines/trigger.ts";
import { undoOf } from "../machines/undo.ts";
import { readEnd, rfc3339 } from "../programmes/instant.ts";
import { readLedger } from "../store/ledger.ts";
import { workflowIdOf } from "../workflows/messages.ts";
import { demandNear } from "./ahead.ts";
import type { Routes } from "./app.ts";
import { movesOf, placeOf, stoodAt, WITHIN, type Engine, type Stood } from "./inspected.ts";
import { inspectionJson, movesJson, whatIfJson } from "./inspection-json.ts";
import { InspectionShape, MovesShape, NewWhatIfShape, WhatIfShape, type InspectionJson } from "./inspection-shapes.ts";
import { answers, json, NETWORK_ID, problems } from "./openapi.ts";
import type { Parts } from "./parts.ts";
import { ApiProblem, badInput, Refused } from "./problem.ts";
import { leadsIn } from "./reader.ts";
import { languageOf, type Language } from "./words.ts";

const AT = z.string().max(40).optional().describe("number of an entry, or an instant: how it stood then");

/** Registers `GET /api/networks/{id}/inspection`, what moved it, and what would happen if. */
export function addInspectionRoutes({ app, parts, admit, asking, plans, book }: Routes): void {
  const read = async (c: Context, id: string, at: string | undefined) => {
    const admitted = await admit(c, id);
    const { programme } = await plans(id);
    if (!leadsIn(programme, admitted)) throw new ApiProblem("not-allowed");
    const language = languageOf(c.req.header("accept-language"));
    const [opened, rows] = [await book(id), await readLedger(parts.store, id)];
    const place = placeOf(at, rows, programme.zone, language);
    return { admitted, language, book: opened, rows, place };
  };

  const inspection = createRoute({
    method: "get",
    path: "/api/networks/{id}/inspection",
    summary:
      "How a network's machines stand, or stood: active states, timers and what they will do, last events (who leads)",
    request: { params: NETWORK_ID, query: z.object({ at: AT }) },
    responses: { ...answers(200, InspectionShape), ...problems(401, 403, 404, 422) },
  });
  app.openapi(inspection, async (c) => {
    const { id } = c.req.valid("param");
    const asked = await read(c, id, c.req.valid("query").at);
    const stood = await stoodAt(parts, asked);
    const run = asked.place.now ? await runOf(parts, stood) : undefined;
    return c.json({ ...inspectionJson(stood, asked.language), ...(run && { run }) }, 200);
  });

  const moves = createRoute({
    method: "get",
    path: "/api/networks/{id}/inspection/moves",
    summary: "What moved a network's machines, one after another, and how each then stood (who leads)",
    request: {
      params: NETWORK_ID,
      query: z.object({ after: z.coerce.number().int().min(-1).max(1e9).optional().describe("a move's number") }),
    },
    responses: { ...answers(200, MovesShape), ...problems(401, 403, 404, 422, 503) },
  });
  app.openapi(moves, async (c) => {
    const { id } = c.req.valid("param");
    const { book: opened } = await read(c, id, undefined);
    const found = await movesOf(parts.temporal, id, 0).catch((error: unknown) => {
      parts.log(`The history of ${id} could not be read: ${String(error)}`);
      throw new ApiProblem("no-temporal");
    });
    return c.json(movesJson(found?.moves ?? [], (c.req.valid("query").after ?? -1) + 1, opened), 200);
  });

  const whatIfRoute = createRoute({
    method: "post",
    path: "/api/networks/{id}/inspection/what-if",
    summary:
      "What a trigger, or time alone, would lead to: states, timers, entries, messages; nothing happens (who leads)",
    request: { params: NETWORK_ID, body: json(NewWhatIfShape) },
    responses: { ...answers(200, WhatIfShape), ...problems(400, 401, 403, 404, 409, 422, 503) },
  });
  app.openapi(whatIfRoute, async (c) => {
    const { id } = c.req.valid("param");
    const { type, data, until, at } = c.req.valid("json");
    const asked = await read(c, id, at);
    const { language, admitted } = asked;
    const { plan } = asked.book;
    const instant = until === undefined ? undefined : readEnd(until, plan.programme.zone);
    if (until !== undefined && instant === undefined) throw badInput([{ path: "until", message: NO_DATE[language] }]);
    const stood = await stoodAt(parts, asked);
    if (!kept(stood)) throw asked.place.now ? new ApiProblem("no-temporal") : notKept(language);
    if (instant !== undefined) demandNear(instant, stood.engine.network.state.now, language);
    const wanted = type === undefined ? undefined : { type, data };
    const trigger = wanted && triggerOf(asking.shaped(plan, admitted, wanted, language), stood);
    const effects = whatIf(
      stood.engine.ground,
      { network: stood.engine.network, book: stood.book },
      { ...(trigger && { trigger }), ...(instant !== undefined && { until: instant }) },
    );
    if (!effects.ok) throw new Refused(effects);
    return c.json(whatIfJson(stood, effects, language), 200);
  });
}

const kept = (stood: Stood): stood is Stood & { engine: Engine } => stood.engine !== undefined;

/** As it would come at that moment; what takes a change back by what that was. */
function triggerOf(asked: Omit<Trigger, "key">, { engine, rows, place }: Stood & { engine: Engine }): Trigger {
  const at = place.now ? asked.at : engine.network.state.now;
  const trigger = { ...asked, key: "what-if", at };
  if (trigger.type !== "undo") return trigger;
  const then = rows.slice(0, place.seq);
  const told = new Set(then.filter(({ deliveries }) => deliveries.length > 0).map(({ seq }) => seq));
  const undoing = undoOf(then, Number(trigger.data["seq"]), ({ seq }) => told.has(seq));
  if ("why" in undoing) throw new Refused({ key: trigger.key, ok: false, code: "state", unmet: [], ...undoing });
  return { ...trigger, data: { reason: trigger.data["reason"], ...undoing.data } };
}

/** The workflow's run as its server sees it; undefined where that does not say. */
async function runOf({ temporal }: Parts, { book, engine }: Stood): Promise<InspectionJson["run"]> {
  const { zone } = book.plan.programme;
  const handle = temporal.workflow.getHandle(workflowIdOf(book.network.id));
  const found = await temporal.withDeadline(Date.now() + WITHIN, () => handle.describe()).catch(() => undefined);
  if (!found) return undefined;
  const { runId, startTime, historyLength, historySize, raw } = found;
  return {
    id: runId,
    began: rfc3339(startTime.getTime(), zone),
    number: (engine?.runs ?? 0) + 1,
    events: historyLength,
    ...(historySize !== undefined && { bytes: historySize }),
    pending: (raw.pendingActivities ?? []).map(({ activityType, attempt, lastFailure }) => ({
      activity: activityType?.name ?? "",
      attempt: attempt ?? 1,
      ...(lastFailure?.message && { failure: lastFailure.message }),
    })),
  };
}

const NO_DATE: Record<Language, string> = {
  da: "Skriv en dato som 2027-03-11 eller 2027-03-11T09:00.",
  en: "Write a date as 2027-03-11 or 2027-03-11T09:00.",
};

const notKept = (language: Language) => badInput([{ path: "at", message: NOT_KEPT[language] }]);

const NOT_KEPT: Record<Language, string> = {
  da: "Motoren gemmer ikke det tidspunkt længere. Vælg et senere.",
  en: "The engine keeps that time no longer. Choose a later one.",
};
