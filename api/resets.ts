// Resets: a network whose workflow cannot go on begins again from a moment of its own history, and what came after that
// moment comes again. Entries that the ledger holds are passed over as they are told anew, so it stays whole.
import { createRoute } from "@hono/zod-openapi";
import { isGrpcServiceError, type Client, type WorkflowHandle } from "@temporalio/client";
import { WorkflowNotFoundError } from "@temporalio/common";
import type { Json } from "../machines/engine/types.ts";
import type { LedgerRow, Writing } from "../machines/ledger.ts";
import type { Refusal } from "../machines/trigger.ts";
import { fold } from "../machines/view.ts";
import { readInstant, rfc3339 } from "../programmes/instant.ts";
import type { Instant, Text } from "../programmes/types.ts";
import { saveAnswers } from "../store/idempotency.ts";
import { append } from "../store/journal.ts";
import { workflowIdOf } from "../workflows/messages.ts";
import { actorOf, ADMINISTRATOR, claimOf, demandAdmin, type Admitted } from "./admission.ts";
import type { Routes } from "./app.ts";
import { instantOf } from "./engine-health.ts";
import type { Claim } from "./once.ts";
import { answers, json, KEYED, NETWORK_ID, problems } from "./openapi.ts";
import type { Parts } from "./parts.ts";
import { badInput, Refused } from "./problem.ts";
import { NewResetShape, ResetShape, type ResetJson } from "./shapes.ts";
import { Ended, opaque, Unanswered } from "./update.ts";
import { languageOf, type Language } from "./words.ts";

export function addResetRoutes({ app, parts, admit, plans, once }: Routes): void {
  const route = createRoute({
    method: "post",
    path: "/api/networks/{id}/resets",
    summary: "Lets a network that cannot go on begin again from a moment of its history (administrators)",
    request: { params: NETWORK_ID, headers: KEYED, body: json(NewResetShape) },
    responses: { ...answers(201, ResetShape), ...problems(400, 401, 403, 404, 409, 413, 422, 503) },
  });
  app.openapi(route, async (c) => {
    const { id } = c.req.valid("param");
    const admitted = await admit(c, id);
    demandAdmin(admitted);
    const body = c.req.valid("json");
    const claim = claimOf(c, admitted, body);
    const language = languageOf(c.req.header("accept-language"));
    const { zone } = (await plans(id)).programme;
    const at = body.at === undefined ? undefined : readInstant(body.at, zone)?.instant;
    const work = async () => {
      if (admitted.network!.endedAt !== undefined) throw new Ended(id);
      const wanted = { ...body, id, at, zone, language, requestId: `${claim.scope}:${claim.key}` };
      const done = await inTime(parts, () => reset(parts.temporal, wanted));
      await record(parts, admitted, { claim, done, reason: body.reason });
      return done;
    };
    return c.json(await once(claim, admitted, work, { savedByWork: true }), 201);
  });
}

type Wanted = {
  id: string;
  /** The moment (ms) to go back to: the beginning of the run without it. */
  at: Instant | undefined;
  zone: string;
  language: Language;
  /** Temporal does what is asked twice under it once. */
  requestId: string;
};

/** A Temporal that is away may have done it. Done twice it does no harm: all that came comes again, and is told once. */
async function inTime<T>({ temporal, now, answerWithin }: Parts, ask: () => Promise<T>): Promise<T> {
  try {
    return await temporal.withDeadline(now() + answerWithin, ask);
  } catch (error) {
    const away = isGrpcServiceError(error) && AWAY.includes(error.code);
    throw away ? new Unanswered("Temporal did not answer in time", { cause: error }) : error;
  }
}

/** gRPC's DEADLINE_EXCEEDED and UNAVAILABLE. */
const AWAY = [4, 14];

