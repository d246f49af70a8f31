// Triggers: what a person asks of a network. And steps, where time is stepped.
import { createRoute } from "@hono/zod-openapi";
import { entryJson } from "../machines/entry-json.ts";
import { readEnd } from "../programmes/instant.ts";
import type { Instant, Plan } from "../programmes/types.ts";
import type { Trigger } from "../machines/trigger.ts";
import { refusals } from "../machines/refusals.ts";
import { shape } from "../machines/trigger-shapes.ts";
import { isTrigger, rolesFor } from "../machines/trigger-types.ts";
import { emailsOf } from "../store/people.ts";
import { actorOf, claimOf, roleFor, type Admitted } from "./admission.ts";
import type { Routes } from "./app.ts";
import type { Claim } from "./once.ts";
import { peopleIn, readEntries } from "./reads.ts";
import { answers, json, KEYED, NETWORK_ID, problems } from "./openapi.ts";
import { ApiProblem, badInput, Refused } from "./problem.ts";
import {
  NewStepShape,
  NewTriggerShape,
  PreviewShape,
  SteppedShape,
  TriggeredShape,
  type SteppedJson,
  type TriggeredJson,
} from "./shapes.ts";
import type { Submitted } from "./submit.ts";
import { consequencesJson } from "./previews.ts";
import { languageOf, type Language } from "./words.ts";

export function addTriggerRoutes({ app, parts, admit, submit, plans, once }: Routes): void {
  const trigger = createRoute({
    method: "post",
    path: "/api/networks/{id}/triggers",
    summary: "A trigger: open a phase, pin a meeting, answer, decide …",
    request: { params: NETWORK_ID, headers: KEYED, body: json(NewTriggerShape) },
    responses: { ...answers(200, TriggeredShape), ...problems(400, 401, 403, 404, 409, 413, 422, 503) },
  });
  app.openapi(trigger, async (c) => {
    const { id } = c.req.valid("param");
    const admitted = await admit(c, id);
    const body = c.req.valid("json");
    const claim = claimOf(c, admitted, body);
    const plan = await plans(id);
    const submitted = await once(
      claim,
      admitted,
      () => ask(id, admitted, plan, body, claim, languageOf(c.req.header("accept-language"))),
      { savedByWork: true },
    );
    if (!submitted.ok) throw new Refused(submitted);
    submit.told(id, submitted.n);
    const { entries } = await told(plan, admitted, submitted);
    return c.json({ key: claim.key, entries, state: submitted.state }, 200);
  });

  const preview = createRoute({
    method: "post",
    path: "/api/networks/{id}/previews",
    summary:
      "What a trigger would lead to: entries, who would be told, which reminders would be others; nothing happens",
    request: { params: NETWORK_ID, body: json(NewTriggerShape) },
    responses: { ...answers(200, PreviewShape), ...problems(400, 401, 403, 404, 409, 422, 503) },
  });
  app.openapi(preview, async (c) => {
    const { id } = c.req.valid("param");
    const admitted = await admit(c, id);
    const plan = await plans(id);
    const language = languageOf(c.req.header("accept-language"));
    const asked = shapedTrigger(plan, admitted, c.req.valid("json"), language);
    const done = await submit.preview(id, { ...asked, key: "preview" });
    if (!done.ok) throw new Refused(done);
    const { entries } = await told(plan, admitted, done);
    return c.json({ entries, ...consequencesJson(done.consequences, plan.programme.zone) }, 200);
  });

  const step = createRoute({
    method: "post",
    path: "/api/networks/{id}/steps",
    summary: "Moves time (stepped clock): to an instant, or to the next moment something is due",
    request: { params: NETWORK_ID, headers: KEYED, body: json(NewStepShape) },
    responses: { ...answers(200, SteppedShape), ...problems(400, 401, 403, 404, 409, 422, 503) },
  });
  app.openapi(step, async (c) => {
    const { id } = c.req.valid("param");
    const admitted = await admit(c, id);
    const { until } = c.req.valid("json");
    const claim = claimOf(c, admitted, { until });
    const network = admitted.network!;
    if (network.clock !== "stepped") throw new ApiProblem("wrong-clock", network.clock);
    const plan = await plans(id);
    if (!rolesFor(plan.programme, "openPhase").includes(roleFor(admitted, plan.programme, "openPhase")))
      throw new ApiProblem("not-allowed");
    const asked = until === undefined ? undefined : readEnd(until, plan.programme.zone);
    return c.json(await once(claim, admitted, () => stepTo(id, plan, network.seq, network.now, asked)), 200);
  });

  const stepTo = async (
    id: string,
    plan: Plan,
    seq: number,
    now: Instant,
    asked: Instant | undefined,
  ): Promise<SteppedJson> => {
    const until = asked ?? (await submit.advance(id, now)).nextDue ?? now;
    const { state } = await submit.advance(id, until);
    const { zone } = plan.programme;
    return { entries: await readEntries(parts.store, id, { after: seq, zone }), state };
  };

  const ask = async (
    id: string,
    admitted: Admitted,
    plan: Plan,
    { type, data }: { type: string; data?: Record<string, unknown> | undefined },
    claim: Claim,
    language: Language,
  ): Promise<Submitted> => {
    const asked = shapedTrigger(plan, admitted, { type, data }, language);
    const key = `${admitted.principal.id}:${claim.key}`;
    if (admitted.happened) return await submit.found(id, key, claim);
    return await submit.trigger(id, { ...asked, key }, claim);
  };

  /** What was asked, with its dates read, by whom, in which role and when. Throws `bad-input`. */
  const shapedTrigger = (
    plan: Plan,
    admitted: Admitted,
    { type, data }: { type: string; data?: Record<string, unknown> | undefined },
    language: Language,
  ): Omit<Trigger, "key"> => {
    if (!isTrigger(type)) throw badInput([{ path: "type", message: refusals.unknown(type)[language] }]);
    const shaped = shape(type, data, plan.programme.zone, language);
    if (!shaped.ok) throw badInput(shaped.problems);
    const { network } = admitted;
    const at = network!.clock === "real" ? parts.now() : network!.now;
    const role = roleFor(admitted, plan.programme, type, shaped.data);
    return { at, by: actorOf(admitted), role, type, data: shaped.data };
  };

  /** Entries as everybody outside sees them. */
  const told = async (
    plan: Plan,
    admitted: Admitted,
    { entries }: Pick<Extract<Submitted, { ok: true }>, "entries">,
  ): Promise<Pick<TriggeredJson, "entries">> => {
    const { personId, email } = admitted.principal;
    const ids = entries.flatMap(peopleIn);
    const emails = ids.length > 0 ? await emailsOf(parts.store, ids) : new Map<string, string>();
    const emailOf = (person: string) => (person === personId ? email : emails.get(person));
    return { entries: entries.map((entry) => entryJson(entry, { zone: plan.programme.zone, emailOf })) };
  };
}