async function reset(client: Client, wanted: Wanted): Promise<ResetJson> {
  const { id, zone, requestId } = wanted;
  const found = await client.workflow
    .getHandle(workflowIdOf(id))
    .describe()
    .catch((error: unknown) => {
      throw error instanceof WorkflowNotFoundError ? refused(SAID.missing) : error;
    });
  const { events } = await client.workflow.getHandle(found.workflowId, found.runId).fetchHistory();
  const point = pointOf(events ?? [], wanted);
  const { runId: run } = await client.workflowService.resetWorkflowExecution({
    namespace: client.options.namespace,
    workflowExecution: { workflowId: found.workflowId, runId: found.runId },
    workflowTaskFinishEventId: point.event.eventId ?? null,
    // Why stands in the ledger: here it would stand as it is in Temporal's database.
    reason: "reset",
    requestId: opaque(requestId),
    resetReapplyType: ALL_ELIGIBLE,
  });
  const { event, again } = point;
  return { run, to: rfc3339(instantOf(event.eventTime), zone), event: Number(event.eventId), again };
}

/** RESET_REAPPLY_TYPE_ALL_ELIGIBLE of Temporal's enumeration, whose package is not ours to import: Updates too. */
const ALL_ELIGIBLE = 3;

type Event = NonNullable<Awaited<ReturnType<WorkflowHandle["fetchHistory"]>>["events"]>[number];

/** Where to begin again: at a task of the workflow, of which all that it did comes again, with what came after it. */
function pointOf(events: Event[], { at, zone, language }: Wanted): { event: Event; again: number } {
  const began = instantOf(events[0]?.eventTime);
  if (at !== undefined && at < began)
    throw badInput([{ path: "at", message: SAID.tooEarly(rfc3339(began, zone))[language] }]);
  const done = events.filter((event) => event.workflowTaskCompletedEventAttributes);
  const failed = events.find(
    (event) => event.workflowTaskFailedEventAttributes ?? event.workflowTaskTimedOutEventAttributes,
  );
  const first = done[0] ?? failed;
  const event = (at !== undefined && done.findLast(({ eventTime }) => instantOf(eventTime) <= at)) || first;
  if (!event) throw refused(SAID.justBegun);
  const after = events.slice(events.indexOf(event)).flatMap(cameFromOutside);
  return { event, again: new Set(after).size };
}

/** An Update is admitted, then accepted: one thing that came. */
function cameFromOutside(event: Event): unknown[] {
  const update =
    event.workflowExecutionUpdateAcceptedEventAttributes?.protocolInstanceId ??
    event.workflowExecutionUpdateAdmittedEventAttributes?.request?.meta?.updateId;
  if (update) return [update];
  return event.workflowExecutionSignaledEventAttributes ? [event] : [];
}

/** The ledger says who did it and why, in the transaction that keeps the answer. */
async function record(
  { store, now }: Parts,
  admitted: Admitted,
  { claim, done, reason }: { claim: Claim; done: ResetJson; reason: string | undefined },
): Promise<void> {
  const { id, clock } = admitted.network!;
  await append(
    store,
    id,
    (book): Writing => {
      const row: LedgerRow = {
        seq: book.seq + 1,
        at: clock === "real" ? now() : book.view.now,
        kind: "network.reset",
        subject: "network",
        key: `${claim.scope}:${claim.key}`,
        by: actorOf(admitted),
        role: ADMINISTRATOR,
        data: { to: done.to },
        ...(reason !== undefined && { reason }),
      };
      const view = fold(book.view, [row]);
      return { rows: [row], n: book.n, view, deliveries: [], contributions: [], members: [] };
    },
    (tx) => saveAnswers(tx, [{ ...claim, status: 200, response: done as Json, createdAt: now() }]),
    {},
  );
}

const refused = (why: Text): Refused =>
  new Refused({ key: "", ok: false, code: "state", why, unmet: [] } satisfies Refusal);

const SAID = {
  missing: {
    da: "Temporal kender ikke netværket, så der er ingen historie at begynde igen fra. Brug den server, det blev oprettet på.",
    en: "Temporal does not know the network, so there is no history to begin again from. Use the server that it was made on.",
  },
  justBegun: {
    da: "Netværkets kørsel er lige begyndt, så der er intet at gå tilbage til. Start en worker, og prøv igen om lidt.",
    en: "The network's run has only just begun, so there is nothing to go back to. Start a worker, and try again in a while.",
  },
  tooEarly: (began: string): Text => ({
    da: `Kørslen begyndte ${began}; længere tilbage går det ikke. Vælg et senere tidspunkt, eller udelad det.`,
    en: `The run began at ${began}; it goes no further back. Choose a later time, or leave it out.`,
  }),
};
